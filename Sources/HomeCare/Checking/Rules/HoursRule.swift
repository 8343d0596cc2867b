/// H11: nobody's service and travel over the horizon take more minutes than their cap.
enum HoursRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    var minutes = Array(repeating: 0, count: facts.instance.staff.count)
    for route in facts.routes {
      if let member = facts.rows.staff[route.shift.staff] { minutes[member] += route.service + route.travel }
    }
    for (member, minutes) in zip(facts.instance.staff, minutes) {
      guard let cap = member.maxMinutes.map({ $0 + facts.rows.exceptions.raise(of: member.id) }), minutes > cap
      else { continue }
      violations.note(
        .hours, staff: member.id, found: "\(minutes) minutes of service and travel", expected: "at most \(cap)")
    }
  }
}
