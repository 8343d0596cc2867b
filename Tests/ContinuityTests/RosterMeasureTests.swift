import Continuity
import HomeCare
import Testing

/// Figures of a roster of three days that are worked out by hand, and what none of them depends on.
@Suite struct RosterMeasureTests {
  static let monday = LocalDate(dayNumber: 20_514)

  static func time(_ minute: Int, day: Int = 0) -> LocalDateTime {
    monday.advanced(by: day).midnight.advanced(by: minute)
  }

  /// Two clients at one place. A is the contact of both; A works Monday and Wednesday 07:00–11:00, B all three days.
  ///
  /// Client C has a visit a day between 07:00 and 10:00, client D one at 08:00 on Monday and one from 09:00 on Tuesday
  /// that may take place on Wednesday as well.
  static func draft() -> InstanceDraft {
    var draft = InstanceDraft(
      format: .two, name: "three days", horizon: Horizon(start: monday, days: 3, window: 3), travel: .matrix([[0]]))
    draft.locations = [Location(id: "home")]
    draft.staff = [StaffMember(id: "A"), StaffMember(id: "B")]
    draft.clients = [
      Client(id: "C", location: "home", targetStaff: 1, contact: "A"),
      Client(id: "D", location: "home", contact: "A"),
    ]
    draft.series = [Series(id: "C-morning", client: "C", tolerance: 10), Series(id: "D-wash", client: "D", usual: 480)]
    for day in 0..<3 {
      for member in day == 1 ? ["B"] : ["A", "B"] {
        draft.shifts.append(
          Shift(
            id: ShiftID("\(member)\(day)"), staff: StaffID(member), start: time(420, day: day),
            end: time(660, day: day)))
      }
      draft.visits.append(
        Visit(
          id: VisitID("C\(day)"), client: "C", earliest: time(420, day: day), latest: time(600, day: day), minutes: 30,
          series: "C-morning"))
    }
    draft.visits += [
      Visit(id: "D0", client: "D", earliest: time(480), latest: time(480), minutes: 30, series: "D-wash"),
      Visit(
        id: "D1", client: "D", earliest: time(540, day: 1), latest: time(600, day: 1), minutes: 30, series: "D-wash"),
    ]
    draft.alternatives = [
      AlternativeWindow(visit: "D1", earliest: time(540, day: 2), latest: time(600, day: 2))
    ]
    draft.history = [
      PastMeeting(client: "C", staff: "B", date: monday.advanced(by: -1)),
      PastMeeting(client: "D", staff: "A", date: monday.advanced(by: -2)),
    ]
    return draft
  }

  /// C at 07:00 by A, 08:30 by B and 07:20 by A; D at 08:00 by B and on Wednesday, in the alternative, at 09:30 by A.
  static let roster = Roster(
    instance: "three days",
    assignments: [
      .init(visit: "C0", start: time(420), staff: ["A"], shifts: ["A0"]),
      .init(visit: "C1", start: time(510, day: 1), staff: ["B"], shifts: ["B1"]),
      .init(visit: "C2", start: time(440, day: 2), staff: ["A"], shifts: ["A2"]),
      .init(visit: "D0", start: time(480), staff: ["B"], shifts: ["B0"]),
      .init(visit: "D1", start: time(570, day: 2), staff: ["A"], shifts: ["A2"]),
    ],
    unassigned: [], score: Score())

  @Test func steadinessIsAsWorkedOutByHand() throws {
    let steadiness = RosterSteadiness(Self.roster, of: try Instance(validating: Self.draft()))
    #expect(steadiness.hasSeries)
    // Both spread over 90 minutes. Of D 09:30 is 75 minutes beyond the 15 beside 08:00. Of C, around 07:10 the ten minutes
    // reach 07:00 and 07:20, and 08:30 lies 70 beyond them; later times are as good up to 07:30, sooner ones are not:
    // of these 07:20 is the start in the middle.
    #expect(steadiness.rows.map(\.series) == ["D-wash", "C-morning"])
    #expect(steadiness.rows.map(\.usual) == [480, 440])
    #expect(steadiness.rows.map(\.unsteadyMinutes) == [75, 70])
    #expect(steadiness.rows.map(\.spread) == [90, 90])
    #expect(steadiness.rows.map(\.changes) == [[90], [90, 70]])
    #expect(steadiness.spreads.median == Ratio(90, of: 1) && steadiness.spreads.ninetieth == 90)
    #expect(steadiness.steady == Ratio(0, of: 2))
    #expect(steadiness.changes.median == Ratio(90, of: 1))
    #expect(steadiness.largeChanges == Ratio(3, of: 3))
    #expect(steadiness.unsteadyPerVisit == Ratio(145, of: 5))
  }

  @Test func unsteadyMinutesAreTheScores() throws {
    let instance = try Instance(validating: Self.draft())
    let score = RosterChecker(instance).check(Self.roster).score
    let steadiness = RosterSteadiness(Self.roster, of: instance)
    #expect(score[.unsteadyMinutes] == steadiness.rows.reduce(0) { $0 + $1.unsteadyMinutes })
  }

  @Test func aVisitPastMidnightBelongsToTheDayOfItsWindow() throws {
    var draft = Self.draft()
    draft.horizon.days = 4
    draft.shifts.append(Shift(id: "night", staff: "B", start: Self.time(1200, day: 2), end: Self.time(120, day: 3)))
    for day in [1, 2] {
      draft.visits.append(
        Visit(
          id: VisitID("night\(day)"), client: "C", earliest: Self.time(1380, day: day),
          latest: Self.time(1470, day: day), minutes: 15, series: "C-morning"))
    }
    var roster = Self.roster
    roster.assignments = [
      .init(visit: "night1", start: Self.time(1435, day: 1), staff: ["B"], shifts: ["B1"]),
      .init(visit: "night2", start: Self.time(5, day: 3), staff: ["B"], shifts: ["night"]),
    ]
    let rows = RosterSteadiness(roster, of: try Instance(validating: draft)).rows
    #expect(rows.map(\.spread) == [10])
    #expect(rows[0].starts.map(\.day) == [1, 2].map { Self.monday.advanced(by: $0) })
  }

  @Test func withoutSeriesVisitsInOneWindowByTheClockStandInTheirPlace() throws {
    var draft = Self.draft()
    (draft.format, draft.weights, draft.series, draft.alternatives) = (.one, .standard(for: .one), [], [])
    for row in draft.visits.indices { draft.visits[row].series = nil }
    let steadiness = RosterSteadiness(Self.roster, of: try Instance(validating: draft))
    // D's two visits have different windows.
    #expect(!steadiness.hasSeries && steadiness.rows.count == 1)
    #expect(steadiness.rows[0].client == "C" && steadiness.rows[0].series == nil)
    #expect(steadiness.rows[0].spread == 90)
  }

  @Test func contactIsAsWorkedOutByHand() throws {
    let contact = RosterContact(Self.roster, of: try Instance(validating: Self.draft()))
    // A does not work on Tuesday; on Wednesday A can take both D's visit and C's, and on Monday both as well.
    #expect(contact.visits == 5 && contact.byContact == 3 && contact.most == 4)
    #expect(contact.share == Ratio(3, of: 5) && contact.mostShare == Ratio(4, of: 5))
    #expect(contact.shareOfMost == Ratio(3, of: 4))
    #expect(contact.rows.map(\.byContact) == [2, 1] && contact.rows.map(\.canServe) == [2, 2])
    #expect(contact.clientsMeeting == Ratio(2, of: 2) && contact.clientsWithin == Ratio(2, of: 2))
    #expect(contact.missed.isEmpty)
  }

  @Test func visitsWithoutTheContactAreTheScores() throws {
    let instance = try Instance(validating: Self.draft())
    let contact = RosterContact(Self.roster, of: instance)
    #expect(RosterChecker(instance).check(Self.roster).score[.notContact] == contact.visits - contact.byContact)
  }

  @Test func clientsWhoNeverMeetAContactThatCouldComeAreNamed() throws {
    var roster = Self.roster
    roster.assignments[4].staff = ["B"]
    roster.assignments[4].shifts = ["B2"]
    let contact = RosterContact(roster, of: try Instance(validating: Self.draft()))
    #expect(contact.missed.map { "\($0.client) \($0.canServe)" } == ["D 2"])
    #expect(contact.clientsMeeting == Ratio(1, of: 2))
  }

  @Test func periodsAcrossTheHorizonsEdgeAreAsWorkedOutByHand() throws {
    let rolling = try #require(RollingMeetings(Self.roster, of: try Instance(validating: Self.draft())))
    // Periods of three days that end on Monday, Tuesday and Wednesday. C meets B on Sunday, then A, B, A; D meets A on
    // Saturday, B on Monday, A on Wednesday: Monday's and Wednesday's hold two, Tuesday's B alone.
    #expect(rolling.days == 3 && rolling.count == 3 && rolling.firstEnd == Self.monday)
    #expect(rolling.headline.distribution == [0, 1, 5])
    #expect(rolling.headline.mean == Ratio(11, of: 6))
    #expect(rolling.aboveTarget == 3)
    #expect(
      rolling.peaks.map { "\($0.client) \($0.distinct) \($0.dates.lowerBound)" } == [
        "C 2 \(Self.monday.advanced(by: -2))", "D 2 \(Self.monday.advanced(by: -2))",
      ])
  }

  @Test func noPeriodBeginsBeforeTheHistory() throws {
    var draft = Self.draft()
    draft.history.removeLast()
    let rolling = try #require(RollingMeetings(Self.roster, of: try Instance(validating: draft)))
    #expect(rolling.count == 2 && rolling.firstEnd == Self.monday.advanced(by: 1))
    draft.history = []
    #expect(RollingMeetings(Self.roster, of: try Instance(validating: draft)) == nil)
  }

  @Test func noFigureDependsOnTheOrderOfRows() throws {
    let draft = Self.draft()
    let expected = Self.figures(Self.roster, of: try Instance(validating: draft))
    var random = SeededGenerator(seed: 2)
    for _ in 0..<20 {
      var (shuffled, roster) = (draft, Self.roster)
      random.shuffle(&shuffled.staff)
      random.shuffle(&shuffled.shifts)
      random.shuffle(&shuffled.clients)
      random.shuffle(&shuffled.series)
      random.shuffle(&shuffled.visits)
      random.shuffle(&shuffled.history)
      random.shuffle(&roster.assignments)
      #expect(Self.figures(roster, of: try Instance(validating: shuffled)) == expected)
    }
  }

  /// Every figure that has an order of its own, and the contact's rows by client.
  private static func figures(_ roster: Roster, of instance: Instance) -> [String] {
    let (steadiness, contact) = (RosterSteadiness(roster, of: instance), RosterContact(roster, of: instance))
    let (time, rolling) = (TimeUse(roster, of: instance), RollingMeetings(roster, of: instance))
    return [
      "\(steadiness.rows) \(steadiness.spreads) \(steadiness.changes)", "\(contact.most)",
      "\(contact.rows.sorted { $0.client < $1.client })", "\(time)", "\(TravelUse.all(of: roster, instance))",
      rolling.map { "\($0.headline) \($0.peaks) \($0.aboveTarget)" } ?? "",
    ]
  }
}
