/// Compound moves: take a set of visits out, put them back one by one, keep the result or undo it.
extension Annealer {
  /// Takes out the visits in `run.removed`, reinserts them, and keeps the outcome where it passes the Metropolis test.
  ///
  /// Ends as soon as the outcome can no longer pass: what is still to be put back costs nothing at best.
  func rebuild(_ run: inout Run, ejecting: Bool = false) -> Bool {
    let before = state.guide
    run.journal.clear()
    for visit in run.removed where state.isAssigned(visit) { run.journal.removeVisit(visit, in: state) }
    order(&run)
    let threshold = run.threshold()
    var missing = run.removed.reduce(0) { $0 + state.costs.leaving(problem.visits[$1]) }
    for visit in run.removed {
      if state.guide - missing - before > threshold && problem.travelIsMetric { break }
      missing -= state.costs.leaving(problem.visits[visit])
      if ejecting {
        insertEjecting(visit, &run)
        continue
      }
      _ = run.inserter.insert(
        visit, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
    }
    if state.guide - missing - before <= threshold { return true }
    run.journal.undo(in: state)
    return false
  }

  /// Puts the visits that are hardest to place first, or shuffles them.
  private func order(_ run: inout Run) {
    let count = run.removed.count
    if count < 2 { return }
    for index in stride(from: count - 1, to: 0, by: -1) {
      run.removed.swapAt(index, run.random.below(index + 1))
    }
    switch run.random.below(4) {
    case 0: break
    case 1: run.removed.sort { problem.visits[$0].minutes > problem.visits[$1].minutes }
    case 2: run.removed.sort { problem.visits[$0].earliest < problem.visits[$1].earliest }
    default:
      run.removed.sort {
        let (a, b) = (problem.visits[$0], problem.visits[$1])
        return (a.priority * a.need, b.latest - b.earliest) > (b.priority * b.need, a.latest - a.earliest)
      }
    }
  }

  /// Earliest end of a stop.
  private func earliestEnd(_ shift: Int32, _ position: Int) -> Int32 {
    let stop = state.stops[state.stopIndex(shift, Int32(position))]
    return min(stop.endBefore, stop.endAfter)
  }

  /// All visits of one (client, staff) pair, to be served by others, also in the places of other visits.
  func ruinPair(_ run: inout Run) -> Bool {
    let slot = Int32(run.random.below(problem.slotCount))
    if state.slotShift[slot] < 0 { return false }
    let staff = state.staff(of: slot)
    let client = problem.visits[problem.slots[slot].visit].client
    run.removed.removeAll(keepingCapacity: true)
    collect(client, staff, &run)
    if run.removed.count > 12 { return false }
    run.inserter.forbiddenClient = client
    run.inserter.forbiddenStaff = staff
    defer { run.inserter.forbiddenClient = -1 }
    return rebuild(&run, ejecting: true)
  }

  /// Adds the touchable visits of a pair to the ruin.
  private func collect(_ client: Int32, _ staff: Int32, _ run: inout Run) {
    for index in visitsOfClientStart[client]..<visitsOfClientStart[client + 1] {
      let visit = visitsOfClient[index]
      if !state.isAssigned(visit) { continue }
      let row = problem.visits[visit]
      for other in row.firstSlot..<row.firstSlot + row.need where state.staff(of: other) == staff {
        run.removed.append(visit)
        break
      }
    }
  }

  /// Visits near a seed visit in time and place on its day.
  func ruinNeighbours(_ run: inout Run) -> Bool {
    let slot = Int32(run.random.below(problem.slotCount))
    let seed = problem.slots[slot].visit
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(seed)
    let row = problem.visits[seed]
    let span = 1 + run.random.below(3)
    let eligible = Int(problem.slots[slot].eligibleEnd - problem.slots[slot].eligibleStart)
    if eligible == 0 { return false }
    // A string of stops from a few shifts that could serve the seed, around the seed's time.
    for _ in 0..<2 + run.random.below(4) {
      let shift = problem.eligible[Int(problem.slots[slot].eligibleStart) + run.random.below(eligible)]
      let count = Int(state.length[shift])
      if count == 0 { continue }
      var position = 1
      while position < count && earliestEnd(shift, position) < row.earliest { position += 1 }
      for offset in 0..<span where position + offset <= count {
        let visit = problem.slots[state.stops[state.stopIndex(shift, Int32(position + offset))].slot].visit
        if !run.removed.contains(visit) { run.removed.append(visit) }
      }
    }
    return rebuild(&run)
  }

  /// One of the unassigned visits, with what stands in its way.
  func makeRoom(_ run: inout Run) -> Bool {
    if state.score.openCount == 0 { return false }
    let seed = state.open[run.random.below(state.score.openCount)]
    let row = problem.visits[seed]
    let slot = row.firstSlot
    let eligible = Int(problem.slots[slot].eligibleEnd - problem.slots[slot].eligibleStart)
    if eligible == 0 { return false }
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(seed)
    collectLinked(to: seed, &run)
    for _ in 0..<1 + run.random.below(4) {
      let shift = problem.eligible[Int(problem.slots[slot].eligibleStart) + run.random.below(eligible)]
      for position in 0..<state.length[shift] {
        let visit = problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
        if run.random.chance(140) && !run.removed.contains(visit) { run.removed.append(visit) }
      }
    }
    return rebuild(&run)
  }

  /// The whole work of two shifts that overlap, exchanged or mixed.
  func ruinShifts(_ run: inout Run) -> Bool {
    let slot = Int32(run.random.below(problem.slotCount))
    let first = state.slotShift[slot]
    if first < 0 { return false }
    let visit = problem.slots[slot].visit
    let second = candidateShift(slot, problem.visits[visit], &run, knownChance: 128)
    if second < 0 || second == first { return false }
    run.removed.removeAll(keepingCapacity: true)
    for shift in [first, second] {
      for position in 0..<state.length[shift] {
        let visit = problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
        if !run.removed.contains(visit) { run.removed.append(visit) }
      }
    }
    return rebuild(&run)
  }

  /// Another start for a visit whose start is a decision, and for some of those that it is linked to.
  func restart(_ run: inout Run) -> Bool {
    let slot = Int32(run.random.below(problem.slotCount))
    let visit = problem.slots[slot].visit
    let row = problem.visits[visit]
    if row.choosesStart == 0 || state.slotShift[slot] < 0 { return false }
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(visit)
    collectLinked(to: visit, &run)
    return rebuild(&run)
  }

  /// Adds some of the visits that a visit is linked to: their starts and staff bind its own.
  private func collectLinked(to visit: Int32, _ run: inout Run) {
    for index in Int(problem.linkStart[visit])..<Int(problem.linkStart[visit + 1]) {
      let other = problem.links[index].other
      if state.isAssigned(other) && run.random.chance(128) && !run.removed.contains(other) {
        run.removed.append(other)
      }
    }
  }
}
