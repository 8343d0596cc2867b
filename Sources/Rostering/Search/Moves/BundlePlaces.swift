/// What moves of bundles have in common: they take whole bundles out and give each to one staff member.
extension Annealer {
  /// The nearest to a bundle of several drawn at random; none where only the bundle itself was drawn.
  func neighbour(of bundle: BundleRow, outOf draws: Int, _ run: inout Run) -> BundleRow {
    let centre = problem.bundles.centre[bundle]
    var nearest = BundleRow.none
    var least = Minutes.max
    for _ in 0..<draws {
      let other = BundleRow(run.random.below(problem.bundles.count))
      let minutes = problem.plainMinutes(centre, problem.bundles.centre[other])
      if other != bundle && minutes < least { (nearest, least) = (other, minutes) }
    }
    return nearest
  }

  /// A staff member who could serve a visit of a bundle; none where nobody can.
  func candidate(for bundle: BundleRow, _ run: inout Run) -> StaffRow {
    let members = problem.bundles.members.indices(of: bundle)
    let visit = problem.bundles.members[members.lowerBound + run.random.below(members.count)]
    let eligible = problem.slots[problem.visits[visit].firstSlot].eligible
    if eligible.isEmpty { return .none }
    return problem.shifts[problem.eligible[eligible.lowerBound + run.random.below(eligible.count)]].staff
  }

  /// Who serves a bundle; none where nobody serves any of its visits.
  func staff(of bundle: BundleRow) -> StaffRow {
    for index in problem.bundles.members.indices(of: bundle) {
      let visit = problem.bundles.members[index]
      if state.isAssigned(visit) { return state.staff(of: problem.visits[visit].firstSlot) }
    }
    return .none
  }

  /// Takes out all visits of a bundle, and returns what they cost while they are out.
  func remove(_ bundle: BundleRow, _ run: inout Run) -> Int {
    var missing = 0
    for index in problem.bundles.members.indices(of: bundle) {
      let visit = problem.bundles.members[index]
      if state.isAssigned(visit) { run.journal.removeVisit(visit, in: state) }
      missing += state.costs.leaving(problem.visits[visit])
    }
    return missing
  }

  /// Gives a bundle that is out to a staff member; false, with some of its visits placed, where one finds no place or
  /// where all becomes dearer than a limit.
  ///
  /// - Parameter missing: what all visits cost that are out and still to be put back; these are taken off it.
  func insert(_ bundle: BundleRow, to staff: StaffRow, below limit: Int, missing: inout Int, _ run: inout Run) -> Bool {
    run.inserter.only = staff
    defer { run.inserter.only = .none }
    for index in problem.bundles.members.indices(of: bundle) {
      let visit = problem.bundles.members[index]
      let isIn = run.inserter.insert(
        visit, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
      if !isIn { return false }
      missing -= state.costs.leaving(problem.visits[visit])
      // What is still to be put back costs nothing at best.
      if problem.travelIsMetric && state.guide - missing > limit { return false }
    }
    return true
  }
}
