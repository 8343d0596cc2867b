import HomeCare

/// Where a planning run stands; handed out with each better roster, and otherwise a few times a second at most.
public struct PlanProgress: Sendable {
  /// What a run can be doing.
  public enum Phase: String, Sendable, Encodable {
    /// Building a first roster.
    case construct
    /// Searching for a better one.
    case search
    /// Proving one best.
    case exact
    /// Proving lower bounds.
    case bound
    /// Planning neighbouring regions of a city together.
    case mend
  }

  /// Seconds since the run began.
  public var seconds: Double
  /// Iterations of the search so far.
  public var iterations: Int
  /// Moves evaluated so far, over all threads.
  public var evaluatedMoves: Int
  /// The best roster's score so far.
  public var best: Score
  /// Proven lower bound on the total so far, where one is known.
  public var lowerBound: Int?
  /// What the run is doing.
  public var phase: Phase

  /// A moment of a run.
  public init(
    seconds: Double, best: Score, phase: Phase = .search, iterations: Int = 0, evaluatedMoves: Int = 0,
    lowerBound: Int? = nil
  ) {
    self.seconds = seconds
    self.iterations = iterations
    self.evaluatedMoves = evaluatedMoves
    self.best = best
    self.lowerBound = lowerBound
    self.phase = phase
  }
}
