/// H4: between consecutive visits of a shift passes at least the travel time.
enum RouteRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for route in facts.routes {
      for position in 1..<route.stops.count {
        let (previous, stop) = (route.stops[position - 1], route.stops[position])
        let leg = route.gaps[position].travel
        if stop.start >= previous.end + leg { continue }
        violations.note(
          .route, visit: facts.instance.visits[stop.visit].id, shift: route.shift.id, staff: route.shift.staff,
          found: "start \(facts.rows.clock(stop.start)), after \(facts.instance.visits[previous.visit].id) ends"
            + " \(facts.rows.clock(previous.end)) and \(leg) minutes of travel",
          expected: "a start at or after \(facts.rows.clock(previous.end + leg))")
      }
    }
  }
}
