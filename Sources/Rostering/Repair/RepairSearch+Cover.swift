/// Room for a visit that is still open.
extension RepairSearch {
  /// Minutes around the open visit within which others may be moved.
  private static let reach: Minutes = 90

  /// Takes visits near an open one out of a few shifts that could take it, and puts the open one back first.
  func makeRoom(_ journal: inout Journal) {
    guard let seed = openVisit() else { return }
    let row = problem.visits[seed]
    let slot = problem.slots[row.firstSlot]
    let count = slot.eligible.count
    if count == 0 { return }
    var removed: [VisitRow] = [seed]
    for _ in 0..<1 + random.below(3) {
      let shift = problem.eligible[slot.eligible.lowerBound + random.below(count)]
      takeFrom(shift, near: row, &removed)
    }
    // Whoever takes what is moved may themselves have to give something away.
    if removed.count > 1 && random.chance(160) {
      let other = problem.visits[removed[1 + random.below(removed.count - 1)]]
      let otherSlot = problem.slots[other.firstSlot]
      let choices = otherSlot.eligible.count
      if choices > 0 {
        takeFrom(problem.eligible[otherSlot.eligible.lowerBound + random.below(choices)], near: other, &removed)
      }
    }
    for visit in removed where state.isAssigned(visit) { journal.removeVisit(visit, in: state) }
    // Those with the least choice first, or at random behind the open one.
    if random.chance(128) {
      removed.sort { (room($0), $0) < (room($1), $1) }
    } else {
      for index in stride(from: removed.count - 1, to: 1, by: -1) {
        removed.swapAt(index, 1 + random.below(index))
      }
    }
    for visit in removed { insert(visit, &journal) }
    note(removed)
  }

  /// One of the visits that are still open though some roster could serve them.
  private func openVisit() -> VisitRow? {
    let open = openVisits
    return open.isEmpty ? nil : open[random.below(open.count)]
  }

  /// Visits that are open though some roster could serve them: those to be placed, and those that made room for them.
  var openVisits: [VisitRow] {
    (0..<state.score.openCount).map { state.open[$0] }.filter {
      // What was open and is not to be placed is past.
      basis.oldShift[problem.visits[$0].firstSlot].exists || basis.hopeful.contains($0)
    }
  }

  private func takeFrom(_ shift: ShiftRow, near row: CompiledVisit, _ removed: inout [VisitRow]) {
    for position in 0..<state.length[shift] {
      let other = problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
      let otherRow = problem.visits[other]
      guard isMovable(other) || isOrphan[other], !removed.contains(other), random.chance(160),
        state.latestStart[other] + otherRow.minutes + Self.reach > row.earliest,
        state.earliestStart[other] < row.latest + row.minutes + Self.reach
      else { continue }
      removed.append(other)
    }
  }
}
