/// H3: each staff member serves a visit inside one shift of theirs.
enum ShiftRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services { judge(service, facts, &violations) }
  }

  private static func judge(_ service: RosterFacts.Service, _ facts: RosterFacts, _ violations: inout [Violation]) {
    let (rows, assignment) = (facts.rows, service.assignment)
    let visit = facts.instance.visits[service.visit]
    if assignment.shifts.count != assignment.staff.count {
      violations.note(
        .shift, visit: visit.id, found: "\(assignment.shifts.count) shifts for \(assignment.staff.count) staff",
        expected: "one shift for each staff member, in their order")
    }
    for (position, (member, named)) in zip(assignment.staff, assignment.shifts).enumerated()
    where rows.staff[member] != nil {
      guard let row = service.shifts[position] else {
        let owner = rows.shifts[named].map { "a shift of \(facts.instance.shifts[$0].staff)" }
        violations.note(
          .shift, visit: visit.id, shift: named, staff: member,
          found: owner ?? "a shift that the instance does not have", expected: "a shift of \(member)")
        continue
      }
      let shift = facts.instance.shifts[row]
      let end = service.start + visit.minutes
      let first = facts.instance.horizon.firstMinute
      let overtime = rows.exceptions.overtime(of: shift.id)
      let start = shift.start.advanced(by: -overtime.before)
      let last = shift.end.advanced(by: overtime.after)
      if service.start >= start.minutes(since: first) && end <= last.minutes(since: first) { continue }
      violations.note(
        .shift, visit: visit.id, shift: shift.id, staff: shift.staff,
        found: "service \(rows.clock(service.start)) to \(rows.clock(end))",
        expected: "service within the shift, \(start) to \(last)")
    }
  }
}
