/// A rule about who may serve what whatever the shifts are, as the checker sees it: of a staff member, a visit and its
/// client alone.
///
/// A further rule of this kind is one more entry of `all`, and its case of `Rule`.
struct ServingRule: Sendable {
  /// The rule of a roster.
  let rule: Rule
  /// What is expected of staff who serve a visit.
  let expected: String
  /// What is wrong with a staff member who serves a visit; `nil` where nothing is.
  private let fault: @Sendable (StaffID, RosterFacts.Service, RosterFacts) -> String?

  /// Every rule of this kind, in the order of reports.
  static let all = [
    ServingRule(rule: .skills, expected: "staff with all of the visit's skills") { member, service, facts in
      guard let row = facts.rows.staff[member] else { return nil }
      let missing = facts.instance.visits[service.visit].skills.filter { !facts.rows.skills[row].contains($0) }
      return missing.isEmpty ? nil : "a staff member without \(missing.map(quoted).joined(separator: ", "))"
    },
    ServingRule(rule: .blocked, expected: "staff who are not on the client's blocked list") { member, service, facts in
      let client = facts.rows.client(ofVisit: service.visit)
      return client.blocked.contains(member) ? "a staff member whom client \(client.id) blocks" : nil
    },
  ]

  /// The rule of this kind that a rule of rosters is; `nil` where it is of another kind.
  static func of(_ rule: Rule) -> ServingRule? { all.first { $0.rule == rule } }

  /// How a staff member who serves a visit breaks the rule; `nil` where they keep it or an exception allows them.
  func breach(by member: StaffID, _ service: RosterFacts.Service, _ facts: RosterFacts) -> String? {
    guard let fault = fault(member, service, facts) else { return nil }
    return facts.rows.exceptions.permit(rule, visit: service.assignment.visit, staff: member) ? nil : fault
  }

  func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      for member in service.assignment.staff {
        guard let fault = breach(by: member, service, facts) else { continue }
        violations.note(
          rule, visit: service.assignment.visit, staff: member, found: fault, expected: expected)
      }
    }
  }
}
