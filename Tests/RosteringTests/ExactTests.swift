import HomeCare
import Testing

@testable import Rostering

@Suite struct ExactTests {
  private func solve(
    _ instance: Instance, from incumbent: Roster? = nil, limits: ExactSolver.Limits = .init(),
    cancellation: Cancellation = Cancellation()
  ) -> ExactOutcome {
    ExactSolver(CompiledProblem(instance)).solve(incumbent: incumbent, limits: limits, cancellation: cancellation)
  }

  @Test(arguments: 0..<20) func aProvenRosterIsAsGoodAsTheBestOfAll(_ group: Int) throws {
    for seed in group * 12..<(group + 1) * 12 {
      let instance = try TinyInstance.drawn(seed: UInt64(seed))
      let outcome = solve(instance)
      let best = BruteForce.best(of: instance).roster
      #expect(outcome.status == .optimal, "seed \(seed)")
      #expect(outcome.roster.score.total == best.score.total, "seed \(seed)")
      #expect(outcome.lowerBound == best.score.total, "seed \(seed)")
      #expect(RosterChecker(instance).check(outcome.roster).violations.isEmpty, "seed \(seed)")
    }
  }

  /// Found by many thousand draws: a team visit half left at a cost beyond the limit, and a meeting decided on before it
  /// was proven to be in no better roster.
  @Test(arguments: [3496, 3919]) func aSettledCaseIsNeverLeftSplit(_ seed: Int) throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed))
    let outcome = solve(instance)
    #expect(outcome.status == .optimal)
    #expect(outcome.lowerBound == BruteForce.best(of: instance).roster.score.total)
  }

  @Test(arguments: 400..<420) func theBoundsOfThePartsAreTheBestThatCanBe(_ seed: Int) throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed), visits: 3)
    let outcome = solve(instance)
    var tables = instance.tables
    tables.weights = ExactChoice.unassignedThenDistinct(CompiledProblem(instance))
    let best = BruteForce.best(of: try Instance(validating: tables)).roster.score
    #expect(outcome.unassignedBound == best[.unassigned])
    let bound = try #require(outcome.distinctBound)
    #expect(bound <= outcome.roster.score[.distinct])
    // A roster that leaves more may meet fewer; only of those that leave no more is the bound proven.
    if outcome.roster.score[.unassigned] == best[.unassigned] {
      #expect(bound == best[.distinct])
    } else {
      #expect(bound == 0)
    }
  }

  @Test(arguments: 500..<508) func theSearchNeverBeatsAProvenRoster(_ seed: Int) throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed), visits: 8)
    let outcome = solve(instance)
    #expect(outcome.status == .optimal)
    let options = SolverOptions(iterations: 2_000, seed: UInt64(seed))
    let found = try SammaSolver.heuristic.plan(instance, options).roster
    #expect(found.score.total >= outcome.roster.score.total)
    // What the search found spares no proof and costs none.
    let again = solve(instance, from: found)
    #expect(again.status == .optimal)
    #expect(again.roster.score.total == outcome.roster.score.total)
  }

  @Test func aVisitAcrossMidnightCountsInTheCheaperPeriod() throws {
    // Time for the second visit before midnight: Nora on the first day, Mats on the second.
    let early = solve(try TwoNights.instance(firstEndsAt: -10))
    #expect(early.status == .optimal)
    #expect(early.roster.score.total == 200)
    // No room on either side of the first visit before midnight: Nora is met on both days.
    let late = solve(try TwoNights.instance(firstEndsAt: 0))
    #expect(late.status == .optimal)
    #expect(late.roster.score.total == 300)
  }

  @Test func whatIsTooLargeComesBackAsItWas() throws {
    let instance = try TinyInstance.drawn(seed: 3)
    let known = BruteForce.best(of: instance).roster
    let outcome = solve(instance, from: known, limits: .init(labels: 1))
    #expect(outcome.status == .tooLarge)
    #expect(outcome.roster == known)
    #expect(outcome.lowerBound == nil)
  }

  @Test func costsBeyondTheArithmeticAreLeftToTheSearch() throws {
    var tables = try TinyInstance.drawn(seed: 3).tables
    tables.weights[.unassigned] = 1_000_000_000
    for index in tables.visits.indices { tables.visits[index].priority = 100_000 }
    let outcome = solve(try Instance(validating: tables))
    #expect(outcome.status == .tooLarge)
    #expect(outcome.lowerBound == nil)
    #expect(RosterChecker(try Instance(validating: tables)).check(outcome.roster).isValid)
  }

  @Test func aCancelledRunStillAnswersWithARoster() throws {
    let instance = try TinyInstance.drawn(seed: 3)
    let cancellation = Cancellation()
    cancellation.cancel()
    let outcome = solve(instance, cancellation: cancellation)
    #expect(outcome.status == .stopped)
    #expect(outcome.roster.unassigned.count == instance.visits.count)
    #expect(RosterChecker(instance).check(outcome.roster).isValid)
  }

  @Test func anInvalidRosterIsNoStart() throws {
    let instance = try TinyInstance.drawn(seed: 3)
    var broken = BruteForce.best(of: instance).roster
    let visit = try #require(broken.assignments.first)
    broken.assignments[0].start = visit.start.advanced(by: 600)
    broken.score.total = 0
    let outcome = solve(instance, from: broken)
    #expect(outcome.status == .optimal)
    #expect(RosterChecker(instance).check(outcome.roster).isValid)
  }

  @Test func noVisitsAndNoShiftsAreProvenAtOnce() throws {
    var tables = try TinyInstance.drawn(seed: 5).tables
    tables.shifts = []
    for index in tables.visits.indices { tables.visits[index].pinned = [] }
    let nobody = solve(try Instance(validating: tables))
    #expect(nobody.status == .optimal)
    #expect(nobody.roster.unassigned.count == tables.visits.count)
    tables.visits = []
    tables.links = []
    let nothing = solve(try Instance(validating: tables))
    #expect(nothing.status == .optimal)
    #expect(nothing.lowerBound == nothing.roster.score.total)
  }

  @Test func tinyInstancesAreNearAndLargeOnesBeyond() throws {
    let tiny = try TinyInstance.drawn(seed: 7)
    #expect(ExactReach(CompiledProblem(tiny)) == .near)
    var tables = tiny.tables
    tables.links = []
    tables.shifts = [
      Shift(
        id: "long", staff: "S0", start: TinyInstance.time(0), end: TinyInstance.time(600))
    ]
    tables.visits = (0..<40).map {
      Visit(
        id: VisitID("W\($0)"), client: "C0", earliest: TinyInstance.time(20), latest: TinyInstance.time(500), minutes: 5
      )
    }
    #expect(ExactReach(CompiledProblem(try Instance(validating: tables))) == .beyond)
  }
}
