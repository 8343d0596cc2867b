/// H8: nobody serves a client who blocks them.
enum BlockedRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let client = facts.rows.client(ofVisit: service.visit)
      for member in service.assignment.staff where isBlocked(member, service, facts) {
        violations.note(
          .blocked, visit: service.assignment.visit, staff: member,
          found: "a staff member whom client \(client.id) blocks",
          expected: "staff who are not on the client's blocked list")
      }
    }
  }

  /// Whether the client blocks a staff member, and no exception allows them.
  static func isBlocked(_ member: StaffID, _ service: RosterFacts.Service, _ facts: RosterFacts) -> Bool {
    facts.rows.client(ofVisit: service.visit).blocked.contains(member)
      && !facts.rows.exceptions.permit(.blocked, visit: service.assignment.visit, staff: member)
  }
}
