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

  /// The budget.
  public let budget: RunBudget
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
  /// Differences are put in relation to the instance's best, so that large instances do not outweigh small ones, as
  /// fractions of whole numbers: rounded quotients would tell equal differences apart.
  init?(_ comparison: Comparison, within budget: RunBudget) {
    let results = comparison.results(within: budget)
    let solvers = comparison.solvers.filter { solver in
      results.contains { $0.solvers.contains { $0.solver == solver } }
    }
    let blocks = results.flatMap { result -> [Block] in
      let own = solvers.compactMap { solver in result.solvers.first { $0.solver == solver } }
      guard own.count == solvers.count else { return [] }
      let scale = max(1, result.reference)
      switch comparison.options.pairing {
      case .instance: return [Block(own.map(\.rankedTotal), scale: scale)]
      case .run:
        let seeds = own.map { Set($0.runs.map(\.run.seed)) }
        let common = seeds.dropFirst().reduce(seeds[0]) { $0.intersection($1) }
        return common.sorted().map { seed in
          let totals = own.map { solver -> Double in
            let total = solver.successes.last { $0.run.seed == seed }?.scored?.total
            return total.map(Double.init) ?? .infinity
          }
          return Block(totals, scale: scale)
        }
      }
    }
    guard solvers.count >= 2, blocks.count >= 2 else { return nil }
    self.budget = budget
    self.solvers = solvers
    self.blocks = blocks.count
    friedman = FriedmanTest(blocks: blocks.map(\.totals))
    var tests: [(first: Int, second: Int, test: SignedRankTest?)] = []
    for first in solvers.indices {
      for second in solvers.indices.dropFirst(first + 1) {
        tests.append((first, second, SignedRankTest(exact: blocks.map { $0.difference(first, second) })))
      }
    }
    let adjusted = Holm.adjusted(tests.map { $0.test?.chance ?? 1 })
    pairs = zip(tests, adjusted).map {
      Pair(
        first: solvers[$0.first], second: solvers[$0.second], test: $0.test, adjustedChance: $1)
    }
  }
}

/// The totals of one block, one for each solver, and what their differences are in relation to.
private struct Block {
  /// Whole numbers or halves, since medians are; infinite where there is no roster.
  let totals: [Double]
  private let scale: Int

  init(_ totals: [Double], scale: Int) { (self.totals, self.scale) = (totals, scale) }

  /// How much more the first has than the second, as a part of the scale.
  func difference(_ first: Int, _ second: Int) -> Fraction {
    let (one, other) = (totals[first], totals[second])
    // Two failures are equal, not infinity minus infinity.
    if one == other { return Fraction(0, over: 1) }
    if !one.isFinite || !other.isFinite { return Fraction(one > other ? 1 : -1, over: 0) }
    return Fraction(Int((one - other) * 2), over: 2 * scale)
  }
}
