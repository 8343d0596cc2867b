/// What a roster says of itself: the instance it answers, its score, bounds, gap and status.
struct RosterStatements {
  /// How far a stated gap may lie from the computed one, since writers round it.
  private static let gapTolerance = 0.000_5

  let roster: Roster
  /// The score as recomputed.
  let score: Score
  let instance: Instance

  func judge(_ violations: inout [Violation]) {
    if roster.instance != instance.name {
      violations.note(
        .instanceName, found: "a roster of \(quoted(roster.instance))",
        expected: "a roster of \(quoted(instance.name))")
    }
    if roster.score.format < score.format {
      let missing = score.parts.filter { $0.format > roster.score.format }.map(\.name).joined(separator: ", ")
      violations.note(.score, found: "no \(missing)", expected: "every part of the score")
    }
    for part in ScorePart.allCases where roster.score[part] != score[part] {
      violations.note(.score, found: "\(part.name) \(roster.score[part])", expected: "\(score[part])")
    }
    if roster.score.total != score.total {
      violations.note(.score, found: "total \(roster.score.total)", expected: "\(score.total)")
    }
    judgeUsualTimes(&violations)
    if let solve = roster.solve { judge(solve, &violations) }
  }

  private func judgeUsualTimes(_ violations: inout [Violation]) {
    let known = Set(instance.series.map(\.id))
    var seen: Set<SeriesID> = []
    for row in roster.series {
      if !known.contains(row.id) {
        violations.note(
          .usualTime, found: "series \(quoted(row.id.rawValue)), which the instance does not have",
          expected: "series of the instance only")
      } else if !seen.insert(row.id).inserted {
        violations.note(
          .usualTime, found: "series \(quoted(row.id.rawValue)) a second time", expected: "each series once")
      }
      if !(0..<LocalDateTime.minutesPerDay).contains(row.usual) {
        violations.note(
          .usualTime,
          found: "\(row.usual) minutes from midnight as the usual time of series \(quoted(row.id.rawValue))",
          expected: "a time of day, from 0 to \(LocalDateTime.minutesPerDay - 1) minutes")
      }
    }
  }

  private func judge(_ solve: SolveSummary, _ violations: inout [Violation]) {
    let bounds = [
      ("lowerBound", solve.lowerBound, "total", score.total),
      ("bound.unassigned", solve.unassignedBound, "unassigned", score[.unassigned]),
      ("bound.distinct", solve.distinctBound, "distinct", score[.distinct]),
    ]
    for (name, bound, part, value) in bounds {
      guard let bound, bound > value else { continue }
      violations.note(.bound, found: "\(name) \(bound)", expected: "at most the score's \(part), \(value)")
    }
    if solve.status == .optimal && solve.lowerBound != score.total {
      violations.note(
        .bound, found: "status optimal with \(solve.lowerBound.map { "lowerBound \($0)" } ?? "no lowerBound")",
        expected: "lowerBound \(score.total), the total, wherever optimality is proven")
    }
    if let stated = solve.contradictingGap {
      let gap = solve.gap(total: score.total)
      if let gap, abs(gap - stated) <= Self.gapTolerance { return }
      violations.note(
        .bound, found: "gap \(stated)",
        expected: gap.map { "\($0), which is (total − lowerBound) / total" } ?? "no gap where no lowerBound is stated")
    }
  }
}
