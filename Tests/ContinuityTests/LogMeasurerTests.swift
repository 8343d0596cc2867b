import Continuity
import HomeCare
import Testing

@Suite struct LogMeasurerTests {
  private static let first = LocalDate("2025-01-01")!

  /// Random meetings of a few clients over some weeks, with repeated rows and double visits.
  private static func meetings(_ random: inout SeededGenerator, days: Int) -> [Meeting] {
    var meetings: [Meeting] = []
    for client in 0..<random.int(in: 1...6) {
      for _ in 0..<random.int(in: 0...120) {
        let start = first.advanced(by: random.int(below: days)).midnight.advanced(by: 10 * random.int(below: 144))
        let planned = random.chance(1, in: 4) ? start.advanced(by: 10 * random.int(in: -3...3)) : nil
        let trait = Trait(
          category: random.pick(["care", "service", "alarm"]), area: random.pick(["north", "south"]),
          staffCategory: random.pick(["home-care", "substitute", "home-nursing"]),
          status: random.pick([.performed, .performed, .performed, .declined, .cancelled]))
        meetings.append(
          Meeting(
            client: "C\(client)", staff: "S\(random.int(below: 8))", start: start, minutes: random.int(below: 60),
            plannedStart: planned, trait: trait))
        if random.chance(1, in: 5), let last = meetings.last { meetings.append(last) }
      }
    }
    return meetings
  }

  private static func definition(_ random: inout SeededGenerator) -> Definition {
    var definition = Definition(name: "drawn", version: 1, purpose: "a test")
    definition.periodDays = random.int(in: 1...10)
    definition.weekdays = (1...7).filter { _ in random.chance(4, in: 5) }
    if random.chance(1, in: 2) { definition.clock = TimeOfDay("08:00")!...TimeOfDay("16:30")! }
    definition.excludedCategories = random.chance(1, in: 2) ? ["alarm"] : []
    definition.excludedStaffCategories = random.chance(1, in: 2) ? ["home-nursing"] : []
    definition.minimumVisitsPerDay = random.int(below: 2)
    definition.minimumVisits = random.int(in: 1...4)
    definition.countsAllStaffOfVisit = random.chance(3, in: 4)
    definition.visitTolerance = random.pick([0, 10, 45])
    return definition
  }

  @Test func rollingPeriodsEqualMeasuringEachPeriodAnew() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<60 {
      let days = random.int(in: 1...40)
      let log = MeetingLog(Self.meetings(&random, days: days))
      let measurer = LogMeasurer(log, Self.definition(&random), threads: random.int(in: 1...3))
      let groupings = Grouping.allCases
      let rolling = measurer.rolling(Self.first...Self.first.advanced(by: days - 1), by: groupings)
      let periods = measurer.measure((0..<rolling.count).map { rolling.dates(of: $0) }, by: groupings)
      #expect(rolling.count == max(0, days + 1 - measurer.definition.periodDays))
      for (day, period) in periods.enumerated() {
        #expect(rolling.summaries[day] == period.summary)
        let excluded = Dictionary(uniqueKeysWithValues: period.excludedByRule.map { ($0.rule, $0.count) })
        #expect(rolling.excluded[day] == excluded)
        for grouping in groupings {
          let (slid, anew) = (rolling.groups(of: day)[grouping] ?? [], period.groups[grouping] ?? [])
          #expect(slid.map(\.name) == anew.map(\.name) && slid.map(\.summary) == anew.map(\.summary))
        }
        for client in period.clients {
          let cell = rolling.row(ofClient: client.client)[day]
          let figures = client.measure.figures
          #expect(cell.excluded == nil && cell.distinct == figures.distinct)
          #expect(cell.visits == figures.visits && cell.meetings == figures.meetings)
        }
        for client in period.excluded {
          #expect(rolling.row(ofClient: client.client)[day].excluded == client.rule)
        }
        #expect(period.clients.count + period.excluded.count == log.clients.count)
      }
    }
  }

  @Test func figuresDoNotDependOnTheOrderOfRowsOrOnThreads() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<30 {
      var meetings = Self.meetings(&random, days: 28)
      let definition = Definition.everyone
      let periods = [
        Self.first..<Self.first.advanced(by: 14), Self.first.advanced(by: 14)..<Self.first.advanced(by: 28),
      ]
      let before = LogMeasurer(MeetingLog(meetings), definition, threads: 1).measure(periods, by: Grouping.allCases)
      random.shuffle(&meetings)
      let after = LogMeasurer(MeetingLog(meetings), definition, threads: 4).measure(periods, by: Grouping.allCases)
      for (one, two) in zip(before, after) {
        #expect(one.summary == two.summary)
        #expect(one.clients.map(\.measure) == two.clients.map(\.measure))
        for grouping in Grouping.allCases {
          #expect(one.groups[grouping]?.map(\.summary) == two.groups[grouping]?.map(\.summary))
        }
      }
    }
  }

  @Test func repeatedRowsAreOneMeeting() {
    let meeting = Meeting(client: "C", staff: "S", start: Self.first.midnight)
    let log = MeetingLog([meeting, meeting, meeting])
    #expect(log.count == 1 && log.duplicates == 2)
  }

  @Test func clientsBelongToTheAreaOfMostMeetingsAndCategoriesToTheirMeetings() throws {
    func meeting(_ client: String, _ staff: String, _ hour: Int, _ area: String, _ category: String) -> Meeting {
      Meeting(
        client: client, staff: staff, start: Self.first.midnight.advanced(by: hour * 60),
        trait: Trait(category: category, area: area))
    }
    let log = MeetingLog([
      meeting("C", "A", 8, "north", "care"), meeting("C", "B", 9, "north", "care"),
      meeting("C", "C", 10, "south", "service"), meeting("C", "E", 11, "", "service"),
      meeting("D", "A", 8, "south", "service"),
    ])
    let periods = LogMeasurer(log, .everyone).measure(
      [Self.first..<Self.first.advanced(by: 14)], by: [.area, .category])
    let (areas, categories) = (
      try #require(periods[0].groups[.area]), try #require(periods[0].groups[.category])
    )
    #expect(areas.map(\.name) == ["", "north", "south"])
    #expect(areas.map(\.summary.headline.sum) == [0, 4, 1])
    #expect(areas.map(\.summary.headline.clients) == [0, 1, 1])
    #expect(categories.map(\.name) == ["care", "service"])
    #expect(categories.map(\.summary.headline.sum) == [2, 3])
    let shared = try #require(periods[0].shared[.area])
    #expect(shared.map(\.client) == [0])
    #expect(shared[0].groups.map { "\($0.name) \($0.meetings)" } == ["north 2", "south 1"])
    #expect(periods[0].summary.headline.sum == 5)
  }

  @Test func newFacesAreKnownOnlyWhereTheLogReachesBack() {
    func meeting(_ staff: String, _ day: Int) -> Meeting {
      Meeting(client: "C", staff: staff, start: Self.first.advanced(by: day).midnight)
    }
    let log = MeetingLog([meeting("A", 0), meeting("A", 14), meeting("B", 15)])
    let measurer = LogMeasurer(log, .everyone)
    let periods = measurer.consecutivePeriods(Self.first...Self.first.advanced(by: 27))
    #expect(measurer.measure(periods).map { $0.clients[0].measure.newFaces } == [nil, 1])
    #expect(measurer.measure(periods).map { $0.clients[0].measure.previousDistinct } == [nil, 1])
  }

  @Test func aPeriodIsComparedWithTheTargetAndWithTheOneBefore() throws {
    func meetings(_ client: String, _ staff: Int, _ day: Int) -> [Meeting] {
      (0..<staff).map {
        Meeting(client: client, staff: "S\($0)", start: Self.first.advanced(by: day).midnight.advanced(by: $0))
      }
    }
    let log = MeetingLog(meetings("C", 2, 0) + meetings("D", 5, 1) + meetings("C", 4, 14) + meetings("D", 6, 15))
    let measurer = LogMeasurer(log, .everyone)
    let periods = measurer.measure(measurer.consecutivePeriods(Self.first...Self.first.advanced(by: 27)))
    let before = (dates: periods[0].dates, summary: periods[0].summary)
    let comparison = PeriodComparison(periods[1].summary, target: 4, previous: before)
    #expect(comparison.meanToTarget == 1 && comparison.aboveTarget == Ratio(1, of: 2))
    #expect(comparison.mean == 1.5 && comparison.median == 1.5 && comparison.shareAboveTarget == 0)
    #expect(comparison.previous == periods[0].dates)
    let first = PeriodComparison(periods[0].summary, target: 3, previous: nil)
    #expect(first.mean == nil && first.previous == nil && first.meanToTarget == 0.5)
  }

  @Test func consecutivePeriodsEndWithTheLastDate() {
    let measurer = LogMeasurer(MeetingLog([]), .everyone)
    let periods = measurer.consecutivePeriods(Self.first...Self.first.advanced(by: 29))
    #expect(periods.map(\.lowerBound.dayNumber) == [2, 16].map { Self.first.dayNumber + $0 })
    #expect(measurer.consecutivePeriods(Self.first...Self.first).isEmpty)
    #expect(measurer.measure([]).isEmpty && measurer.rolling(Self.first...Self.first).count == 0)
  }
}
