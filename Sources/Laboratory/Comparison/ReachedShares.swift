/// Of the runs within a budget, how many had reached something by each place: empirical distribution functions, in which a run
/// that never got there keeps the share below 1.
enum ReachedShares {
  /// The share at each place at which it grows, in ascending order.
  typealias Steps = [(place: Double, share: Double)]

  /// By seconds or iterations: runs that had a roster within the target's distance of the best (R. Aiex, M. Resende and
  /// C. Ribeiro, "TTT plots: a perl program to create time-to-target plots", 2007).
  static func target(_ runs: [RunRecord], _ comparison: Comparison) -> Steps {
    steps(
      of: runs.count,
      runs.compactMap { run in
        guard run.counts(comparison.options) else { return nil }
        let limit = Double(comparison.reference(run.run.instance)) * (1 + comparison.options.target)
        return run.trace.first { Double($0.total) <= limit }.flatMap(run.run.budget.place)
      })
  }

  /// By percent above the best: runs whose total was no further above it.
  static func gap(_ runs: [RunRecord], _ comparison: Comparison) -> Steps {
    steps(
      of: runs.count,
      runs.compactMap { run in
        let reference = comparison.reference(run.run.instance)
        guard run.counts(comparison.options), reference > 0 else { return nil }
        return run.scored.map { Double($0.total) / Double(reference) * 100 - 100 }
      })
  }

  private static func steps(of count: Int, _ places: [Double]) -> Steps {
    let sorted = places.sorted()
    return sorted.indices.compactMap { index in
      // Where several got there at one place, the last of them has the share.
      if index + 1 < sorted.count && sorted[index + 1] == sorted[index] { return nil }
      return (sorted[index], Double(index + 1) / Double(count))
    }
  }
}
