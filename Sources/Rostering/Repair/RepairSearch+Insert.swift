/// Putting one visit where it costs least by the option's order.
extension RepairSearch {
  /// Minutes of travel that another start than the old one is held to be worth.
  private static let startChange: Int32 = 5

  private struct Choice {
    var shift: Int32
    var place: Place
    /// The start it is held to; −1 where any start in its window will do.
    var start: Int32
    var cost: Int
  }

  /// Assigns an open visit; leaves it open where no shift has room.
  func insert(_ visit: Int32, _ journal: inout Journal) {
    let row = problem.visits[visit]
    if row.choosesStart != 0 || state.hasLinks(visit) { return insertTeam(visit, row, &journal) }
    guard let choice = cheapest(visit, row) else { return }
    if choice.start >= 0 { journal.chooseStart(visit, choice.start, in: state) }
    journal.insert(row.firstSlot, into: choice.shift, after: choice.place.position, in: state)
    journal.close(visit, in: state)
  }

  private func cheapest(_ visit: Int32, _ row: CompiledVisit) -> Choice? {
    let slot = problem.slots[row.firstSlot]
    let oldStart = ground.oldStart[Int(visit)]
    let keepsStart = oldStart >= row.earliest && oldStart <= row.latest
    let oldShift = ground.oldShift[Int(row.firstSlot)]
    var best: Choice?
    for index in slot.eligibleStart..<slot.eligibleEnd {
      let shift = problem.eligible[index]
      var cost = meetingCost(visit, row, problem.shifts[shift].staff, shift)
      if let best, cost >= best.cost { continue }
      var start = oldStart
      var place = keepsStart ? state.bestPlace(row.location, oldStart, oldStart, row.minutes, in: shift) : .none
      if place.exists {
        if oldShift >= 0 && oldShift != shift { cost += objective.sideChange }
      } else {
        start = -1
        place = state.bestPlace(row.location, row.earliest, row.latest, row.minutes, in: shift)
        if !place.exists { continue }
        cost += objective.costs.travel(Self.startChange) + (oldShift >= 0 ? objective.sideChange : 0)
      }
      cost += objective.costs.travel(place.travel)
      let staff = problem.shifts[shift].staff
      if state.load[staff] + place.travel + row.minutes > problem.cap[staff] { continue }
      if best.map({ cost < $0.cost }) ?? true { best = Choice(shift: shift, place: place, start: start, cost: cost) }
    }
    return best
  }

  /// Cost of one more meeting, travel apart.
  private func meetingCost(_ visit: Int32, _ row: CompiledVisit, _ staff: Int32, _ shift: Int32) -> Int {
    let pair = problem.pair(client: row.client, staff: staff)
    let (costs, flags, shiftRow) = (objective.costs, problem.pairFlags[pair], problem.shifts[shift])
    var cost = costs.serving(row, from: state.low[visit], in: shiftRow, flags)
    // A team's contact is not waited for: whoever else serves it costs as if alone.
    if row.need > 1 && flags & PairFlag.notContact != 0 { cost += costs.teamWithoutContact }
    if state.met[pair] == 0 && !ground.isKnown[pair] { cost += costs.newFace }
    if row.counts != 0 && state.faces[state.faceIndex(pair, period: state.period[visit])] == 0 {
      let index = Int(state.period[visit]) * problem.clientCount + Int(row.client)
      if state.distinct[index] >= ground.ceiling[index] { cost += costs.overTarget }
    }
    if state.length[shift] == 0 { cost += costs.opening(shiftRow) }
    if problem.weighsBalance { cost += state.imbalanceStep(staff, by: row.minutes) * costs.imbalance }
    return cost
  }

  // MARK: Visits whose start is a decision

  /// Tries every start that the window and the links leave, the old one first, and keeps the cheapest team.
  private func insertTeam(_ visit: Int32, _ row: CompiledVisit, _ journal: inout Journal) {
    guard let window = state.linkedWindow(visit, row) else { return }
    let oldStart = ground.oldStart[Int(visit)]
    var best: (start: Int32, cost: Int)?
    for start in window {
      let late = start == oldStart ? 0 : objective.costs.travel(Self.startChange)
      var trial = Journal()
      if let cost = place(visit, row, at: start, below: (best?.cost ?? Int.max) - late, &trial),
        cost + late < best?.cost ?? Int.max
      {
        best = (start, cost + late)
      }
      trial.undo(in: state)
    }
    guard let best else { return }
    var trial = Journal()
    if place(visit, row, at: best.start, below: Int.max, &trial) == nil { return trial.undo(in: state) }
    trial.close(visit, in: state)
    journal.append(trial)
  }

  /// Fills all slots at a start, cheapest first; `nil` where one stays empty or the cost reaches the limit.
  private func place(
    _ visit: Int32, _ row: CompiledVisit, at start: Int32, below limit: Int, _ journal: inout Journal
  ) -> Int? {
    journal.chooseStart(visit, start, in: state)
    let stay = ground.survivors[visit] ?? []
    var total = 0
    for slot in row.firstSlot..<row.firstSlot + row.need {
      var best: Choice?
      let slotRow = problem.slots[slot]
      for index in slotRow.eligibleStart..<slotRow.eligibleEnd {
        let shift = problem.eligible[index]
        let staff = problem.shifts[shift].staff
        var cost = meetingCost(visit, row, staff, shift)
        // Who served it before stays where that is possible.
        if !stay.isEmpty && !stay.contains(staff) { cost += objective.sideChange / 2 + objective.costs.travel }
        if let best, cost >= best.cost { continue }
        if state.isOnTeam(row, staff, except: slot) { continue }
        if state.hasLinks(visit) && !state.linksAllow(visit, staff, row.need) { continue }
        let place = state.bestPlace(row.location, start, start, row.minutes, in: shift)
        if !place.exists || state.load[staff] + place.travel + row.minutes > problem.cap[staff] { continue }
        cost += objective.costs.travel(place.travel)
        if best.map({ cost < $0.cost }) ?? true { best = Choice(shift: shift, place: place, start: start, cost: cost) }
      }
      guard let best else { return nil }
      total += best.cost
      if total >= limit { return nil }
      journal.insert(slot, into: best.shift, after: best.place.position, in: state)
    }
    return state.teamLinksHold(visit, row) ? total : nil
  }
}
