/// Checks of what a roster says of itself: the instance it answers, its score, bounds, gap and status.
extension RosterChecker {
  /// How far a stated gap may lie from the computed one, since writers round it.
  private static let gapTolerance = 0.000_5

  func checkStatements(of roster: Roster, _ tally: inout RosterTally) {
    if roster.instance != instance.name {
      tally.violations.append(
        Violation(
          .instanceName, found: "a roster of \(quoted(roster.instance))",
          expected: "a roster of \(quoted(instance.name))"))
    }
    let score = tally.score
    for part in ScorePart.allCases where roster.score[part] != score[part] {
      tally.violations.append(
        Violation(.score, found: "\(part.name) \(roster.score[part])", expected: "\(score[part])"))
    }
    if roster.score.total != score.total {
      tally.violations.append(
        Violation(.score, found: "total \(roster.score.total)", expected: "\(score.total)"))
    }
    if let solve = roster.solve { checkBounds(solve, score, &tally) }
  }

  private func checkBounds(_ solve: SolveSummary, _ score: Score, _ tally: inout RosterTally) {
    let bounds = [
      ("lowerBound", solve.lowerBound, "total", score.total),
      ("bound.unassigned", solve.unassignedBound, "unassigned", score[.unassigned]),
      ("bound.distinct", solve.distinctBound, "distinct", score[.distinct]),
    ]
    for (name, bound, part, value) in bounds {
      guard let bound, bound > value else { continue }
      tally.violations.append(
        Violation(.bound, found: "\(name) \(bound)", expected: "at most the score's \(part), \(value)"))
    }
    if solve.status == .optimal && solve.lowerBound != score.total {
      tally.violations.append(
        Violation(
          .bound, found: "status optimal with \(solve.lowerBound.map { "lowerBound \($0)" } ?? "no lowerBound")",
          expected: "lowerBound \(score.total), the total, wherever optimality is proven"))
    }
    if let stated = solve.contradictingGap {
      let gap = solve.gap(total: score.total)
      if let gap, abs(gap - stated) <= Self.gapTolerance { return }
      tally.violations.append(
        Violation(
          .bound, found: "gap \(stated)",
          expected: gap.map { "\($0), which is (total − lowerBound) / total" } ?? "no gap where no lowerBound is stated"
        ))
    }
  }
}
