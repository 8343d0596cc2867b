/// Shifts and stops that moves draw, and the place of a visit instead of another.
extension Annealer {
  /// How often in 256 the client's contact is looked at rather than any of the staff whom the client meets.
  private static let contactChance = 48

  /// A shift for a slot: mostly of a staff member the client meets already, else any eligible one.
  @inline(__always)
  func candidateShift(_ slot: SlotRow, _ row: CompiledVisit, _ run: inout Run, knownChance: Int) -> ShiftRow {
    let known = Int(state.knownCount[row.client])
    if known > 0 && run.random.chance(knownChance) {
      var staff = state.known[state.knownPlaces(row.client).lowerBound + run.random.below(known)]
      if problem.seeksContacts && run.random.chance(Self.contactChance) {
        let contact = problem.clients[row.client].contact
        if contact.exists { staff = contact }
      }
      var eligible = EligibleShifts(of: staff, for: slot, row, in: problem)
      var shift = eligible.next(in: problem)
      if !shift.exists { return .none }
      while true {
        let next = eligible.next(in: problem)
        if !next.exists || !run.random.chance(128) { return shift }
        shift = next
      }
    }
    let slotRow = problem.slots[slot]
    let count = slotRow.eligible.count
    if count == 0 { return .none }
    return problem.eligible[slotRow.eligible.lowerBound + run.random.below(count)]
  }

  /// A stop of a shift, at random among those whose time could collide with a visit's, if any.
  @inline(__always)
  func overlappingStop(in shift: ShiftRow, _ visit: VisitRow, _ row: CompiledVisit, _ run: inout Run) -> SlotRow {
    let count = Int(state.length[shift])
    let base = state.stopIndex(shift, 0)
    let starts = row.isFitted ? state.likelyStarts(visit, row, in: shift) : state.held(visit)
    let from = starts.earliest
    let to = starts.latest &+ row.minutes
    var first = 1
    while first <= count {
      let stop = state.stops[base + first]
      if max(stop.latestBefore, stop.latestAfter) &+ 60 > from { break }
      first += 1
    }
    var last = first
    while last <= count {
      let stop = state.stops[base + last]
      if min(stop.endBefore, stop.endAfter) > to &+ 30 { break }
      last += 1
    }
    if last == first { return .none }
    return state.stops[base + first + run.random.below(last - first)].slot
  }

  /// The same, with the window that the visit is then held to, where only what costs less than a limit is of use.
  @inline(__always)
  func fitInstead(of leaving: SlotRow, visit: VisitRow, _ row: CompiledVisit, below limit: Int) -> Fit {
    row.isFitted
      ? state.bestFit(visit, insteadOf: leaving, below: limit)
      : Fit(place: placeInstead(of: leaving, visit: visit, row), window: .none)
  }

  /// Where a visit could go in the route of a slot that leaves it: the slot's own gap first, else the best other gap.
  ///
  /// The position counts stops without the leaving slot; the travel is the change of the whole route.
  func placeInstead(of leaving: SlotRow, visit: VisitRow, _ row: CompiledVisit) -> Place {
    let shift = state.slotShift[leaving]
    let position = state.slotPosition[leaving]
    let index = state.stopIndex(shift, position)
    let (before, behind) = (state.stops[index - 1], state.stops[index + 1])
    if state.fits(
      row.location, state.earliestStart[visit], state.latestStart[visit], row.minutes, after: before, before: behind,
      in: shift)
    {
      let travel = state.travelAdded(by: row.location, insteadOf: index, in: problem.shifts[shift])
      return Place(position: position - 1, travel: travel)
    }
    return state.bestPlace(
      without: leaving, row.location, state.earliestStart[visit], state.latestStart[visit], row.minutes)
  }
}
