/// H5: the first and last visit of a shift leave time for the way from and to the base.
enum BaseRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for route in facts.routes {
      guard let first = route.stops.first, let last = route.stops.last, let out = route.gaps.first?.travel,
        let back = route.gaps.last?.travel
      else { continue }
      // A visit outside the shift breaks H3 and not this rule too.
      if first.start >= route.start, first.start < route.start + out {
        violations.note(
          .base, visit: facts.instance.visits[first.visit].id, shift: route.shift.id, staff: route.shift.staff,
          found: "start \(facts.rows.clock(first.start)), \(out) minutes of travel from the base",
          expected: "a start at or after \(facts.rows.clock(route.start + out))")
      }
      if last.end <= route.end, last.end + back > route.end {
        violations.note(
          .base, visit: facts.instance.visits[last.visit].id, shift: route.shift.id, staff: route.shift.staff,
          found: "end \(facts.rows.clock(last.end)), \(back) minutes of travel to the base",
          expected: "an end at or before \(facts.rows.clock(route.end - back))")
      }
    }
  }
}
