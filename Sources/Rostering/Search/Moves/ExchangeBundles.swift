extension Annealer {
  /// Exchanges two bundles between two staff members, mostly of clients who live near one another; true where accepted.
  func exchangeBundles(_ run: inout Run) -> Bool {
    if problem.bundles.count < 2 { return false }
    let bundle = BundleRow(run.random.below(problem.bundles.count))
    let other = neighbour(of: bundle, outOf: 1 + run.random.below(8), &run)
    if !other.exists { return false }
    let (old, new) = (staff(of: bundle), staff(of: other))
    if old == new || !old.exists || !new.exists { return false }
    let limit = state.guide + run.threshold()
    run.journal.clear()
    var missing = remove(bundle, &run)
    missing += remove(other, &run)
    return settle(
      insert(bundle, to: new, below: limit, missing: &missing, &run)
        && insert(other, to: old, below: limit, missing: &missing, &run) && state.guide <= limit, &run)
  }
}
