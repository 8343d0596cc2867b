import Foundation
import Interchange
import Rostering
import Subprocess

/// Runs an experiment: each run in a process of its own, so many at a time, each written down as it ends.
public struct Bench: Sendable {
  /// How far an experiment has come.
  public struct Progress: Sendable {
    /// Runs to make in all, those of earlier times included.
    public var all: Int
    /// Runs written down.
    public var done: Int
    /// The run that ended last.
    public var record: RunRecord
    /// Seconds that the rest will about take.
    public var secondsLeft: Double
  }

  private let experiment: Experiment
  private let runs: [RunSpec]
  private let version: String
  private let samma: String

  /// - Parameters:
  ///   - runs: The experiment's runs.
  ///   - version: The version of `samma`.
  ///   - samma: Path of `samma`, which makes each run.
  public init(_ experiment: Experiment, runs: [RunSpec], version: String, samma: String) {
    self.experiment = experiment
    self.runs = runs
    self.version = version
    self.samma = samma
  }

  /// The runs that are not among those made.
  public func missing(in records: [RunRecord], retryFailed: Bool) -> [RunSpec] {
    let made = Set(records.filter { !retryFailed || $0.isSuccess }.map(\.run.identity))
    var listed: Set<RunSpec.Identity> = []
    return runs.filter { !made.contains($0.identity) && listed.insert($0.identity).inserted }
  }

  /// Makes the missing runs; returns once all are made or the cancellation is raised.
  ///
  /// - Throws: Where the file cannot be written.
  public func run(
    into file: RunFile, retryFailed: Bool, cancellation: Cancellation, progress: (Progress) -> Void
  ) async throws {
    let missing = missing(in: file.records, retryFailed: retryFailed)
    guard let lifeline = Lifeline() else { throw OutputError(path: "a pipe", reason: FileBytes.reason(errno)) }
    defer { lifeline.closeReadingEnd() }
    let watch = Task {
      while !cancellation.isCancelled { guard (try? await Task.sleep(for: .milliseconds(50))) != nil else { break } }
      lifeline.letGo()
    }
    defer { watch.cancel() }
    var secondsAhead = missing.reduce(0) { $0 + $1.seconds }
    var done = runs.count - missing.count
    let dealt = Processors.dealt(Processors.allowed, runs: experiment.parallel, each: experiment.threads)
    try await withThrowingTaskGroup(of: (place: Int, record: RunRecord).self) { group in
      var waiting = missing.makeIterator()
      func start(at place: Int) {
        guard !cancellation.isCancelled, let next = waiting.next() else { return }
        group.addTask { (place, await record(of: next, on: dealt?[place], lifeline)) }
      }
      for place in 0..<experiment.parallel { start(at: place) }
      while let (place, record) = try await group.next() {
        start(at: place)
        // What a raised cancellation cut off is no failure: it is run again next time.
        guard record.failure == nil || !cancellation.isCancelled else { continue }
        do {
          try file.append(record)
        } catch {
          cancellation.cancel()
          throw error
        }
        done += 1
        secondsAhead -= record.run.seconds
        progress(
          Progress(
            all: runs.count, done: done, record: record, secondsLeft: secondsAhead / Double(experiment.parallel)))
      }
    }
  }

  /// Has one run made by a process of its own.
  private func record(of run: RunSpec, on processors: [Int]?, _ lifeline: Lifeline) async -> RunRecord {
    var options = PlatformOptions()
    // Out of reach of the terminal's signals: the lifeline ends tasks, so that their solvers end too.
    options.processGroupID = 0
    guard ChildRoom.isThere else { return failed(run, "the run's process cannot be started: \(ChildRoom.refusal)") }
    do {
      var arguments = [
        "run-task", "--spec", try JSONText.line(run), "--experiment", experiment.name,
        "--grace", experiment.grace.shortest, "--lifeline",
      ]
      if let processors { arguments += ["--processors", processors.map(String.init).joined(separator: ",")] }
      let result = try await Subprocess.run(
        .path(.init(samma)), arguments: Arguments(arguments), platformOptions: options,
        input: .fileDescriptor(.init(rawValue: lifeline.readingEnd), closeAfterSpawningProcess: false),
        output: .bytes(limit: 1 << 26), error: .string(limit: 1 << 20))
      if let record = try? JSONDecoder().decode(RunRecord.self, from: Data(result.standardOutput)) { return record }
      return failed(run, "the run's process \(result.terminationStatus): \(result.standardError.suffix(600))")
    } catch {
      return failed(run, "the run's process cannot be started: \(error)")
    }
  }

  private func failed(_ run: RunSpec, _ reason: String) -> RunRecord {
    var record = RunRecord(run, experiment: experiment.name, version: version)
    record.failure = reason
    return record
  }
}
