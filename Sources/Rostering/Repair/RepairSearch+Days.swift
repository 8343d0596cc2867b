import HomeCare

/// The last resort for cover: a whole day planned anew.
extension RepairSearch {
  /// Temperatures of a day's annealing, in points of its own score.
  private static let temperatures = (hot: 30.0, cold: 2.0)

  /// Anneals the days of visits that are still open though some roster could serve them, and keeps what serves more.
  ///
  /// - Parameter iterations: moves for each day.
  func replanDays(iterations: Int, until cancellation: Cancellation) {
    let open = (0..<state.score.openCount).map { state.open[$0] }.filter(ground.hopeful.contains)
    for day in Set(open.map { problem.visits[$0].earliest / Int32(LocalDateTime.minutesPerDay) }).sorted() {
      if cancellation.isCancelled { return }
      replan(RepairDay(self, day: day), iterations: iterations, until: cancellation)
    }
  }

  private func replan(_ day: RepairDay, iterations: Int, until cancellation: Cancellation) {
    guard let instance = day.instance() else { return }
    var parameters = SearchParameters()
    parameters.hotTemperature = Self.temperatures.hot
    parameters.coldTemperature = Self.temperatures.cold
    parameters.warmUp = 0
    parameters.makeRoom = 20
    let search = RosterSearch(CompiledProblem(instance), parameters: parameters, seed: random.next(), threads: 1)
    search.adopt(day.roster)
    let budget = SearchBudget(
      begin: ContinuousClock().now, seconds: nil, iterations: iterations, cancellation: cancellation)
    search.anneal(within: budget) { _ in }
    keepStarts(in: search.best, of: day)
    adopt(search.best.roster(), day)
  }

  /// Puts the visits of a day back to the starts they had, as far as the new routes allow; those who stay with their
  /// staff first.
  private func keepStarts(in best: SearchState, of day: RepairDay) {
    let rows = Dictionary(uniqueKeysWithValues: best.problem.instance.visits.enumerated().map { ($1.id, Int32($0)) })
    var wishes: [(isMoved: Bool, row: Int32, start: Int32)] = []
    for visit in day.movable {
      guard let row = rows[problem.instance.visits[Int(visit)].id], best.isAssigned(row),
        best.problem.visits[row].choosesStart == 0
      else { continue }
      let start = ground.oldStart[Int(visit)]
      guard start >= best.low[row], start <= best.high[row] else { continue }
      let shift = best.problem.instance.shifts[Int(best.slotShift[best.problem.visits[row].firstSlot])].id
      let home = ground.oldShift[Int(problem.visits[visit].firstSlot)]
      wishes.append((home < 0 || problem.instance.shifts[Int(home)].id != shift, row, start))
    }
    for wish in wishes.sorted(by: { ($0.isMoved ? 1 : 0, $0.start, $0.row) < ($1.isMoved ? 1 : 0, $1.start, $1.row) }) {
      let shift = best.slotShift[best.problem.visits[wish.row].firstSlot]
      best.chooseStart(wish.row, wish.start)
      if best.retime(shift) { continue }
      best.releaseStart(wish.row)
      best.retime(shift)
    }
  }

  /// Takes over a day's roster where it serves more than before; else leaves all as it is.
  private func adopt(_ roster: Roster, _ day: RepairDay) {
    let backup = SearchState(problem)
    backup.assign(from: state)
    var journal = Journal()
    for visit in day.movable where state.isAssigned(visit) { journal.release(visit, in: state) }
    let movable = Set(day.movable)
    let left = state.services(of: roster).filter { movable.contains($0.visit) && !state.hold($0) }
    guard left.isEmpty, state.score.unassigned < backup.score.unassigned else { return state.assign(from: backup) }
    note(day.movable.filter { !isAtHome($0) })
  }
}
