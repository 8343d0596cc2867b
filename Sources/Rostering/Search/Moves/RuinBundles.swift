extension Annealer {
  /// Takes out some bundles near one another and gives each to whoever serves it most cheaply; true where accepted.
  func ruinBundles(_ run: inout Run) -> Bool {
    if problem.bundles.count == 0 { return false }
    let seed = BundleRow(run.random.below(problem.bundles.count))
    var out = [seed]
    for _ in 0..<1 + run.random.below(4) {
      let other = neighbour(of: seed, outOf: 4 + run.random.below(12), &run)
      if other.exists && !out.contains(other) { out.append(other) }
    }
    let limit = state.guide + run.threshold()
    run.journal.clear()
    var missing = 0
    for bundle in out { missing += remove(bundle, &run) }
    for index in stride(from: out.count - 1, to: 0, by: -1) { out.swapAt(index, run.random.below(index + 1)) }
    for bundle in out {
      let staff = cheapestStaff(for: bundle, &run)
      guard staff.exists, insert(bundle, to: staff, below: limit, missing: &missing, &run) else {
        return settle(false, &run)
      }
    }
    return settle(state.guide <= limit, &run)
  }

  /// Part of 256 staff who are passed over, so that the same ruin ends differently.
  private static let passedOver = 20

  /// Who serves a bundle that is out most cheaply, as far as its visits can be placed one beside the other.
  private func cheapestStaff(for bundle: BundleRow, _ run: inout Run) -> StaffRow {
    let first = problem.bundles.members[problem.bundles.members.indices(of: bundle).lowerBound]
    var best = StaffRow.none
    var least = Int.max
    var previous = StaffRow.none
    // Eligible shifts are ordered by staff.
    for index in problem.slots[problem.visits[first].firstSlot].eligible {
      let staff = problem.shifts[problem.eligible[index]].staff
      if staff == previous { continue }
      previous = staff
      if run.random.chance(Self.passedOver) { continue }
      if let cost = cost(of: bundle, servedBy: staff, below: least, &run) { (best, least) = (staff, cost) }
    }
    return best
  }

  /// What the places of a bundle's visits cost in a staff member's shifts; `nil` where one has none or they cost too much.
  private func cost(of bundle: BundleRow, servedBy staff: StaffRow, below limit: Int, _ run: inout Run) -> Int? {
    run.inserter.only = staff
    defer { run.inserter.only = .none }
    var cost = 0
    for index in problem.bundles.members.indices(of: bundle) {
      let visit = problem.bundles.members[index]
      let slot = problem.visits[visit].firstSlot
      guard
        let found = run.inserter.cheapest(
          slot, earliest: state.earliestStart[visit], latest: state.latestStart[visit], in: state,
          evaluated: &run.evaluated)
      else { return nil }
      cost += found.cost
      if cost >= limit && problem.travelIsMetric { return nil }
    }
    return cost < limit ? cost : nil
  }
}
