/// Which parts a planning run has beside the construction.
struct RunRecipe: Sendable {
  /// When a proof is tried.
  enum Proof: Sendable {
    case never
    /// Where the instance looks small enough.
    case withinReach
    case always
  }

  /// When a proof is tried by branch and price.
  var proof: Proof
  /// Whether the roster is annealed.
  var searches: Bool
  /// Whether lower bounds are proven where no proof is tried.
  var bounds: Bool

  init(proof: Proof, searches: Bool, bounds: Bool) {
    self.proof = proof
    self.searches = searches
    self.bounds = bounds
  }

  /// The parts that a way of solving allows.
  init(_ solver: PlanOptions.Solver) {
    switch solver {
    case .auto: self.init(proof: .withinReach, searches: true, bounds: true)
    case .exact: self.init(proof: .always, searches: false, bounds: true)
    case .heuristic: self.init(proof: .never, searches: true, bounds: true)
    }
  }
}
