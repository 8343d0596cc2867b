import HomeCare
import Scenarios
import Testing

@testable import Rostering

/// In a debug build every applied move also asserts that the guide changed by what the move had foreseen.
@Suite struct MoveTests {
  /// Moves between two audits, and audits between two checks of the whole roster.
  private static let movesPerAudit = 100
  private static let auditsPerCheck = 5

  /// Tries moves and holds every figure that the search keeps against its recomputation, again and again.
  private func drive(_ driver: inout MoveDriver, moves: Int, _ note: String) {
    let audit = StateAudit(driver.problem)
    let checker = RosterChecker(driver.problem.instance)
    for round in 0..<moves / Self.movesPerAudit {
      driver.tryMoves(Self.movesPerAudit)
      let faults = audit.faults(of: driver.state)
      #expect(faults.isEmpty, "\(note), round \(round)")
      if round % Self.auditsPerCheck == 0 {
        let check = checker.check(driver.state.roster())
        #expect(check.violations.isEmpty, "\(note), round \(round)")
        var kept = driver.state.fullScore
        // Once starts are settled they may be steadier than what the search allows for.
        #expect(check.score[.unsteadyMinutes] <= kept[.unsteadyMinutes], "\(note), round \(round)")
        kept.total += driver.problem.costs.unsteady * (check.score[.unsteadyMinutes] - kept[.unsteadyMinutes])
        kept[.unsteadyMinutes] = check.score[.unsteadyMinutes]
        #expect(check.score == kept, "\(note), round \(round)")
      }
      if !faults.isEmpty { return }
    }
  }

  @Test(arguments: [false, true]) func sixtyThousandMovesKeepEveryFigureExact(detoursCanSave: Bool) throws {
    var accepted = [Int](repeating: 0, count: Move.allCases.count)
    for seed in 0..<12 {
      let days = [3, 3, 1, 2][seed % 4]
      let window = [2, 1, 14, 2][seed % 4]
      let instance = try BusyInstance.drawn(
        seed: UInt64(seed), days: days, window: window, detoursCanSave: detoursCanSave, imbalance: [2, 0, 5][seed % 3],
        ties: seed % 2 * 8)
      var driver = MoveDriver(instance, seed: UInt64(seed), guideAt: [0, 0.8, 1][seed % 3])
      #expect(driver.problem.travelIsMetric != detoursCanSave)
      drive(&driver, moves: 5_000, "seed \(seed)")
      for (index, count) in driver.accepted.enumerated() { accepted[index] += count }
    }
    // So few visits are tied here that two lots of them hardly ever change places: BundleTests drive that.
    let traits = MoveTraits(choosesOften: true, bundled: 1, paysForPool: true, leavingPays: true)
    for move in Move.allCases where move != .exchangeBundles && move.factor(traits) > 0 {
      #expect(accepted[move.rawValue] > 8, "\(move)")
    }
  }

  @Test(arguments: [false, true]) func hundredThousandMovesKeepEveryFigureOfFormat2Exact(detoursCanSave: Bool) throws {
    var accepted = [Int](repeating: 0, count: Move.allCases.count)
    for seed in 0..<20 {
      let days = [3, 3, 1, 2][seed % 4]
      let instance = try BusyInstance.second(
        seed: UInt64(seed), days: days, window: [2, 14, 14, 1][seed % 4], detoursCanSave: detoursCanSave,
        withExceptions: seed % 3 > 0)
      var driver = MoveDriver(instance, seed: UInt64(seed), guideAt: [0, 0.8, 1][seed % 3])
      drive(&driver, moves: 5_000, "seed \(seed)")
      for (index, count) in driver.accepted.enumerated() { accepted[index] += count }
    }
    // Fewer visits still are tied here, and the guide draws their contacts to them.
    for move in Move.allCases where move != .exchangeBundles {
      #expect(accepted[move.rawValue] > (move == .relocateBundle ? 0 : 8), "\(move)")
    }
  }

  @Test(arguments: [ScenarioOptions.Setting.urban, .rural])
  func movesKeepEveryFigureExactOnAGeneratedUnitWithAllRules(_ setting: ScenarioOptions.Setting) throws {
    var options = ScenarioOptions()
    options.clients = 14
    options.days = 3
    options.setting = setting
    options.tightness = 90
    options.historyDays = 9
    options.allRules = true
    var draft = try Scenario.draft(options)
    draft.weights[.imbalance] = 1
    let instance = try Instance(validating: draft)
    var driver = MoveDriver(instance, seed: 3)
    drive(&driver, moves: 10_000, "\(setting)")
    #expect(driver.accepted.reduce(0, +) > 300)
  }

  @Test(arguments: 0..<4) func twoThreadsAnnealRostersOfTheirOwn(seed: Int) throws {
    let instance = try BusyInstance.drawn(seed: UInt64(40 + seed), detoursCanSave: seed % 2 == 1)
    let problem = CompiledProblem(instance)
    var parameters = SearchParameters()
    for setting in [\SearchParameters.ruinPair, \.restart, \.makeRoom] {
      parameters[keyPath: setting] = 50
    }
    var random = RandomSource(seed: UInt64(seed))
    let team = AnnealingTeam(problem, threads: 2, mix: MoveMix(parameters, for: problem), random: &random)
    let guide = GuideSchedule(parameters: parameters)
    for state in team.states { guide.apply(to: state, at: 0) }
    let first = SearchState(problem)
    guide.apply(to: first, at: 0)
    var construction = Construction()
    construction.fill(first, random: &random)
    team.begin(from: first)
    let audit = StateAudit(problem)
    let checker = RosterChecker(instance)
    for epoch in 0..<25 {
      team.anneal(guide, at: 0.5, temperature: 200, moves: 200, until: Cancellation())
      for state in team.states {
        #expect(audit.faults(of: state).isEmpty, "epoch \(epoch)")
        let check = checker.check(state.roster())
        #expect(check.violations.isEmpty, "epoch \(epoch)")
        #expect(check.score == state.fullScore, "epoch \(epoch)")
      }
      #expect(team.leader.total == team.states.map(\.total).min())
    }
    #expect(team.states[0].roster() != team.states[1].roster())
    team.begin(from: team.leader)
    #expect(team.states[0].roster() == team.states[1].roster())
  }
}
