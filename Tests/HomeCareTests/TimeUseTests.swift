import HomeCare
import Testing

@Suite struct TimeUseTests {
  @Test func theWardsTimeIsAsWorkedOutByHand() throws {
    let use = TimeUse(Ward.roster, of: try Ward.instance())
    // Anna 30 + 20 + 40 minutes on Monday and 60 on Tuesday, of 450 and 480; Cia's 240 minutes serve nobody.
    #expect(use.rostered.serving == 2 && use.rostered.empty == 1)
    #expect(use.rostered.clientMinutes == 150 && use.rostered.workingMinutes == 1170)
    #expect(use.pool.serving == 1 && use.pool.empty == 0)
    #expect(use.pool.clientMinutes == 40 && use.pool.workingMinutes == 480)
    // Bo's one visit and Anna's on Tuesday.
    #expect(use.fewVisits == 2)
    // Bo's two hours before the lift are not above two hours.
    #expect(
      use.idle.map { "\($0.staff) \($0.shift) \($0.start) \($0.minutes)" } == [
        "anna anna-tue 2026-03-03T10:00 \(360 - 12)", "bo bo-mon 2026-03-02T10:40 320",
        "anna anna-mon 2026-03-02T10:40 \(320 - 12 - 30)",
      ])
  }

  @Test func aShiftThatIsExceptedFromItsBreakIsIdleInItsPlace() throws {
    let instance = try Ward.instance {
      $0.format = .two
      $0.exceptions = [RuleException(rule: .breakRoom, reason: "agreed", shift: "anna-mon")]
    }
    let idle = TimeUse(Ward.roster, of: instance).idle.first { $0.shift == "anna-mon" }
    #expect(idle?.minutes == 320 - 12)
  }

  @Test func poolShiftsThatAreNotCalledInArePaidByNobody() throws {
    var roster = Ward.roster
    roster.assignments.removeAll { $0.visit == "lift" }
    let use = TimeUse(roster, of: try Ward.instance())
    #expect(use.pool.serving == 0 && use.pool.empty == 1 && use.pool.workingMinutes == 0)
  }

  @Test func travelIsToldByTheModeOfEachShift() throws {
    let instance = try Ward.instance {
      $0.format = .two
      $0.travelModes = [
        TravelMode(id: "bicycle", travel: .matrix([[0, 20, 28], [24, 0, 10], [36, 14, 0]])),
        TravelMode(id: "car", travel: .matrix([[0, 1, 1], [1, 0, 1], [1, 1, 0]])),
      ]
      $0.shifts[3].mode = "bicycle"
    }
    // By bicycle to c1 and back, 20 + 24 minutes; Bo has no base and so no way.
    #expect(
      TravelUse.all(of: Ward.roster, instance).map {
        "\($0.mode?.rawValue ?? "own") \($0.shifts) \($0.ways) \($0.minutes)"
      }
        == ["own 2 4 34", "bicycle 1 2 44", "car 0 0 0"])
  }
}
