/// Finds the shift in which a staff member serves at a time, whatever it is called.
///
/// A place in a roster is who serves and when; the shift follows. Where an absence has split a shift, or another roster
/// calls it otherwise, the visits that still lie in the hours of their staff stand where they stood.
package struct WorkedShifts {
  private let shifts: [StaffID: [(id: ShiftID, hours: Range<LocalDateTime>)]]
  private let visits: [VisitID: Visit]

  /// The shifts of an instance, overtime that is excepted included.
  package init(_ instance: Instance) {
    let allowances = Allowances(instance)
    var shifts: [StaffID: [(id: ShiftID, hours: Range<LocalDateTime>)]] = [:]
    for (row, shift) in instance.shifts.enumerated() {
      let hours = allowances.hours(of: row)
      shifts[shift.staff, default: []].append((shift.id, hours.start..<hours.end))
    }
    self.shifts = shifts
    visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The shift in which a staff member can serve so many minutes from a start; of several the one named, else the first.
  package func shift(of staff: StaffID, from start: LocalDateTime, minutes: Int, named id: ShiftID) -> ShiftID? {
    let end = start.advanced(by: minutes)
    let holding = (shifts[staff] ?? []).filter { $0.hours.lowerBound <= start && end <= $0.hours.upperBound }
    return (holding.first { $0.id == id } ?? holding.first)?.id
  }

  /// An assignment in the shifts in which its staff serve then; as it is where one of them does not.
  package func settled(_ assignment: Roster.Assignment) -> Roster.Assignment {
    guard let visit = visits[assignment.visit], assignment.staff.count == assignment.shifts.count else {
      return assignment
    }
    let found = zip(assignment.staff, assignment.shifts).compactMap {
      shift(of: $0, from: assignment.start, minutes: visit.minutes, named: $1)
    }
    if found.count < assignment.staff.count { return assignment }
    var settled = assignment
    settled.shifts = found
    return settled
  }
}

extension Roster {
  /// The roster with every visit in the shifts of an instance in which its staff serve then.
  package func settled(in instance: Instance) -> Roster {
    let worked = WorkedShifts(instance)
    var roster = self
    roster.assignments = assignments.map(worked.settled)
    return roster
  }
}
