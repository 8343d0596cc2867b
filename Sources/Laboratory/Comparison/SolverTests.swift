import Statistics

/// Whether solvers differ by more than chance within one budget.
public struct SolverTests: Sendable {
  /// Two solvers, compared by Wilcoxon's signed-rank test.
  public struct Pair: Sendable {
    /// The solvers.
    public let first, second: String
    /// The test of first − second: an effect below 0 says that the first is better; `nil` where they never differ.
    public let test: SignedRankTest?
    /// The chance after Holm's correction for all pairs.
    public let adjustedChance: Double
  }

  /// The budget, in seconds.
  public let seconds: Double
  /// The solvers that are compared: those with a result in every block.
  public let solvers: [String]
  /// Blocks or pairs.
  public let blocks: Int
  /// Friedman's test, with three solvers or more.
  public let friedman: FriedmanTest?
  /// Every two solvers.
  public let pairs: [Pair]

  /// The tests of a budget; `nil` with fewer than two solvers or two blocks.
  ///
  /// Totals are put in relation to the instance's best, so that large instances do not outweigh small ones.
  init?(_ comparison: Comparison, within seconds: Double) {
    let results = comparison.results(within: seconds)
    let solvers = comparison.solvers.filter { solver in
      results.contains { $0.solvers.contains { $0.solver == solver } }
    }
    let blocks = results.flatMap { result -> [[Double]] in
      let own = solvers.compactMap { solver in result.solvers.first { $0.solver == solver } }
      guard own.count == solvers.count else { return [] }
      let scale = Double(max(1, result.reference))
      switch comparison.options.pairing {
      case .instance: return [own.map { $0.rankedTotal / scale }]
      case .run:
        let seeds = own.map { Set($0.runs.map(\.run.seed)) }
        let common = seeds.dropFirst().reduce(seeds[0]) { $0.intersection($1) }
        return common.sorted().map { seed in
          own.map { solver in
            let total = solver.runs.last { $0.run.seed == seed }?.scored?.total
            return total.map { Double($0) / scale } ?? .infinity
          }
        }
      }
    }
    guard solvers.count >= 2, blocks.count >= 2 else { return nil }
    self.seconds = seconds
    self.solvers = solvers
    self.blocks = blocks.count
    friedman = FriedmanTest(blocks: blocks)
    var tests: [(first: Int, second: Int, test: SignedRankTest?)] = []
    for first in solvers.indices {
      for second in solvers.indices.dropFirst(first + 1) {
        // Two failures are equal, not infinity minus infinity.
        let differences = blocks.map { $0[first] == $0[second] ? 0 : $0[first] - $0[second] }
        tests.append((first, second, SignedRankTest(differences: differences)))
      }
    }
    let adjusted = Holm.adjusted(tests.map { $0.test?.chance ?? 1 })
    pairs = zip(tests, adjusted).map {
      Pair(
        first: solvers[$0.first], second: solvers[$0.second], test: $0.test, adjustedChance: $1)
    }
  }
}
