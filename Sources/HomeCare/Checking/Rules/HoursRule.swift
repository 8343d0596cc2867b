/// H11: nobody's service and travel over the horizon take more minutes than their cap.
enum HoursRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for (staff, minutes, cap) in passed(facts) {
      violations.note(
        .hours, staff: staff, found: "\(minutes) minutes of service and travel", expected: "at most \(cap)")
    }
  }

  /// Whose caps are passed: what they work, and the most that they may.
  static func passed(_ facts: RosterFacts) -> [(staff: StaffID, minutes: Int, cap: Int)] {
    var minutes = Array(repeating: 0, count: facts.instance.staff.count)
    for route in facts.routes {
      if let member = facts.rows.staff[route.shift.staff] { minutes[member] += route.service + route.travel }
    }
    return zip(facts.instance.staff, minutes).compactMap { member, minutes in
      guard let cap = member.maxMinutes.map({ $0 + facts.rows.exceptions.raise(of: member.id) }), minutes > cap
      else { return nil }
      return (member.id, minutes, cap)
    }
  }
}
