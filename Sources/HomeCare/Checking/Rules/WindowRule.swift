/// H2: a visit starts in its window, or in one of its alternatives.
enum WindowRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let visit = facts.instance.visits[service.visit]
      let start = service.assignment.start
      let windows = facts.rows.windows(ofVisit: service.visit)
      if windows.contains(where: { $0.contains(start) }) { continue }
      let stretches = windows.map { "from \($0.earliest) to \($0.latest)" }
      violations.note(
        .window, visit: visit.id, found: "start \(start)", expected: "a start \(stretches.joined(separator: ", or "))")
    }
  }
}
