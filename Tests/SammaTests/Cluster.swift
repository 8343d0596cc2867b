import Foundation
import Subprocess
import TestSupport

/// What job arrays are submitted to in tests.
enum Cluster: Sendable {
  /// A real cluster of one node.
  case slurm
  /// A shell script that does an array's tasks one after another.
  case standIn

  private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Slurm/one-node.sh")
    .path

  private static let standInScript = """
    #!/bin/sh
    # sbatch [--wait] --output=… --export=ALL,OFFSET=N,EACH=N --array=LIST JOB, done at once.
    for word in "$@"; do
      case $word in
      --array=*) list=${word#--array=} ;;
      --export=ALL,*) export $(echo "${word#--export=ALL,}" | tr ',' ' ') ;;
      esac
      job=$word
    done
    for range in $(echo "$list" | tr ',' ' '); do
      step=1
      case $range in *:*) step=${range#*:} range=${range%:*} ;; esac
      for index in $(seq "${range%-*}" "$step" "${range#*-}"); do SLURM_ARRAY_TASK_ID=$index sh "$job" || true; done
    done
    """

  /// Runs a body while the cluster is up; it is given a way to submit and wait.
  func up(_ body: (_ submit: (String) async throws -> Void) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    switch self {
    case .standIn:
      let sbatch = try folder.write(Self.standInScript, to: "sbatch")
      chmod(sbatch, 0o755)
      let path = folder.url.path + ":/usr/bin:/bin"
      try await body { try await Self.sh([$0, "--wait"], environment: ["PATH": path]) }
    case .slurm:
      // Away from the ports that are given out by themselves; another test run on the machine has another process id.
      let port = 20_000 + Int(getpid()) % 5_000 * 2
      do {
        try await Self.sh([Self.script, "start", folder.url.path, "\(port)"], environment: [:])
        try await body {
          try await Self.sh([$0, "--wait"], environment: ["SLURM_CONF": folder["slurm.conf"].path])
        }
      } catch {
        try await Self.sh([Self.script, "stop", folder.url.path], environment: [:])
        throw error
      }
      try await Self.sh([Self.script, "stop", folder.url.path], environment: [:])
    }
  }

  private struct Failure: Error {
    let script: String
    let status: TerminationStatus
    let errors: String
  }

  private static func sh(_ arguments: [String], environment: [Environment.Key: String?]) async throws {
    // Daemons keep the streams that they are started with, so what is printed goes to a file.
    let folder = try TemporaryFolder()
    let errors = open(folder["errors"].path, O_WRONLY | O_CREAT, 0o600)
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: Arguments(arguments), environment: .inherit.updating(environment), input: .none,
      output: .discarded, error: .fileDescriptor(.init(rawValue: errors), closeAfterSpawningProcess: true))
    guard result.terminationStatus.isSuccess else {
      let text = String(decoding: (try? Data(contentsOf: folder["errors"])) ?? Data(), as: UTF8.self)
      throw Failure(script: arguments[0], status: result.terminationStatus, errors: text)
    }
  }
}
