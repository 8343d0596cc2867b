/// How a roster was found and what is proven about it.
public struct SolveSummary: Hashable, Sendable {
  /// What is known about the roster's quality.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Proven: no valid roster scores less.
    case optimal
    /// Valid, not proven best.
    case feasible
    /// A signal ended the run; the best roster so far.
    case interrupted
  }

  /// The solver that made it, such as `exact` or `heuristic`.
  public var solver: String
  /// What is known about its quality.
  public var status: Status
  /// A proven lower bound on `score.total` of any valid roster.
  public var lowerBound: Int?
  /// A proven lower bound on `score.unassigned` of any valid roster.
  public var unassignedBound: Int?
  /// A proven lower bound on `score.distinct` of any valid roster that leaves no more unassigned than this one.
  public var distinctBound: Int?
  /// The seed of the run.
  public var seed: UInt64
  /// Wall-clock seconds of the run; absent where the run was limited by iterations, so that equal runs give equal bytes.
  public var seconds: Double?
  /// Iterations of the search.
  public var iterations: Int?
  /// Moves evaluated by the search.
  public var evaluatedMoves: Int?
  /// The weights by which it was searched, as far as they are not the instance's own.
  public var weights: WeightSettings?
  /// What a file says the gap is, set by readers only where it is not `gap(total:)`; the checker then tells.
  public var contradictingGap: Double?

  /// A summary of a run.
  public init(
    solver: String, status: Status, lowerBound: Int? = nil, unassignedBound: Int? = nil, distinctBound: Int? = nil,
    seed: UInt64, seconds: Double? = nil, iterations: Int? = nil, evaluatedMoves: Int? = nil
  ) {
    self.solver = solver
    self.status = status
    self.lowerBound = lowerBound
    self.unassignedBound = unassignedBound
    self.distinctBound = distinctBound
    self.seed = seed
    self.seconds = seconds
    self.iterations = iterations
    self.evaluatedMoves = evaluatedMoves
  }

  /// (total − lowerBound) / total, 0 where the total is 0; `nil` without a bound.
  public func gap(total: Int) -> Double? {
    lowerBound.map { total == 0 ? 0 : (Double(total) - Double($0)) / Double(total) }
  }
}
