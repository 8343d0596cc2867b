/// Moves that exchange stretches of whole routes between two shifts.
extension Annealer {
  /// Two shifts whose times overlap, of different staff of this group; `nil` where the draw fails.
  private func twoShifts(_ run: inout Run) -> (Int32, Int32)? {
    let slot = slots[run.random.below(slotTotal.pointee)]
    let first = state.slotShift[slot]
    if first < 0 { return nil }
    let visit = problem.slots[slot].visit
    let second = candidateShift(slot, problem.visits[visit], &run, knownChance: 128)
    if second < 0 || second == first || groups[second] != group { return nil }
    if problem.shifts[first].staff == problem.shifts[second].staff { return nil }
    return (first, second)
  }

  /// Exchanges all work of two shifts.
  func swapShifts(_ run: inout Run) -> Bool {
    guard let (first, second) = twoShifts(&run) else { return false }
    return swapBehind(first, 0, second, 0, &run)
  }

  /// Exchanges the work of two shifts behind one point of time in each.
  func swapTails(_ run: inout Run) -> Bool {
    guard let (first, second) = twoShifts(&run) else { return false }
    let count = Int(state.length[first])
    let cut = Int32(run.random.below(count + 1))
    // Cut the second where the time is about the same.
    let end = min(
      state.stops[state.stopIndex(first, cut)].endBefore, state.stops[state.stopIndex(first, cut)].endAfter)
    var other: Int32 = 0
    while other < state.length[second] {
      let stop = state.stops[state.stopIndex(second, other + 1)]
      if min(stop.endBefore, stop.endAfter) > end { break }
      other += 1
    }
    return swapBehind(first, cut, second, other, &run)
  }

  /// Exchanges what lies behind the given stops of two shifts; order and starts stay as they are.
  private func swapBehind(_ first: Int32, _ cut: Int32, _ second: Int32, _ otherCut: Int32, _ run: inout Run) -> Bool {
    let firstTail = state.length[first] - cut
    let secondTail = state.length[second] - otherCut
    if firstTail == 0 && secondTail == 0 { return false }
    // Two stretches that no shift could hold one behind the other would not even find room in memory.
    if Int(cut + secondTail) > problem.maxStops || Int(otherCut + firstTail) > problem.maxStops { return false }
    let old = problem.shifts[first].staff
    let new = problem.shifts[second].staff
    for position in 0..<firstTail where !mayMove(first, cut + 1 + position, from: old, to: second, staff: new) {
      return false
    }
    for position in 0..<secondTail where !mayMove(second, otherCut + 1 + position, from: new, to: first, staff: old) {
      return false
    }
    run.evaluated += 1
    let before = state.guide
    let threshold = run.threshold()
    run.journal.clear()
    run.removed.removeAll(keepingCapacity: true)
    for position in 0..<firstTail { run.removed.append(state.stops[state.stopIndex(first, cut + 1 + position)].slot) }
    for position in 0..<secondTail {
      run.removed.append(state.stops[state.stopIndex(second, otherCut + 1 + position)].slot)
    }
    var teams = false
    for slot in run.removed where problem.visits[problem.slots[slot].visit].need > 1 { teams = true }
    if teams { return false }
    for slot in run.removed { run.journal.remove(slot, in: state) }
    for index in 0..<Int(secondTail) {
      run.journal.insert(run.removed[Int(firstTail) + index], into: first, after: cut + Int32(index), in: state)
    }
    for index in 0..<Int(firstTail) {
      run.journal.insert(run.removed[index], into: second, after: otherCut + Int32(index), in: state)
    }
    if state.guide - before <= threshold && state.isFeasible(first) && state.isFeasible(second)
      && state.load[old] <= problem.cap[old] && state.load[new] <= problem.cap[new]
    {
      return true
    }
    run.journal.undo(in: state)
    return false
  }

  private func mayMove(_ shift: Int32, _ position: Int32, from old: Int32, to other: Int32, staff: Int32) -> Bool {
    let slot = state.stops[state.stopIndex(shift, position)].slot
    let visit = problem.slots[slot].visit
    if isMine[visit] == 0 { return false }
    var index = problem.eligibleOfStaff[Int(slot) * problem.staffCount + Int(staff)]
    if index < 0 { return false }
    while problem.eligible[index] != other {
      index += 1
      if index >= problem.slots[slot].eligibleEnd || problem.shifts[problem.eligible[index]].staff != staff {
        return false
      }
    }
    return !state.hasLinks(visit) || state.linksAllow(visit, exchanging: old, for: staff)
  }

  /// One visit takes another's place, and that other one goes to a third shift.
  func eject(_ run: inout Run) -> Bool {
    let slot = slots[run.random.below(slotTotal.pointee)]
    let from = state.slotShift[slot]
    if from < 0 { return false }
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let to = candidateShift(slot, row, &run, knownChance: 230)
    if to < 0 || to == from || groups[to] != group { return false }
    let other = overlappingStop(in: to, visit, row, &run)
    if other < 0 { return false }
    let otherVisit = problem.slots[other].visit
    let otherRow = problem.visits[otherVisit]
    if isMine[otherVisit] == 0 || otherRow.client == row.client || row.need > 1 || otherRow.need > 1 { return false }
    let third = candidateShift(other, otherRow, &run, knownChance: 230)
    if third < 0 || third == to || third == from || groups[third] != group { return false }
    let a = problem.shifts[from].staff
    let b = problem.shifts[to].staff
    let c = problem.shifts[third].staff
    run.evaluated += 1
    let threshold = run.threshold()
    let travelWeight = problem.weights.travel * SearchState.scale
    let saved = state.travelSaved(by: slot)
    var delta = exchangeCost(visit, row, from: a, to: b) + exchangeCost(otherVisit, otherRow, from: b, to: c)
    delta -= Int(saved) * travelWeight
    if problem.shifts[third].isPool != 0 && state.length[third] == 0 {
      delta += problem.weights.poolShift * SearchState.scale
    }
    if problem.shifts[from].isPool != 0 && state.length[from] == 1 {
      delta -= problem.weights.poolShift * SearchState.scale
    }
    if problem.travelIsMetric && delta - Int(state.travelSaved(by: other)) * travelWeight > threshold { return false }
    let last = state.bestPlace(
      otherRow.location, state.low[otherVisit], state.high[otherVisit], otherRow.minutes, in: third)
    if !last.exists { return false }
    delta += Int(last.travel) * travelWeight
    let place = placeInstead(of: other, visit: visit, row)
    if !place.exists { return false }
    delta += Int(place.travel) * travelWeight
    if delta > threshold { return false }
    if a == b || b == c || a == c { return false }
    if state.load[b] + place.travel + row.minutes - otherRow.minutes > problem.cap[b] { return false }
    if state.load[c] + last.travel + otherRow.minutes > problem.cap[c] { return false }
    if !state.worksWithout(slot) { return false }
    if state.hasLinks(visit) || state.hasLinks(otherVisit) { return false }
    #if DEBUG
      let before = state.guide
    #endif
    state.remove(slot)
    state.remove(other)
    state.insert(slot, into: to, after: place.position)
    state.insert(other, into: third, after: last.position)
    #if DEBUG
      assert(state.guide - before == delta, "ejection: \(state.guide - before) found, \(delta) expected")
    #endif
    return true
  }

  /// All visits of two pairs: one client's at a staff member, and another client's at a staff member the first could
  /// go to; each is offered the other's place.
  func ruinTwoPairs(_ run: inout Run) -> Bool {
    let slot = slots[run.random.below(slotTotal.pointee)]
    if state.slotShift[slot] < 0 { return false }
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let to = candidateShift(slot, row, &run, knownChance: 200)
    if to < 0 || groups[to] != group { return false }
    let a = state.staff(of: slot)
    let b = problem.shifts[to].staff
    if a == b { return false }
    let other = overlappingStop(in: to, visit, row, &run)
    if other < 0 { return false }
    let otherClient = problem.visits[problem.slots[other].visit].client
    if otherClient == row.client { return false }
    run.removed.removeAll(keepingCapacity: true)
    collect(row.client, a, &run)
    collect(otherClient, b, &run)
    if run.removed.count > 24 { return false }
    run.inserter.forbiddenClient = row.client
    run.inserter.forbiddenStaff = a
    defer { run.inserter.forbiddenClient = -1 }
    return rebuild(&run)
  }

  /// Adds the touchable visits of a pair to the ruin.
  func collect(_ client: Int32, _ staff: Int32, _ run: inout Run) {
    for index in visitsOfClientStart[client]..<visitsOfClientStart[client + 1] {
      let visit = visitsOfClient[index]
      if isMine[visit] == 0 || !state.isAssigned(visit) { continue }
      let row = problem.visits[visit]
      for other in row.firstSlot..<row.firstSlot + row.need where state.staff(of: other) == staff {
        run.removed.append(visit)
        break
      }
    }
  }
}
