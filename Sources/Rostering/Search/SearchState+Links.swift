/// What a visit's team and its links ask of its start and its staff.
extension SearchState {
  /// The starts that a visit's own window and its links to assigned visits leave; `nil` where none.
  func linkedWindow(_ visit: VisitRow, _ row: CompiledVisit) -> ClosedRange<Minutes>? {
    linkedWindow(visit, within: row.earliest, row.latest)
  }

  /// The starts that a visit's windows and its links to assigned visits leave: those in the band around the usual time
  /// first, then all of a window, which may lie beside it.
  func linkedWindows(
    _ visit: VisitRow, _ row: CompiledVisit
  ) -> [(starts: ClosedRange<Minutes>, isBeside: Bool)] {
    if !row.hasAlternatives && !row.series.exists { return linkedWindow(visit, row).map { [($0, false)] } ?? [] }
    var steady: [(starts: ClosedRange<Minutes>, isBeside: Bool)] = []
    var beside = steady
    for index in problem.windows.indices(of: visit) {
      let opening = opening(row, problem.windows[index])
      guard let whole = linkedWindow(visit, within: opening.earliest, opening.latest) else { continue }
      let (first, last) = (
        max(whole.lowerBound, opening.bandEarliest), min(whole.upperBound, opening.bandLatest)
      )
      if first <= last { steady.append((first...last, false)) }
      if first > last || first...last != whole { beside.append((whole, true)) }
    }
    return steady + beside
  }

  /// Whether a visit's windows and its links to assigned visits allow a start.
  func mayStart(_ visit: VisitRow, at start: Minutes) -> Bool {
    problem.windows.indices(of: visit).contains {
      problem.windows[$0].earliest <= start && start <= problem.windows[$0].latest
    } && linkedWindow(visit, within: start, start) != nil
  }

  /// Whether a shift has a place for a visit in what its links leave of a window, other visits of its client apart.
  func hasPlace(_ visit: VisitRow, in shift: ShiftRow) -> Bool {
    let row = problem.visits[visit]
    return problem.windows.indices(of: visit).contains { index in
      let window = problem.windows[index]
      guard let starts = linkedWindow(visit, within: window.earliest, window.latest) else { return false }
      return bestPlace(row.location, starts.lowerBound, starts.upperBound, row.minutes, in: shift).exists
    }
  }

  /// The starts within a stretch that a visit's links to assigned visits leave; `nil` where none.
  func linkedWindow(
    _ visit: VisitRow, within first: Minutes, _ last: Minutes
  ) -> ClosedRange<Minutes>? {
    var earliest = first
    var latest = last
    for index in problem.links.indices(of: visit) {
      let link = problem.links[index]
      if !isAssigned(link.other) { continue }
      let other = earliestStart[link.other]
      earliest = max(earliest, other - link.maxGap)
      latest = min(latest, other - link.minGap)
    }
    return earliest <= latest ? earliest...latest : nil
  }

  /// Whether the links of a visit that is not yet fully served allow a staff member on it.
  func linksAllow(_ visit: VisitRow, _ staff: StaffRow, _ need: Int32) -> Bool {
    for index in problem.links.indices(of: visit) {
      let link = problem.links[index]
      if link.staffRule == .any || !isAssigned(link.other) { continue }
      let other = problem.visits[link.other]
      var shared = false
      for slot in other.slots where self.staff(of: slot) == staff { shared = true }
      if shared != (link.staffRule == .same) { return false }
    }
    return true
  }

  /// Whether a fully served visit has the same set of staff as each visit it is linked to with `same`.
  func teamLinksHold(_ visit: VisitRow, _ row: CompiledVisit) -> Bool {
    for index in problem.links.indices(of: visit) {
      let link = problem.links[index]
      if link.staffRule == .same && isAssigned(link.other) && problem.visits[link.other].need != row.need {
        return false
      }
    }
    return true
  }

  /// Whether a staff member already serves another slot of the visit.
  @inline(__always)
  func isOnTeam(_ row: CompiledVisit, _ staff: StaffRow, except slot: SlotRow) -> Bool {
    if row.need == 1 { return false }
    for other in row.slots
    where other != slot && slotShift[other].exists && self.staff(of: other) == staff { return true }
    return false
  }

  /// Whether the links of an assigned visit allow exchanging one of its staff for another.
  func linksAllow(_ visit: VisitRow, exchanging old: StaffRow, for new: StaffRow) -> Bool {
    for index in problem.links.indices(of: visit) {
      let link = problem.links[index]
      if link.staffRule == .any || !isAssigned(link.other) { continue }
      if link.staffRule == .same { return false }
      let other = problem.visits[link.other]
      for slot in other.slots where staff(of: slot) == new { return false }
    }
    return true
  }

  @inline(__always)
  func hasLinks(_ visit: VisitRow) -> Bool { !problem.links.isEmpty(of: visit) }
}
