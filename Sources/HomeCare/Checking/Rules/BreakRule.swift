/// H6: a shift with visits has room for its break in one idle gap, beside that gap's travel.
enum BreakRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for route in facts.routes where !facts.rows.exceptions.spareBreak(of: route.shift.id) {
      guard let rule = route.shift.breakRule, route.gaps(holding: rule, facts.rows).isEmpty else { continue }
      violations.note(
        .breakRoom, shift: route.shift.id, staff: route.shift.staff,
        found: "no idle gap of \(rule.minutes) minutes beside its travel",
        expected: "a break of \(rule.minutes) minutes that begins from \(rule.from) to \(rule.to)")
    }
  }
}
