import Foundation
import HomeCare

/// What came of one run: a line of a file of runs.
public struct RunRecord: Codable, Hashable, Sendable {
  /// The format that every line names.
  public static let format = "samma-run/1"

  /// Proven lower bounds.
  public struct Bound: Codable, Hashable, Sendable {
    /// On the total.
    public var total: Int?
    /// On distinct staff.
    public var distinct: Int?
    /// On unassigned visits.
    public var unassigned: Int?
  }

  /// Always `samma-run/1`.
  public var format = Self.format
  /// The experiment's name.
  public var experiment: String
  /// What was run.
  public var run: RunSpec
  /// Why there is no valid roster; absent where there is one.
  public var failure: String?
  /// The score's parts and `total`, recomputed by the checker; absent where the run failed.
  public var score: [String: Int]?
  /// `optimal`, `feasible` or `interrupted`, where the roster says so.
  public var status: String?
  /// What the run proved.
  public var bound: Bound?
  /// Seconds of the run, by its clock, at which the roster that counts was there.
  public var resultSeconds: Double?
  /// How it came to its end.
  public var end: RunEnd?
  /// What of the run is to be doubted or was refused, a sentence each; absent where nothing is.
  public var remarks: [String]?
  /// Each roster that was better than the ones before, in order of time.
  public var trace: [RunTrace.Moment] = []
  /// Iterations of the search, where told.
  public var iterations: Int?
  /// Moves that the search evaluated, where told.
  public var evaluatedMoves: Int?
  /// Evaluated moves by second of the run, over all threads.
  public var movesPerSecond: Double?
  /// Seconds by the wall clock, from the start of the process to its end.
  public var wallSeconds = 0.0
  /// Seconds of processor time, of all the run's processes and threads.
  public var cpuSeconds = 0.0
  /// Most memory that one of the run's processes had, in bytes.
  public var peakMemory = 0
  /// The version of the `samma` that checked the roster.
  public var version: String
  /// The version that the solver says it is, where it does.
  public var solverVersion: String?
  /// The machine.
  public var machine: Machine
  /// Load of the machine before the run began: processes that ran or waited, averaged over a minute.
  public var load: Double?
  /// The part of its processors, from 0 to 1, that others took from it while it ran, where the system tells.
  public var takenByOthers: Double?
  /// The processors that the run was held to, and no other run at the time; absent where it could use all.
  public var processors: [Int]?
  /// When the run began, in UTC.
  public var date: String

  /// A record of a run that begins now.
  init(_ run: RunSpec, experiment: String, version: String) {
    self.experiment = experiment
    self.run = run
    self.version = version
    machine = .current
    load = Machine.load
    date = Date.now.formatted(.iso8601)
  }

  /// Whether there is a valid roster.
  public var isSuccess: Bool { failure == nil && score != nil }

  /// Whether the roster that counts came after its budget was used up, by more than reading and writing may take.
  public var isLate: Bool { isSuccess && !run.budget.isKept(after: resultSeconds ?? wallSeconds) }

  /// How late the roster that counts came, where it did.
  public var lateness: String? {
    isLate ? "\((resultSeconds ?? wallSeconds).shortest) s of \(run.budget.title)" : nil
  }

  /// How much of a processor each thread had, on average.
  public var processorShare: Double? {
    wallSeconds > 0 ? cpuSeconds / wallSeconds / Double(max(1, run.threads)) : nil
  }

  /// The part of a run's processors that others may take without a word about it.
  private static let littleTaken = 0.05

  /// Whether others took so much of its processors that its figures tell less of its solver.
  public var isDisturbed: Bool { takenByOthers.map { $0 > Self.littleTaken } ?? false }

  /// The same run under another label.
  public func renamed(_ label: String) -> RunRecord {
    var record = self
    record.run.label = label
    return record
  }

  /// The score, where there is a valid roster.
  public var scored: Score? {
    guard isSuccess, let figures = score else { return nil }
    var score = Score(format: figures[ScorePart.poolMinutes.name] == nil ? .one : .two)
    for part in score.parts { score[part] = figures[part.name] ?? 0 }
    score.total = figures["total"] ?? 0
    return score
  }
}
