import HomeCare
import Testing

/// Changes of an instance with further windows and exceptions.
@Suite struct ChangesOnFormat2Tests {
  private func changed(
    _ changes: (inout Changes) -> Void, in tables: (inout InstanceDraft) -> Void = { _ in }
  ) throws -> ChangedInstance {
    let instance = try Ward.instance { draft in
      draft.format = .two
      draft.series = [Series(id: "day", client: "c1")]
      draft.visits[3].series = "day"
      draft.alternatives = [
        AlternativeWindow(visit: "tuesday", earliest: Ward.time("09:00"), latest: Ward.time("10:00")),
        AlternativeWindow(visit: "lift", earliest: Ward.time("09:00", day: 2), latest: Ward.time("10:00", day: 2)),
      ]
      draft.exceptions = [
        RuleException(rule: .shift, reason: "agreed", shift: "anna-mon", after: 30),
        RuleException(rule: .shift, reason: "agreed", shift: "anna-tue", after: 30),
        RuleException(rule: .breakRoom, reason: "agreed", shift: "anna-mon"),
        RuleException(rule: .ownTime, reason: "agreed", visit: "morning", second: "lift"),
      ]
      tables(&draft)
    }
    var list = Changes()
    changes(&list)
    let blank = Roster(
      instance: "ward", assignments: [], unassigned: instance.visits.map(\.id), score: Score(format: .two))
    return try ChangedInstance(instance, blank, list)
  }

  @Test func aCancelledVisitTakesItsWindowsAndExceptionsAlong() throws {
    let instance = try changed { $0.cancelled = [Changes.Cancellation(visit: "lift")] }.instance
    #expect(instance.alternatives.map(\.visit) == ["tuesday"])
    #expect(instance.exceptions.map(\.rule) == [.shift, .shift, .breakRoom])
  }

  @Test func aMovedVisitHasItsNewWindowAloneAndKeepsItsSeries() throws {
    let instance = try changed {
      $0.moved = [
        Changes.Move(visit: "tuesday", earliest: Ward.time("11:00", day: 1), latest: Ward.time("12:00", day: 1))
      ]
    }.instance
    #expect(instance.alternatives.map(\.visit) == ["lift"])
    #expect(instance.visits[3].series == "day" && instance.visits[3].earliest == Ward.time("11:00", day: 1))
  }

  @Test func aClientAwayOnOneDayMayBeVisitedOnAnother() throws {
    let changed = try changed {
      $0.away = [Changes.Away(client: "c1", from: Ward.time("00:00", day: 1), to: Ward.time("00:00", day: 2))]
    }
    let tuesday = try #require(changed.instance.visits.first { $0.id == "tuesday" })
    #expect(tuesday.window == VisitWindow(earliest: Ward.time("09:00"), latest: Ward.time("10:00")))
    #expect(changed.instance.alternatives.map(\.visit) == ["lift"])
    #expect(changed.causes["tuesday"] == .away && changed.causes["lift"] == nil)
  }

  @Test func anAbsenceTakesTheOvertimeOfTheShiftThatItCuts() throws {
    let changed = try changed {
      $0.absences = [Changes.Absence(staff: "anna", from: Ward.time("13:00"), to: Ward.time("00:00", day: 2))]
    }
    #expect(changed.instance.exceptions.map(\.rule) == [.breakRoom, .ownTime])
    #expect(
      changed.notes == [
        "the break of anna in anna-mon begins between 11:00 and 12:30 now",
        "anna-mon no longer has the overtime that was excepted, since its hours are others",
      ])
  }

  @Test func aNewVisitMayBelongToASeries() throws {
    let visit = Visit(
      id: "more", client: "c1", earliest: Ward.time("08:00", day: 2), latest: Ward.time("15:00", day: 2), minutes: 60,
      series: "day")
    #expect(try changed { $0.added = [visit] }.instance.visits.last == visit)
    #expect(throws: InvalidChanges.self) {
      try changed {
        $0.added = [visit]
      } in: {
        $0.series[0].client = "c2"
        $0.visits[3].series = nil
      }
    }
  }
}
