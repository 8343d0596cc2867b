/// What came of solving an integer program: how it ended, what was found, and what is proven, each by itself.
public struct Outcome: Sendable, Equatable {
  /// Why solving ended.
  public enum Termination: Sendable, Equatable {
    /// The best solution was found and proven best, in floating point: to less than the step by which objectives
    /// differ (see `Model.objectiveStep`), or else to 1e-7 of the objective.
    case optimal
    /// There is no solution.
    case infeasible
    /// The relaxation is unbounded, so the model has no best solution, or none at all.
    case unbounded
    /// Nothing better than the cutoff exists.
    case cutoff
    /// The bound came as close to the best solution as was asked.
    case gapReached
    /// The time was over.
    case timeLimit
    /// The nodes were used up.
    case nodeLimit
    /// The caller asked to stop.
    case cancelled
    /// GLPK could not go on; the text is its own. What was found and proven before stands.
    case solverFailed(String)
  }

  /// What is known of `values`.
  public enum SolutionStatus: Sendable, Equatable {
    /// There are none.
    case none
    /// They keep all rows and bounds.
    case feasible
    /// They are feasible and proven best.
    case optimal
  }

  /// Why solving ended.
  public var termination: Termination
  /// What is known of `values`.
  public var solutionStatus: SolutionStatus
  /// The objective at `values`; nil without a solution.
  public var objective: Double?
  /// One value for each variable, whole where it must be; nil without a solution.
  public var values: [Double]?
  /// What no solution beats, as the branch and bound computed it in floating point; nil if nothing is proven.
  public var bestBound: Double?
  /// `bestBound` loosened by a margin for rounding, then tightened to the next objective an integer point can have.
  public var safeBound: Double?
  /// How many nodes of the search tree were taken up.
  public var nodes: Int
  /// How many lazy rows were added.
  public var lazyRows: Int
  /// Wall-clock time, from the call to this outcome.
  public var seconds: Double

  /// |objective − best bound| / max(1, |objective|); nil unless both are known.
  public var relativeGap: Double? {
    guard let objective, let bestBound else { return nil }
    return abs(objective - bestBound) / max(1, abs(objective))
  }
}

extension Model {
  /// A bound computed in floating point, loosened by 1e-6 of its size, then moved to the next possible objective.
  func safeBound(_ bound: Double) -> Double {
    let direction: Double = sense == .minimize ? 1 : -1
    let loosened = bound - direction * 1e-6 * max(1, abs(bound))
    guard let step = objectiveStep else { return loosened }
    if step == 0 { return objectiveConstant }
    let steps = ((loosened - objectiveConstant) / step).rounded(sense == .minimize ? .up : .down)
    return objectiveConstant + steps * step
  }
}
