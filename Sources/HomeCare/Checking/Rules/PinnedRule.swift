/// H9: pinned staff and pinned starts are kept.
enum PinnedRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for service in facts.services {
      let (visit, assignment) = (facts.instance.visits[service.visit], service.assignment)
      for member in visit.pinned where !assignment.staff.contains(member) {
        violations.note(
          .pinned, visit: visit.id, staff: member, found: "a pinned staff member who is not on the visit",
          expected: "\(member) among the visit's staff, or the visit unassigned")
      }
      if let pinned = visit.pinnedStart, pinned != assignment.start {
        violations.note(
          .pinned, visit: visit.id, found: "start \(assignment.start)", expected: "the pinned start \(pinned)")
      }
    }
  }
}
