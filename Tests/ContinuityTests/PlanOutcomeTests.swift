import Continuity
import HomeCare
import Testing

@Suite struct PlanOutcomeTests {
  private static let monday = LocalDate("2026-03-02")!
  private static let week = monday..<monday.advanced(by: 7)

  private static let definition: Definition = {
    var definition = Definition(name: "week", version: 1, purpose: "a test")
    definition.periodDays = 7
    return definition
  }()

  private static func time(_ day: Int, _ clock: String) -> LocalDateTime {
    monday.advanced(by: day).midnight.advanced(by: TimeOfDay(clock)!.minute)
  }

  private static func instance(_ clients: [String], _ staff: [String], _ visits: [Visit]) throws -> Instance {
    var draft = InstanceDraft(
      format: .two, name: "a week", horizon: Horizon(start: monday, days: 7, window: 7), travel: .matrix([[0]]))
    draft.locations = [Location(id: "home")]
    draft.staff = staff.map { StaffMember(id: StaffID($0)) }
    draft.clients = clients.map { Client(id: ClientID($0), location: "home") }
    draft.visits = visits
    return try Instance(validating: draft)
  }

  private static func visit(_ id: String, _ client: String, _ day: Int) -> Visit {
    Visit(
      id: VisitID(id), client: ClientID(client), earliest: time(day, "07:00"), latest: time(day, "10:00"), minutes: 30)
  }

  private func outcome(_ meetings: [Meeting], _ roster: Roster, _ instance: Instance) throws -> PlanOutcome {
    let measurer = LogMeasurer(MeetingLog(meetings), Self.definition)
    let plan = LogMeasurer(MeetingLog(roster, of: instance, for: Self.definition), Self.definition)
    let outcomes = measurer.outcomes(
      of: measurer.measure([Self.week, Self.week.upperBound..<Self.week.upperBound.advanced(by: 7)]), against: plan,
      roster, of: instance)
    #expect(outcomes.count == 1)
    return try #require(outcomes.first)
  }

  @Test func aWeekIsAsWorkedOutByHand() throws {
    let instance = try Self.instance(
      ["C", "D"], ["A", "B"], (0..<5).map { Self.visit("C\($0)", "C", $0) } + [Self.visit("D1", "D", 1)])
    func assigned(_ id: String, _ day: Int, _ clock: String) -> Roster.Assignment {
      .init(visit: VisitID(id), start: Self.time(day, clock), staff: ["A"], shifts: [])
    }
    let roster = Roster(
      instance: "a week",
      assignments: [
        assigned("C0", 0, "08:00"), assigned("C1", 1, "08:00"), assigned("C2", 2, "08:00"), assigned("C4", 4, "08:00"),
        assigned("D1", 1, "09:00"),
      ], unassigned: ["C3"], score: Score())
    func met(_ client: String, _ staff: String, _ day: Int, _ clock: String) -> Meeting {
      Meeting(client: client, staff: staff, start: Self.time(day, clock))
    }
    let outcome = try outcome(
      [
        // As planned, with somebody beside.
        met("C", "A", 0, "08:10"), met("C", "E", 0, "08:10"),
        // A was with D on Tuesday, and nowhere on Wednesday; nobody came on Friday.
        met("C", "F", 1, "08:30"), met("D", "A", 1, "09:00"), met("C", "G", 2, "08:00"),
        // The visit left unassigned, one that nobody planned, and a client of another unit.
        met("C", "H", 3, "11:30"), met("C", "G", 5, "15:00"), met("Z", "A", 0, "12:00"),
      ], roster, instance)
    let rows = outcome.rows.map { "\($0.kind.rawValue) \($0.meetings) \($0.brought) \($0.lowering)" }
    #expect(
      rows == [
        "as-planned 2 0 2", "absence 1 1 0", "swap 1 1 1", "vacancy 1 1 1", "extra-staff 1 1 1", "unplanned 1 0 0",
        "other-day 0 0 0",
      ])
    #expect(outcome.clients == 2 && outcome.unknownClients == 1 && outcome.unknownStaff == 0)
    #expect(outcome.planned == 2 && outcome.missed == 0 && outcome.met == 6 && outcome.visitsNotMade == 1)
    #expect(outcome.plannedMean == Ratio(1, of: 1) && outcome.metMean == Ratio(3, of: 1))
  }

  @Test func randomOutcomesAddUpAndThePlanItselfIsAsPlanned() throws {
    var random = SeededGenerator(seed: 185)
    for _ in 0..<25 {
      let (clients, staff) = ((0..<5).map { "C\($0)" }, (0..<6).map { "S\($0)" })
      var visits: [Visit] = []
      var roster = Roster(instance: "a week", assignments: [], unassigned: [], score: Score())
      var meetings: [Meeting] = []
      for client in clients {
        for day in 0..<7 where random.chance(3, in: 4) {
          let id = "\(client)-\(day)"
          visits.append(Self.visit(id, client, day))
          guard random.chance(5, in: 6) else {
            roster.unassigned.append(VisitID(id))
            continue
          }
          let (start, member) = (Self.time(day, "08:00").advanced(by: random.int(below: 90)), random.pick(staff))
          roster.assignments.append(
            .init(visit: VisitID(id), start: start, staff: [StaffID(member)], shifts: []))
          meetings.append(Meeting(client: client, staff: member, start: start))
        }
      }
      let instance = try Self.instance(clients, staff, visits)
      let plain = try outcome(meetings, roster, instance)
      #expect(plain.rows[0].meetings == meetings.count && plain.met == plain.planned && plain.visitsNotMade == 0)
      var made: [Meeting] = []
      for meeting in meetings where random.chance(5, in: 6) {
        made.append(meeting)
        made[made.count - 1].start = meeting.start.advanced(by: random.int(in: -60...60))
        if random.chance(1, in: 3) { made[made.count - 1].staff = "T\(random.int(below: 4))" }
      }
      for _ in 0..<random.int(below: 9) {
        made.append(
          Meeting(
            client: random.pick(clients + ["Z"]), staff: random.pick(staff),
            start: Self.time(random.int(below: 7), "06:00").advanced(by: random.int(below: 900))))
      }
      let outcome = try outcome(made, roster, instance)
      let measurer = LogMeasurer(MeetingLog(made), Self.definition)
      let known = measurer.measure([Self.week])[0].clients.filter { measurer.log.clients[$0.client].id != "Z" }
      #expect(outcome.clients == known.count)
      #expect(outcome.rows.reduce(0) { $0 + $1.meetings } == known.reduce(0) { $0 + $1.measure.figures.meetings })
      #expect(outcome.met == known.reduce(0) { $0 + $1.measure.figures.distinct })
      #expect(outcome.met == outcome.planned - outcome.missed + outcome.rows.reduce(0) { $0 + $1.brought })
      #expect(outcome.rows.allSatisfy { $0.lowering >= 0 && $0.brought <= $0.meetings })
      #expect(outcome.rows.last?.meetings == 0)
    }
  }

  @Test func twoWhoComeOneAfterTheOtherMakeAVisitForTwo() throws {
    var visit = Self.visit("C0", "C", 0)
    visit.staff = 2
    let instance = try Self.instance(["C"], ["A", "B"], [visit])
    let roster = Roster(
      instance: "a week",
      assignments: [.init(visit: "C0", start: Self.time(0, "08:00"), staff: ["A", "B"], shifts: [])], unassigned: [],
      score: Score())
    let outcome = try outcome(
      [
        Meeting(client: "C", staff: "B", start: Self.time(0, "08:00")),
        Meeting(client: "C", staff: "E", start: Self.time(0, "08:40")),
        Meeting(client: "C", staff: "F", start: Self.time(0, "09:20")),
      ], roster, instance)
    #expect(outcome.rows.filter { $0.meetings > 0 }.map(\.kind) == [.asPlanned, .absence, .unplanned])
    #expect(outcome.missed == 1 && outcome.unknownStaff == 1 && outcome.visitsNotMade == 0)
  }

  @Test func anUnassignedVisitOfAnExcludedCategoryIsLeftOutHoweverItsNameIsWritten() throws {
    var visit = Self.visit("C0", "C", 0)
    visit.kind = "meal"
    let instance = try Self.instance(["C"], ["A"], [visit])
    let roster = Roster(instance: "a week", assignments: [], unassigned: ["C0"], score: Score())
    let meetings = MeetingLog([Meeting(client: "C", staff: "A", start: Self.time(0, "08:00"))])
    for (names, kind) in [([], PlanOutcome.Kind.vacancy), (["meal"], .unplanned), (["Meal"], .unplanned)] {
      var definition = Self.definition
      definition.excludedCategories = names
      let measurer = LogMeasurer(meetings, definition)
      let plan = LogMeasurer(MeetingLog(roster, of: instance, for: definition), definition)
      let outcomes = measurer.outcomes(of: measurer.measure([Self.week]), against: plan, roster, of: instance)
      #expect(outcomes.first?.rows.filter { $0.meetings > 0 }.map(\.kind) == [kind])
    }
  }

  @Test func daysWithoutAPlanAreToldApart() throws {
    let instance = try Self.instance(["C"], ["A"], [Self.visit("C0", "C", 0)])
    let roster = Roster(
      instance: "a week",
      assignments: [.init(visit: "C0", start: Self.time(0, "08:00"), staff: ["A"], shifts: [])], unassigned: [],
      score: Score())
    var definition = Self.definition
    definition.periodDays = 14
    let measurer = LogMeasurer(
      MeetingLog([
        Meeting(client: "C", staff: "B", start: Self.time(0, "08:00")),
        Meeting(client: "C", staff: "D", start: Self.time(9, "08:00")),
      ]), definition)
    let plan = LogMeasurer(MeetingLog(roster, of: instance, for: definition), definition)
    let outcome = try #require(
      measurer.outcomes(
        of: measurer.measure([Self.monday..<Self.monday.advanced(by: 14)]), against: plan, roster, of: instance
      ).first)
    #expect(outcome.rows.filter { $0.meetings > 0 }.map(\.kind) == [.absence, .otherDay])
    #expect(outcome.unknownStaff == 1 && outcome.missed == 1 && outcome.met == 2)
  }
}
