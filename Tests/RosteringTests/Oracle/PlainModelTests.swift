import HomeCare
import Testing

@testable import Rostering

/// The whole problem as one integer program, held against every roster that there is and against branch and price.
@Suite struct PlainModelTests {
  @Test(arguments: 0..<20) func theBestRosterIsFoundAndProven(_ group: Int) throws {
    for seed in group * 4..<(group + 1) * 4 {
      let instance = try TinyInstance.drawn(seed: UInt64(seed))
      let plain = try #require(try PlainModel.best(of: instance), "seed \(seed)")
      #expect(RosterChecker(instance).check(plain.roster).isValid, "seed \(seed)")
      #expect(plain.roster.score.total == plain.total, "seed \(seed)")
      #expect(plain.total == BruteForce.best(of: instance).roster.score.total, "seed \(seed)")
    }
  }

  /// Two ways that share no thought agree on instances that are too large to try every roster.
  @Test(arguments: 600..<606) func itAgreesWithBranchAndPrice(_ seed: Int) throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed), visits: 6)
    let plain = try #require(try PlainModel.best(of: instance, addsCuts: true))
    let exact = ExactSolver(CompiledProblem(instance)).solve()
    #expect(exact.status == .optimal)
    #expect(plain.total == exact.roster.score.total)
  }

  @Test func aVisitAcrossMidnightCountsInTheCheaperPeriod() throws {
    // Time for the second visit before midnight: Nora on the first day, Mats on the second.
    #expect(try PlainModel.best(of: try TwoNights.instance(firstEndsAt: -10))?.total == 200)
    // No room on either side of the first visit before midnight: Nora is met on both days.
    #expect(try PlainModel.best(of: try TwoNights.instance(firstEndsAt: 0))?.total == 300)
  }
}
