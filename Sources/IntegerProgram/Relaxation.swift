/// What came of solving a model's linear relaxation.
public struct Relaxation: Sendable, Equatable {
  /// How the simplex method ended; the rest is meaningful as a solution only after `optimal`.
  public var status: LinearStatus
  /// The objective at `values`.
  public var objective: Double
  /// One value for each variable.
  public var values: [Double]
  /// The objective's gain for a unit of each row's bound.
  public var rowDuals: [Double]
  /// The reduced cost of each variable.
  public var reducedCosts: [Double]
  /// A bound on every point of the model, proven by rigorous arithmetic; nil where it would be infinite.
  public var provenBound: Double?
}

extension Model {
  /// Solves the model as if no variable had to be whole.
  ///
  /// - Parameters:
  ///   - seconds: wall-clock limit; nil for none.
  ///   - isCancelled: asked often; true ends the run.
  /// - Throws: `IntegerProgramError`.
  public func solveRelaxation(seconds: Double? = nil, isCancelled: (() -> Bool)? = nil) throws -> Relaxation {
    try requireSound()
    if hasCrossedBounds {
      let none = [Double](repeating: 0, count: variables.count)
      return Relaxation(
        status: .infeasible, objective: 0, values: none, rowDuals: [Double](repeating: 0, count: rowCount),
        reducedCosts: none)
    }
    return try LinearProgramSession.run(self) { session in
      let status = try session.solve(.primal, seconds: seconds, isCancelled: isCancelled)
      return Relaxation(
        status: status, objective: session.objective, values: session.values(), rowDuals: session.rowDuals(),
        reducedCosts: session.reducedCosts(), provenBound: status == .infeasible ? nil : session.provenBound())
    }
  }
}
