/// Moves of one or two slots, evaluated before anything changes.
extension Annealer {
  /// A shift for a slot: mostly of a staff member the client meets already, else any eligible one.
  @inline(__always)
  func candidateShift(_ slot: Int32, _ row: CompiledVisit, _ run: inout Run, knownChance: Int) -> Int32 {
    let known = Int(state.knownCount[row.client])
    if known > 0 && run.random.chance(knownChance) {
      let staff = state.known[Int(row.client) * problem.staffCount + run.random.below(known)]
      var eligible = EligibleShifts(of: staff, for: slot, row, in: problem)
      var shift = eligible.next(in: problem)
      if shift < 0 { return -1 }
      while true {
        let next = eligible.next(in: problem)
        if next < 0 || !run.random.chance(128) { return shift }
        shift = next
      }
    }
    let slotRow = problem.slots[slot]
    let count = Int(slotRow.eligibleEnd - slotRow.eligibleStart)
    if count == 0 { return -1 }
    return problem.eligible[Int(slotRow.eligibleStart) + run.random.below(count)]
  }

  /// Moves one slot to another shift; true where accepted.
  func relocate(_ run: inout Run, knownChance: Int) -> Bool {
    let slot = Int32(run.random.below(problem.slotCount))
    let from = state.slotShift[slot]
    if from < 0 { return false }
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let to = candidateShift(slot, row, &run, knownChance: knownChance)
    if to < 0 || to == from { return false }
    let old = problem.shifts[from].staff
    let new = problem.shifts[to].staff
    run.evaluated += 1
    let threshold = run.threshold()
    let saved = state.travelSaved(by: slot)
    var delta = state.exchangeCost(visit, row, from: from, to: to) - state.costs.travel(saved)
    if problem.weighsBalance { delta += state.balanceCost(from: old, to: new, row.minutes) }
    delta += state.openingCost(to) - state.closingSaving(from)
    if problem.travelIsMetric && delta > threshold { return false }
    if row.need > 1 && new != old && state.isOnTeam(row, new, except: slot) { return false }
    let place = state.bestPlace(row.location, state.low[visit], state.high[visit], row.minutes, in: to)
    if !place.exists { return false }
    delta += state.costs.travel(place.travel)
    if delta > threshold { return false }
    let loadChange = new == old ? place.travel - saved : place.travel + row.minutes
    if state.load[new] + loadChange > problem.cap[new] { return false }
    if !state.worksWithout(slot) { return false }
    if new != old && state.hasLinks(visit) && !state.linksAllow(visit, exchanging: old, for: new) { return false }
    #if DEBUG
      let before = state.guide
    #endif
    state.remove(slot)
    state.insert(slot, into: to, after: place.position)
    if row.need > 1 { state.score.notContact += state.contactStep(row, from: old, to: new) }
    #if DEBUG
      assert(state.guide - before == delta, "relocation: \(state.guide - before) found, \(delta) expected")
    #endif
    return true
  }

  /// A stop of a shift, at random among those whose time could collide with a visit's; −1 where none.
  @inline(__always)
  func overlappingStop(in shift: Int32, _ visit: Int32, _ row: CompiledVisit, _ run: inout Run) -> Int32 {
    let count = Int(state.length[shift])
    let base = state.stopIndex(shift, 0)
    let from = state.low[visit]
    let to = state.high[visit] &+ row.minutes
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
    if last == first { return -1 }
    return state.stops[base + first + run.random.below(last - first)].slot
  }

  /// Exchanges two visits between two shifts, each into the other's place; true where accepted.
  func exchange(_ run: inout Run, knownChance: Int) -> Bool {
    let slot = Int32(run.random.below(problem.slotCount))
    let from = state.slotShift[slot]
    if from < 0 { return false }
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let to = candidateShift(slot, row, &run, knownChance: knownChance)
    if to < 0 || to == from { return false }
    let other = overlappingStop(in: to, visit, row, &run)
    if other < 0 { return false }
    let otherVisit = problem.slots[other].visit
    let otherRow = problem.visits[otherVisit]
    if otherRow.client == row.client { return false }
    let old = problem.shifts[from].staff
    let new = problem.shifts[to].staff
    if !problem.isEligible(from, of: old, for: other, otherRow) { return false }
    run.evaluated += 1
    let threshold = run.threshold()
    var meetings = state.exchangeCost(visit, row, from: from, to: to)
    meetings += state.exchangeCost(otherVisit, otherRow, from: to, to: from)
    if problem.weighsBalance { meetings += state.balanceCost(from: old, to: new, row.minutes - otherRow.minutes) }
    let saved = state.travelSaved(by: slot)
    let otherSaved = state.travelSaved(by: other)
    if problem.travelIsMetric && meetings - state.costs.travel(saved + otherSaved) > threshold { return false }
    let here = placeInstead(of: slot, visit: otherVisit, otherRow)
    if !here.exists { return false }
    let there = placeInstead(of: other, visit: visit, row)
    if !there.exists { return false }
    let delta = meetings + state.costs.travel(here.travel + there.travel)
    if delta > threshold { return false }
    if row.need > 1 && new != old && state.isOnTeam(row, new, except: slot) { return false }
    if otherRow.need > 1 && new != old && state.isOnTeam(otherRow, old, except: other) { return false }
    if new == old {
      if state.load[new] + here.travel + there.travel > problem.cap[new] { return false }
    } else {
      let change = otherRow.minutes - row.minutes
      if state.load[old] + here.travel + change > problem.cap[old] { return false }
      if state.load[new] + there.travel - change > problem.cap[new] { return false }
      if state.hasLinks(visit) && !state.linksAllow(visit, exchanging: old, for: new) { return false }
      if state.hasLinks(otherVisit) && !state.linksAllow(otherVisit, exchanging: new, for: old) { return false }
    }
    #if DEBUG
      let before = state.guide
    #endif
    state.remove(slot)
    state.remove(other)
    state.insert(slot, into: to, after: there.position)
    state.insert(other, into: from, after: here.position)
    if row.need > 1 { state.score.notContact += state.contactStep(row, from: old, to: new) }
    if otherRow.need > 1 { state.score.notContact += state.contactStep(otherRow, from: new, to: old) }
    #if DEBUG
      assert(state.guide - before == delta, "exchange: \(state.guide - before) found, \(delta) expected")
    #endif
    return true
  }

  /// Where a visit could go in the route of a slot that leaves it: the slot's own gap first, else the best other gap.
  ///
  /// The position counts stops without the leaving slot; the travel is the change of the whole route.
  func placeInstead(of leaving: Int32, visit: Int32, _ row: CompiledVisit) -> Place {
    let shift = state.slotShift[leaving]
    let position = state.slotPosition[leaving]
    let index = state.stopIndex(shift, position)
    let (before, here, behind) = (state.stops[index - 1], state.stops[index], state.stops[index + 1])
    if state.fits(
      row.location, state.low[visit], state.high[visit], row.minutes, after: before, before: behind, in: shift)
    {
      let travel =
        problem.minutes(before.location, row.location) + problem.minutes(row.location, behind.location)
        - problem.minutes(before.location, here.location) - problem.minutes(here.location, behind.location)
      return Place(position: position - 1, travel: travel)
    }
    return state.bestPlace(without: leaving, row.location, state.low[visit], state.high[visit], row.minutes)
  }
}
