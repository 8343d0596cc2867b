import HomeCare

/// "Possible if another visit moves": one other visit of the route gets another start, or another staff member.
extension VisitQuestion {
  /// How the visit fits in once one other visit has moved.
  struct OtherMove {
    /// The visit that moves, and where to.
    var moved: VisitRow
    var movedStart: Minutes
    var movedShift: ShiftRow
    /// Where the visit itself goes.
    var start: Minutes
    var shift: ShiftRow
    var others: [StaffRow]
    /// The roster's score then.
    var total: Int
  }

  /// Starts of the visit that are tried for each visit that could move.
  private static let triedStarts = 12

  /// The move with the best score; none where no single move suffices.
  mutating func bestMove(for staff: StaffRow) -> OtherMove? {
    guard let first = starts.first, let last = starts.last, broken.isEmpty, let slot = slot(for: staff) else {
      return nil
    }
    var best: OtherMove?
    for shift in eligibleShifts(of: staff, slot) where isAllowed(shift) {
      for position in 0..<state.length[shift] {
        let other = problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
        if problem.visits[other].need != 1 || suggester.isFixed[other] { continue }
        let oldStart = state.earliestStart[other]
        var journal = Journal()
        journal.removeVisit(other, in: state)
        if state.keepsTime(shift)
          && state.bestPlace(row.location, first, last, row.minutes, in: shift).exists
        {
          consider(moving: other, from: shift, oldStart, for: staff, slot, &best)
        }
        journal.undo(in: state)
      }
    }
    return best
  }

  /// Tries the visit in a shift that another visit has left, and places for that one.
  private mutating func consider(
    moving other: VisitRow, from shift: ShiftRow, _ oldStart: Minutes, for staff: StaffRow, _ slot: SlotRow,
    _ best: inout OtherMove?
  ) {
    let desired = desiredStart ?? starts.first ?? 0
    let open = starts.filter { start in
      let place = state.bestPlace(row.location, start, start, row.minutes, in: shift)
      return place.exists && state.load[staff] + place.travel + row.minutes <= problem.cap[staff]
    }
    for start in open.sorted(by: { (abs($0 - desired), $0) < (abs($1 - desired), $1) }).prefix(Self.triedStarts) {
      guard let others = others(beside: staff, at: start) else { continue }
      var move = OtherMove(
        moved: other, movedStart: oldStart, movedShift: shift, start: start, shift: shift, others: others, total: 0)
      var journal = Journal()
      putTeam(move, slot, &journal)
      if let found = freePlace(for: other, nearest: oldStart, inFirst: shift) {
        (move.movedShift, move.movedStart) = (found.shift, found.start)
        putOther(move, &journal)
        move.total = state.total
        if best.map({ move.total < $0.total }) ?? true { best = move }
      }
      journal.undo(in: state)
    }
  }

  /// A place for an open visit for one: in a shift at the nearest other start, or with someone else.
  private func freePlace(
    for other: VisitRow, nearest oldStart: Minutes, inFirst shift: ShiftRow
  ) -> (shift: ShiftRow, start: Minutes)? {
    let otherRow = problem.visits[other]
    let starts = state.openStarts(of: other)
    guard let first = starts.first, let last = starts.last else { return nil }
    let near = starts.sorted { (abs($0 - oldStart), $0) < (abs($1 - oldStart), $1) }
    let slot = problem.slots[otherRow.firstSlot]
    let costs = problem.costs
    var bestElsewhere: (shift: ShiftRow, start: Minutes, cost: Int)?
    for index in slot.eligible {
      let candidate = problem.eligible[index]
      let staff = problem.shifts[candidate].staff
      guard
        state.bestPlace(
          otherRow.location, first, last, otherRow.minutes, in: candidate
        ).exists, !state.hasLinks(other) || state.linksAllow(other, staff, 1)
      else { continue }
      let start = near.first { start in
        let place = state.bestPlace(otherRow.location, start, start, otherRow.minutes, in: candidate)
        return place.exists && state.load[staff] + place.travel + otherRow.minutes <= problem.cap[staff]
      }
      guard let start else { continue }
      if candidate == shift { return (candidate, start) }
      let place = state.bestPlace(otherRow.location, start, start, otherRow.minutes, in: candidate)
      let pair = problem.pair(client: otherRow.client, staff: staff)
      let cost =
        costs.travel(place.travel) + (state.met[pair] > 0 ? 0 : costs.distinct)
        + (problem.weighsBalance ? state.imbalanceStep(staff, by: otherRow.minutes) * costs.imbalance : 0)
        + (state.length[candidate] == 0 ? costs.opening(problem.shifts[candidate]) : 0)
        + costs.deviation(state.deviation(other, from: start)) + Int(abs(start - oldStart))
      if bestElsewhere.map({ cost < $0.cost }) ?? true { bestElsewhere = (candidate, start, cost) }
    }
    return bestElsewhere.map { ($0.shift, $0.start) }
  }

  /// Takes the other visit out of its shift, puts the visit in and the other where it moves to.
  mutating func carryOut(_ move: OtherMove, for staff: StaffRow, _ journal: inout Journal) {
    guard let own = slot(for: staff) else { return }
    journal.removeVisit(move.moved, in: state)
    putTeam(move, own, &journal)
    putOther(move, &journal)
  }

  /// Puts the visit with all its staff where a move has it.
  private func putTeam(_ move: OtherMove, _ own: SlotRow, _ journal: inout Journal) {
    journal.chooseStart(visit, move.start, in: state)
    put(own, in: move.shift, &journal)
    var open = row.slots.filter { $0 != own }
    for member in move.others {
      guard let fit = fit(member, at: move.start), let first = slot(for: member) else { continue }
      let chosen = open.contains(first) ? first : open.first { !problem.slots[$0].pinned.exists } ?? first
      open.removeAll { $0 == chosen }
      put(chosen, in: fit.shift, &journal)
    }
    journal.close(visit, in: state)
  }

  private func putOther(_ move: OtherMove, _ journal: inout Journal) {
    journal.chooseStart(move.moved, move.movedStart, in: state)
    put(problem.visits[move.moved].firstSlot, in: move.movedShift, &journal)
    journal.close(move.moved, in: state)
  }

  private func put(_ slot: SlotRow, in shift: ShiftRow, _ journal: inout Journal) {
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let place = state.bestPlace(
      row.location, state.earliestStart[visit], state.earliestStart[visit], row.minutes, in: shift)
    assert(place.exists, "a place found is gone")
    journal.insert(slot, into: shift, after: place.position, in: state)
  }
}
