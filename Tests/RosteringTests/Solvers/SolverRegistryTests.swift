import HomeCare
import Scenarios
import Testing

@testable import Rostering

@Suite struct SolverRegistryTests {
  /// A unit of a few clients with every rule at work.
  private static func unit(clients: Int = 8, days: Int = 2) throws -> Instance {
    var options = ScenarioOptions()
    options.clients = clients
    options.days = days
    options.historyDays = 5
    options.allRules = true
    return try Instance(validating: Scenario.draft(options))
  }

  @Test(arguments: SolverRegistry.standard.names) func everySolverGivesARosterThatKeepsTheRules(name: String)
    async throws
  {
    let instance = try Self.unit(clients: 3, days: 1)
    let solver = try #require(SolverRegistry.standard[name])
    let plan = try await solver.plan(instance, SolverOptions(iterations: 100, seed: 3))
    let check = RosterChecker(instance).check(plan.roster)
    #expect(check.violations.isEmpty)
    #expect(check.score.total == plan.roster.score.total)
    #expect(plan.unassignedReasons.map(\.visit) == plan.roster.unassigned)
    #expect(plan.roster.assignments.count > instance.visits.count / 2)
    #expect(!solver.summary.isEmpty)
  }

  @Test(arguments: SolverRegistry.standard.names) func equalRunsOfASolverGiveEqualRosters(name: String) async throws {
    let instance = try Self.unit(clients: 3, days: 1)
    let solver = try #require(SolverRegistry.standard[name])
    let options = SolverOptions(iterations: 200, seed: 7)
    let first = try await solver.plan(instance, options).roster
    #expect(try await solver.plan(instance, options).roster == first)
  }

  @Test(arguments: SolverRegistry.standard.names) func everySettingOfASolverHasItsUsualValueInItsRange(name: String)
    throws
  {
    let solver = try #require(SolverRegistry.standard[name])
    for setting in solver.settings { #expect(setting.range.contains(setting.value), "\(setting.name)") }
    #expect(Set(solver.settings.map(\.name)).count == solver.settings.count)
  }

  @Test func theSearchesAreBetterTheMoreTheyMayDo() async throws {
    let instance = try Self.unit()
    func total(_ solver: SammaSolver) async throws -> Int {
      try await solver.plan(instance, SolverOptions(iterations: 20_000)).roster.score.total
    }
    let first = try await total(SammaSolver.construct)
    #expect(try await total(SammaSolver.localSearch) < first)
    #expect(try await total(SammaSolver.largeNeighbourhood) < first)
  }

  @Test func withoutGLPKNoBoundIsStated() async throws {
    let instance = try Self.unit()
    let options = SolverOptions(iterations: 300)
    #expect(try await SammaSolver.largeNeighbourhood.plan(instance, options).roster.solve?.lowerBound == nil)
    #expect(try await SammaSolver.heuristic.plan(instance, options).roster.solve?.lowerBound != nil)
  }

  @Test func settingsThatASolverDoesNotHaveAreRefused() async throws {
    let instance = try TinyInstance.drawn(seed: 3)
    await #expect(throws: ParameterProblem.unknown(name: "ruinPair")) {
      try await SammaSolver.localSearch.plan(instance, SolverOptions(iterations: 1, settings: ["ruinPair": 3]))
    }
    await #expect(throws: ParameterProblem.outOfRange(name: "restart", value: -1, range: 0...1_000)) {
      try await SammaSolver.largeNeighbourhood.plan(instance, SolverOptions(settings: ["restart": -1]))
    }
  }

  // MARK: Solvers of others

  /// Says what it is told to say.
  private struct Parrot: RosterSolver {
    var name = "parrot"
    let summary = "says what it is told"
    var outcome: SolverOutcome

    func solve(
      _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
      progress: @escaping @Sendable (PlanProgress) -> Void
    ) -> SolverOutcome { outcome }
  }

  @Test func aSolverIsFoundByItsNameOnceItIsRegistered() throws {
    let instance = try TinyInstance.drawn(seed: 3)
    let outcome = SolverOutcome(roster: BruteForce.best(of: instance).roster)
    var registry = SolverRegistry.standard
    #expect(registry["parrot"] == nil)
    try registry.register(Parrot(outcome: outcome))
    #expect(registry["parrot"]?.summary == "says what it is told")
    #expect(registry.names == SolverRegistry.standard.names + ["parrot"])
    #expect(throws: SolverRegistry.Problem.taken("parrot")) { try registry.register(Parrot(outcome: outcome)) }
    for name in ["", "Parrot", "my solver", "ö"] {
      #expect(throws: SolverRegistry.Problem.malformed(name)) {
        try registry.register(Parrot(name: name, outcome: outcome))
      }
    }
  }

  @Test func theCheckerScoresWhateverASolverSays() async throws {
    let instance = try TinyInstance.drawn(seed: 3)
    let best = BruteForce.best(of: instance).roster
    var roster = best
    roster.score = Score()
    let plan = try await Parrot(outcome: SolverOutcome(roster: roster, status: .optimal)).plan(instance)
    #expect(plan.roster.score == best.score)
    #expect(plan.roster.solve?.solver == "parrot")
    #expect(plan.roster.solve?.status == .feasible, "nothing is optimal without a bound that says so")
    let proven = SolverOutcome(roster: roster, lowerBound: best.score.total)
    #expect(try await Parrot(outcome: proven).plan(instance).roster.solve?.status == .optimal)
  }

  @Test func brokenRostersAndFalseBoundsAreRefused() async throws {
    let instance = try TinyInstance.drawn(seed: 3)
    var roster = BruteForce.best(of: instance).roster
    let tooHigh = SolverOutcome(roster: roster, lowerBound: roster.score.total + 1)
    await #expect(throws: SolverFailure.self) { try await Parrot(outcome: tooHigh).plan(instance) }
    roster.assignments[0].start = roster.assignments[0].start.advanced(by: 600)
    do {
      _ = try await Parrot(outcome: SolverOutcome(roster: roster)).plan(instance)
      Issue.record("a roster that breaks a rule was let pass")
    } catch SolverFailure.invalid(let violations) {
      #expect(violations.contains { $0.rule == .window })
    }
  }
}
