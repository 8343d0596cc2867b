/// H1: an assigned visit has exactly the staff it needs, all distinct.
enum StaffingRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let visit = facts.instance.visits[service.visit]
      let team = service.assignment.staff
      if team.count == visit.staff && Set(team).count == team.count { continue }
      let names = team.isEmpty ? "nobody" : team.map(\.rawValue).joined(separator: ", ")
      violations.note(
        .staffing, visit: visit.id, found: names,
        expected: visit.staff == 1 ? "exactly 1 staff member" : "exactly \(visit.staff) distinct staff")
    }
  }
}
