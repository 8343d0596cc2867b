import Foundation
import HomeCare
import Interchange
import TestSupport
import Testing

/// Commands that are ended at any moment leave files whole, and nothing behind that the next run does not take away.
///
/// Quick by default; `SAMMA_KILLS` in the environment says how many runs are to be ended (`make kill`).
@Suite(.serialized) struct KillTests {
  private static let kills = ProcessInfo.processInfo.environment["SAMMA_KILLS"].flatMap { Int($0) } ?? 8
  private static let signals = [SIGKILL, SIGTERM, SIGINT, SIGHUP]

  @Test func whatIsEndedAtAnyMomentLeavesFilesWhole() throws {
    var random = SeededGenerator(seed: UInt64(Self.kills))
    var (ended, left) = (0, 0)
    let commands = WritingCommand.all.filter { !$0.appends }
    let sound = try commands.map { try Sound($0) }
    for number in 0..<Self.kills {
      let row = number % commands.count
      let signal = random.pick(Self.signals)
      let folder = try commands[row].folder()
      let wait = random.int(below: sound[row].microseconds * 3 / 4)
      let status = try Self.run(commands[row].arguments, in: folder, killedAfter: wait, by: signal)
      if status < 0 { ended += 1 }
      // A search that is asked to end does so with what it has, or with nothing.
      let endsGently = commands[row].arguments[0] == "plan" && [SIGTERM, SIGINT].contains(signal)
      #expect(
        status == sound[row].status || status == -signal || endsGently && status > 0, "\(commands[row].name): \(status)"
      )
      let files = WritingCommand.files(in: folder)
      for (name, data) in files where !TemporaryFiles.isTemporary(name) {
        let isInput = commands[row].inputs[name].map { Data($0.utf8) == data } ?? false
        let isOld = data == Data(WritingCommand.before.utf8)
        #expect(
          isInput || isOld || sound[row].isWhole(data, name), "\(commands[row].name), \(wait) µs, \(signal): \(name)")
      }
      let temporary = files.keys.filter(TemporaryFiles.isTemporary)
      left += temporary.isEmpty ? 0 : 1
      #expect(temporary.isEmpty || signal == SIGKILL, "\(commands[row].name), \(signal): \(temporary)")
      try expectSwept(folder, commands[row], sound[row])
    }
    print(
      "\(Self.kills) runs, \(ended) of them ended before they were through, \(left) left a temporary file for the next")
  }

  /// The next run in the folder a day later takes away what was left, and does its work.
  private func expectSwept(_ folder: TemporaryFolder, _ command: WritingCommand, _ sound: Sound) throws {
    let dayAgo = Date(timeIntervalSinceNow: -Double(TemporaryFiles.staleAge) - 1_000)
    let names = FileManager.default.enumerator(atPath: folder.url.path)?.compactMap { $0 as? String } ?? []
    for name in names where TemporaryFiles.isTemporary(name) {
      try FileManager.default.setAttributes([.modificationDate: dayAgo], ofItemAtPath: folder[name].path)
    }
    #expect(try Self.run(command.arguments, in: folder) == sound.status, "\(command.name) after an end")
    let files = WritingCommand.files(in: folder)
    #expect(!files.keys.contains(where: TemporaryFiles.isTemporary), "\(command.name): \(files.keys.sorted())")
    for name in sound.sizes.keys { #expect(files[name].map { sound.isWhole($0, name) } ?? false, "\(name)") }
  }

  /// A command where nothing ends it: how long it takes and what it writes.
  private struct Sound {
    let status: Int32
    let microseconds: Int
    let sizes: [String: Int]

    init(_ command: WritingCommand) throws {
      let folder = try command.folder()
      let begin = ContinuousClock.now
      status = try KillTests.run(command.arguments, in: folder)
      microseconds = Int((ContinuousClock.now - begin) / .microseconds(1))
      sizes = WritingCommand.files(in: folder).filter { command.inputs[$0.key] == nil }.mapValues(\.count)
    }

    /// Whether a file is one that the command writes, to its end; only times that it tells of may have fewer digits.
    func isWhole(_ data: Data, _ name: String) -> Bool {
      guard let size = sizes[name] else { return false }
      if name.hasSuffix(".json") { return (try? JSONSerialization.jsonObject(with: data)) != nil }
      return abs(size - data.count) <= 16
    }
  }

  /// Runs the command to its end, or for so many microseconds; the exit code, or minus the signal's number.
  private static func run(
    _ arguments: [String], in folder: TemporaryFolder, killedAfter wait: Int? = nil, by signal: Int32 = SIGKILL
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = SammaCommand.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let wait {
      usleep(UInt32(wait))
      kill(process.processIdentifier, signal)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
