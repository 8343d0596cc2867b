extension Annealer {
  /// The whole work of two shifts that overlap, exchanged or mixed.
  func ruinShifts(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    let first = state.slotShift[slot]
    if !first.exists { return false }
    let visit = problem.slots[slot].visit
    let second = candidateShift(slot, problem.visits[visit], &run, knownChance: 128)
    if !second.exists || second == first { return false }
    run.removed.removeAll(keepingCapacity: true)
    for shift in [first, second] {
      for position in 0..<state.length[shift] {
        let visit = problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
        if !run.removed.contains(visit) { run.removed.append(visit) }
      }
    }
    return rebuild(&run)
  }
}
