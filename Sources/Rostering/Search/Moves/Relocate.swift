extension Annealer {
  /// Moves one slot to another shift; true where accepted.
  func relocate(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    let from = state.slotShift[slot]
    if !from.exists { return false }
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    let to = candidateShift(slot, row, &run, knownChance: run.relocateKnown)
    if !to.exists || to == from { return false }
    let old = problem.shifts[from].staff
    let new = problem.shifts[to].staff
    run.evaluated += 1
    let threshold = run.threshold()
    let saved = state.travelSaved(by: slot)
    var delta = state.exchangeCost(visit, row, from: from, to: to) - state.costs.travel(saved)
    if problem.weighsBalance { delta += state.balanceCost(from: old, to: new, row.minutes) }
    delta += state.openingCost(to) - state.closingSaving(from)
    if problem.weighsSteadiness && row.isFitted { delta -= state.costs.deviation(state.deviation[visit]) }
    if problem.travelIsMetric && delta > threshold { return false }
    if row.need > 1 && new != old && state.isOnTeam(row, new, except: slot) { return false }
    let fit =
      row.isFitted
      ? state.bestFit(visit, in: to, below: threshold - delta)
      : Fit(
        place: state.bestPlace(
          row.location, state.earliestStart[visit], state.latestStart[visit], row.minutes, in: to), window: .none)
    let place = fit.place
    if !place.exists { return false }
    delta += state.costs.travel(place.travel) + state.costs.deviation(fit.window.deviation)
    if delta > threshold { return false }
    let loadChange = new == old ? place.travel - saved : place.travel + row.minutes
    if state.load[new] + loadChange > problem.cap[new] { return false }
    if !state.worksWithout(slot) { return false }
    if row.hasPartners && !row.isFitted && !state.hasOwnTime(visit, row, with: to, without: slot) { return false }
    if new != old && state.hasLinks(visit) && !state.linksAllow(visit, exchanging: old, for: new) { return false }
    #if DEBUG
      let before = state.guide
    #endif
    state.remove(slot)
    if row.isFitted { state.hold(visit, to: fit.window) }
    state.insert(slot, into: to, after: place.position)
    if row.need > 1 { state.score.notContact += state.contactStep(row, from: old, to: new) }
    #if DEBUG
      assert(state.guide - before == delta, "relocation: \(state.guide - before) found, \(delta) expected")
    #endif
    return true
  }
}
