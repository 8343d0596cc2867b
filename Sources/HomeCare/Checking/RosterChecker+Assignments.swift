/// Checks of each assignment by itself (H1, H2, H7, H8, H9 and the naming part of H3), and that each visit stands once.
extension RosterChecker {
  func checkAssignments(of roster: Roster, _ tally: inout RosterTally) {
    for assignment in roster.assignments {
      guard let row = visitRows[assignment.visit] else {
        tally.violations.append(
          Violation(
            .unknownVisit, visit: assignment.visit, found: "an assignment of a visit that the instance does not have",
            expected: "visits of the instance only"))
        continue
      }
      guard tally.services[row] == nil else {
        tally.violations.append(
          Violation(
            .repeatedVisit, visit: assignment.visit, found: "a second assignment of the visit",
            expected: "each visit once"))
        continue
      }
      let start = minute(of: assignment.start)
      let team = assignment.staff.map { number(of: $0, &tally) }
      tally.services[row] = RosterTally.Service(start: start, team: team)
      checkStaffing(assignment, instance.visits[row], &tally)
      checkTimes(assignment, instance.visits[row], &tally)
      placeOnRoutes(assignment, row: row, team: team, start: start, &tally)
    }
  }

  /// Every visit stands once, in assignments or in unassigned.
  func checkCompleteness(of roster: Roster, _ tally: inout RosterTally) {
    var listed = Array(repeating: false, count: instance.visits.count)
    for id in roster.unassigned {
      guard let row = visitRows[id] else {
        tally.violations.append(
          Violation(
            .unknownVisit, visit: id, found: "an unassigned visit that the instance does not have",
            expected: "visits of the instance only"))
        continue
      }
      if tally.services[row] != nil {
        tally.violations.append(
          Violation(.repeatedVisit, visit: id, found: "both assigned and unassigned", expected: "one of the two"))
      } else if listed[row] {
        tally.violations.append(
          Violation(.repeatedVisit, visit: id, found: "unassigned twice", expected: "each visit once"))
      }
      listed[row] = true
    }
    for (row, visit) in instance.visits.enumerated() where tally.services[row] == nil {
      tally.score[.unassigned] += visit.priority * visit.staff
      if !listed[row] {
        tally.violations.append(
          Violation(
            .missingVisit, visit: visit.id, found: "neither assigned nor unassigned",
            expected: "each visit once, in assignments or in unassigned"))
      }
    }
  }

  private func checkStaffing(_ assignment: Roster.Assignment, _ visit: Visit, _ tally: inout RosterTally) {
    let team = assignment.staff
    if team.count != visit.staff || Set(team).count != team.count {
      let names = team.isEmpty ? "nobody" : team.map(\.rawValue).joined(separator: ", ")
      tally.violations.append(
        Violation(
          .staffing, visit: visit.id, found: names,
          expected: visit.staff == 1 ? "exactly 1 staff member" : "exactly \(visit.staff) distinct staff"))
    }
    for member in visit.pinned where !team.contains(member) {
      tally.violations.append(
        Violation(
          .pinned, visit: visit.id, staff: member, found: "a pinned staff member who is not on the visit",
          expected: "\(member) among the visit's staff, or the visit unassigned"))
    }
    if assignment.shifts.count != team.count {
      tally.violations.append(
        Violation(
          .shift, visit: visit.id, found: "\(assignment.shifts.count) shifts for \(team.count) staff",
          expected: "one shift for each staff member, in their order"))
    }
  }

  private func checkTimes(_ assignment: Roster.Assignment, _ visit: Visit, _ tally: inout RosterTally) {
    let start = assignment.start
    if start < visit.earliest || start > visit.latest {
      tally.violations.append(
        Violation(
          .window, visit: visit.id, found: "start \(start)",
          expected: "a start from \(visit.earliest) to \(visit.latest)"))
    }
    if let pinned = visit.pinnedStart, pinned != start {
      tally.violations.append(
        Violation(
          .pinned, visit: visit.id, found: "start \(start)", expected: "the pinned start \(pinned)"))
    }
  }

  /// Puts the visit on the route of each of its shifts that exists and belongs to the staff member named beside it.
  private func placeOnRoutes(
    _ assignment: Roster.Assignment, row: Int, team: [Int], start: Int, _ tally: inout RosterTally
  ) {
    let visit = instance.visits[row]
    let client = instance.clients[clientOfVisit[row]]
    for (position, member) in assignment.staff.enumerated() {
      guard instance.staff.indices.contains(team[position]) else {
        tally.violations.append(
          Violation(
            .unknownStaff, visit: visit.id, staff: member, found: "a staff member whom the instance does not have",
            expected: "staff of the instance only"))
        continue
      }
      let missing = visit.skills.filter { !skills[team[position]].contains($0) }
      if !missing.isEmpty {
        tally.violations.append(
          Violation(
            .skills, visit: visit.id, staff: member,
            found: "a staff member without \(missing.map(quoted).joined(separator: ", "))",
            expected: "staff with all of the visit's skills"))
      }
      if client.blocked.contains(member) {
        tally.violations.append(
          Violation(
            .blocked, visit: visit.id, staff: member, found: "a staff member whom client \(client.id) blocks",
            expected: "staff who are not on the client's blocked list"))
      }
      guard position < assignment.shifts.count else { continue }
      let shift = assignment.shifts[position]
      guard let shiftRow = shiftRows[shift], instance.shifts[shiftRow].staff == member else {
        let owner = shiftRows[shift].map { "a shift of \(instance.shifts[$0].staff)" }
        tally.violations.append(
          Violation(
            .shift, visit: visit.id, shift: shift, staff: member,
            found: owner ?? "a shift that the instance does not have", expected: "a shift of \(member)"))
        continue
      }
      tally.stops[shiftRow].append(RosterTally.Stop(start: start, end: start + visit.minutes, visit: row))
    }
  }

  /// The row of a staff member, or a number above all rows for one whom the instance does not know.
  private func number(of member: StaffID, _ tally: inout RosterTally) -> Int {
    if let row = staffRows[member] { return row }
    let number = tally.strangers[member] ?? instance.staff.count + tally.strangers.count
    tally.strangers[member] = number
    return number
  }

  /// Minutes from the horizon's start, held within the calendar so that no sum can overflow.
  private func minute(of time: LocalDateTime) -> Int {
    let first = LocalDate(dayNumber: LocalDate.calendar.lowerBound).midnight
    let last = LocalDate(dayNumber: LocalDate.calendar.upperBound).midnight
    return min(max(time, first), last).minutes(since: instance.horizon.firstMinute)
  }
}
