/// H10: linked visits that are both assigned keep their gap and their rule on staff.
enum LinkRule {
  static func judge(_ facts: RosterFacts, _ violations: inout [Violation]) {
    for link in facts.instance.links {
      guard let firstRow = facts.rows.visits[link.first], let secondRow = facts.rows.visits[link.second],
        let first = facts.service(ofVisit: firstRow), let second = facts.service(ofVisit: secondRow)
      else { continue }
      let gap = second.start - first.start
      func report(_ found: String, expected: String) {
        violations.note(.link, visit: link.second, found: found, expected: expected)
      }
      if let least = link.minGap, gap < least {
        report("a start \(gap) minutes after that of \(link.first)", expected: "at least \(least) minutes")
      }
      if let most = link.maxGap, gap > most {
        report("a start \(gap) minutes after that of \(link.first)", expected: "at most \(most) minutes")
      }
      let (team, other) = (Set(first.team), Set(second.team))
      if link.staff == .same && team != other {
        report("other staff than \(link.first)", expected: "the same staff on both visits")
      }
      if link.staff == .different && !team.isDisjoint(with: other) {
        report("staff who are on \(link.first) too", expected: "no staff member on both visits")
      }
    }
  }
}
