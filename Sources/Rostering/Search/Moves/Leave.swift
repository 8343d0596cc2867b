extension Annealer {
  /// Leaves a visit where that is cheap enough, or takes up one that is left; true where accepted.
  func leave(_ run: inout Run) -> Bool {
    let visit = VisitRow(run.random.below(problem.visitCount))
    let limit = state.guide + run.threshold()
    run.journal.clear()
    if state.isAssigned(visit) {
      run.journal.removeVisit(visit, in: state)
    } else {
      let isIn = run.inserter.insert(
        visit, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
      if !isIn { return false }
    }
    return settle(state.guide <= limit, &run)
  }
}
