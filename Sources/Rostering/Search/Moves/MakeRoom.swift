extension Annealer {
  /// One of the unassigned visits: by a chain of others that move up for it, or with what stands in its way.
  func makeRoom(_ run: inout Run) -> Bool {
    if state.score.openCount == 0 { return false }
    let seed = state.open[run.random.below(state.score.openCount)]
    if run.random.chance(128) { return ejectionChain(from: seed, &run) }
    let row = problem.visits[seed]
    let slot = row.firstSlot
    let eligible = problem.slots[slot].eligible.count
    if eligible == 0 { return false }
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(seed)
    collectLinked(to: seed, &run)
    for _ in 0..<1 + run.random.below(4) {
      let shift = problem.eligible[problem.slots[slot].eligible.lowerBound + run.random.below(eligible)]
      for position in 0..<state.length[shift] {
        let visit = problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
        if run.random.chance(140) && !run.removed.contains(visit) { run.removed.append(visit) }
      }
    }
    return rebuild(&run)
  }
}
