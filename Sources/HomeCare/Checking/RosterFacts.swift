/// What a roster says, read against its instance: what rules and parts of the score are judged by.
struct RosterFacts {
  /// A visit as the roster serves it.
  struct Service {
    let assignment: Roster.Assignment
    /// The visit's row.
    let visit: Int
    /// Minutes from the horizon's start.
    let start: Int
    /// The staff as rows; staff whom the instance does not know, as numbers above them.
    let team: [Int]
    /// For each of the staff, the row of the shift named beside them; `nil` where that is no shift of theirs.
    let shifts: [Int?]
  }

  private(set) var rows: InstanceRows
  /// The first assignment of each visit, in the order of the roster.
  private(set) var services: [Service] = []
  /// Every shift that serves a visit, in the order of the instance.
  private(set) var routes: [CheckedRoute] = []
  /// Whom each client meets in each continuity period.
  private(set) var meetings: [PeriodMeetings] = []
  /// What names nothing of the instance, stands twice or nowhere.
  private(set) var violations: [Violation] = []
  /// For each visit, its place in `services`.
  private var served: [Int?]

  var instance: Instance { rows.instance }

  init(_ roster: Roster, _ rows: InstanceRows) {
    self.rows = rows
    served = Array(repeating: nil, count: rows.instance.visits.count)
    readAssignments(of: roster)
    readUnassigned(of: roster)
    routes = CheckedRoute.all(of: services, rows)
    meetings = PeriodMeetings.all(of: services, rows)
  }

  /// The series with their starts, those without any left out; starts in no window of their visit are left out too.
  var seriesStarts: [SeriesStarts] {
    var clocks: [SeriesID: [Int]] = [:]
    for service in services {
      let (visit, start) = (instance.visits[service.visit], service.assignment.start)
      guard let series = visit.series,
        let position = rows.windows(ofVisit: service.visit).firstIndex(where: { $0.contains(start) })
      else { continue }
      // The day is that of the window as it stands, whatever exceptions widen it by.
      clocks[series, default: []].append(start.minutes(since: instance.windows(of: visit)[position].midnight))
    }
    return instance.series.compactMap { series in
      clocks[series.id].map { SeriesStarts(series: series, clocks: $0) }
    }
  }

  /// The same roster, judged without one of the instance's exceptions.
  func without(exception row: Int) -> RosterFacts {
    var facts = self
    facts.rows.exceptions = CheckedExceptions(instance.exceptions, without: row)
    let rule = instance.exceptions[row].rule
    if rule == .shift || rule == .route { facts.routes = CheckedRoute.all(of: services, facts.rows) }
    return facts
  }

  /// Whether a visit is assigned.
  func isAssigned(_ row: Int) -> Bool { served[row] != nil }

  /// How a visit is served; `nil` where it is unassigned.
  func service(ofVisit row: Int) -> Service? { served[row].map { services[$0] } }

  private mutating func readAssignments(of roster: Roster) {
    // Numbers for staff whom the instance does not know.
    var strangers: [StaffID: Int] = [:]
    for assignment in roster.assignments {
      guard let visit = rows.visits[assignment.visit] else {
        violations.note(
          .unknownVisit, visit: assignment.visit, found: "an assignment of a visit that the instance does not have",
          expected: "visits of the instance only")
        continue
      }
      guard served[visit] == nil else {
        violations.note(
          .repeatedVisit, visit: assignment.visit, found: "a second assignment of the visit",
          expected: "each visit once")
        continue
      }
      let team = assignment.staff.map { member in
        if let row = rows.staff[member] { return row }
        violations.note(
          .unknownStaff, visit: assignment.visit, staff: member,
          found: "a staff member whom the instance does not have", expected: "staff of the instance only")
        let number = strangers[member] ?? instance.staff.count + strangers.count
        strangers[member] = number
        return number
      }
      let shifts = assignment.staff.enumerated().map { position, member -> Int? in
        guard position < assignment.shifts.count, let shift = rows.shifts[assignment.shifts[position]],
          instance.shifts[shift].staff == member
        else { return nil }
        return shift
      }
      served[visit] = services.count
      services.append(
        Service(
          assignment: assignment, visit: visit, start: rows.minute(of: assignment.start), team: team, shifts: shifts))
    }
  }

  /// Every visit stands once, in assignments or in unassigned.
  private mutating func readUnassigned(of roster: Roster) {
    var listed = Array(repeating: false, count: instance.visits.count)
    for id in roster.unassigned {
      guard let row = rows.visits[id] else {
        violations.note(
          .unknownVisit, visit: id, found: "an unassigned visit that the instance does not have",
          expected: "visits of the instance only")
        continue
      }
      if served[row] != nil {
        violations.note(.repeatedVisit, visit: id, found: "both assigned and unassigned", expected: "one of the two")
      } else if listed[row] {
        violations.note(.repeatedVisit, visit: id, found: "unassigned twice", expected: "each visit once")
      }
      listed[row] = true
    }
    for (row, visit) in instance.visits.enumerated() where served[row] == nil && !listed[row] {
      violations.note(
        .missingVisit, visit: visit.id, found: "neither assigned nor unassigned",
        expected: "each visit once, in assignments or in unassigned")
    }
  }
}
