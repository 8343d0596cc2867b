/// Another start for visits whose start is a decision, while their staff and routes stay as they are.
///
/// Such a visit is held to one minute, and so every other move has to go round it; a slide costs nothing, and between
/// two of them the visits beside it may find room that was not there before.
extension Annealer {
  /// Most visits that move together.
  private static let mostTogether = 8

  /// Moves a visit, with all that must keep its distance from it, to another start that every route allows.
  func slide(_ run: inout Run) -> Bool {
    let total = choosing.count
    if total == 0 { return false }
    let visit = choosing[run.random.below(total)]
    if !state.isAssigned(visit) || !gather(with: visit, &run) { return false }
    var range: ClosedRange<Minutes> = -RouteTiming.never...RouteTiming.never
    for member in run.removed {
      guard let room = room(of: member, in: run), room.overlaps(range) else { return false }
      range = range.clamped(to: room)
    }
    if range.lowerBound == range.upperBound { return false }
    run.evaluated += 1
    let width = Int(range.upperBound - range.lowerBound)
    // Half the slides go to an end of the range: that is where the others gain most room.
    let step: Minutes =
      switch run.random.below(4) {
      case 0: range.lowerBound
      case 1: range.upperBound
      default: range.lowerBound + Minutes(run.random.below(width + 1))
      }
    return step != 0 && move(by: step, &run)
  }

  /// Gathers in `run.removed` a visit and those tied to it at a fixed distance; false where not all may be moved.
  private func gather(with visit: VisitRow, _ run: inout Run) -> Bool {
    run.removed.removeAll(keepingCapacity: true)
    run.removed.append(visit)
    var next = 0
    while next < run.removed.count {
      let member = run.removed[next]
      next += 1
      for index in problem.links.indices(of: member) {
        let link = problem.links[index]
        if link.minGap != link.maxGap || !state.isAssigned(link.other) || run.removed.contains(link.other) { continue }
        if run.removed.count == Self.mostTogether { return false }
        run.removed.append(link.other)
      }
    }
    return true
  }

  /// The steps by which a visit can move as far as its window, its routes and its links to other visits go.
  private func room(of visit: VisitRow, in run: Run) -> ClosedRange<Minutes>? {
    let row = problem.visits[visit]
    let start = state.earliestStart[visit]
    let window = state.window(of: visit, from: start)
    var earliest = window.earliest
    var latest = window.latest
    for slot in row.slots {
      let index = state.stopIndex(state.slotShift[slot], state.slotPosition[slot])
      let (before, behind) = (state.stops[index - 1], state.stops[index + 1])
      let shift = problem.shifts[state.slotShift[slot]]
      earliest = max(
        earliest,
        min(before.endBefore, before.endAfter) &+ problem.minutes(before.location, row.location, in: shift))
      latest = min(
        latest,
        max(behind.latestBefore, behind.latestAfter) &- problem.minutes(row.location, behind.location, in: shift)
          &- row.minutes)
    }
    for index in problem.links.indices(of: visit) {
      let link = problem.links[index]
      if !state.isAssigned(link.other) || run.removed.contains(link.other) { continue }
      earliest = max(earliest, state.earliestStart[link.other] &- link.maxGap)
      latest = min(latest, state.earliestStart[link.other] &- link.minGap)
    }
    return earliest <= latest ? earliest &- start...latest &- start : nil
  }

  /// Moves the gathered visits; false, with all as it was, where a break or another visit of the client stands against
  /// it, starts cost otherwise, or the new ones are too unsteady.
  private func move(by step: Minutes, _ run: inout Run) -> Bool {
    let before = state.score.unsteady
    for visit in run.removed {
      let start = state.earliestStart[visit]
      if !state.costs.isIndifferent(from: start, to: start &+ step, problem.instance.horizon) { return false }
    }
    for visit in run.removed { state.chooseStart(visit, state.earliestStart[visit] &+ step) }
    let deviation = Minutes(clamping: state.score.unsteady - before)
    let isPaid = deviation <= 0 || state.costs.deviation(deviation) <= run.threshold()
    if isPaid && run.removed.allSatisfy({ state.hasOwnTime($0, problem.visits[$0]) }) && retimed(run) { return true }
    for visit in run.removed { state.chooseStart(visit, state.earliestStart[visit] &- step) }
    _ = retimed(run)
    return false
  }

  private func retimed(_ run: Run) -> Bool {
    var isFeasible = true
    for visit in run.removed {
      let row = problem.visits[visit]
      for slot in row.slots {
        if !state.retime(state.slotShift[slot]) { isFeasible = false }
      }
    }
    return isFeasible
  }
}
