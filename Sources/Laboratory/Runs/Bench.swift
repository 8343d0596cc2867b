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
    /// Seconds that the rest will about take; `nil` where runs by iterations are left and none has told how long they take.
    public var secondsLeft: Double?
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

  /// What whoever starts the experiment should know of how it will be run.
  public var warnings: [String] {
    let wanted = experiment.parallel * experiment.threads
    if Processors.suffice(for: wanted) { return [] }
    return [
      "\(experiment.parallel) runs at a time with \(experiment.threads) threads want \(wanted) processors, and "
        + "\(Processors.allowed.count) are there to hold them to: runs share processors, and their times tell less"
    ]
  }

  /// Makes the missing runs; returns once all are made or the cancellation is raised.
  ///
  /// Each run has processors that no other experiment on this machine holds, and waits until there are some.
  ///
  /// - Parameter notice: Told what holds the experiment up.
  /// - Throws: Where the file cannot be written.
  public func run(
    into file: RunFile, retryFailed: Bool, cancellation: Cancellation, notice: @escaping @Sendable (String) -> Void,
    progress: (Progress) -> Void
  ) async throws {
    let missing = missing(in: file.records, retryFailed: retryFailed)
    guard let lifeline = Lifeline() else { throw OutputError(path: "a pipe", reason: FileBytes.reason(errno)) }
    defer { lifeline.closeReadingEnd() }
    let watch = Task {
      while !cancellation.isCancelled { guard (try? await Task.sleep(for: .milliseconds(50))) != nil else { break } }
      lifeline.letGo()
    }
    defer { watch.cancel() }
    var estimate = Estimate(missing)
    var done = runs.count - missing.count
    let processors = Processors.suffice(for: experiment.parallel * experiment.threads) ? ProcessorQueue(notice) : nil
    try await withThrowingTaskGroup(of: RunRecord?.self) { group in
      var waiting = missing.makeIterator()
      func start() {
        guard !cancellation.isCancelled, let next = waiting.next() else { return }
        group.addTask {
          guard let processors else { return await record(of: next, on: nil, lifeline) }
          guard let own = await processors.take(next.threads, cancellation) else { return nil }
          defer { processors.giveBack(own) }
          return await record(of: next, on: own, lifeline)
        }
      }
      for _ in 0..<experiment.parallel { start() }
      while let record = try await group.next() {
        start()
        // What a raised cancellation cut off is no failure: it is run again next time.
        guard let record, record.failure == nil || !cancellation.isCancelled else { continue }
        do {
          try file.append(record)
        } catch {
          cancellation.cancel()
          throw error
        }
        done += 1
        estimate.took(record)
        progress(
          Progress(
            all: runs.count, done: done, record: record,
            secondsLeft: estimate.seconds.map { $0 / Double(experiment.parallel) }))
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

/// How long the runs that are left will take together.
private struct Estimate {
  /// Seconds of those with a budget in seconds.
  private var known = 0.0
  /// How many have none, and what those that were made have taken.
  private var unknown = 0
  private var made = (runs: 0, seconds: 0.0)

  init(_ runs: [RunSpec]) {
    known = runs.reduce(0) { $0 + ($1.seconds ?? 0) }
    unknown = runs.count { $0.seconds == nil }
  }

  mutating func took(_ record: RunRecord) {
    known -= record.run.seconds ?? 0
    guard record.run.seconds == nil else { return }
    unknown -= 1
    made = (made.runs + 1, made.seconds + record.wallSeconds)
  }

  var seconds: Double? {
    if unknown == 0 { return known }
    return made.runs == 0 ? nil : known + made.seconds / Double(made.runs) * Double(unknown)
  }
}
