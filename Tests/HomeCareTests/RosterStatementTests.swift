import HomeCare
import Testing

/// What a roster says of itself: its visits, its score, its bounds.
@Suite struct RosterStatementTests {
  private func violations(_ change: (inout Roster) -> Void) throws -> [String] {
    var roster = Ward.roster
    change(&roster)
    return RosterChecker(try Ward.instance()).check(roster).violations.map(\.description)
  }

  @Test func aRosterNamesItsInstance() throws {
    #expect(
      try violations { $0.instance = "another" } == [
        "instance: found a roster of \"another\"; expected a roster of \"ward\""
      ])
  }

  @Test func everyVisitStandsOnce() throws {
    #expect(
      try Ward.violations { $0.assignments.removeLast() } == [
        "missing-visit visit tuesday: found neither assigned nor unassigned;"
          + " expected each visit once, in assignments or in unassigned"
      ])
    #expect(
      try violations { $0.unassigned = ["tuesday"] } == [
        "repeated-visit visit tuesday: found both assigned and unassigned; expected one of the two"
      ])
    #expect(
      try violations { $0.assignments.append($0.assignments[0]) } == [
        "repeated-visit visit morning: found a second assignment of the visit; expected each visit once"
      ])
    #expect(
      try Ward.violations {
        $0.assignments.removeLast()
        $0.unassigned = ["tuesday", "tuesday"]
      } == ["repeated-visit visit tuesday: found unassigned twice; expected each visit once"])
  }

  @Test func onlyTheInstancesVisitsAndStaffStand() throws {
    #expect(
      try violations {
        $0.unassigned = ["dusk"]
        $0.assignments.append(Roster.Assignment(visit: "dawn", start: Ward.time("08:00"), staff: [], shifts: []))
      } == [
        "unknown-visit visit dawn: found an assignment of a visit that the instance does not have;"
          + " expected visits of the instance only",
        "unknown-visit visit dusk: found an unassigned visit that the instance does not have;"
          + " expected visits of the instance only",
      ])
    #expect(
      try Ward.violations { $0.assignments[3].staff = ["eva"] } == [
        "unknown-staff visit tuesday staff eva: found a staff member whom the instance does not have;"
          + " expected staff of the instance only"
      ])
  }

  @Test func eachPartOfAStatedScoreIsChecked() throws {
    for part in ScorePart.allCases {
      let right = Ward.roster.score[part]
      #expect(
        try violations { $0.score[part] += 1 } == ["score: found \(part.name) \(right + 1); expected \(right)"])
    }
    #expect(try violations { $0.score.total = 555 } == ["score: found total 555; expected 556"])
  }

  private func solved(
    _ status: SolveSummary.Status, lowerBound: Int? = nil, unassigned: Int? = nil, distinct: Int? = nil,
    gap: Double? = nil
  ) throws -> [String] {
    try violations {
      $0.solve = SolveSummary(
        solver: "exact", status: status, lowerBound: lowerBound, unassignedBound: unassigned, distinctBound: distinct,
        seed: 1)
      $0.solve?.contradictingGap = gap
    }
  }

  @Test func boundsLieAtOrBelowTheScore() throws {
    #expect(try solved(.feasible, lowerBound: 556, unassigned: 0, distinct: 3) == [])
    #expect(
      try solved(.feasible, lowerBound: 557, unassigned: 1, distinct: 4) == [
        "bound: found lowerBound 557; expected at most the score's total, 556",
        "bound: found bound.unassigned 1; expected at most the score's unassigned, 0",
        "bound: found bound.distinct 4; expected at most the score's distinct, 3",
      ])
  }

  @Test func optimalIsOnlyWhatIsProven() throws {
    #expect(try solved(.optimal, lowerBound: 556) == [])
    #expect(
      try solved(.optimal, lowerBound: 555) == [
        "bound: found status optimal with lowerBound 555;"
          + " expected lowerBound 556, the total, wherever optimality is proven"
      ])
    #expect(
      try solved(.optimal) == [
        "bound: found status optimal with no lowerBound;"
          + " expected lowerBound 556, the total, wherever optimality is proven"
      ])
  }

  @Test func aStatedGapFollowsFromBoundAndTotal() throws {
    // (556 − 417) / 556 = 0.25
    #expect(try solved(.feasible, lowerBound: 417, gap: 0.2504) == [])
    #expect(
      try solved(.feasible, lowerBound: 417, gap: 0.2) == [
        "bound: found gap 0.2; expected 0.25, which is (total − lowerBound) / total"
      ])
    #expect(
      try solved(.interrupted, gap: 0) == ["bound: found gap 0.0; expected no gap where no lowerBound is stated"])
  }
}
