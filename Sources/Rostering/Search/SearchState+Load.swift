import HomeCare

extension SearchState {
  /// Takes over what a roster assigns, as far as it keeps the rules; the rest stays unassigned.
  ///
  /// Visits go in by their starts; a visit whose place is not feasible, or that is unknown here, is left.
  func load(_ roster: Roster) {
    clear()
    let visits = Dictionary(uniqueKeysWithValues: problem.instance.visits.enumerated().map { ($1.id, Int32($0)) })
    let shifts = Dictionary(uniqueKeysWithValues: problem.instance.shifts.enumerated().map { ($1.id, Int32($0)) })
    let origin = problem.instance.horizon.firstMinute
    let ordered = roster.assignments.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }
    for assignment in ordered {
      guard let visit = visits[assignment.visit], !isAssigned(visit) else { continue }
      let places = assignment.shifts.compactMap { shifts[$0] }
      guard places.count == Int(problem.visits[visit].need) else { continue }
      load(visit, into: places, at: Int32(clamping: assignment.start.minutes(since: origin)))
    }
  }

  /// Puts one visit into its shifts where all of them can take it at the start; else leaves it.
  private func load(_ visit: Int32, into shifts: [Int32], at start: Int32) {
    let row = problem.visits[visit]
    guard start >= row.earliest && start <= row.latest else { return }
    if let window = linkedWindow(visit, row), !window.contains(start) { return }
    let fixed = row.choosesStart != 0
    var journal = Journal()
    if fixed { journal.chooseStart(visit, start, in: self) }
    var left = shifts
    for slot in row.firstSlot..<row.firstSlot + row.need {
      let slotRow = problem.slots[slot]
      let run = slotRow.eligibleStart..<slotRow.eligibleEnd
      guard
        let index = left.firstIndex(where: { shift in
          run.contains { problem.eligible[$0] == shift } && !isOnTeam(row, problem.shifts[shift].staff, except: slot)
            && (!hasLinks(visit) || linksAllow(visit, problem.shifts[shift].staff, row.need))
        })
      else { return journal.undo(in: self) }
      let shift = left.remove(at: index)
      let place = placeByStart(row, visit, start, in: shift)
      let staff = problem.shifts[shift].staff
      guard place.exists, load[staff] + place.travel + row.minutes <= problem.cap[staff] else {
        return journal.undo(in: self)
      }
      journal.insert(slot, into: shift, after: place.position, in: self)
    }
    if !teamLinksHold(visit, row) { return journal.undo(in: self) }
    close(visit)
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
