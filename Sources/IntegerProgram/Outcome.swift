/// What came of solving an integer program: how it ended, what was found, and what is proven, each by itself.
public struct Outcome: Sendable, Equatable {
  /// Why solving ended.
  public enum Termination: Sendable, Equatable {
    /// The best solution was found and proven best, in floating point.
    case optimal
    /// There is no solution.
    case infeasible
    /// The relaxation is unbounded, so the model has no best solution, or none at all.
    case unbounded
    /// The time was over.
    case timeLimit
    /// The nodes were used up.
    case nodeLimit
    /// The caller asked to stop.
    case cancelled
    /// GLPK could not go on; the text is its own. What was found and proven before stands.
    case solverFailed(String)
  }

  /// Why solving ended.
  public var termination: Termination
  /// The objective at `values`; nil without a solution.
  public var objective: Double?
  /// One value for each variable, whole where it must be; nil without a solution.
  public var values: [Double]?
  /// What no solution beats, as the branch and bound computed it in floating point; nil if nothing is proven.
  public var bestBound: Double?
  /// How many nodes of the search tree were taken up.
  public var nodes: Int
}
