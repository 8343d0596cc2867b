/// What ruins have in common: take a set of visits out, put them back one by one, keep the result or undo it.
extension Annealer {
  /// Takes out the visits in `run.removed`, reinserts them, and keeps the outcome where it passes the Metropolis test.
  ///
  /// Ends as soon as the outcome can no longer pass: what is still to be put back costs nothing at best.
  ///
  /// - Parameters:
  ///   - ejecting: Whether visits may take the places of others.
  ///   - usual: The usual time of a series, all of whose visits are taken out, when they are put back.
  func rebuild(
    _ run: inout Run, ejecting: Bool = false, usual: Minutes = 0, of series: SeriesRow = .none
  ) -> Bool {
    let before = state.guide
    run.journal.clear()
    for visit in run.removed where state.isAssigned(visit) { run.journal.removeVisit(visit, in: state) }
    if series.exists { run.journal.setUsual(series, usual, in: state) }
    order(&run)
    // Where visits may be left, the first of a client by a staff member may cost more than that, and those that follow it next
    // to nothing: half of the time it is put back at whatever price.
    run.inserter.prices.paysAnything = problem.leavingPays && run.random.chance(128)
    defer { run.inserter.prices.paysAnything = false }
    let threshold = run.threshold()
    var missing = run.removed.reduce(0) { $0 + state.costs.leaving(problem.visits[$1]) }
    for visit in run.removed {
      if state.guide - missing - before > threshold && problem.travelIsMetric { break }
      missing -= state.costs.leaving(problem.visits[visit])
      if ejecting {
        insertEjecting(visit, &run)
        continue
      }
      _ = run.inserter.insert(
        visit, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
    }
    return settle(state.guide - missing - before <= threshold, &run)
  }

  /// Keeps what a compound move has made of the roster where that is wanted and every route still works, or undoes it.
  ///
  /// Where detours save time, a route may no longer work once a visit has left it.
  func settle(_ isWanted: Bool, _ run: inout Run) -> Bool {
    if isWanted && (problem.travelIsMetric || problem.shiftRows.allSatisfy(state.isFeasible)) { return true }
    run.journal.undo(in: state)
    return false
  }

  /// Puts the visits that are hardest to place first, or shuffles them.
  private func order(_ run: inout Run) {
    let count = run.removed.count
    if count < 2 { return }
    for index in stride(from: count - 1, to: 0, by: -1) {
      run.removed.swapAt(index, run.random.below(index + 1))
    }
    switch run.random.below(4) {
    case 0: break
    case 1: run.removed.sort { problem.visits[$0].minutes > problem.visits[$1].minutes }
    case 2: run.removed.sort { problem.visits[$0].earliest < problem.visits[$1].earliest }
    default:
      run.removed.sort {
        let (a, b) = (problem.visits[$0], problem.visits[$1])
        return (a.priority * a.need, b.latest - b.earliest) > (b.priority * b.need, a.latest - a.earliest)
      }
    }
  }

  /// Adds some of the visits that a visit is linked to: their starts and staff bind its own.
  func collectLinked(to visit: VisitRow, _ run: inout Run) {
    for index in problem.links.indices(of: visit) {
      let other = problem.links[index].other
      if state.isAssigned(other) && run.random.chance(128) && !run.removed.contains(other) {
        run.removed.append(other)
      }
    }
  }
}
