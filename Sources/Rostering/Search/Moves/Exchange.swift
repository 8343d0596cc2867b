extension Annealer {
  /// Exchanges two visits between two shifts, each into the other's place; true where accepted.
  func exchange(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    let from = state.slotShift[slot]
    if !from.exists { return false }
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let to = candidateShift(slot, row, &run, knownChance: run.exchangeKnown)
    if !to.exists || to == from { return false }
    let other = overlappingStop(in: to, visit, row, &run)
    if !other.exists { return false }
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
    if problem.weighsSteadiness {
      if row.isFitted { meetings -= state.costs.deviation(state.deviation[visit]) }
      if otherRow.isFitted { meetings -= state.costs.deviation(state.deviation[otherVisit]) }
    }
    let saved = state.travelSaved(by: slot)
    let otherSaved = state.travelSaved(by: other)
    if problem.travelIsMetric && meetings - state.costs.travel(saved + otherSaved) > threshold { return false }
    // The other route saves at most what its slot's ways save.
    let otherFit = fitInstead(
      of: slot, visit: otherVisit, otherRow, below: threshold - meetings + state.costs.travel(otherSaved))
    let here = otherFit.place
    if !here.exists { return false }
    var delta = meetings + state.costs.travel(here.travel) + state.costs.deviation(otherFit.window.deviation)
    let fit = fitInstead(of: other, visit: visit, row, below: threshold - delta)
    let there = fit.place
    if !there.exists { return false }
    delta += state.costs.travel(there.travel) + state.costs.deviation(fit.window.deviation)
    if delta > threshold { return false }
    if row.hasPartners && !row.isFitted && !state.hasOwnTime(visit, row, with: to, without: slot) { return false }
    if otherRow.hasPartners && !otherRow.isFitted
      && !state.hasOwnTime(otherVisit, otherRow, with: from, without: other)
    {
      return false
    }
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
    if row.isFitted { state.hold(visit, to: fit.window) }
    if otherRow.isFitted { state.hold(otherVisit, to: otherFit.window) }
    state.insert(slot, into: to, after: there.position)
    state.insert(other, into: from, after: here.position)
    if row.need > 1 { state.score.notContact += state.contactStep(row, from: old, to: new) }
    if otherRow.need > 1 { state.score.notContact += state.contactStep(otherRow, from: new, to: old) }
    #if DEBUG
      assert(state.guide - before == delta, "exchange: \(state.guide - before) found, \(delta) expected")
    #endif
    return true
  }
}
