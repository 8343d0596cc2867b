/// Checks of links between assigned visits (H10).
extension RosterChecker {
  func checkLinks(_ tally: inout RosterTally) {
    for link in instance.links {
      guard let firstRow = visitRows[link.first], let secondRow = visitRows[link.second],
        let first = tally.services[firstRow], let second = tally.services[secondRow]
      else { continue }
      let gap = second.start - first.start
      if let least = link.minGap, gap < least {
        tally.violations.append(
          Violation(
            .link, visit: link.second, found: "a start \(gap) minutes after that of \(link.first)",
            expected: "at least \(least) minutes"))
      }
      if let most = link.maxGap, gap > most {
        tally.violations.append(
          Violation(
            .link, visit: link.second, found: "a start \(gap) minutes after that of \(link.first)",
            expected: "at most \(most) minutes"))
      }
      let (team, other) = (Set(first.team), Set(second.team))
      if link.staff == .same && team != other {
        tally.violations.append(
          Violation(
            .link, visit: link.second, found: "other staff than \(link.first)",
            expected: "the same staff on both visits"))
      }
      if link.staff == .different && !team.isDisjoint(with: other) {
        tally.violations.append(
          Violation(
            .link, visit: link.second, found: "staff who are on \(link.first) too",
            expected: "no staff member on both visits"))
      }
    }
  }
}
