extension Annealer {
  /// Another start for a visit whose start is a decision, and for some of those that it is linked to.
  func restart(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    if !row.choosesStart || !state.slotShift[slot].exists { return false }
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(visit)
    collectLinked(to: visit, &run)
    return rebuild(&run)
  }
}
