/// When to stop short of a proof.
public struct SolveLimits: Sendable, Equatable {
  /// Wall-clock seconds from the call; nil for no limit.
  public var seconds: Double?
  /// Nodes of the search tree; nil for no limit.
  public var nodes: Int?
  /// Stop when |objective − bound| ≤ this × max(1, |objective|).
  public var relativeGap: Double
  /// Stop when |objective − bound| ≤ this.
  public var absoluteGap: Double
  /// Only solutions strictly better than this are sought; nil to seek any.
  public var cutoff: Double?

  /// Limits; by default none.
  public init(
    seconds: Double? = nil, nodes: Int? = nil, relativeGap: Double = 0, absoluteGap: Double = 0, cutoff: Double? = nil
  ) {
    self.seconds = seconds
    self.nodes = nodes
    self.relativeGap = relativeGap
    self.absoluteGap = absoluteGap
    self.cutoff = cutoff
  }
}

/// How the branch and bound goes about its work. The answer is the same; the time is not.
public struct SearchSettings: Sendable, Equatable {
  /// Which fractional variable of the highest priority present is branched on.
  public enum BranchingRule: Sendable {
    /// The one of the lowest number.
    case firstFractional
    /// The one of the highest number.
    case lastFractional
    /// The one furthest from a whole number, the lowest number winning ties.
    case mostFractional
    /// GLPK's choice after Driebeck and Tomlin; priorities are not heeded.
    case driebeckTomlin
    /// GLPK's pseudocosts; priorities are not heeded.
    case pseudocosts
  }

  /// Which of the two branches is taken up first, for the first three rules.
  public enum BranchFirst: Sendable {
    /// The nearer whole number.
    case nearest
    /// The smaller whole number.
    case down
    /// The larger whole number.
    case up
  }

  /// Where the search goes on after a dead end.
  public enum Backtracking: Sendable {
    /// The node with the best bound.
    case bestBound
    /// The newest node: little memory, early solutions.
    case depthFirst
    /// The node promising the best solution by projection.
    case bestProjection
  }

  /// The variable to branch on.
  public var branching: BranchingRule
  /// The branch to take up first.
  public var branchFirst: BranchFirst
  /// The node to go on with.
  public var backtracking: Backtracking
  /// Whether GLPK may simplify the model first. It often halves the time. Lazy rows and a heuristic need the model as
  /// it is, so they switch this off.
  public var presolves: Bool
  /// Whether GLPK adds its own mixed-integer-rounding and clique cuts.
  public var addsCuts: Bool

  /// Settings; the defaults suit assignment models.
  public init(
    branching: BranchingRule = .firstFractional, branchFirst: BranchFirst = .nearest,
    backtracking: Backtracking = .bestBound, presolves: Bool = true, addsCuts: Bool = false
  ) {
    self.branching = branching
    self.branchFirst = branchFirst
    self.backtracking = backtracking
    self.presolves = presolves
    self.addsCuts = addsCuts
  }
}
