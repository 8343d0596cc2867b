/// H7: staff have the skills of the visits they serve.
enum SkillsRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let visit = facts.instance.visits[service.visit]
      for member in service.assignment.staff {
        guard let row = facts.rows.staff[member] else { continue }
        let missing = visit.skills.filter { !facts.rows.skills[row].contains($0) }
        if missing.isEmpty || facts.rows.exceptions.permit(.skills, visit: visit.id, staff: member) { continue }
        violations.note(
          .skills, visit: visit.id, staff: member,
          found: "a staff member without \(missing.map(quoted).joined(separator: ", "))",
          expected: "staff with all of the visit's skills")
      }
    }
  }
}
