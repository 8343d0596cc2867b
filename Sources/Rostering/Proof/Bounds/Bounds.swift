import HomeCare

/// Proven lower bounds on what any valid roster of an instance scores.
public struct Bounds: Sendable, Hashable {
  /// On `score.total` of any valid roster.
  public var total = 0
  /// On `score.distinct` of any valid roster that leaves no more unassigned than `unassignedAllowed`.
  public var distinct = 0
  /// On `score.unassigned` of any valid roster.
  public var unassigned = 0
  /// The `score.unassigned` up to which `distinct` holds.
  public var unassignedAllowed = 0
  /// What continuity, preferences and contacts cost at least, each client by itself.
  public var continuityPart = 0
  /// What travel and pool shifts cost at least, whoever serves whom.
  public var travelPart = 0
  /// What both cost at least together; 0 where that was not looked for.
  public var jointPart = 0
  /// The part of `total` that visits which no roster can assign make.
  public var unassignedPart = 0
  /// How the run ended.
  public var end = End.timeUp
  /// What confirms `unassignedPart` and `jointPart`, where the options ask for it and they were looked for.
  public var certificate: BoundCertificate?

  /// How a run for bounds can end.
  public enum End: String, Sendable, Hashable {
    /// The time or the rounds were used up, or the run was interrupted: more may raise the bounds.
    case timeUp = "time up"
    /// Nothing better was found for long, though better bounds may exist.
    case stalled
    /// With more time it would find no better bounds.
    case settled
  }

  /// (found − bound) / found, as of a score's part; 0 where nothing was found.
  public static func gap(found: Int, bound: Int) -> Double {
    found == 0 ? 0 : (Double(found) - Double(bound)) / Double(found)
  }
}

/// What a run for bounds may use.
public struct BoundOptions: Sendable {
  /// Seconds the run may take, by `clock`; no limit where absent. A client too many can overrun it by a moment.
  public var seconds: Double?
  /// Rounds of pricing; with a limit here and none in seconds, equal runs give equal bounds.
  public var rounds: Int?
  /// Threads used, at least 1.
  public var threads: Int
  /// By what seconds are counted.
  public var clock: RunClock
  /// What the time is used for; the others are bounded by what is there at once.
  public var measure: Measure
  /// The `score.unassigned` of the roster that the bound on distinct is to be laid beside; the bound on it where absent.
  public var unassigned: Int?
  /// Whether the bounds come with a certificate.
  public var keepsCertificate = false

  /// What a run can be for.
  public enum Measure: String, Sendable, CaseIterable {
    /// The total, and in a small part of the time distinct staff.
    case total
    /// Distinct staff alone.
    case distinct
  }

  /// Options for a run.
  public init(
    seconds: Double? = nil, rounds: Int? = nil, threads: Int = 2, measure: Measure = .total, unassigned: Int? = nil,
    clock: RunClock = .wall
  ) {
    self.measure = measure
    self.seconds = seconds
    self.rounds = rounds
    self.threads = threads
    self.clock = clock
    self.unassigned = unassigned
  }
}

extension Bounds {
  /// Proves lower bounds within the options' limits; a limit reached is no error.
  ///
  /// Blocks the calling thread until done. `progress` hears of every better bound.
  public static func proven(
    for instance: Instance, _ options: BoundOptions = BoundOptions(), cancellation: Cancellation = Cancellation(),
    progress: ((Bounds) -> Void)? = nil
  ) -> Bounds {
    BoundSolver(CompiledProblem(instance)).run(options, cancellation: cancellation, progress: progress)
  }
}
