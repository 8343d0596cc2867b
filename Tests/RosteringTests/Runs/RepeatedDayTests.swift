import HomeCare
import Testing

@testable import Rostering

/// Instances whose days all ask the same: planned as one day first.
@Suite struct RepeatedDayTests {
  private static let first = LocalDate(dayNumber: 20_514)
  private static let days = 5

  /// Three staff and nine clients on a line, each visited every day, two of them by two visits with an hour between.
  private func draft() -> InstanceDraft {
    let places = [0, 7, 9, 22, 25, 31, 34, 48, 50, 3]
    let matrix = places.map { from in places.map { abs(from - $0) } }
    var draft = InstanceDraft(
      name: "line", horizon: Horizon(start: Self.first, days: Self.days), travel: .matrix(matrix))
    draft.locations = places.indices.map { Location(id: LocationID("L\($0)")) }
    draft.staff = (0..<3).map { StaffMember(id: StaffID("S\($0)"), location: "L0", maxMinutes: 2_400) }
    draft.clients = (1...9).map { Client(id: ClientID("C\($0)"), location: LocationID("L\($0)")) }
    for day in 0..<Self.days {
      let midnight = Self.first.advanced(by: day).midnight
      for member in 0..<3 {
        draft.shifts.append(
          Shift(
            id: ShiftID("S\(member)-\(day)"), staff: StaffID("S\(member)"), start: midnight.advanced(by: 420),
            end: midnight.advanced(by: 780),
            breakRule: Shift.Break(
              minutes: 20, from: midnight.advanced(by: 540), to: midnight.advanced(by: 660))))
      }
      for client in 1...9 {
        for round in 0..<(client < 3 ? 2 : 1) {
          let earliest = midnight.advanced(by: 450 + client % 3 * 40 + round * 120)
          draft.visits.append(
            Visit(
              id: VisitID("C\(client)-\(day)-\(round)"), client: ClientID("C\(client)"), earliest: earliest,
              latest: earliest.advanced(by: 60), minutes: 40))
        }
      }
      for client in 1...2 {
        draft.links.append(
          Link(
            first: VisitID("C\(client)-\(day)-0"), second: VisitID("C\(client)-\(day)-1"), minGap: 100, staff: .same))
      }
    }
    return draft
  }

  @Test func itsRosterOnEveryDayKeepsTheRulesAndMeetsNobodyNew() throws {
    let whole = try Instance(validating: draft())
    let day = try #require(RepeatedDay(whole))
    #expect(day.instance.visits.count == 11)
    #expect(day.instance.shifts.count == 3)
    #expect(day.instance.links.count == 2)
    #expect(day.instance.staff.allSatisfy { $0.maxMinutes == 2_400 / Self.days })
    let plan = try SammaSolver.auto.plan(day.instance, SolverOptions(iterations: 20_000))
    #expect(plan.roster.unassigned.isEmpty)
    let check = RosterChecker(whole).check(day.repeated(plan.roster))
    // The repeated roster states no score of its own.
    #expect(check.violations.allSatisfy { $0.rule == .score })
    #expect(check.score[.unassigned] == 0)
    #expect(check.score[.distinct] == plan.roster.score[.distinct])
    #expect(check.score[.travel] == plan.roster.score[.travel] * Self.days)
  }

  @Test func aPlanIsNoWorseThanThatOfItsDayOnEveryDay() throws {
    let whole = try Instance(validating: draft())
    let day = try #require(RepeatedDay(whole))
    // A fifth of the iterations is the day's.
    let alone = try SammaSolver.heuristic.plan(day.instance, SolverOptions(iterations: 8_000)).roster
    let plan = try SammaSolver.heuristic.plan(whole, SolverOptions(iterations: 40_000)).roster
    #expect(RosterChecker(whole).check(plan).violations.isEmpty)
    #expect(plan.score.total <= RosterChecker(whole).check(day.repeated(alone)).score.total)
    #expect(plan.score[.unassigned] == 0)
    #expect(plan.score[.distinct] == 9)
    #expect(plan.solve?.iterations ?? 0 <= 40_000)
  }

  @Test func daysThatDifferAreNotOneDay() throws {
    var longer = draft()
    longer.visits[30].minutes += 5
    var later = draft()
    later.shifts[7].end = later.shifts[7].end.advanced(by: 15)
    var fewer = draft()
    fewer.visits.removeLast()
    var untied = draft()
    untied.links.removeLast()
    var acrossDays = draft()
    acrossDays.links.append(Link(first: "C4-0-0", second: "C4-1-0", staff: .same))
    var remembered = draft()
    remembered.history = [PastMeeting(client: "C1", staff: "S0", date: Self.first.advanced(by: -2))]
    for other in [longer, later, fewer, untied, acrossDays, remembered] {
      #expect(RepeatedDay(try Instance(validating: other)) == nil)
    }
  }
}
