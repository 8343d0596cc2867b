import HomeCare

extension SearchState {
  /// Takes over what a roster assigns, as far as it keeps the rules; the rest stays unassigned.
  ///
  /// Visits go in by their starts; a visit whose place is not feasible, or that is unknown here, is left.
  func load(_ roster: Roster) {
    let rows = rows(of: roster)
    // Where detours save time, the first visits of a route may break a rule that all of them keep together.
    if !problem.travelIsMetric && loadAtOnce(rows) { return }
    clear()
    for row in rows where !isAssigned(row.visit) { load(row) }
  }

  /// What a roster says of one visit.
  private struct Row {
    var visit: Int32
    var shifts: [Int32]
    var start: Int32
  }

  /// The assignments of visits and shifts that are known here and of the right number, by their starts.
  private func rows(of roster: Roster) -> [Row] {
    let visits = Dictionary(uniqueKeysWithValues: problem.instance.visits.enumerated().map { ($1.id, Int32($0)) })
    let shifts = Dictionary(uniqueKeysWithValues: problem.instance.shifts.enumerated().map { ($1.id, Int32($0)) })
    let origin = problem.instance.horizon.firstMinute
    return roster.assignments.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }.compactMap { assignment in
      guard let visit = visits[assignment.visit] else { return nil }
      let places = assignment.shifts.compactMap { shifts[$0] }
      guard places.count == Int(problem.visits[visit].need) else { return nil }
      return Row(visit: visit, shifts: places, start: Int32(clamping: assignment.start.minutes(since: origin)))
    }
  }

  /// Takes over all rows behind one another; false, with anything left behind, where they break a rule of time.
  private func loadAtOnce(_ rows: [Row]) -> Bool {
    clear()
    for row in rows {
      let visit = problem.visits[row.visit]
      guard !isAssigned(row.visit), mayStart(row, visit) else { return false }
      if visit.choosesStart != 0 { chooseStart(row.visit, row.start) }
      var left = row.shifts
      for slot in visit.firstSlot..<visit.firstSlot + visit.need {
        guard let index = left.firstIndex(where: { mayHold(slot, visit, $0) }) else { return false }
        let shift = left.remove(at: index)
        guard length[shift] < problem.maxStops else { return false }
        insert(slot, into: shift, after: length[shift])
      }
      guard teamLinksHold(row.visit, visit) else { return false }
      close(row.visit)
    }
    return (0..<Int32(problem.shiftCount)).allSatisfy(isFeasible)
      && (0..<problem.staffCount).allSatisfy { load[$0] <= problem.cap[$0] }
  }

  /// Puts one visit into its shifts where all of them can take it at the start; else leaves it.
  private func load(_ row: Row) {
    let visit = problem.visits[row.visit]
    guard mayStart(row, visit) else { return }
    var journal = Journal()
    if visit.choosesStart != 0 { journal.chooseStart(row.visit, row.start, in: self) }
    var left = row.shifts
    for slot in visit.firstSlot..<visit.firstSlot + visit.need {
      guard let index = left.firstIndex(where: { mayHold(slot, visit, $0) }) else { return journal.undo(in: self) }
      let shift = left.remove(at: index)
      let place = placeByStart(visit, row.visit, row.start, in: shift)
      let staff = problem.shifts[shift].staff
      guard place.exists, load[staff] + place.travel + visit.minutes <= problem.cap[staff] else {
        return journal.undo(in: self)
      }
      journal.insert(slot, into: shift, after: place.position, in: self)
    }
    if !teamLinksHold(row.visit, visit) { return journal.undo(in: self) }
    close(row.visit)
  }

  private func mayStart(_ row: Row, _ visit: CompiledVisit) -> Bool {
    row.start >= visit.earliest && row.start <= visit.latest
      && linkedWindow(row.visit, visit)?.contains(row.start) == true
  }

  /// Whether a shift can hold a slot beside the staff of its visit and of those that the visit is linked to.
  func mayHold(_ slot: Int32, _ visit: CompiledVisit, _ shift: Int32) -> Bool {
    let slotRow = problem.slots[slot]
    let staff = problem.shifts[shift].staff
    return (slotRow.eligibleStart..<slotRow.eligibleEnd).contains { problem.eligible[$0] == shift }
      && !isOnTeam(visit, staff, except: slot)
      && (!hasLinks(slotRow.visit) || linksAllow(slotRow.visit, staff, visit.need))
  }

  /// The last place of a route for a visit that starts as given, or the best other one.
  private func placeByStart(_ row: CompiledVisit, _ visit: Int32, _ start: Int32, in shift: Int32) -> Place {
    let count = length[shift]
    let base = stopIndex(shift, 0)
    let (before, behind) = (stops[base + Int(count)], stops[base + Int(count) + 1])
    if fits(row.location, low[visit], high[visit], row.minutes, after: before, before: behind, in: shift) {
      let travel =
        problem.minutes(before.location, row.location) + problem.minutes(row.location, behind.location)
        - (count == 0 ? 0 : problem.minutes(before.location, behind.location))
      return Place(position: count, travel: travel)
    }
    return bestPlace(row.location, low[visit], high[visit], row.minutes, in: shift)
  }
}
