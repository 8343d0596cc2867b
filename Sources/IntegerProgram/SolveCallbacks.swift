/// What a solver run asks of its caller, and tells it.
///
/// All are called on the solver's own thread, one at a time, while the caller of `solve` waits; none may block for
/// long, since the time limit is not watched meanwhile.
public struct SolveCallbacks {
  /// Asked often; true ends the run soon with what was found.
  public var isCancelled: (() -> Bool)?
  /// Told of each better solution and a few times a second besides.
  public var progress: ((SolveProgress) -> Void)?
  /// Asked at every solution of a node's relaxation for rows the model should have had, and at every solution offered
  /// by the heuristic or the caller. A solution for which it returns no violated row is accepted, so it must find one
  /// for every integer point that breaks a rule it stands for. Rows hold in the whole tree.
  public var lazyRows: ((RelaxationPoint) -> [LazyRow])?
  /// Asked at every node whose relaxation is fractional for a solution; what is infeasible is dropped silently.
  public var heuristic: ((RelaxationPoint) -> [Double]?)?

  /// Callbacks; by default none.
  public init(
    isCancelled: (() -> Bool)? = nil, progress: ((SolveProgress) -> Void)? = nil,
    lazyRows: ((RelaxationPoint) -> [LazyRow])? = nil, heuristic: ((RelaxationPoint) -> [Double]?)? = nil
  ) {
    self.isCancelled = isCancelled
    self.progress = progress
    self.lazyRows = lazyRows
    self.heuristic = heuristic
  }
}

/// Where a run stands.
public struct SolveProgress: Sendable, Equatable {
  /// Seconds since the call.
  public var seconds: Double
  /// Nodes taken up so far.
  public var nodes: Int
  /// Nodes not yet done with.
  public var openNodes: Int
  /// The objective of the best solution so far.
  public var objective: Double?
  /// What no solution can beat.
  public var bestBound: Double?
}

/// The solution of one node's relaxation, or a whole solution to be checked.
public struct RelaxationPoint: Sendable, Equatable {
  /// One value for each variable.
  public var values: [Double]
  /// The objective there.
  public var objective: Double
  /// Whether all integer variables are whole to within 1e-5.
  public var isIntegral: Bool
  /// How far below the root the node lies.
  public var depth: Int
}

/// A row handed to a running solver.
public struct LazyRow: Sendable, Equatable {
  /// The least sum allowed.
  public var lower: Double
  /// The greatest sum allowed.
  public var upper: Double
  /// The terms summed.
  public var terms: [Model.Term]

  /// The row lower ≤ Σ terms ≤ upper.
  public init(lower: Double = -.infinity, upper: Double = .infinity, _ terms: [Model.Term]) {
    self.lower = lower
    self.upper = upper
    self.terms = Model.merged(terms)
  }

  /// The sum of the terms at a point.
  public func activity(at values: [Double]) -> Double {
    terms.reduce(0) { $0 + $1.coefficient * values[$1.variable] }
  }
}
