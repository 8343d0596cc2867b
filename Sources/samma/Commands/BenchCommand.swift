import ArgumentParser
import Foundation
import Interchange
import Laboratory

/// `samma bench`: runs an experiment.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Runs an experiment: instances, solvers, seeds and budgets.",
    discussion: """
      Every combination is a run, made in a process of its own and checked; each is a line of the file of runs, which \
      samma compare reads. A file that has some of the runs gets the others, so a bench that was ended goes on where it \
      stopped. A failed run is recorded with its reason.

      EXAMPLES:
        samma bench quality.yaml -o runs.jsonl
        samma bench quality.yaml -o runs.jsonl --parallel 4 --threads 1
        samma bench quality.yaml --external 'theirs {instance} {roster} {seconds} {seed}'
      """)

  @Argument(help: ArgumentHelp("A YAML file; Benchmarks/README.md tells its keys.", valueName: "experiment"))
  var path: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file of runs to add to; by default the experiment's name with .runs.jsonl.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "One more solver: a shell command with {instance}, {roster}, {seconds}, {seed} and {threads} to be filled in; may be repeated.",
      valueName: "command"))
  var external: [String] = []

  @Option(help: ArgumentHelp("Runs at the same time, for those of the experiment.", valueName: "number"))
  var parallel: Int?

  @Option(help: ArgumentHelp("Threads of each run, for those of the experiment.", valueName: "number"))
  var threads: Int?

  @Flag(help: "Make runs again that failed.")
  var retryFailed = false

  @Flag(help: "Only list the runs that are to be made.")
  var list = false

  func validate() throws {
    if let parallel, !(1...1024).contains(parallel) { throw ValidationError("--parallel must lie between 1 and 1024") }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads must lie between 1 and 256") }
  }

  func run() async throws {
    let experiment = try experiment()
    let bench = Bench(experiment, runs: try experiment.runs(), version: Samma.version, samma: Samma.executable)
    let target = output ?? "\(experiment.name).runs.jsonl"
    if list && !FileManager.default.fileExists(atPath: target) {
      return try tell(bench.missing(in: [], retryFailed: retryFailed))
    }
    let file = try RunFile(path: target)
    if list { return try tell(bench.missing(in: file.records, retryFailed: retryFailed)) }
    let cancellation = InterruptSignals.listen()
    try await bench.run(into: file, retryFailed: retryFailed, cancellation: cancellation) { progress in
      StandardStream.error.tell(BenchLine(progress).text)
    }
    let left = bench.missing(in: try RunRecord.records(path: target), retryFailed: false).count
    if left > 0 {
      StandardStream.error.tell("samma: \(left) runs are left; the same command goes on with them")
      throw ExitStatus.incomplete.ending
    }
    StandardStream.error.tell("All runs stand in \(target).")
  }

  private func experiment() throws -> Experiment {
    var experiment = try Experiment(path: path)
    for (index, command) in external.enumerated() {
      do {
        let name = external.count == 1 ? "external" : "external-\(index + 1)"
        experiment.solvers.append(try SolverSetup(name: name, command: command))
      } catch {
        throw InvalidRequest("--external: \(error)")
      }
    }
    experiment.parallel = parallel ?? experiment.parallel
    experiment.threads = threads ?? experiment.threads
    return experiment
  }

  private func tell(_ runs: [RunSpec]) throws {
    for run in runs { try StandardStream.output.write(JSONText.line(run) + "\n") }
  }
}
