/// What all solvers reached on one instance within one budget.
public struct InstanceResult: Sendable {
  /// The instance's name.
  public let instance: String
  /// The budget, in seconds.
  public let seconds: Double
  /// The smallest total known or seen.
  public let reference: Int
  /// The highest bound known or proven in a run.
  public let bound: Int?
  /// Each solver's result, in the order of the comparison's solvers; without those that have no run here.
  public let solvers: [SolverResult]

  /// The solvers whose median total is the smallest.
  var best: [String] {
    guard let least = solvers.map(\.rankedTotal).min(), least.isFinite else { return [] }
    return solvers.filter { $0.rankedTotal == least }.map(\.solver)
  }
}
