/// Prices of places by a repair's order of aims.
struct RepairPrices: PlacementPrices {
  /// Minutes of travel that another start than the old one is held to be worth.
  private static let startChange: Minutes = 5
  static let looksAtKnownFirst = false

  let basis: RepairBasis
  let objective: RepairObjective

  func leastOfStrangers(_ question: PlacementQuestion, _ state: SearchState) -> Int { Int.min }

  func meeting(_ question: PlacementQuestion, _ staff: StaffRow, _ state: SearchState) -> Int {
    let (problem, costs) = (state.problem, objective.costs)
    let (visit, row) = (question.visit, question.row)
    let pair = problem.pair(client: row.client, staff: staff)
    var cost = 0
    // A team's contact is not waited for: whoever else serves it costs as if alone.
    if row.need > 1 && problem.pairFlags[pair].contains(.notContact) { cost += costs.teamWithoutContact }
    if state.met[pair] == 0 && !basis.isKnown[pair] { cost += costs.newFace }
    if row.counts && state.countedMeetings[state.countedIndex(pair, period: state.period[visit])] == 0 {
      let term = problem.term(of: row.client, in: state.period[visit])
      if state.distinct[term] >= basis.ceiling[term] { cost += costs.overTarget }
      if state.distinct[term] >= basis.distinctBefore[term] { cost += costs.distinct }
    }
    if problem.weighsBalance { cost += state.imbalanceStep(staff, by: row.minutes) * costs.imbalance }
    // Who served a team's visit before stays where that is possible.
    if question.isHeld, let stay = basis.survivors[visit], !stay.isEmpty, !stay.contains(staff) {
      cost += objective.sideChange / 2 + costs.travel
    }
    return cost
  }

  func serving(_ question: PlacementQuestion, in shift: ShiftRow, _ state: SearchState) -> Int {
    let (problem, row, shiftRow) = (state.problem, question.row, state.problem.shifts[shift])
    let pair = problem.pairFlags[problem.pair(client: row.client, staff: shiftRow.staff)]
    return objective.costs.serving(row, from: question.earliest, in: shiftRow, pair)
      + (state.length[shift] == 0 ? objective.costs.opening(shiftRow) : 0)
  }

  /// At the old start where that has room; else at any.
  func place(_ question: PlacementQuestion, in shift: ShiftRow, below limit: Int, _ state: SearchState) -> (
    Fit, cost: Int
  ) {
    let row = question.row
    let staff = state.problem.shifts[shift].staff
    if !basis.mayServe[staff] && basis.survivors[question.visit]?.contains(staff) != true {
      return (Fit(place: .none, window: .none), 0)
    }
    func best(_ earliest: Minutes, _ latest: Minutes) -> Place {
      state.bestPlace(row.location, earliest, latest, row.minutes, in: shift)
    }
    if question.isHeld { return (Fit(place: best(question.earliest, question.latest), window: .none), 0) }
    let oldStart = basis.oldStart[question.visit]
    let oldShift = basis.oldShift[question.slot]
    if oldStart >= 0 && state.mayStart(question.visit, at: oldStart)
      && state.leavesOwnTime(question.visit, row, at: oldStart)
    {
      let place = best(oldStart, oldStart)
      if place.exists {
        let held = HeldWindow(
          earliest: oldStart, latest: oldStart, deviation: state.deviation(question.visit, from: oldStart))
        return (Fit(place: place, window: held), oldShift.exists && oldShift != shift ? objective.sideChange : 0)
      }
    }
    if oldShift == shift, let near = near(question, oldStart, state) {
      let place = best(near.earliest, near.latest)
      if place.exists {
        return (
          Fit(place: place, window: near),
          objective.costs.travel(Self.startChange) + objective.costs.deviation(near.deviation)
        )
      }
    }
    let change = objective.costs.travel(Self.startChange) + (oldShift.exists ? objective.sideChange : 0)
    if row.isFitted {
      let fit = state.bestFit(question.visit, in: shift, below: limit - change)
      return (fit, change + objective.costs.deviation(fit.window.deviation))
    }
    return (Fit(place: best(question.earliest, question.latest), window: .none), change)
  }

  /// The starts around the old one that nobody minds; none where links or other visits of the client have a say.
  private func near(_ question: PlacementQuestion, _ oldStart: Minutes, _ state: SearchState) -> HeldWindow? {
    let row = question.row
    if oldStart < 0 || row.hasPartners || question.isLinked { return nil }
    let window = state.window(of: question.visit, from: oldStart)
    let tolerance = basis.tolerance[question.visit]
    let (first, last) = (max(window.earliest, oldStart - tolerance), min(window.latest, oldStart + tolerance))
    if first > last { return nil }
    return HeldWindow(
      earliest: first, latest: last,
      deviation: max(state.deviation(question.visit, from: first), state.deviation(question.visit, from: last)))
  }

  func travel(_ minutes: Minutes) -> Int { objective.costs.travel(minutes) }

  func most(_ row: CompiledVisit, _ state: SearchState) -> Int { noPriceLimit }

  func choosesStart(_ visit: VisitRow, _ row: CompiledVisit, _ state: SearchState) -> Bool {
    row.choosesStart || state.hasLinks(visit)
  }

  func tries(of starts: Int, _ row: CompiledVisit) -> Int { starts }

  func start(_ start: Minutes, of visit: VisitRow, _ state: SearchState) -> Int {
    start == basis.oldStart[visit] ? 0 : objective.costs.travel(Self.startChange)
  }

  func team(_ row: CompiledVisit, _ state: SearchState) -> Int { 0 }
}
