/// Checks rosters of one instance and recomputes their score, from instance and roster alone.
///
/// Shares nothing with the planner, so that a mistake there cannot hide itself here. Takes any roster, however broken.
public struct RosterChecker: Sendable {
  let instance: Instance
  let visitRows: [VisitID: Int]
  let shiftRows: [ShiftID: Int]
  let staffRows: [StaffID: Int]
  let clientRows: [ClientID: Int]
  /// For each visit, its client's row.
  let clientOfVisit: [Int]
  /// For each client, the row of their location.
  let homes: [Int]
  /// For each staff member, the row of their base.
  let bases: [Int?]
  let skills: [Set<String>]

  /// A checker of rosters of an instance.
  public init(_ instance: Instance) {
    self.instance = instance
    visitRows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    shiftRows = Dictionary(uniqueKeysWithValues: instance.shifts.enumerated().map { ($1.id, $0) })
    staffRows = Dictionary(uniqueKeysWithValues: instance.staff.enumerated().map { ($1.id, $0) })
    let clientRows = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    self.clientRows = clientRows
    clientOfVisit = instance.visits.map { clientRows[$0.client] ?? 0 }
    homes = instance.clients.map { instance.index(of: $0.location) }
    bases = instance.staff.map { $0.location.map { instance.index(of: $0) } }
    skills = instance.staff.map { Set($0.skills) }
  }

  /// Finds every broken rule of a roster and recomputes its score.
  public func check(_ roster: Roster) -> RosterCheck {
    var tally = RosterTally(instance)
    checkAssignments(of: roster, &tally)
    checkCompleteness(of: roster, &tally)
    checkRoutes(&tally)
    checkHours(&tally)
    checkLinks(&tally)
    let meetings = countMeetings(&tally)
    if instance.weights[.imbalance] > 0 { weighBalance(&tally) }
    tally.score.total = total(of: tally.score)
    checkStatements(of: roster, &tally)
    return RosterCheck(violations: tally.violations, score: tally.score, meetings: meetings)
  }

  /// The weighted sum of a score's parts, held at the largest number where a nonsensical roster would exceed it.
  private func total(of score: Score) -> Int {
    var sum = 0
    for part in ScorePart.allCases {
      let (product, tooLarge) = score[part].multipliedReportingOverflow(by: instance.weights[part])
      let (next, overflow) = sum.addingReportingOverflow(product)
      if tooLarge || overflow { return Int.max }
      sum = next
    }
    return sum
  }
}

/// What a check has gathered so far.
struct RosterTally {
  /// A visit as a roster serves it: when, and by whom.
  ///
  /// Staff stand as their rows; staff whom the instance does not know, as numbers above them.
  struct Service {
    let start: Int
    let team: [Int]
  }

  /// One visit on the route of a shift, in minutes from the horizon's start.
  struct Stop {
    let start: Int
    let end: Int
    let visit: Int
  }

  var violations: [Violation] = []
  var score = Score()
  /// For each visit, its first assignment.
  var services: [Service?]
  /// For each shift, its visits in the order of the roster.
  var stops: [[Stop]]
  /// For each staff member, service and travel minutes.
  var minutes: [Int]
  /// Numbers for staff whom the instance does not know.
  var strangers: [StaffID: Int] = [:]

  init(_ instance: Instance) {
    services = Array(repeating: nil, count: instance.visits.count)
    stops = Array(repeating: [], count: instance.shifts.count)
    minutes = Array(repeating: 0, count: instance.staff.count)
  }
}
