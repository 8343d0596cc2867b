import HomeCare

/// The last resort: a whole day planned anew.
extension RepairSearch {
  /// Temperatures of a day's annealing, in points of its own score.
  private static let temperatures = (hot: 30.0, cold: 2.0)

  /// Anneals the days on which a visit is still open though some roster could serve it, or on which more has changed
  /// than should, and keeps what is better by the option's order.
  ///
  /// - Parameter iterations: moves for each day.
  func replanDays(iterations: Int, until cancellation: Cancellation) {
    var visits = openVisits
    if sideChanges > sideLimit { visits += basis.orphans }
    for day in Set(visits.map { problem.visits[$0].earliest / Minutes(LocalDateTime.minutesPerDay) }).sorted() {
      if cancellation.isCancelled || openVisits.isEmpty && sideChanges <= sideLimit { return }
      replan(RepairDay(self, day: day), iterations: iterations, until: cancellation)
    }
  }

  private func replan(_ day: RepairDay, iterations: Int, until cancellation: Cancellation) {
    guard let instance = day.instance() else { return }
    var parameters = SearchParameters().reheating(to: Self.temperatures.hot)
    parameters.coldTemperature = Self.temperatures.cold
    parameters.makeRoom = 20
    let search = RosterSearch(CompiledProblem(instance), parameters: parameters, seed: random.next(), threads: 1)
    search.adopt(day.roster)
    let budget = SearchBudget(seconds: nil, iterations: iterations, cancellation: cancellation)
    search.anneal(within: budget) { _ in }
    keepStarts(in: search.best, of: day)
    adopt(search.best.roster(keepingStarts: true), day)
  }

  /// Puts the visits of a day back to the starts they had, as far as the new routes allow; those who stay with their
  /// staff first.
  private func keepStarts(in best: SearchState, of day: RepairDay) {
    let rows = VisitRow.byID(best.problem.instance.visits.map(\.id))
    var wishes: [(isMoved: Bool, row: VisitRow, start: Minutes)] = []
    for visit in day.movable {
      guard let row = rows[problem.instance[visit].id], best.isAssigned(row),
        !best.problem.visits[row].choosesStart
      else { continue }
      let start = basis.oldStart[visit]
      guard start >= best.earliestStart[row], start <= best.latestStart[row] else { continue }
      let shift = best.problem.instance[best.slotShift[best.problem.visits[row].firstSlot]].id
      let home = basis.oldShift[problem.visits[visit].firstSlot]
      wishes.append((!home.exists || problem.instance[home].id != shift, row, start))
    }
    for wish in wishes.sorted(by: { ($0.isMoved ? 1 : 0, $0.start, $0.row) < ($1.isMoved ? 1 : 0, $1.start, $1.row) }) {
      let shift = best.slotShift[best.problem.visits[wish.row].firstSlot]
      let held = best.held(wish.row)
      best.chooseStart(wish.row, wish.start)
      if best.retime(shift) { continue }
      best.hold(wish.row, to: held)
      best.retime(shift)
    }
  }

  /// Takes over a day's roster where that is better; else leaves all as it is.
  private func adopt(_ roster: Roster, _ day: RepairDay) {
    let backup = SearchState(problem)
    backup.assign(from: state)
    let before = cost()
    var journal = Journal()
    for visit in day.movable where state.isAssigned(visit) { journal.removeVisit(visit, in: state) }
    let movable = Set(day.movable)
    let left = state.assignments(of: roster).filter { movable.contains($0.visit) && !state.hold($0) }
    note(day.movable.filter { !isAtHome($0) })
    // Where detours save time, a route is judged as a whole.
    let keepsTime = problem.shiftRows.allSatisfy { state.keepsTime($0) || !backup.keepsTime($0) }
    if !left.isEmpty || !keepsTime || cost() >= before { state.assign(from: backup) }
  }
}
