import Foundation
import HomeCare
import Interchange
import TestSupport
import Testing

/// Whatever call of the system fails, nothing of the user's is lost: an old file is whole, a new one too, and the command
/// says what went wrong.
///
/// Quick by default; `SAMMA_FAULTS` in the environment says how many faults there are to be in all (`make faults`).
@Suite(.needs(.compiler), .serialized) struct FaultTests {
  private static let wanted = ProcessInfo.processInfo.environment["SAMMA_FAULTS"].flatMap { Int($0) }
  /// All kinds, each walked by itself.
  private static let kinds = [
    "create", "write", "rename", "sync", "folder", "rights", "open", "read", "memory", "thread", "child", "remove",
  ]
  /// Kinds of which the first call fails for each command, others for each, where nothing else is asked for.
  private static let usual = 2

  private let library: FaultLibrary

  init() throws { library = try FaultLibrary() }

  @Test(arguments: WritingCommand.all.indices) func whateverFailsNothingIsLost(number: Int) throws {
    let sound = try Sound(WritingCommand.all[number], library)
    try expectIndifference(sound)
    guard let wanted = Self.wanted else {
      for place in 0..<Self.usual {
        let kind = Self.kinds[(number * Self.usual + place) % Self.kinds.count]
        _ = try inject(Faults(kinds: kind), sound)
      }
      return
    }
    let share = wanted / WritingCommand.all.count
    var injected = 0
    // Each call by itself, and it and all after it, as on a disk that stays full.
    for kind in Self.kinds {
      for lasting in [false, true] {
        var call = 1
        while true {
          let failed = try inject(Faults(kinds: kind, calls: call...(lasting ? 1_000_000 : call)), sound)
          (injected, call) = (injected + failed, call + 1)
          // Once work has begun, the runtime waits until the system has threads again.
          if failed == 0 || lasting && kind == "thread" { break }
        }
      }
    }
    // What is left by chance: several kinds at a time, for other reasons.
    var random = SeededGenerator(seed: UInt64(number))
    while injected < share {
      let some = (0...random.int(below: 3)).map { _ in random.pick(Self.kinds) }.joined(separator: ",")
      var faults = Faults(kinds: some)
      (faults.rate, faults.seed) = (random.pick([2, 5, 20]), random.int(below: 1 << 30))
      faults.code = random.pick([0, ENOSPC, EIO, EDQUOT, EROFS, EACCES, ENOMEM])
      injected += try max(1, inject(faults, sound))
    }
    print("\(sound.command.name): \(injected) faults")
  }

  /// Runs a command with faults and judges what became of it; the number of calls that failed.
  private func inject(_ faults: Faults, _ sound: Sound) throws -> Int {
    let outcome = try faults.run(sound.command, with: library)
    if !outcome.failed.isEmpty { judge(outcome, of: faults, sound) }
    return outcome.failed.count
  }

  /// Calls that are interrupted or do a part of their work are gone on with, and nobody notices.
  private func expectIndifference(_ sound: Sound) throws {
    var faults = Faults(kinds: "short,break")
    (faults.rate, faults.seed) = (2, 5)
    let outcome = try faults.run(sound.command, with: library)
    #expect(outcome.status == sound.status, "\(sound.command.name): \(outcome.errors)")
    if sound.command.appends { return }
    for name in sound.files.keys {
      #expect(sound.isNew(outcome.files[name], name), "\(sound.command.name): \(name)")
    }
  }

  /// However few files the system lets a process open, it says so, or does its work.
  @Test func tooFewFilesAreToldOf() throws {
    let command = try #require(WritingCommand.all.first { $0.name == "bench" })
    let step = Self.wanted == nil ? 12 : 1
    for most in stride(from: 32, through: 56, by: step) {
      let folder = try command.folder()
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      let line = ([SammaCommand.executable.path] + command.arguments).joined(separator: " ")
      process.arguments = ["-c", "ulimit -n \(most); exec \(line) 2>errors >/dev/null"]
      process.currentDirectoryURL = folder.url
      try process.run()
      process.waitUntilExit()
      let told = try String(contentsOf: folder["errors"], encoding: .utf8)
      #expect(process.terminationReason == .exit, "\(most) files: \(told)")
      #expect(process.terminationStatus == 0 || !told.isEmpty)
    }
  }

  @Test func noThreadsAreToldOf() throws {
    let command = try #require(WritingCommand.all.first { $0.name == "generate" })
    for first in 1...3 {
      let outcome = try Faults(kinds: "thread", calls: first...1_000_000).run(command, with: library)
      #expect(outcome.status == 1 && outcome.errors.contains("(ulimit -u"), "\(outcome.status): \(outcome.errors)")
    }
  }

  /// What a command writes where nothing fails, found by running it twice.
  private struct Sound {
    let command: WritingCommand
    let status: Int32
    /// The files that it writes.
    let files: [String: Data]
    private let others: [String: Data]
    private let inputs: [String: Data]

    init(_ command: WritingCommand, _ library: FaultLibrary) throws {
      self.command = command
      let none = Faults(kinds: "none")
      let (first, second) = (try none.run(command, with: library), try none.run(command, with: library))
      let inputs = WritingCommand.files(in: try command.folder()).filter { command.inputs.keys.contains($0.key) }
      self.inputs = inputs
      status = first.status
      files = first.files.filter { inputs[$0.key] == nil }
      others = second.files
      try #require([0, 3].contains(status), "\(command.name): \(first.errors)")
    }

    /// Whether a file has all that it has where nothing fails; lines that tell of times differ from run to run.
    func isNew(_ data: Data?, _ name: String) -> Bool {
      guard let data, let file = files[name], let other = others[name] else { return false }
      if data == file { return true }
      let (lines, first, second) = (Self.lines(data), Self.lines(file), Self.lines(other))
      guard lines.count == first.count, first.count == second.count else { return false }
      return lines.indices.allSatisfy { lines[$0] == first[$0] || first[$0] != second[$0] }
    }

    /// Whether a file is one that the command may write where it has fewer threads: another roster or bound, but a whole one.
    func isAnother(_ data: Data, _ name: String) -> Bool {
      name.hasSuffix(".json") && (try? JSONSerialization.jsonObject(with: data)) != nil
    }

    /// Whether a file is as it was before the command.
    func isOld(_ data: Data?, _ name: String) -> Bool {
      let stood = name == "runs.jsonl" || command.outputs.contains { name.hasPrefix("\($0)/") }
      return stood ? data == nil : data == Data(WritingCommand.before.utf8)
    }

    /// The inputs as they were.
    func inputsAreWhole(in found: [String: Data]) -> Bool { inputs.allSatisfy { found[$0.key] == $0.value } }

    private static func lines(_ data: Data) -> [Data] { data.split(separator: 0x0A, omittingEmptySubsequences: false) }
  }

  private func judge(_ outcome: Faults.Outcome, of faults: Faults, _ sound: Sound) {
    let command = sound.command
    let note: Comment = "\(command.name), \(faults): \(outcome.status), \(outcome.failed), \(outcome.errors)"
    #expect(outcome.status >= 0, note)
    #expect(sound.inputsAreWhole(in: outcome.files), note)
    if outcome.status != sound.status { #expect(!outcome.errors.isEmpty && outcome.status != 3, note) }
    // A run of an experiment that fails is a result like others, and stands in the file.
    if command.appends { return judgeLines(outcome, note) }
    for (name, data) in outcome.files where sound.files[name] != nil {
      let isNew = sound.isNew(data, name) || outcome.failed.contains("thread") && sound.isAnother(data, name)
      #expect(isNew || sound.isOld(data, name), "half-written \(name): \(note)")
    }
    // What went well in spite of it, by another try, has written all there is.
    if outcome.status == sound.status {
      for name in sound.files.keys {
        #expect(outcome.files[name].map { !sound.isOld($0, name) } ?? false, "\(name) is not written: \(note)")
      }
    }
    for name in outcome.files.keys where sound.files[name] == nil && command.inputs[name] == nil {
      // What is not to be removed stays.
      #expect(TemporaryFiles.isTemporary(name) && outcome.failed.contains("remove"), "\(name) is left: \(note)")
    }
  }

  /// Every line of a file that is added to is whole but for the last, which the next run removes.
  private func judgeLines(_ outcome: Faults.Outcome, _ note: Comment) {
    for (name, data) in outcome.files where name.hasSuffix(".jsonl") {
      for line in data.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
        #expect((try? JSONSerialization.jsonObject(with: line)) != nil, "\(name): \(note)")
      }
    }
  }
}

extension TemporaryFiles {
  /// Whether a path leads to, or into, what stands in for another file until it is whole.
  static func isTemporary(_ path: String) -> Bool { path.split(separator: "/").contains { $0.hasPrefix(mark) } }
}
