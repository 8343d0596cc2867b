import HomeCare
import Scenarios
import Testing

@testable import Rostering

/// Planning with a price on minutes with clients above a staff member's fair share.
@Suite struct BalanceTests {
  private static let day = LocalDate(dayNumber: 20_514)

  /// Two staff who each could serve all eight visits of four clients; whoever comes at all travels 20 minutes.
  private func pair(imbalance: Int) throws -> Instance {
    var draft = InstanceDraft(
      name: "pair", horizon: Horizon(start: Self.day, days: 1), travel: .matrix([[0, 10], [10, 0]]))
    draft.weights[.imbalance] = imbalance
    draft.locations = [Location(id: "base"), Location(id: "house")]
    for id in ["A", "B"] {
      draft.staff.append(StaffMember(id: StaffID(id), location: "base"))
      draft.shifts.append(
        Shift(
          id: ShiftID("\(id)-1"), staff: StaffID(id), start: Self.day.midnight.advanced(by: 420),
          end: Self.day.midnight.advanced(by: 960)))
    }
    for number in 0..<8 {
      let client = ClientID("C\(number % 4)")
      if number < 4 { draft.clients.append(Client(id: client, location: "house")) }
      let earliest = Self.day.midnight.advanced(by: 480 + number / 4 * 240)
      draft.visits.append(
        Visit(
          id: VisitID("V\(number)"), client: client, earliest: earliest, latest: earliest.advanced(by: 180), minutes: 30
        ))
    }
    return try Instance(validating: draft)
  }

  private func minutes(_ plan: Plan, _ instance: Instance) -> [Int] {
    StaffWorkload.all(of: plan.roster, instance).map(\.serviceMinutes)
  }

  @Test(arguments: [SammaSolver.heuristic, .exact]) func minutesAreSharedOutWhereTheyAreWeighed(
    _ solver: SammaSolver
  ) throws {
    let options = SolverOptions(iterations: 4_000)
    let plain = try pair(imbalance: 0)
    let alone = try solver.plan(plain, options)
    #expect(minutes(alone, plain).sorted() == [0, 240])
    #expect(alone.roster.score.total == 4 * 100 + 20)
    let weighed = try pair(imbalance: 1)
    let shared = try solver.plan(weighed, options)
    #expect(minutes(shared, weighed) == [120, 120])
    #expect(shared.roster.score.total == 4 * 100 + 40)
    #expect(RosterChecker(weighed).check(shared.roster).isValid)
    if solver.name == "exact" { #expect(shared.roster.solve?.status == .optimal) }
    // A price below the second way is no reason to come.
    var cheap = try pair(imbalance: 1).tables
    cheap.weights[.travel] = 7
    let still = try Instance(validating: cheap)
    #expect(minutes(try solver.plan(still, options), still).sorted() == [0, 240])
  }

  @Test func aUnitIsPlannedMoreEvenlyWithThePriceThanWithout() throws {
    var options = ScenarioOptions()
    options.clients = 12
    options.days = 3
    var draft = try Scenario.draft(options)
    draft.weights[.imbalance] = 5
    let weighed = try Instance(validating: draft)
    draft.weights[.imbalance] = 0
    let plain = try Instance(validating: draft)
    let run = SolverOptions(iterations: 30_000, threads: 2)
    let (even, uneven) = (
      try SammaSolver.heuristic.plan(weighed, run), try SammaSolver.heuristic.plan(plain, run)
    )
    let checker = RosterChecker(weighed)
    #expect(checker.check(even.roster).isValid)
    #expect(uneven.roster.score[.imbalance] == 0)
    #expect(checker.check(even.roster).score[.imbalance] * 2 < checker.check(uneven.roster).score[.imbalance])
  }
}
