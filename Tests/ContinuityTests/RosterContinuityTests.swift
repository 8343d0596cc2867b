import Continuity
import HomeCare
import Scenarios
import Testing

@Suite struct RosterContinuityTests {
  /// A generated instance with all rules, and rosters of it that name random staff on most visits.
  private static func instance(days: Int, historyDays: Int) throws -> Instance {
    var options = ScenarioOptions()
    options.clients = 12
    options.days = days
    options.historyDays = historyDays
    options.allRules = true
    return try Instance(validating: Scenario.draft(options))
  }

  private static func roster(of instance: Instance, _ random: inout SeededGenerator) -> Roster {
    var assignments: [Roster.Assignment] = []
    var unassigned: [VisitID] = []
    for visit in instance.visits {
      guard random.chance(9, in: 10) else {
        unassigned.append(visit.id)
        continue
      }
      var staff = instance.staff.map(\.id)
      random.shuffle(&staff)
      let team = Array(staff.prefix(visit.staff))
      let shifts = team.map { id in instance.shifts.first { $0.staff == id }?.id ?? instance.shifts[0].id }
      assignments.append(.init(visit: visit.id, start: visit.earliest, staff: team, shifts: shifts))
    }
    return Roster(instance: instance.name, assignments: assignments, unassigned: unassigned, score: Score())
  }

  @Test(
    "distinct staff of a plan equal the score's and the checker's figures",
    arguments: [(days: 14, historyDays: 0), (days: 7, historyDays: 14), (days: 30, historyDays: 5)])
  func planEqualsScore(days: Int, historyDays: Int) throws {
    let instance = try Self.instance(days: days, historyDays: historyDays)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<10 {
      let roster = Self.roster(of: instance, &random)
      let check = RosterChecker(instance).check(roster)
      let continuity = RosterContinuity(roster, of: instance)
      #expect(continuity.headline.sum == check.score[.distinct])
      #expect(continuity.rows.reduce(0) { $0 + max(0, $1.distinct - $1.target) } == check.score[.overTarget])
      let measured = continuity.rows.map { "\($0.client) \($0.period) \($0.distinct)" }.sorted()
      #expect(measured == check.meetings.map { "\($0.client) \($0.period) \($0.distinct)" }.sorted())
    }
  }

  @Test(
    "a plan measured as a log gives the score's figures too",
    arguments: [(days: 14, historyDays: 0), (days: 7, historyDays: 14), (days: 30, historyDays: 5)])
  func planAsLog(days: Int, historyDays: Int) throws {
    let instance = try Self.instance(days: days, historyDays: historyDays)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5 {
      let roster = Self.roster(of: instance, &random)
      let measurer = LogMeasurer(MeetingLog(roster, of: instance, for: .plan), .plan)
      let periods = measurer.measure((0..<instance.horizon.periodCount).map { instance.horizon.dates(ofPeriod: $0) })
      #expect(measurer.basis == .planned)
      #expect(
        periods.reduce(0) { $0 + $1.summary.headline.sum } == RosterChecker(instance).check(roster).score[.distinct])
    }
  }

  @Test func everyoneAboveTargetHasAReasonAndNobodyElse() throws {
    let instance = try Self.instance(days: 14, historyDays: 0)
    var random = SeededGenerator(seed: 10)
    let continuity = RosterContinuity(Self.roster(of: instance, &random), of: instance)
    #expect(continuity.rows.contains { !$0.reasons.isEmpty })
    for row in continuity.rows { #expect(row.reasons.isEmpty == (row.measure.figures.distinct <= row.target)) }
    #expect(continuity.worstFirst.map(\.distinct) == continuity.rows.map(\.distinct).sorted(by: >))
  }
}

@Suite struct ClientMeasureTests {
  private static func measure(
    _ visits: [(String, String)], contact: Character? = nil, previous: String? = nil, substitutes: String = ""
  ) -> ClientMeasure {
    let meetings = visits.flatMap { start, staff in
      staff.unicodeScalars.map { (start: LocalDateTime("2026-03-" + start)!, staff: Int32($0.value)) }
    }
    var measurer = ClientMeasurer(staffCount: 128)
    let context = ClientMeasurer.Context(
      lastDay: LocalDate("2026-03-14")!, contact: contact.map { Int32($0.asciiValue!) },
      previous: previous?.unicodeScalars.map { Int32($0.value) },
      isSubstitute: (0..<128).map { code in substitutes.unicodeScalars.contains { $0.value == code } })
    return measurer.measure(VisitSequence(meetings), context)
  }

  @Test func theContactsShareIsOfVisitsAndTheLastMeetingIsDated() {
    let met = Self.measure([("01T08:00", "A"), ("05T08:00", "AB"), ("09T08:00", "B"), ("10T08:00", "C")], contact: "A")
    #expect(met.contactShare == Ratio(2, of: 4))
    #expect(met.daysSinceContact == 9)
    let never = Self.measure([("01T08:00", "A")], contact: "Z")
    #expect(never.contactShare == Ratio(0, of: 1) && never.daysSinceContact == nil)
    #expect(Self.measure([("01T08:00", "A")]).contactShare == nil)
  }

  @Test func newFacesAreThoseNotMetInThePreviousPeriod() {
    let visits = [("01T08:00", "A"), ("02T08:00", "B"), ("03T08:00", "B"), ("04T08:00", "CD")]
    #expect(Self.measure(visits, previous: "BDX").newFaces == 2)
    #expect(Self.measure(visits, previous: "").newFaces == 4)
    #expect(Self.measure(visits).newFaces == nil)
  }

  @Test func startsSpreadWithinASlotAndTheNightRunsPastMidnight() {
    let spreads = Self.measure([
      ("01T07:30", "A"), ("02T08:30", "A"), ("03T10:00", "A"), ("01T23:30", "A"), ("03T00:30", "A"), ("03T12:00", "A"),
    ]).spreads
    #expect(spreads.map(\.slot) == [.night, .morning, .lunch])
    #expect(spreads.map(\.range) == [60, 150, 0])
    #expect(spreads[0].deviation == 30 && spreads[2].deviation == 0)
    #expect(abs(spreads[1].deviation - 61.644_140_029_689_76) < 1e-9)
  }

  @Test func reasonsNameTheGroupWithoutWhichTheTargetWouldHaveBeenMet() {
    let visits = [("01T08:00", "A"), ("01T12:00", "AB"), ("02T08:00", "AC"), ("02T12:00", "D"), ("03T08:00", "D")]
    let measure = Self.measure(visits, substitutes: "BC")
    #expect(measure.figures.distinct == 4)
    #expect(measure.doubleVisits == 2 && measure.metOnlyAtDoubles == 2 && measure.substitutes == 2)
    #expect(measure.reasons(aboveTarget: 2, days: 14) == [.doubleStaffing, .oneOffStaff, .substitutes])
    #expect(measure.reasons(aboveTarget: 1, days: 14) == [.widelyShared])
    #expect(measure.reasons(aboveTarget: 1, days: 1) == [.manyVisits])
    #expect(measure.reasons(aboveTarget: 4, days: 1).isEmpty)
  }
}
