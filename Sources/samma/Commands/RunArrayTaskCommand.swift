import ArgumentParser
import Laboratory

/// `samma run-array-task`: makes one run of an experiment on a cluster; the batch script of `bench --slurm` calls it.
struct RunArrayTaskCommand: AsyncParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "run-array-task", abstract: "Makes one run of an experiment on a cluster.", shouldDisplay: false)

  @Argument(help: "The folder that samma bench --slurm wrote.")
  var folder: String

  @Argument(help: "The task's number.")
  var index: Int

  func list(_ files: inout CommandFiles) { files.reads("<folder>", folder) }

  func run() async throws {
    TaskEnd.watch(hasLifeline: false)
    let array = try BenchArray(folder: folder)
    guard (0..<array.count).contains(index) else {
      throw InvalidRequest("there is no task \(index); \(folder) has \(array.count)")
    }
    try await array.run(index, version: Program.version, samma: Program.executable)
  }
}
