import Foundation
import Subprocess
import TestSupport

typealias TemporaryFolder = TestSupport.TemporaryFolder

/// The built `samma` command, run as a process of its own.
struct SammaCommand {
  /// How a run ended and what it printed.
  struct Outcome: Sendable {
    /// The exit code, or minus the signal's number where a signal ended the run.
    let status: Int32
    let output: String
    let errors: String

    /// Standard output read as a JSON object.
    var json: [String: Any] {
      get throws { try object(output) }
    }

    /// Standard error read as one JSON object a line.
    var events: [[String: Any]] {
      get throws { try errors.split(separator: "\n").map { try object(String($0)) } }
    }

    private func object(_ text: String) throws -> [String: Any] {
      guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
        throw CocoaError(.propertyListReadCorrupt)
      }
      return object
    }
  }

  /// The command lies beside the test bundle, wherever the build put them.
  static let executable: URL =
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "samma")

  /// Runs the command to its end.
  static func run(_ arguments: String..., input: String = "") async throws -> Outcome {
    try await run(arguments, input: input)
  }

  /// Runs the command to its end; `meanwhile` is called with its process id and a reader of standard error so far.
  static func run(
    _ arguments: [String], input: String = "",
    meanwhile: (@Sendable (pid_t, @Sendable () -> String) async throws -> Void)? = nil
  ) async throws -> Outcome {
    let folder = try TemporaryFolder()
    let errorFile = folder["errors"]
    // Files rather than pipes: a command need not read its input to the end, and its errors can be read as it writes.
    let standardInput = open(try folder.write(input, to: "input"), O_RDONLY)
    let errors = open(errorFile.path, O_WRONLY | O_CREAT, 0o600)
    let errorsSoFar: @Sendable () -> String = {
      // A handle, since Foundation's way to read a whole file leaks its buffer where the file is empty.
      String(decoding: (try? FileHandle(forReadingFrom: errorFile).readToEnd()) ?? Data(), as: UTF8.self)
    }
    let result = try await withTaskExecutorPreference(WaitingExecutor.shared) {
      try await Subprocess.run(
        .path(.init(executable.path)), arguments: Arguments(arguments),
        input: .fileDescriptor(.init(rawValue: standardInput), closeAfterSpawningProcess: true),
        output: .bytes(limit: 1 << 30), error: .fileDescriptor(.init(rawValue: errors), closeAfterSpawningProcess: true)
      ) { execution in
        do {
          try await meanwhile?(execution.processIdentifier.value, errorsSoFar)
        } catch {
          kill(execution.processIdentifier.value, SIGKILL)
          throw error
        }
      }
    }
    let status =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let number): -number
      }
    return Outcome(
      status: status, output: String(decoding: result.standardOutput, as: UTF8.self), errors: errorsSoFar())
  }
}
