/// H2: a visit starts in its window.
enum WindowRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let visit = facts.instance.visits[service.visit]
      let start = service.assignment.start
      if start >= visit.earliest && start <= visit.latest { continue }
      violations.note(
        .window, visit: visit.id, found: "start \(start)",
        expected: "a start from \(visit.earliest) to \(visit.latest)")
    }
  }
}
