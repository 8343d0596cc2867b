/// H6: a shift with visits has room for its break in one idle gap, beside that gap's travel.
enum BreakRule: RuleCheck {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    let first = facts.instance.horizon.firstMinute
    for route in facts.routes where !facts.rows.exceptions.spareBreak(of: route.shift.id) {
      guard let rule = route.shift.breakRule else { continue }
      let (from, to) = (rule.from.minutes(since: first), rule.to.minutes(since: first))
      let hasRoom = route.gaps.contains { gap in
        gap.end - gap.start >= gap.travel + rule.minutes && max(gap.start, from) <= min(gap.end - rule.minutes, to)
      }
      if hasRoom { continue }
      violations.note(
        .breakRoom, shift: route.shift.id, staff: route.shift.staff,
        found: "no idle gap of \(rule.minutes) minutes beside its travel",
        expected: "a break of \(rule.minutes) minutes that begins from \(rule.from) to \(rule.to)")
    }
  }
}
