import Foundation
import TestSupport
import Testing

/// Faults of the system that a command meets, and the run in which it does.
struct Faults: Sendable {
  /// What may fail: names that `faults.c` lists.
  var kinds: String
  /// The first and the last call of them that fails.
  var calls = 1...1
  /// Instead: that one call in so many fails, drawn from a seed.
  var rate = 0
  var seed = 0
  /// The error number; the kind's usual one where 0.
  var code: Int32 = 0

  /// How a run ended and what it left.
  struct Outcome {
    /// The exit code, or minus the signal's number.
    let status: Int32
    let errors: String
    /// The kinds of the calls that failed, in order.
    let failed: [String]
    /// All files by their paths.
    let files: [String: Data]
  }

  /// Seconds after which a run counts as hanging.
  private static let patience = 120.0

  /// Runs a command in a folder of its own.
  func run(_ command: WritingCommand, with library: FaultLibrary) throws -> Outcome {
    let folder = try command.folder()
    let aside = try TemporaryFolder()
    let process = Process()
    process.executableURL = SammaCommand.executable
    process.arguments = command.arguments
    process.currentDirectoryURL = folder.url
    process.environment = [
      "LD_PRELOAD": library.path, "FAULT_KINDS": kinds, "FAULT_FIRST": "\(calls.lowerBound)",
      "FAULT_LAST": "\(calls.upperBound)", "FAULT_RATE": "\(rate)", "FAULT_SEED": "\(seed)", "FAULT_CODE": "\(code)",
      "FAULT_NOTES": aside["notes"].path, "PATH": "/usr/bin:/bin", "TMPDIR": aside.url.path,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    try Data().write(to: aside["errors"])
    process.standardError = try FileHandle(forWritingTo: aside["errors"])
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let end = Date(timeIntervalSinceNow: Self.patience)
    while process.isRunning, Date() < end { usleep(2_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let errors = (try? FileHandle(forReadingFrom: aside["errors"]).readToEnd()) ?? Data()
    let notes = (try? FileHandle(forReadingFrom: aside["notes"]).readToEnd()) ?? Data()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      errors: String(decoding: errors, as: UTF8.self),
      failed: String(decoding: notes, as: UTF8.self).split(separator: "\n").map(String.init),
      files: WritingCommand.files(in: folder))
  }
}

/// The library that lets calls fail, made of `faults.c` by the toolchain's own compiler.
final class FaultLibrary: Sendable {
  private let folder: TemporaryFolder
  /// Where it lies.
  var path: String { folder["faults.so"].path }

  init() throws {
    folder = try TemporaryFolder()
    let compiler = try #require(Tool.compiler.path)
    let process = Process()
    process.executableURL = URL(filePath: compiler)
    let source = repository.appending(path: "Tests/SammaTests/Faults/faults.c").path
    process.arguments = ["-shared", "-fPIC", "-O1", "-o", folder["faults.so"].path, source]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "faults.c cannot be compiled")
  }
}
