extension Annealer {
  /// All visits of one (client, staff) pair, to be served by others, also in the places of other visits.
  func ruinPair(_ run: inout Run) -> Bool {
    let slot = SlotRow(run.random.below(problem.slotCount))
    if !state.slotShift[slot].exists { return false }
    let staff = state.staff(of: slot)
    let client = problem.visits[problem.slots[slot].visit].client
    run.removed.removeAll(keepingCapacity: true)
    collect(client, staff, &run)
    if run.removed.count > 12 { return false }
    run.inserter.prices.forbiddenClient = client
    run.inserter.prices.forbiddenStaff = staff
    defer { run.inserter.prices.forbiddenClient = .none }
    return rebuild(&run, ejecting: true)
  }

  /// Adds the touchable visits of a pair to the ruin.
  private func collect(_ client: ClientRow, _ staff: StaffRow, _ run: inout Run) {
    for index in visitsOfClient.indices(of: client) {
      let visit = visitsOfClient[index]
      if !state.isAssigned(visit) { continue }
      let row = problem.visits[visit]
      for other in row.slots where state.staff(of: other) == staff {
        run.removed.append(visit)
        break
      }
    }
  }
}
