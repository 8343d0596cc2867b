import HomeCare

/// Who could take a visit, by trying every start, shift and team and asking the checker; for a handful of people.
struct BruteSuggestion {
  let instance: Instance
  let roster: Roster
  let visit: Visit
  /// Staff of the visit who stay on it; `nil` where the visit is unassigned and the whole team is to be found.
  let staying: [StaffID]?
  private let allowances: Allowances

  init(instance: Instance, roster: Roster, visit: Visit, staying: [StaffID]?) {
    (self.instance, self.roster, self.visit, self.staying) = (instance, roster, visit, staying)
    allowances = Allowances(instance)
  }

  /// Whether a staff member could serve the visit at some start with everyone else as they are.
  func canServe(_ staff: StaffID) -> Bool {
    let windows =
      visit.pinnedStart.map { [VisitWindow(earliest: $0, latest: $0)] }
      ?? allowances.windows(of: instance.visits.firstIndex { $0.id == visit.id } ?? 0, in: instance)
    return windows.contains { window in
      (0...window.latest.minutes(since: window.earliest)).contains { offset in
        teams(with: staff).contains { holds($0, at: window.earliest.advanced(by: offset)) }
      }
    }
  }

  /// Every valid roster in which a staff member serves the visit alone.
  func rosters(of staff: StaffID) -> [Roster] {
    let window = visit.pinnedStart.map { VisitWindow(earliest: $0, latest: $0) } ?? visit.window
    return (0...window.latest.minutes(since: window.earliest)).flatMap { offset -> [Roster] in
      let start = window.earliest.advanced(by: offset)
      return instance.shifts.filter { $0.staff == staff }.map { shift in
        Self.with(
          Roster.Assignment(visit: visit.id, start: start, staff: [staff], shifts: [shift.id]), in: roster)
      }.filter { Self.keepsHardRules($0, instance) }
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
      let shift = instance.shifts.indices.first { row in
        let hours = allowances.hours(of: row)
        return instance.shifts[row].staff == member && hours.start <= start && end <= hours.end
      }
      guard let shift else { return false }
      shifts.append(instance.shifts[shift].id)
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
