import ArgumentParser
import Foundation
import Interchange
import Laboratory
import Rostering

/// `samma bench`: runs an experiment.
struct BenchCommand: AsyncParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Runs an experiment: instances, solvers, seeds and budgets.",
    discussion: """
      Every combination is a run, made in a process of its own and checked; each is a line of the file of runs, which \
      samma compare reads. A file that has some of the runs gets the others, so a bench that was ended goes on where it \
      stopped. A failed run is recorded with its reason.

      EXAMPLES:
        samma bench quality.yaml -o runs.jsonl
        samma bench quality.yaml -o runs.jsonl --parallel 4 --threads 1
        samma bench quality.yaml --slurm array && sh array/submit.sh --wait && samma bench --collect array
        samma bench quality.yaml --external 'theirs {instance} {roster} {seconds} {seed}'
      """)

  @Argument(help: ArgumentHelp("A YAML file; Benchmarks/README.md tells its keys.", valueName: "experiment"))
  var path: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file of runs to add to; by default the experiment's name with .runs.jsonl.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "One more solver: a shell command with {instance}, {roster} and other places to be filled in, as Benchmarks/README.md tells; may be repeated.",
      valueName: "command"))
  var external: [String] = []

  @Option(help: ArgumentHelp("Runs at the same time, for those of the experiment.", valueName: "number"))
  var parallel: Int?

  @Option(help: ArgumentHelp("Threads of each run, for those of the experiment.", valueName: "number"))
  var threads: Int?

  @Option(
    help: "By what budgets in seconds are counted, for the experiment's clock; cpu is for machines with other work.")
  var clock: RunClock?

  @Flag(help: "Make runs again that failed.")
  var retryFailed = false

  @Flag(help: "Only list the runs that are to be made.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "Run nothing: write a Slurm job array into this folder, one task for each run that is missing.",
      valueName: "folder"))
  var slurm: String?

  @Option(
    help: ArgumentHelp(
      "Run nothing: add what the tasks of --slurm made to the file of runs, by default runs.jsonl in the folder.",
      valueName: "folder"))
  var collect: String?

  func validate() throws {
    if (path == nil) == (collect == nil) { throw ValidationError("name an experiment, or a folder with --collect") }
    if slurm != nil && collect != nil { throw ValidationError("--slurm and --collect are two steps; give one") }
    try OptionRange("--parallel", Experiment.parallelRange).check(parallel)
    try SearchArguments.check(threads: threads)
  }

  func list(_ files: inout CommandFiles) {
    files.reads("<experiment>", path)
    files.reads("--collect", collect, with: BenchArray.inputs)
    files.keeps("-o", output)
    files.writesInto("--slurm", slurm)
  }

  func run() async throws {
    if let collect { return try gather(collect) }
    guard let path else { return }
    let experiment = try experiment(path)
    let bench = Bench(experiment, runs: try experiment.runs(), version: Program.version, samma: Program.executable)
    let target = output ?? "\(experiment.name).runs.jsonl"
    if list && !FileManager.default.fileExists(atPath: target) {
      return try tell(bench.missing(in: [], retryFailed: retryFailed))
    }
    if let slurm {
      let made = FileManager.default.fileExists(atPath: target) ? try RunRecord.records(path: target) : []
      let missing = bench.missing(in: made, retryFailed: retryFailed)
      try BenchArray(experiment, runs: missing, folder: slurm).write(samma: Program.executable)
      return StandardStream.error.tell("\(missing.count) tasks; submit them with: sh \(slurm)/submit.sh")
    }
    let file = try RunFile(path: target)
    if list { return try tell(bench.missing(in: file.records, retryFailed: retryFailed)) }
    let cancellation = InterruptSignals.listen()
    for warning in bench.warnings { StandardStream.error.warn(warning) }
    try await bench.run(
      into: file, retryFailed: retryFailed, cancellation: cancellation,
      notice: { StandardStream.error.tell("samma: \($0)") }
    ) { progress in
      StandardStream.error.tell(progress.line)
    }
    let left = bench.missing(in: try RunRecord.records(path: target), retryFailed: false).count
    if left > 0 {
      StandardStream.error.tell("samma: \(left) runs are left; the same command goes on with them")
      throw ExitStatus.incomplete.ending
    }
    StandardStream.error.tell("All runs stand in \(target).")
  }

  /// Adds the records of a job array to the file of runs and tells which tasks are lost or have failed.
  private func gather(_ folder: String) throws {
    let target = output ?? folder + "/runs.jsonl"
    let outcome = try BenchArray(folder: folder).collect()
    let file = try RunFile(path: target)
    let added = try file.append(outcome.records)
    tell(outcome.lost.map { "lost: \($0.line)" })
    tell(outcome.records.compactMap { record in record.failure.map { "failed: \(record.run.line): \($0)" } })
    let failed = outcome.records.count { !$0.isSuccess }
    StandardStream.error.tell(
      "\(added) runs added to \(target); \(outcome.lost.count) tasks are lost, \(failed) have failed")
    if outcome.lost.count + failed > 0 { StandardStream.error.tell("sh \(folder)/resubmit.sh submits those again") }
    if !outcome.lost.isEmpty { throw ExitStatus.incomplete.ending }
  }

  /// Lines shown of many of a kind; the rest is counted, and can be seen by --list and in the file of runs.
  private static let shownLines = 20

  private func tell(_ lines: [String]) {
    lines.prefix(Self.shownLines).forEach(StandardStream.error.tell)
    let hidden = lines.count - Self.shownLines
    if hidden > 0, let kind = lines[0].split(separator: ":").first {
      StandardStream.error.tell("\(kind): \(hidden) more")
    }
  }

  private func experiment(_ path: String) throws -> Experiment {
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
    experiment.clock = clock ?? experiment.clock
    return experiment
  }

  private func tell(_ runs: [RunSpec]) throws {
    for run in runs { try StandardStream.output.write(JSONText.line(run) + "\n") }
  }
}
