import HomeCare
import Scenarios
import Testing

/// Generated units against the published figures of Swedish home care.
@Suite struct RealismTests {
  private let unit: InstanceDraft

  init() throws { unit = try Scenario.draft(options { ($0.clients, $0.seed) = (115, 5) }) }

  private func percent(_ part: Int, of whole: Int) -> Int { part * 100 / max(1, whole) }

  @Test func visitsAreAsManyAndAsLongAsInAUnit() {
    // One published unit: 115 clients, 3 600 to 3 800 visits in two weeks; 25 to 33 minutes on average.
    #expect((3_600...4_600).contains(unit.visits.count))
    let minutes = unit.visits.reduce(0) { $0 + $1.minutes }
    #expect((25...33).contains(minutes / unit.visits.count))
    #expect(unit.visits.allSatisfy { (10...75).contains($0.minutes) && $0.minutes % 5 == 0 })
    let perClient = Dictionary(grouping: unit.visits, by: \.client).values.map(\.count)
    #expect(perClient.min().map { (1...6).contains($0) } == true)
    #expect(perClient.max().map { $0 >= 70 } == true)
  }

  @Test func aboutOneVisitInTwentyFiveIsDoubleStaffed() {
    #expect((2...6).contains(percent(unit.visits.count { $0.staff == 2 }, of: unit.visits.count)))
    #expect(unit.visits.allSatisfy { (1...2).contains($0.staff) })
  }

  @Test func visitsPeakInTheMorningAndTheEvening() {
    let hours = Dictionary(grouping: unit.visits) { ($0.earliest.minuteOfDay + $0.latest.minuteOfDay) / 2 / 60 }
    func count(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + (hours[$1]?.count ?? 0) } }
    let (morning, lunch, dinner, evening) = (count(7..<11), count(11..<14), count(16..<18), count(18..<22))
    #expect(morning > lunch && evening > dinner && morning > dinner && evening > lunch)
    #expect(unit.visits.allSatisfy { $0.earliest.minuteOfDay >= 7 * 60 })
    #expect(unit.visits.allSatisfy { $0.latest.minuteOfDay + $0.minutes <= 22 * 60 })
  }

  @Test func windowsAreNarrowAsOftenAsAsked() throws {
    for share in [0, 18, 60, 100] {
      let visits = try Scenario.draft(options { ($0.clients, $0.fixedTimes) = (60, share) }).visits
        .filter { $0.kind == "care" }
      let narrow = visits.count { $0.latest.minutes(since: $0.earliest) <= 30 }
      #expect(abs(percent(narrow, of: visits.count) - share) <= 3)
    }
  }

  @Test func tightnessIsServiceInPercentOfWorkingTime() throws {
    for tightness in [25, 42, 58] {
      let draft = try Scenario.draft(options { $0.tightness = tightness })
      let care = draft.visits.reduce(0) { $0 + $1.minutes * $1.staff }
      let work = draft.shifts.filter { $0.kind == .rostered }
        .reduce(0) { $0 + $1.end.minutes(since: $1.start) - ($1.breakRule?.minutes ?? 0) }
      #expect(abs(percent(care, of: work) - tightness) <= 3)
    }
  }

  @Test func theCareRepeatsEveryWeek() {
    let first = unit.visits.filter { $0.earliest < ScenarioOptions.defaultStart.advanced(by: 7).midnight }
    let second = unit.visits.filter { $0.earliest >= ScenarioOptions.defaultStart.advanced(by: 7).midnight }
    #expect(first.map { $0.earliest.advanced(by: 7 * 1440) } == second.map(\.earliest))
    #expect(first.map(\.client) == second.map(\.client))
  }

  @Test func staffWorkEveryOtherWeekendPartTimeAndNeverTwiceADay() {
    let rostered = unit.shifts.filter { $0.kind == .rostered }
    let pool = unit.shifts.filter { $0.kind == .pool }
    #expect((5...20).contains(percent(pool.count, of: unit.shifts.count)))
    for (_, shifts) in Dictionary(grouping: rostered, by: \.staff) {
      let days = Set(shifts.map { $0.start.date.dayNumber - ScenarioOptions.defaultStart.dayNumber })
      #expect(days.count == shifts.count)
      // Those asked in to cover a visit may work more; a weekend of each fortnight stays free otherwise.
      #expect(days.count <= 11)
    }
    let weekends = Dictionary(grouping: rostered, by: \.staff).values.map { shifts in
      Set(shifts.filter { $0.start.date.weekday >= 6 }.map { ($0.start.date.dayNumber + 3) / 7 }).count
    }
    #expect(percent(weekends.count { $0 <= 1 }, of: weekends.count) >= 95)
    let fortnight = Dictionary(grouping: rostered, by: \.staff).values.map(\.count)
    #expect((35...60).contains(percent(fortnight.count { $0 <= 7 }, of: fortnight.count)))
  }

  @Test func staffRestElevenHoursBetweenShifts() {
    for (_, shifts) in Dictionary(grouping: unit.shifts, by: \.staff) {
      let inOrder = shifts.sorted { $0.start < $1.start }
      for (shift, next) in zip(inOrder, inOrder.dropFirst()) {
        #expect(next.start.minutes(since: shift.end) >= 11 * 60)
      }
    }
  }

  @Test func aQuarterOfHomesIsSharedAndEveryClientHasAContact() {
    let shared = unit.clients.count - Set(unit.clients.map(\.location)).count
    #expect((10...30).contains(percent(shared, of: unit.clients.count)))
    let rostered = Set(unit.shifts.filter { $0.kind == .rostered }.map(\.staff))
    #expect(unit.clients.allSatisfy { $0.contact.map(rostered.contains) == true })
  }

  @Test func neighboursAreAboutThreeMinutesApartInTownAndFiveInTheCountry() throws {
    for (setting, range) in [(ScenarioOptions.Setting.urban, 2.5...4.0), (.rural, 3.5...6.5)] {
      let draft = try Scenario.draft(options { ($0.clients, $0.setting) = (60, setting) })
      let instance = try Instance(validating: draft)
      let homes = instance.locations.dropFirst().map(\.id)
      let nearest = homes.map { home in
        homes.filter { $0 != home }.map { instance.travelMinutes(from: home, to: $0) }.min() ?? 0
      }
      #expect(range.contains(Double(nearest.reduce(0, +)) / Double(nearest.count)))
    }
  }
}

/// Generated shifts against the labour rules.
@Suite struct LabourTests {
  @Test(arguments: [
    options { $0.seed = 3 }, options { ($0.clients, $0.days, $0.setting) = (60, 21, .rural) },
    options { ($0.days, $0.seed) = (28, 9) }, options { ($0.days, $0.tightness) = (7, 50) },
  ])
  func shiftsKeepTheLabourRules(_ options: ScenarioOptions) throws {
    let instance = try Instance(validating: Scenario.draft(options))
    for rules in LabourRules.profiles {
      // Short shifts of six hours have no break, as in the units that the figures come from.
      let warnings = rules.warnings(on: instance).filter { $0.id?.hasSuffix("s") != true }
      #expect(warnings.isEmpty, "\(rules.name): \(warnings.prefix(3)), \(warnings.count) in all")
    }
  }
}
