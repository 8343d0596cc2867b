extension Annealer {
  /// Most visits of a pool shift that is emptied.
  private static let mostVisits = 14

  /// All visits of a pool shift, to be served in other shifts, also in the places of other visits; true where accepted.
  func emptyShift(_ run: inout Run) -> Bool {
    if poolShifts.count == 0 { return false }
    let shift = poolShifts[run.random.below(poolShifts.count)]
    if state.length[shift] == 0 || state.length[shift] > Self.mostVisits { return false }
    run.removed.removeAll(keepingCapacity: true)
    for position in 1...state.length[shift] {
      run.removed.append(problem.slots[state.stops[state.stopIndex(shift, position)].slot].visit)
    }
    run.inserter.prices.closedShift = shift
    defer { run.inserter.prices.closedShift = .none }
    return rebuild(&run, ejecting: true)
  }
}
