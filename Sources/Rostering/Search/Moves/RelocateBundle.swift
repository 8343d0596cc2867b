extension Annealer {
  /// Gives all visits of a bundle to another staff member; true where accepted.
  func relocateBundle(_ run: inout Run) -> Bool {
    if problem.bundles.count == 0 { return false }
    let bundle = BundleRow(run.random.below(problem.bundles.count))
    let new = candidate(for: bundle, &run)
    if !new.exists || new == staff(of: bundle) { return false }
    let limit = state.guide + run.threshold()
    run.journal.clear()
    var missing = remove(bundle, &run)
    return settle(
      insert(bundle, to: new, below: limit, missing: &missing, &run) && state.guide <= limit, &run)
  }
}
