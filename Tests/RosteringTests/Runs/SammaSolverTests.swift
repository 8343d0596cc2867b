import HomeCare
import Scenarios
import Testing

@testable import Rostering

@Suite struct SammaSolverTests {
  /// A unit of a few clients with every rule at work.
  private static func unit(seed: UInt64 = 1) throws -> Instance {
    var options = ScenarioOptions()
    options.clients = 10
    options.days = 2
    options.historyDays = 5
    options.allRules = true
    options.seed = seed
    return try Instance(validating: Scenario.draft(options))
  }

  /// Options under which moves of every kind are drawn.
  private static func options(iterations: Int, seed: UInt64 = 1, threads: Int = 1) -> SolverOptions {
    let moves = ["ruinPair", "ruinNeighbours", "ruinShifts", "restart", "makeRoom"]
    // Fewer exchanges, so that all shares come to no more than a thousand.
    return SolverOptions(
      iterations: iterations, seed: seed, threads: threads,
      settings: Dictionary(uniqueKeysWithValues: moves.map { ($0, 40) } + [("exchange", 250)]))
  }

  private func expectSound(_ plan: Plan, _ instance: Instance, _ note: String = "") {
    let check = RosterChecker(instance).check(plan.roster)
    #expect(check.violations.isEmpty, "\(note)")
    #expect(check.score == plan.roster.score, "\(note)")
    #expect(plan.unassignedReasons.map(\.visit) == plan.roster.unassigned, "\(note)")
  }

  // MARK: Determinism

  @Test(arguments: [1, 2, 3]) func equalRunsGiveEqualRosters(threads: Int) throws {
    let instance = try Self.unit()
    let options = Self.options(iterations: 4_000, seed: 7, threads: threads)
    let plans = try (0..<2).map { _ in try SammaSolver.heuristic.plan(instance, options) }
    #expect(plans[0].roster == plans[1].roster)
    #expect(plans[0].roster.solve?.iterations ?? 0 >= 4_000)
    expectSound(plans[0], instance)
  }

  @Test func otherSeedsGiveOtherRosters() throws {
    let instance = try Self.unit()
    let rosters = try (1...4).map {
      try SammaSolver.heuristic.plan(instance, Self.options(iterations: 600, seed: $0)).roster.assignments
    }
    #expect(Set(rosters).count > 1)
  }

  @Test func searchingImprovesOnTheFirstRoster() throws {
    let instance = try Self.unit(seed: 2)
    let first = try SammaSolver.heuristic.plan(instance, Self.options(iterations: 0))
    let searched = try SammaSolver.heuristic.plan(instance, Self.options(iterations: 6_000))
    #expect(first.roster.solve?.iterations == 0)
    #expect(searched.roster.score.total < first.roster.score.total)
    expectSound(first, instance)
    expectSound(searched, instance)
  }

  @Test func aLimitBelowZeroIsALimitOfZero() throws {
    let instance = try Self.unit()
    let plan = try SammaSolver.heuristic.plan(instance, Self.options(iterations: -5))
    #expect(try SammaSolver.heuristic.plan(instance, Self.options(iterations: 0)).roster == plan.roster)
  }

  @Test(arguments: [SammaSolver.auto, .exact]) func aRunWithoutLimitsEndsWithItsProof(
    _ solver: SammaSolver
  ) throws {
    let instance = try TinyInstance.drawn(seed: 4)
    let plan = try solver.plan(instance, SolverOptions(threads: 2))
    #expect(plan.roster.solve?.status == .optimal)
    #expect(plan.roster.score.total == BruteForce.best(of: instance).roster.score.total)
    expectSound(plan, instance)
  }

  // MARK: Settings

  @Test(arguments: SearchParameters.all.indices) func anySettingInItsRangeGivesASoundRoster(_ index: Int) throws {
    let instance = try BusyInstance.drawn(seed: 5)
    let setting = SearchParameters.all[index]
    for value in [setting.range.lowerBound, setting.range.upperBound] {
      var options = Self.options(iterations: 800)
      options.settings[setting.name] = value
      // What would clash with it makes way.
      if setting.name == "coldTemperature" { options.settings["hotTemperature"] = 1_000 }
      if setting.name == "hotTemperature" { options.settings["coldTemperature"] = 0.001 }
      let shares = Move.allCases.compactMap(\.setting?.name)
      if shares.contains(setting.name) {
        for share in shares where share != setting.name { options.settings[share] = 0 }
        options.settings["restartFactor"] = 1
      }
      if setting.name == "restartFactor" { options.settings["restart"] = 1 }
      expectSound(try SammaSolver.heuristic.plan(instance, options), instance, "\(setting.name) \(value)")
    }
  }

  @Test(
    arguments: [
      (["hotTemperature": 1], "hotTemperature is 1.0 and coldTemperature 2.5"),
      (["exchange": 700], "the shares of moves come to 1063"), (["restart": 30], "come to 1034"),
    ] as [([String: Double], String)])
  func settingsThatMakeNoSenseTogetherAreRefused(_ settings: [String: Double], _ words: String) throws {
    let problem = try #require(throws: ParameterProblem.self) { _ = try SearchParameters(settings) }
    #expect(problem.description.contains(words), "\(problem)")
  }

  @Test(arguments: [-1, 0, 40]) func anyNumberOfThreadsGivesASoundRoster(threads: Int) throws {
    let instance = try BusyInstance.drawn(seed: 6)
    expectSound(try SammaSolver.heuristic.plan(instance, Self.options(iterations: 2_000, threads: threads)), instance)
  }

  // MARK: Cancellation

  @Test(arguments: [SammaSolver.auto, .heuristic]) func aRunCancelledBeforeItBeginsGivesAFirstRoster(
    _ solver: SammaSolver
  ) throws {
    let instance = try Self.unit()
    let cancellation = Cancellation()
    cancellation.cancel()
    let plan = try solver.plan(instance, SolverOptions(threads: 2), cancellation: cancellation)
    #expect(plan.roster.solve?.status == .interrupted)
    #expect(plan.roster.assignments.count > instance.visits.count / 2)
    expectSound(plan, instance)
  }

  @Test(arguments: [1, 2]) func aRunCancelledOnTheWayGivesItsBestRoster(threads: Int) throws {
    let instance = try Self.unit()
    let cancellation = Cancellation()
    var options = Self.options(iterations: 200_000_000, threads: threads)
    options.seconds = 600
    let plan = try SammaSolver.heuristic.plan(instance, options, cancellation: cancellation) { progress in
      if progress.phase == .search { cancellation.cancel() }
    }
    #expect(plan.roster.solve?.status == .interrupted)
    let iterations = plan.roster.solve?.iterations ?? 0
    #expect(iterations > 0 && iterations < 1_000_000)
    expectSound(plan, instance)
  }

  @Test func progressTellsOfFallingScores() throws {
    let instance = try Self.unit()
    let told = Told()
    let plan = try SammaSolver.heuristic.plan(instance, Self.options(iterations: 3_000)) { told.add($0) }
    let totals = told.all.map(\.best.total)
    #expect(told.all.first?.phase == .construct)
    #expect(totals == totals.sorted(by: >))
    #expect(plan.roster.score.total <= totals.last ?? 0)
  }

  @Test func aSearchedRosterStandsBeforeAnythingIsBounded() throws {
    let instance = try Self.unit()
    let told = Told()
    let plan = try SammaSolver.heuristic.plan(instance, Self.options(iterations: 100_000)) { told.add($0) }
    let construction = try #require(told.all.first)
    let early = try #require(told.all.first { $0.phase == .search })
    #expect(early.lowerBound == nil)
    #expect(early.iterations > 0 && early.best.total < construction.best.total)
    #expect(plan.roster.solve?.lowerBound != nil)
  }
}
