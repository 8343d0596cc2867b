/// For each solver the share of instances on which it is within a factor of the best solver (E. D. Dolan and J. J. Moré,
/// "Benchmarking optimization software with performance profiles", 2002).
struct PerformanceProfile {
  /// The share at each factor at which it grows; factors in ascending order from 1.
  typealias Steps = [(factor: Double, share: Double)]

  /// The steps of each solver, in the comparison's order.
  let solvers: [(solver: String, steps: Steps)]

  init(_ comparison: Comparison, within budget: RunBudget) {
    let results = comparison.results(within: budget).filter { !$0.best.isEmpty }
    solvers = comparison.solvers.compactMap { solver in
      let ratios = results.compactMap { result -> Double? in
        guard let own = result.solvers.first(where: { $0.solver == solver }),
          let best = result.solvers.map(\.rankedTotal).min()
        else { return nil }
        return own.rankedTotal == best ? 1 : best > 0 ? own.rankedTotal / best : .infinity
      }.sorted()
      if ratios.isEmpty { return nil }
      var steps: Steps = [(1, 0)]
      for (index, ratio) in ratios.enumerated() where ratio.isFinite {
        steps.append((ratio, Double(index + 1) / Double(results.count)))
      }
      return (solver, steps)
    }
  }
}
