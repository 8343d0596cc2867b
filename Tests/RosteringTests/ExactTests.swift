import HomeCare
import Testing

@testable import Rostering

@Suite struct ExactTests {
  private func solve(_ instance: Instance, from incumbent: Roster? = nil) -> ExactOutcome {
    ExactSolver(CompiledProblem(instance)).solve(incumbent: incumbent)
  }

  @Test(arguments: 0..<30) func provenRostersAreAsGoodAsTheBestOfAll(_ group: Int) throws {
    for seed in group * 10..<(group + 1) * 10 {
      let instance = try TinyInstance.drawn(seed: UInt64(seed))
      let outcome = solve(instance)
      let best = BruteForce.best(of: instance).roster
      #expect(outcome.status == .optimal, "seed \(seed)")
      #expect(outcome.roster.score.total == best.score.total, "seed \(seed)")
      #expect(outcome.lowerBound == best.score.total, "seed \(seed)")
      #expect(RosterChecker(instance).check(outcome.roster).violations.isEmpty, "seed \(seed)")
    }
  }
}
