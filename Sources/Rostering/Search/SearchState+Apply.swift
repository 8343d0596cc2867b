/// Changing the roster: every function leaves routes, counts and score parts agreeing with each other.
extension SearchState {
  /// Puts a slot into a shift behind the stop at `position` (0 = directly from the base).
  ///
  /// The slot is free, its visit's other slots are served elsewhere by other staff, and the place was found feasible.
  func insert(_ slot: SlotRow, into shift: ShiftRow, after position: Int32) {
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let count = length[shift]
    let base = stopIndex(shift, 0)
    let shiftRow = problem.shifts[shift]
    let before = stops[base + Int(position)].location
    let behind = stops[base + Int(position) + 1].location
    let extra =
      problem.minutes(before, row.location, in: shiftRow) + problem.minutes(row.location, behind, in: shiftRow)
      - (count == 0 ? 0 : problem.minutes(before, behind, in: shiftRow))
    assert(Int(count) + 3 <= stride, "route over its stretch")
    var index = Int(count) + 1
    while index > Int(position) {
      stops[base + index + 1] = stops[base + index]
      index -= 1
    }
    stops[base + Int(position) + 1] = Stop(
      slot: slot, location: row.location, endBefore: 0, endAfter: 0, latestBefore: 0, latestAfter: 0)
    length[shift] = count + 1
    slotShift[slot] = shift
    let staff = shiftRow.staff
    load[staff] += extra + row.minutes
    if problem.weighsBalance { serve(staff, row.minutes) }
    score.travel += Int(extra)
    if count == 0 && shiftRow.isPool { callIn(shiftRow, times: 1) }
    meet(visit, row, staff)
    tally(serving: visit, row, in: shiftRow, times: 1)
    retime(shift, from: Int(position) + 1, backFrom: Int(position) + 1)
  }

  /// Takes a slot out of its shift.
  func remove(_ slot: SlotRow) {
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let shift = slotShift[slot]
    let count = length[shift]
    let position = Int(slotPosition[slot])
    let base = stopIndex(shift, 0)
    assert(stops[base + position].slot == slot)
    let shiftRow = problem.shifts[shift]
    let saved = travelSaved(by: slot)
    for index in position...Int(count) { stops[base + index] = stops[base + index + 1] }
    length[shift] = count - 1
    slotShift[slot] = .none
    let staff = shiftRow.staff
    load[staff] -= saved + row.minutes
    if problem.weighsBalance { serve(staff, -row.minutes) }
    score.travel -= Int(saved)
    if count == 1 && shiftRow.isPool { callIn(shiftRow, times: -1) }
    part(visit, row, staff)
    tally(serving: visit, row, in: shiftRow, times: -1)
    retime(shift, from: position, backFrom: position - 1)
  }

  /// Counts one more meeting of the visit's client with the staff member.
  @inline(__always)
  private func meet(_ visit: VisitRow, _ row: CompiledVisit, _ staff: StaffRow) {
    let pair = problem.pair(client: row.client, staff: staff)
    if met[pair] == 0 {
      if !problem.pairFlags[pair].contains(.alreadyCounted) { addKnown(pair) }
      if isNewFace(pair, client: row.client) { score.newFace += 1 }
    }
    met[pair] += 1
    if row.counts {
      let index = countedIndex(pair, period: period[visit])
      let count = countedMeetings[index]
      score.meetingGuide += gain[min(Int(count), gain.count - 1)]
      if count == 0 { changeDistinct(client: row.client, period: period[visit], by: 1) }
      countedMeetings[index] = count + 1
    }
  }

  /// Counts a pool shift that serves its first visit.
  private func callIn(_ shift: CompiledShift, times sign: Int) {
    score.poolShifts += sign
    score.poolMinutes += sign * Int(shift.poolMinutes)
  }

  /// Counts minutes with clients.
  private func serve(_ staff: StaffRow, _ minutes: Minutes) {
    score.imbalance += imbalanceStep(staff, by: minutes)
    served[staff] += minutes
  }

  /// Counts one meeting less.
  @inline(__always)
  private func part(_ visit: VisitRow, _ row: CompiledVisit, _ staff: StaffRow) {
    let pair = problem.pair(client: row.client, staff: staff)
    met[pair] -= 1
    if met[pair] == 0 {
      if !problem.pairFlags[pair].contains(.alreadyCounted) { removeKnown(pair) }
      if isNewFace(pair, client: row.client) { score.newFace -= 1 }
    }
    if row.counts {
      let index = countedIndex(pair, period: period[visit])
      let count = countedMeetings[index] - 1
      countedMeetings[index] = count
      score.meetingGuide -= gain[min(Int(count), gain.count - 1)]
      if count == 0 { changeDistinct(client: row.client, period: period[visit], by: -1) }
    }
  }

  /// Counts a staff member's part in a visit.
  @inline(__always)
  private func tally(serving visit: VisitRow, _ row: CompiledVisit, in shift: CompiledShift, times sign: Int) {
    let pair = problem.pairFlags[problem.pair(client: row.client, staff: shift.staff)]
    let parts = CostModel.parts(serving: row, from: earliestStart[visit], in: shift, pair)
    score.notPreferred += sign * parts.notPreferred
    score.notContact += sign * parts.notContact
  }

  @inline(__always)
  func isNewFace(_ pair: PairRow, client: ClientRow) -> Bool {
    CostModel.isNewFace(problem.clients[client], problem.pairFlags[pair])
  }

  private func changeDistinct(client: ClientRow, period: Int32, by change: Int32) {
    let term = problem.term(of: client, in: period)
    let target = problem.clients[client].target
    let old = distinct[term]
    let new = old + change
    distinct[term] = new
    score.distinct += Int(change)
    score.overTarget += CostModel.above(new, target) - CostModel.above(old, target)
  }

  func addKnown(_ pair: PairRow) {
    let client = problem.client(of: pair)
    knownPosition[pair] = knownCount[client]
    known[knownPlaces(client).upperBound] = problem.staff(of: pair)
    knownCount[client] += 1
  }

  private func removeKnown(_ pair: PairRow) {
    let client = problem.client(of: pair)
    let places = knownPlaces(client)
    let position = knownPosition[pair]
    let moved = known[places.upperBound - 1]
    known[places.lowerBound + Int(position)] = moved
    knownPosition[problem.pair(client: client, staff: moved)] = position
    knownPosition[pair] = -1
    knownCount[client] -= 1
  }

  // MARK: Visits as a whole

  /// Marks a visit whose slots are all served as assigned; call once after its last slot went in.
  func close(_ visit: VisitRow) {
    let row = problem.visits[visit]
    let position = Int(openPosition[visit])
    assert(position >= 0)
    score.openCount -= 1
    let moved = open[score.openCount]
    open[position] = moved
    openPosition[moved] = Int32(position)
    openPosition[visit] = -1
    score.unassigned -= CostModel.left(row)
    if row.need > 1 { score.notContact += teamMissesContact(row) ? 1 : 0 }
  }

  /// Marks a visit as unassigned; call once before its first slot goes out.
  func reopen(_ visit: VisitRow) {
    let row = problem.visits[visit]
    open[score.openCount] = visit
    openPosition[visit] = Int32(score.openCount)
    score.openCount += 1
    score.unassigned += CostModel.left(row)
    if row.need > 1 { score.notContact -= teamMissesContact(row) ? 1 : 0 }
  }

  /// Whether a fully served team lacks the client's contact, where there is one.
  func teamMissesContact(_ row: CompiledVisit) -> Bool {
    let contact = problem.clients[row.client].contact
    if !contact.exists { return false }
    for slot in row.slots where staff(of: slot) == contact { return false }
    return true
  }

  /// Unassigns a visit with all its slots and frees its start.
  func removeVisit(_ visit: VisitRow) {
    let row = problem.visits[visit]
    reopen(visit)
    for slot in row.slots { remove(slot) }
    releaseStart(visit)
  }

  // MARK: Timing

  /// Recomputes the timing of a shift's stops; returns whether the route is feasible.
  @discardableResult
  func retime(_ shift: ShiftRow) -> Bool {
    let base = stopIndex(shift, 0)
    let count = Int(length[shift])
    var index = 1
    while index <= count {
      slotPosition[stops[base + index].slot] = Int32(index)
      index += 1
    }
    return time(shift, at: base, count: count)
  }

  /// Recomputes what the timing of a shift's stops owes to a change at one place: onward from one stop and back from
  /// another, until a stop comes out as it was.
  func retime(_ shift: ShiftRow, from first: Int, backFrom last: Int) {
    let base = stopIndex(shift, 0)
    let count = Int(length[shift])
    let row = problem.shifts[shift]
    var index = first
    while index <= count {
      slotPosition[stops[base + index].slot] = Int32(index)
      index += 1
    }
    index = first
    while index <= count {
      if !timeOnward(base + index, row) && index > first { break }
      index += 1
    }
    index = last
    while index >= 1 {
      if !timeBack(base + index, row) && index < last { break }
      index -= 1
    }
  }

  /// Computes the timing of a route of `count` visits that stands at `base` in the stops; returns its feasibility.
  @discardableResult
  func time(_ shift: ShiftRow, at base: Int, count: Int) -> Bool {
    let row = problem.shifts[shift]
    let start = RouteTiming.endsAtBase(row)
    let first = Stop(
      slot: .none, location: row.base, endBefore: start.before, endAfter: start.after, latestBefore: row.start,
      latestAfter: row.start)
    stops[base] = first
    // An empty route needs no break.
    stops[base + count + 1] = Stop(
      slot: .none, location: row.base, endBefore: 0, endAfter: 0, latestBefore: -RouteTiming.never, latestAfter: row.end
    )
    if count == 0 { return true }
    for index in 1...count { timeOnward(base + index, row) }
    for index in Swift.stride(from: count, to: 0, by: -1) { timeBack(base + index, row) }
    let next = stops[base + 1]
    return RouteTiming.reaches(
      endBefore: first.endBefore, endAfter: first.endAfter,
      travel: problem.minutes(first.location, next.location, in: row),
      latestBefore: next.latestBefore, latestAfter: next.latestAfter, shift: row)
  }

  /// Computes the earliest ends of a stop from those of the stop before; true where they changed.
  @inline(__always) @discardableResult
  private func timeOnward(_ index: Int, _ shift: CompiledShift) -> Bool {
    let previous = stops[index - 1]
    var stop = stops[index]
    let visit = problem.slots[stop.slot].visit
    let (before, after) = RouteTiming.ends(
      previousBefore: previous.endBefore, previousAfter: previous.endAfter,
      travel: problem.minutes(previous.location, stop.location, in: shift), earliest: earliestStart[visit],
      latest: latestStart[visit],
      minutes: problem.visits[visit].minutes, shift: shift)
    if stop.endBefore == before && stop.endAfter == after { return false }
    stop.endBefore = before
    stop.endAfter = after
    stops[index] = stop
    return true
  }

  /// Computes the latest starts of a stop from those of the stop behind; true where they changed.
  @inline(__always) @discardableResult
  private func timeBack(_ index: Int, _ shift: CompiledShift) -> Bool {
    let next = stops[index + 1]
    var stop = stops[index]
    let visit = problem.slots[stop.slot].visit
    let (before, after) = RouteTiming.starts(
      nextBefore: next.latestBefore, nextAfter: next.latestAfter,
      travel: problem.minutes(stop.location, next.location, in: shift), earliest: earliestStart[visit],
      latest: latestStart[visit], minutes: problem.visits[visit].minutes, shift: shift)
    if stop.latestBefore == before && stop.latestAfter == after { return false }
    stop.latestBefore = before
    stop.latestAfter = after
    stops[index] = stop
    return true
  }
}
