import Foundation
import Interchange
import TestSupport
import Testing

/// What ended runs leave behind, and what waits for ever.
@Suite struct LeftoverTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  /// Makes a pipe that nobody opens at its other end.
  private func pipe(_ name: String) -> String {
    mkfifo(folder[name].path, 0o600)
    return folder[name].path
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aReaderThatWaitsForAPipeEndsWithASignal(number: Int32) async throws {
    let waiting = pipe("instance.json")
    let outcome = try await SammaCommand.run(["check", waiting, "roster.json"]) { process, _ in
      try await wait(for: "the open of a pipe") { waitsInOpen(process) }
      kill(process, number)
    }
    #expect(outcome.status == -number)
  }

  @Test func aWriterThatWaitsForAPipeEndsWithASignal() async throws {
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let waiting = pipe("roster.json")
    let outcome = try await SammaCommand.run(["plan", instance, "--iterations", "10", "-o", waiting]) { process, _ in
      try await wait(for: "the open of a pipe") { waitsInOpen(process) }
      kill(process, SIGTERM)
    }
    #expect(outcome.status == -SIGTERM)
  }

  /// Whether a process stands still where pipes are opened.
  private func waitsInOpen(_ process: pid_t) -> Bool {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.contains { task in
      let call = (try? String(contentsOfFile: "/proc/\(process)/task/\(task)/wchan", encoding: .utf8)) ?? ""
      return call.contains("wait_for_partner") || call.contains("fifo_open")
    }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aSignalInTheMiddleOfAFileLeavesNothing(number: Int32) async throws {
    // A log of millions of visits takes long enough to be met while it is written.
    let outcome = try await SammaCommand.run(
      ["generate", "--log", "--visits", "5000000", "-o", folder["log.csv"].path]
    ) { process, _ in
      try await wait(for: "a temporary file") { try names().contains { $0.hasPrefix(TemporaryFiles.mark) } }
      kill(process, number)
    }
    #expect(outcome.status == -number)
    #expect(try names() == [])
  }

  @Test func theSecondSignalTakesTheExternalSolverAndItsFilesToo() async throws {
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let (process, work) = (folder["process"].path, folder["work"].path)
    let command =
      "trap '' TERM; echo {instance} > \(work); echo $$ > \(process).new; mv \(process).new \(process); "
      + ": {roster}; sleep 900 & wait; wait; sleep 900"
    let outcome = try await SammaCommand.run(["plan", instance, "--external", command, "-o", folder["r.json"].path]) {
      run, _ in
      try await wait(forFile: process)
      kill(run, SIGSTOP)
      kill(run, SIGINT)
      kill(run, SIGTERM)
      kill(run, SIGCONT)
    }
    #expect(outcome.status == -SIGTERM || outcome.status == -SIGINT)
    let solver = try String(contentsOfFile: process, encoding: .utf8).trimmingCharacters(in: .newlines)
    try await wait(for: "the end of \(solver)") { !isRunning(solver) }
    let input = try String(contentsOfFile: work, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(input.hasSuffix("/instance.json"))
    #expect(!FileManager.default.fileExists(atPath: URL(filePath: input).deletingLastPathComponent().path))
  }

  @Test func whatKilledRunsLeftGoesWithTheNextRunAfterADay() async throws {
    let old = TemporaryFiles.mark + "0123456789abcdef"
    let young = TemporaryFiles.mark + "fedcba9876543210"
    let others = [TemporaryFiles.mark + "0123456789abcde", TemporaryFiles.mark + "notes.txt", ".samma"]
    for name in [old, young] + others { _ = try folder.write("x", to: name) }
    let tables = TemporaryFiles.mark + "00000000000000aa"
    try FileManager.default.createDirectory(at: folder[tables], withIntermediateDirectories: false)
    _ = try folder.write("x", to: tables + "/staff.csv")
    for name in [old, tables] + others {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -100_000)], ofItemAtPath: folder[name].path)
    }
    let made = try await SammaCommand.run("generate", "--clients", "3", "--days", "1", "-o", folder["unit.json"].path)
    #expect(made.status == 0)
    #expect(try Set(names()) == Set(others + [young, "unit.json"]))
  }

  @Test func aFileThatMayNotGrowIsAnErrorAndLeavesTheOldOne() async throws {
    let path = try folder.write("old", to: "unit.json")
    let script = "ulimit -f 8; exec \(SammaCommand.executable.path) generate --clients 60 -o '\(path)'"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(try String(contentsOf: folder["unit.json"], encoding: .utf8) == "old")
    #expect(try names() == ["unit.json"])
  }

  @Test(arguments: ["-n 4", "-n 12"])
  func aSystemThatGivesTooLittleIsToldOf(limit: String) async throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit \(limit); exec \(SammaCommand.executable.path) solvers"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(told.contains("(ulimit -n)"))
  }

  @Test func runsThatMakeOneFolderAllSucceed() async throws {
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let target = folder["made/unit"].path
    let outcomes = try await withThrowingTaskGroup(of: SammaCommand.Outcome.self) { group in
      for _ in 0..<6 { group.addTask { try await SammaCommand.run("upgrade", instance, "-o", target) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes.map(\.errors))")
    #expect(try await SammaCommand.run("plan", target, "--iterations", "1").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["made"].path) == ["unit"])
  }
}
