extension Annealer {
  /// Leaves a visit where that is cheap enough, or takes up one that is left, or it and all others of its client; true where
  /// accepted.
  func leave(_ run: inout Run) -> Bool {
    let visit = VisitRow(run.random.below(problem.visitCount))
    let limit = state.guide + run.threshold()
    run.journal.clear()
    if state.isAssigned(visit) {
      run.journal.removeVisit(visit, in: state)
    } else {
      if !takeUp(visit, &run) { return false }
      if run.random.below(2) == 0 {
        for index in visitsOfClient.indices(of: problem.visits[visit].client)
        where !state.isAssigned(visitsOfClient[index]) {
          _ = run.inserter.insert(
            visitsOfClient[index], in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
        }
      }
    }
    return settle(state.guide <= limit, &run)
  }

  /// Serves a visit at whatever price; false where it has no place.
  ///
  /// The first visit of a client by a staff member may cost more than leaving it, and those that follow next to nothing.
  private func takeUp(_ visit: VisitRow, _ run: inout Run) -> Bool {
    run.inserter.prices.paysAnything = true
    defer { run.inserter.prices.paysAnything = false }
    return run.inserter.insert(
      visit, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
  }
}
