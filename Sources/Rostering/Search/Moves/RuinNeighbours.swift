extension Annealer {
  /// Visits near a seed visit in time and place on its day.
  func ruinNeighbours(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    let seed = problem.slots[slot].visit
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(seed)
    let row = problem.visits[seed]
    let span = 1 + run.random.below(3)
    let time = row.isFitted && state.isAssigned(seed) ? state.earliestStart[seed] : row.earliest
    let eligible = problem.slots[slot].eligible.count
    if eligible == 0 { return false }
    // A string of stops from a few shifts that could serve the seed, around the seed's time.
    for _ in 0..<2 + run.random.below(4) {
      let shift = problem.eligible[problem.slots[slot].eligible.lowerBound + run.random.below(eligible)]
      let count = Int(state.length[shift])
      if count == 0 { continue }
      var position = 1
      while position < count && earliestEnd(shift, position) < time { position += 1 }
      for offset in 0..<span where position + offset <= count {
        let visit = problem.slots[state.stops[state.stopIndex(shift, Int32(position + offset))].slot].visit
        if !run.removed.contains(visit) { run.removed.append(visit) }
      }
    }
    return rebuild(&run)
  }

  /// Earliest end of a stop.
  private func earliestEnd(_ shift: ShiftRow, _ position: Int) -> Minutes {
    let stop = state.stops[state.stopIndex(shift, Int32(position))]
    return min(stop.endBefore, stop.endAfter)
  }
}
