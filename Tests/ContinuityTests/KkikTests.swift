import Continuity
import HomeCare
import Testing

/// Hand-made clients, one for each edge of the definition, in the fortnight from Monday 2025-03-03.
@Suite struct KkikTests {
  private static let first = LocalDate("2025-03-03")!
  private static let fortnight = first..<first.advanced(by: 14)

  /// Two visits by A on each of the 14 days, at 08:00 and 18:00.
  private static func plain(_ client: String, from first: LocalDate = first) -> [Meeting] {
    (0..<14).flatMap { day in
      ["08:00", "18:00"].map { meeting(client, "A", "\(first.advanced(by: day))T\($0)") }
    }
  }

  private static func meeting(
    _ client: String, _ staff: String, _ start: String, category: String = "care", staffCategory: String = "home-care"
  ) -> Meeting {
    Meeting(
      client: client, staff: staff, start: LocalDateTime(start)!,
      trait: Trait(category: category, staffCategory: staffCategory))
  }

  private static func born(_ year: Int?, away: ClosedRange<LocalDate>? = nil) -> LoggedClient {
    var client = LoggedClient(id: "X", birthYear: year)
    if let away { client.add(away: away) }
    return client
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let meetings: [Meeting]
    var client = born(1940)
    var dates = fortnight
    /// Distinct staff, or the rule that leaves the client out.
    var expected: Result
    var testDescription: String { name }

    enum Result: Equatable { case distinct(Int), excluded(Exclusion) }
  }

  private static func with(_ others: Meeting...) -> [Meeting] { plain("X") + others }
  private static func away(_ from: String, _ to: String) -> LoggedClient {
    born(1940, away: LocalDate(from)!...LocalDate(to)!)
  }
  private static func without(_ day: String, slot: String? = nil) -> [Meeting] {
    plain("X").filter { meeting in
      meeting.start.date != LocalDate(day)! || (slot.map { meeting.start.clock != $0 } ?? false)
    }
  }

  static let cases: [Case] = [
    Case(name: "two visits every day by one person", meetings: plain("X"), expected: .distinct(1)),
    Case(name: "22:00 exactly counts", meetings: with(meeting("X", "B", "2025-03-05T22:00")), expected: .distinct(2)),
    Case(name: "22:01 does not", meetings: with(meeting("X", "B", "2025-03-05T22:01")), expected: .distinct(1)),
    Case(name: "06:59 does not", meetings: with(meeting("X", "B", "2025-03-05T06:59")), expected: .distinct(1)),
    Case(name: "07:00 counts", meetings: with(meeting("X", "B", "2025-03-05T07:00")), expected: .distinct(2)),
    Case(
      name: "a visit that crosses midnight belongs to the date and the clock of its start",
      meetings: with(meeting("X", "B", "2025-03-16T21:50"), meeting("X", "C", "2025-03-16T23:50")),
      expected: .distinct(2)),
    Case(
      name: "one day with a single visit", meetings: without("2025-03-09", slot: "18:00"),
      expected: .excluded(.tooFewVisitsOnADay)),
    Case(
      name: "the first day without visits", meetings: without("2025-03-03"), expected: .excluded(.tooFewVisitsOnADay)),
    Case(
      name: "the last day without visits", meetings: without("2025-03-16"), expected: .excluded(.tooFewVisitsOnADay)),
    Case(
      name: "both staff of a double visit count",
      meetings: with(meeting("X", "B", "2025-03-05T08:00")), expected: .distinct(2)),
    Case(
      name: "a double visit is one visit of its day",
      meetings: without("2025-03-09", slot: "18:00") + [meeting("X", "B", "2025-03-09T08:00")],
      expected: .excluded(.tooFewVisitsOnADay)),
    Case(
      name: "alarms alone",
      meetings: (0..<14).flatMap { day in
        ["08:00", "18:00"].map { meeting("X", "A", "\(first.advanced(by: day))T\($0)", category: "alarm") }
      }, expected: .excluded(.noCountedVisits)),
    Case(
      name: "an alarm and a meal bring no new staff",
      meetings: with(
        meeting("X", "B", "2025-03-05T09:00", category: "alarm"),
        meeting("X", "C", "2025-03-05T12:00", category: "meal")), expected: .distinct(1)),
    Case(
      name: "a nurse does not count",
      meetings: with(meeting("X", "N", "2025-03-05T09:00", category: "nursing", staffCategory: "home-nursing")),
      expected: .distinct(1)),
    Case(
      name: "a delegated nursing task by home-care staff counts",
      meetings: with(meeting("X", "B", "2025-03-05T09:00", category: "nursing")), expected: .distinct(2)),
    Case(
      name: "a substitute counts",
      meetings: with(meeting("X", "B", "2025-03-05T09:00", staffCategory: "substitute")), expected: .distinct(2)),
    Case(name: "age unknown", meetings: plain("X"), client: born(nil), expected: .distinct(1)),
    Case(name: "64 years", meetings: plain("X"), client: born(1961), expected: .excluded(.underAge)),
    Case(name: "65 years", meetings: plain("X"), client: born(1960), expected: .distinct(1)),
    Case(
      name: "away one day in the middle", meetings: plain("X"), client: away("2025-03-10", "2025-03-10"),
      expected: .excluded(.away)),
    Case(
      name: "away until the first day", meetings: plain("X"), client: away("2025-02-20", "2025-03-03"),
      expected: .excluded(.away)),
    Case(
      name: "away from the last day", meetings: plain("X"), client: away("2025-03-16", "2025-04-01"),
      expected: .excluded(.away)),
    Case(
      name: "away until the day before and from the day after", meetings: plain("X"),
      client: {
        var client = away("2025-02-20", "2025-03-02")
        client.add(away: LocalDate("2025-03-17")!...LocalDate("2025-03-20")!)
        return client
      }(), expected: .distinct(1)),
    Case(
      name: "staff of the day before and the day after are not met in the period",
      meetings: with(meeting("X", "B", "2025-03-02T08:00"), meeting("X", "C", "2025-03-17T08:00")),
      expected: .distinct(1)),
    Case(
      name: "the night on which clocks go forward shifts nothing",
      meetings: plain("X", from: LocalDate("2025-03-17")!)
        + [meeting("X", "B", "2025-03-30T02:30"), meeting("X", "C", "2025-03-30T07:00")],
      dates: LocalDate("2025-03-17")!..<LocalDate("2025-03-31")!, expected: .distinct(2)),
    Case(
      name: "over the turn of the year, the age is that of the first day's year",
      meetings: plain("X", from: LocalDate("2024-12-23")!), client: born(1960),
      dates: LocalDate("2024-12-23")!..<LocalDate("2025-01-06")!, expected: .excluded(.underAge)),
    Case(
      name: "a year's last and first day lie in one period",
      meetings: plain("X", from: LocalDate("2024-12-23")!)
        + [meeting("X", "B", "2024-12-31T22:00"), meeting("X", "C", "2025-01-01T07:00")],
      dates: LocalDate("2024-12-23")!..<LocalDate("2025-01-06")!, expected: .distinct(3)),
    Case(
      name: "a client without meetings in the period is left out by name",
      meetings: [meeting("X", "A", "2025-01-01T08:00")], expected: .excluded(.noVisits)),
    Case(
      name: "a client all of whose visits were cancelled or declined",
      meetings: plain("X").enumerated().map { index, meeting in
        var meeting = meeting
        meeting.trait.status = index % 2 == 0 ? .cancelled : .declined
        return meeting
      } + [meeting("Y", "A", "2025-03-04T08:00")], expected: .excluded(.noneTookPlace)),
    Case(
      name: "a client who is away all the time without any visit",
      meetings: [meeting("X", "A", "2025-01-01T08:00")], client: away("2025-03-01", "2025-03-20"),
      expected: .excluded(.away)),
  ]

  private static func result(_ found: PeriodMeasure) -> Case.Result? {
    found.clients.first.map { .distinct($0.measure.figures.distinct) }
      ?? found.excluded.first.map { .excluded($0.rule) }
  }

  @Test("each inclusion and exclusion edge", arguments: cases)
  func edge(client: Case) throws {
    let log = MeetingLog(client.meetings, clients: [client.client])
    let measurer = LogMeasurer(log, .kkik)
    let period = try #require(measurer.measure([client.dates]).first)
    #expect(Self.result(period) == client.expected)
    #expect(period.clients.count + period.excluded.count == log.clients.count)
    let rolling = measurer.rolling(client.dates.lowerBound...client.dates.upperBound.advanced(by: -1))
    let cell = rolling.row(ofClient: 0)[0]
    #expect(cell.excluded.map(Case.Result.excluded) ?? .distinct(cell.distinct) == client.expected)
  }

  @Test func clientsOfUnknownAgeAreCountedAndReported() throws {
    let log = MeetingLog(Self.plain("X") + Self.plain("Y"), clients: [LoggedClient(id: "Y", birthYear: 1930)])
    let period = try #require(LogMeasurer(log, .kkik).measure([Self.fortnight]).first)
    #expect(period.summary.headline.clients == 2 && period.summary.unknownAge == 1)
    #expect(period.clients.map(\.ageIsUnknown) == [true, false])
    var strict = Definition.kkik
    strict.countsUnknownAge = false
    let without = try #require(LogMeasurer(log, strict).measure([Self.fortnight]).first)
    #expect(without.excludedByRule.map { "\($0.rule.rawValue) \($0.count)" } == ["unknown-age 1"])
  }

  @Test func plannedMeetingsAreMeasuredOnlyWhereNoneIsPerformed() {
    var meetings = Self.plain("X")
    for index in meetings.indices { meetings[index].trait.status = .planned }
    #expect(LogMeasurer(MeetingLog(meetings), .kkik).basis == .planned)
    #expect(LogMeasurer(MeetingLog(meetings), .kkik).measure([Self.fortnight])[0].clients.count == 1)
    meetings[0].trait.status = .performed
    #expect(LogMeasurer(MeetingLog(meetings), .kkik).basis == .performed)
    meetings[0].trait.status = .declined
    #expect(LogMeasurer(MeetingLog(meetings), .kkik).measure([Self.fortnight])[0].clients.isEmpty)
  }
}
