/// H7: staff have the skills of the visits they serve.
enum SkillsRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let visit = facts.instance.visits[service.visit]
      for member in service.assignment.staff {
        let missing = missing(member, service, facts)
        if missing.isEmpty { continue }
        violations.note(
          .skills, visit: visit.id, staff: member,
          found: "a staff member without \(missing.map(quoted).joined(separator: ", "))",
          expected: "staff with all of the visit's skills")
      }
    }
  }

  /// The skills that a staff member lacks for a visit; none where an exception spares them.
  static func missing(_ member: StaffID, _ service: RosterFacts.Service, _ facts: RosterFacts) -> [String] {
    guard let row = facts.rows.staff[member] else { return [] }
    let visit = facts.instance.visits[service.visit]
    let missing = visit.skills.filter { !facts.rows.skills[row].contains($0) }
    return missing.isEmpty || facts.rows.exceptions.permit(.skills, visit: visit.id, staff: member) ? [] : missing
  }
}
