import HomeCare
import Testing

/// Working-time rules on shifts, from clocks that can be checked by eye.
@Suite struct LabourRulesTests {
  /// An instance of shifts of one staff member, each as day, start, end; an end at or before the start is the next day.
  private func instance(_ shifts: [(day: Int, from: String, to: String)], days: Int = 14) throws -> Instance {
    var draft = InstanceDraft(
      name: "shifts", horizon: Horizon(start: Ward.monday, days: days), travel: .matrix([]))
    draft.staff = [StaffMember(id: "anna")]
    draft.shifts = shifts.enumerated().map { row, shift in
      let start = Ward.time(shift.from, day: shift.day)
      let end = Ward.time(shift.to, day: shift.day)
      return Shift(
        id: ShiftID("s\(row + 1)"), staff: "anna", start: start,
        end: end > start ? end : end.advanced(by: LocalDateTime.minutesPerDay))
    }
    return try Instance(validating: draft)
  }

  private func only(_ set: (inout LabourRules) -> Void) -> LabourRules {
    var rules = LabourRules(name: "test")
    set(&rules)
    return rules
  }

  private func lines(_ rules: LabourRules, _ instance: Instance) -> [String] {
    rules.warnings(on: instance).map(\.description)
  }

  @Test func profilesGoByName() {
    #expect(LabourRules.profiles.map(\.name) == ["none", "eu", "se-municipal"])
    #expect(LabourRules.profile(named: "se-municipal") == .seMunicipal)
    #expect(LabourRules.profile(named: "dk") == nil)
    #expect(LabourRules.eu.weeklyRest == 35 * 60)
    #expect(LabourRules.seMunicipal.weeklyMinutes == 2_295)
  }

  @Test func noneDoubtsNothing() throws {
    #expect(lines(.none, try instance((0..<14).map { ($0, "00:00", "00:00") })) == [])
  }

  @Test func elevenHoursOfRestFollowEachStart() throws {
    let rules = only { $0.dailyRest = 660 }
    // 07–18 leaves 13 h; 07–20 leaves 11 h.
    #expect(lines(rules, try instance([(0, "07:00", "20:00"), (1, "07:00", "18:00")])) == [])
    // An evening to 22 and a morning from 07 leave 9 h.
    #expect(
      lines(rules, try instance([(0, "15:00", "22:00"), (1, "07:00", "16:00")])) == [
        "warning: shifts row 1 (s1), start: found at most 9 h of unbroken rest in the 24 hours from 2026-03-02T15:00;"
          + " expected at least 11 h (labour rules test, daily rest)"
      ])
    // A split day of 14 h from first to last leaves 10 h from its start, and the evening half before it likewise.
    #expect(
      lines(rules, try instance([(0, "07:00", "12:00"), (0, "16:00", "21:00"), (1, "07:00", "12:00")])).count == 2)
  }

  @Test func aFixedDayMayBreakWhereItSuits() throws {
    let rules = only {
      $0.dailyRest = 660
      $0.day = .fixed(minuteOfDay: nil)
    }
    // Day and evening shifts by turns: a day that breaks at 16:00 leaves 15 h and more.
    #expect(lines(rules, try instance([(0, "07:00", "16:00"), (1, "15:00", "22:00"), (3, "07:00", "16:00")])) == [])
    // Evening then morning: a day that breaks at 04:00 leaves 11 h before the evening and 12 h after the day.
    #expect(lines(rules, try instance([(0, "15:00", "22:00"), (1, "07:00", "16:00")])) == [])
    // Two split days in a row: some 24 hours hold 16–21 and 07–12, with 10 h between, wherever the day breaks.
    let split = [(0, "07:00", "12:00"), (0, "16:00", "21:00"), (1, "07:00", "12:00"), (1, "16:00", "21:00")]
    #expect(
      lines(rules, try instance(split)) == [
        "warning: shifts row 1 (s1), start: found at most 10 h of unbroken rest in the 24 hours from 2026-03-02T08:00;"
          + " expected at least 11 h (labour rules test, daily rest)"
      ])
    // A stated break of day at midnight leaves a day shift 7 h before and 8 h after.
    let midnight = only {
      $0.dailyRest = 660
      $0.day = .fixed(minuteOfDay: 0)
    }
    #expect(
      lines(midnight, try instance([(2, "07:00", "16:00")])) == [
        "warning: shifts row 1 (s1), start: found at most 8 h of unbroken rest in the 24 hours from 2026-03-04T00:00;"
          + " expected at least 11 h (labour rules test, daily rest)"
      ])
    #expect(lines(midnight, try instance([(2, "13:00", "22:00")])) == [])
  }

  /// Every minute of the day tried as the break of day, against the few that the rule tries.
  @Test func theBestBreakOfDayIsTheBestOfAllMinutes() throws {
    var random = SplitMix(state: 5)
    for _ in 0..<20 {
      let shifts = (0..<5).compactMap { day in
        Bool.random(using: &random)
          ? nil : (day, ["06:00", "07:10", "13:00", "15:25", "21:05"].randomElement(using: &random) ?? "", "22:00")
      }
      let instance = try instance(shifts)
      let counts = (0..<1_440).map { minute in
        only {
          $0.dailyRest = 660
          $0.day = .fixed(minuteOfDay: minute)
        }.warnings(on: instance).count
      }
      let best = only {
        $0.dailyRest = 660
        $0.day = .fixed(minuteOfDay: nil)
      }.warnings(on: instance).count
      #expect(best == counts.min())
    }
  }

  @Test func eachWeekHoldsALongRest() throws {
    let rules = only { $0.weeklyRest = 36 * 60 }
    // Every day 08–16 but one: from 16:00 on day 4 to 08:00 on day 6 are 40 h. The second week has no day off.
    let days = (0..<14).filter { $0 != 5 }.map { (day: $0, from: "08:00", to: "16:00") }
    #expect(
      lines(rules, try instance(days)) == [
        "warning: staff row 1 (anna), id: found at most 16 h of unbroken rest in the 7 days from 2026-03-09;"
          + " expected at least 36 h (labour rules test, weekly rest)"
      ])
    // 20:00 to 08:00 two days later is just 36 h; a minute more of work is too much.
    let week = { (end: String) in
      (0..<7).filter { $0 != 3 }.map { (day: $0, from: "08:00", to: $0 == 2 ? end : "20:00") }
    }
    #expect(lines(rules, try instance(week("20:00"), days: 7)) == [])
    #expect(lines(rules, try instance(week("20:01"), days: 7)).count == 1)
  }

  @Test func longShiftsHaveABreak() throws {
    let rules = only { $0.breakBeyond = 360 }
    #expect(
      lines(rules, try instance([(0, "07:00", "13:00"), (1, "07:00", "13:01")])) == [
        "warning: shifts row 2 (s2), breakMinutes: found no break in a shift of 6 h 1 min;"
          + " expected a break where a shift exceeds 6 h (labour rules test, break)"
      ])
  }

  @Test func aBreakPartsTheLongestStretch() throws {
    let rules = only { $0.longestStretch = 300 }
    let found = { (end: String, from: String, to: String) in
      var draft = try instance([(0, "07:00", end)]).tables
      draft.shifts[0].breakRule = Shift.Break(minutes: 30, from: Ward.time(from), to: Ward.time(to))
      return rules.warnings(on: try Instance(validating: draft)).map(\.found)
    }
    // 07:00–17:30 with half an hour at 12:00 makes two stretches of 5 h.
    #expect(try found("17:30", "11:00", "13:00") == [])
    #expect(try found("17:31", "11:00", "13:00") == ["5 h 1 min in a row wherever the break is laid"])
    #expect(try found("16:00", "12:01", "13:00") == ["5 h 1 min in a row wherever the break is laid"])
    #expect(try found("16:00", "09:00", "10:29") == ["5 h 1 min in a row wherever the break is laid"])
    #expect(try found("16:00", "09:00", "10:30") == [])
    #expect(
      lines(rules, try instance([(0, "07:00", "12:01")])) == [
        "warning: shifts row 1 (s1), breakMinutes: found no break in a shift of 5 h 1 min;"
          + " expected at most 5 h in a row without a break (labour rules test, longest stretch)"
      ])
  }

  @Test func hoursAreAveragedOverTheHorizonWithoutBreaks() throws {
    let rules = only { $0.weeklyMinutes = 40 * 60 }
    let fullTime = (0..<14).filter { $0 % 7 < 5 }.map { (day: $0, from: "08:00", to: "16:00") }
    #expect(lines(rules, try instance(fullTime)) == [])
    #expect(
      lines(rules, try instance(fullTime + [(13, "08:00", "08:10")])) == [
        "warning: staff row 1 (anna), id: found 40 h 5 min of work a week on average;"
          + " expected at most 40 h (labour rules test, weekly hours)"
      ])
    // One long day in a horizon of a day is no long week.
    #expect(lines(rules, try instance([(0, "08:00", "20:00")], days: 1)) == [])
    var draft = try instance(fullTime + [(13, "08:00", "08:10")]).tables
    draft.shifts[0].breakRule = Shift.Break(minutes: 10, from: Ward.time("12:00"), to: Ward.time("12:00"))
    #expect(lines(rules, try Instance(validating: draft)) == [])
  }

  @Test func poolShiftsCountOnlyForBreaks() throws {
    var draft = try instance((0..<14).map { ($0, "06:00", "22:00") }).tables
    for row in draft.shifts.indices { draft.shifts[row].kind = .pool }
    let found = LabourRules.eu.warnings(on: try Instance(validating: draft))
    #expect(found.count == 14)
    #expect(found.allSatisfy { $0.cell.column == "breakMinutes" && $0.severity == .warning })
  }
}
