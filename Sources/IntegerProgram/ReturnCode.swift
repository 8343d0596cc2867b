import CGLPK

/// What GLPK's solvers return, each of its codes by name.
enum ReturnCode: Int32, CaseIterable {
  case success = 0
  case invalidBasis = 0x01
  case singularBasis = 0x02
  case illConditionedBasis = 0x03
  case invalidBounds = 0x04
  case failure = 0x05
  case lowerObjectiveLimit = 0x06
  case upperObjectiveLimit = 0x07
  case iterationLimit = 0x08
  case timeLimit = 0x09
  case noPrimalFeasible = 0x0A
  case noDualFeasible = 0x0B
  case noRootOptimum = 0x0C
  case stoppedByCallback = 0x0D
  case gapReached = 0x0E
  case noFeasible = 0x0F
  case noConvergence = 0x10
  case unstable = 0x11
  case invalidData = 0x12
  case outOfRange = 0x13

  /// What a code says about a run.
  enum Meaning: Equatable {
    /// It ran to its end; the problem's status tells the result.
    case finished
    /// There is no solution.
    case infeasible
    /// There is no best solution, or none at all.
    case unbounded
    /// The objective has passed the limit set for it.
    case objectiveLimit
    /// The iterations were used up.
    case iterationLimit
    /// The time was over.
    case timeLimit
    /// The callback asked for the end.
    case stopped
    /// The gap was closed as far as was asked.
    case gapReached
    /// It could not go on from this basis; another may do.
    case badBasis(String)
    /// It could not go on.
    case failed(String)
  }

  /// What the code says about the run that returned it.
  var meaning: Meaning {
    switch self {
    case .success: .finished
    case .invalidBasis: .badBasis("the basis has a wrong number of variables")
    case .singularBasis: .badBasis("the basis matrix is singular")
    case .illConditionedBasis: .badBasis("the basis matrix is ill-conditioned")
    case .invalidBounds: .failed("bounds were refused")
    case .failure: .badBasis("the simplex method broke down")
    case .lowerObjectiveLimit, .upperObjectiveLimit: .objectiveLimit
    case .iterationLimit: .iterationLimit
    case .timeLimit: .timeLimit
    case .noPrimalFeasible, .noFeasible: .infeasible
    case .noDualFeasible: .unbounded
    case .noRootOptimum: .failed("the root relaxation was not solved")
    case .stoppedByCallback: .stopped
    case .gapReached: .gapReached
    case .noConvergence: .failed("no convergence")
    case .unstable: .failed("numerical instability")
    case .invalidData: .failed("invalid data")
    case .outOfRange: .failed("a result was out of range")
    }
  }

  /// The meaning of a code as GLPK returned it.
  static func meaning(of code: Int32) -> Meaning {
    Self(rawValue: code)?.meaning ?? .failed("GLPK returned the unknown code \(code)")
  }
}
