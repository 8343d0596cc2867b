import HomeCare
import Testing

@testable import Rostering

/// Rosters of the search on tiny instances, against the best of all rosters.
@Suite struct OptimumTests {
  private static let groups = (0..<4).map { $0 * 20..<($0 + 1) * 20 }

  /// How many seeds' instances the search solves as well as can be; it never does better, and never breaks a rule.
  private func solved(_ seeds: Range<Int>, change: (inout InstanceDraft) -> Void = { _ in }) throws -> Int {
    var solved = 0
    for seed in seeds {
      var draft = try TinyInstance.drawn(seed: UInt64(seed)).tables
      change(&draft)
      let instance = try Instance(validating: draft)
      let best = BruteForce.best(of: instance).roster.score.total
      let plan = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 4_000))
      let check = RosterChecker(instance).check(plan.roster)
      #expect(check.violations.isEmpty, "seed \(seed)")
      #expect(check.score == plan.roster.score, "seed \(seed)")
      #expect(plan.roster.score.total >= best, "seed \(seed)")
      if plan.roster.score.total == best { solved += 1 }
    }
    return solved
  }

  @Test(arguments: groups) func nearlyAllTinyInstancesAreSolvedWhereVisitsAreDearToLeave(_ seeds: Range<Int>) throws {
    #expect(try solved(seeds) { $0.weights[.unassigned] = 1_000 } * 10 >= seeds.count * 8)
  }

  /// In half of these the best roster leaves a visit that could be served.
  @Test(arguments: groups) func nearlyAllTinyInstancesAreSolvedWhateverTheWeights(_ seeds: Range<Int>) throws {
    #expect(try solved(seeds) * 10 >= seeds.count * 8)
  }

  /// The temperatures follow the weights.
  @Test(arguments: groups) func nearlyAllTinyInstancesAreSolvedHoweverLargeTheWeights(_ seeds: Range<Int>) throws {
    let solved = try solved(seeds) { draft in
      for part in ScorePart.allCases { draft.weights[part] *= 1_000_000 }
    }
    #expect(solved * 10 >= seeds.count * 8)
  }

  /// What is dear stands beside what weighs next to nothing, and the first visit of a client by a staff member costs more than
  /// leaving it: the search finds the best of both.
  @Test(arguments: KnownOptimaTests.tiny) func largeWeightsBesideSmallOnesAreSolvedToo(_ name: String) throws {
    var draft = try KnownOptimaTests.instance(name).tables
    draft.weights[.distinct] = 1_000_000_000
    draft.weights[.unassigned] = 900_000_000
    let instance = try Instance(validating: draft)
    let best = BruteForce.best(of: instance).roster.score.total
    for solver in [SammaSolver.heuristic, .auto, .exact] {
      #expect(try solver.plan(instance, SolverOptions(iterations: 20_000)).roster.score.total == best, "\(solver.name)")
    }
  }
}
