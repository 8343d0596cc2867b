import HomeCare

/// Who could take a visit, by trying every start, shift and team and asking the checker; for a handful of people.
struct BruteSuggestion {
  let instance: Instance
  let roster: Roster
  let visit: Visit
  /// Staff of the visit who stay on it; `nil` where the visit is unassigned and the whole team is to be found.
  let staying: [StaffID]?

  /// Whether a staff member could serve the visit at some start with everyone else as they are.
  func canServe(_ staff: StaffID) -> Bool {
    let start = visit.pinnedStart ?? visit.earliest
    let end = visit.pinnedStart ?? visit.latest
    return (0...end.minutes(since: start)).contains { offset in
      teams(with: staff).contains { holds($0, at: start.advanced(by: offset)) }
    }
  }

  private func teams(with staff: StaffID) -> [[StaffID]] {
    if let staying { return staying.contains(staff) ? [] : [staying + [staff]] }
    if visit.staff == 1 { return [[staff]] }
    precondition(visit.staff == 2, "teams of two at most")
    return instance.staff.map(\.id).filter { $0 != staff }.map { [staff, $0] }
  }

  private func holds(_ team: [StaffID], at start: LocalDateTime) -> Bool {
    let end = start.advanced(by: visit.minutes)
    var shifts: [ShiftID] = []
    for member in team {
      guard let shift = instance.shifts.first(where: { $0.staff == member && $0.start <= start && end <= $0.end })
      else { return false }
      shifts.append(shift.id)
    }
    let assignment = Roster.Assignment(visit: visit.id, start: start, staff: team, shifts: shifts)
    return Self.keepsHardRules(BruteSuggestion.with(assignment, in: roster), instance)
  }

  static func with(_ assignment: Roster.Assignment, in roster: Roster) -> Roster {
    var changed = roster
    changed.assignments.removeAll { $0.visit == assignment.visit }
    changed.unassigned.removeAll { $0 == assignment.visit }
    changed.assignments.append(assignment)
    return changed
  }

  static func keepsHardRules(_ roster: Roster, _ instance: Instance) -> Bool {
    RosterChecker(instance).check(roster).violations.allSatisfy { $0.rule == .score || $0.rule == .bound }
  }
}
