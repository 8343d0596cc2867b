import HomeCare
import Testing

/// An instance of format 1 made one of format 2.
@Suite struct UpgradeTests {
  /// The ward with the morning visit on three days, another pair of mornings alike, and two visits at once.
  private func ward(_ change: (inout InstanceDraft) -> Void = { _ in }) throws -> Instance {
    try Ward.instance { draft in
      for day in 1...2 {
        var visit = draft.visits[0]
        visit.id = VisitID("morning-\(day)")
        (visit.earliest, visit.latest) = (Ward.time("08:00", day: day), Ward.time("09:00", day: day))
        draft.visits.append(visit)
      }
      change(&draft)
    }
  }

  @Test func visitsThatAreAlikeOnDifferentDaysBecomeASeries() throws {
    let upgrade = Upgrade(try ward())
    #expect(upgrade.draft.format == .two && upgrade.draft.problems().allSatisfy { $0.severity == .warning })
    #expect(upgrade.draft.series == [Series(id: "c1-0800", client: "c1")])
    #expect(
      upgrade.draft.visits.filter { $0.series == "c1-0800" }.map(\.id) == ["morning", "morning-1", "morning-2"])
    #expect(upgrade.visitsInSeries == 3)
    #expect(Upgrade(try ward(), findsSeries: false).draft.series.isEmpty)
  }

  @Test func twoAlikeOnEveryDayBecomeTwoSeries() throws {
    let upgrade = Upgrade(
      try ward { draft in
        for visit in draft.visits where visit.id.rawValue.hasPrefix("morning") {
          var second = visit
          second.id = VisitID("\(visit.id)-again")
          draft.visits.append(second)
        }
      })
    #expect(upgrade.draft.series.map(\.id) == ["c1-0800", "c1-0800-2"])
    #expect(upgrade.draft.visits.filter { $0.series == "c1-0800-2" }.count == 3)
  }

  @Test func standardWeightsBecomeThoseOfTheFormatAndOthersStay() throws {
    let instance = try ward { $0.weights[.notContact] = 3 }
    let upgrade = Upgrade(instance)
    var expected = Weights.standard(for: .two)
    expected[.notContact] = 3
    #expect(upgrade.draft.weights == expected)
    #expect(upgrade.changedWeights.map(\.part) == [.newFace, .notPreferred, .poolMinutes, .unsteadyMinutes])
    let kept = Upgrade(instance, weights: .kept)
    #expect(kept.draft.weights == instance.weights && kept.changedWeights.isEmpty)
  }

  @Test func visitsWhoseWindowsForceThemToOverlapMayDoSo() throws {
    let upgrade = Upgrade(
      try Ward.instance {
        $0.visits.append(
          Visit(id: "pill", client: "c1", earliest: Ward.time("08:40"), latest: Ward.time("08:45"), minutes: 10))
        $0.visits.append(
          Visit(id: "wash", client: "c1", earliest: Ward.time("08:35"), latest: Ward.time("08:40"), minutes: 30))
      })
    #expect(upgrade.alongside == ["pill"])
    #expect(upgrade.draft.visits.filter(\.alongside).map(\.id) == ["pill"])
  }

  @Test func anInstanceOfFormat2StaysAsItIs() throws {
    let instance = try Ward.instance { $0.format = .two }
    #expect(Upgrade(instance).draft == instance.tables)
  }
}
