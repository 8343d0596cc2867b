import HomeCare
import Testing

@testable import Rostering

/// The whole problem as one integer program, held against every roster that there is.
@Suite struct PlainMIPTests {
  private let solver = PlainMIPSolver()

  @Test(arguments: 0..<20) func theBestRosterIsFoundAndProven(_ group: Int) async throws {
    for seed in group * 4..<(group + 1) * 4 {
      let instance = try TinyInstance.drawn(seed: UInt64(seed))
      let plan = try await solver.plan(instance)
      let best = BruteForce.best(of: instance).roster.score.total
      #expect(plan.roster.score.total == best, "seed \(seed)")
      #expect(plan.roster.solve?.lowerBound == best, "seed \(seed)")
      #expect(plan.roster.solve?.status == .optimal, "seed \(seed)")
      #expect(plan.remark == nil, "seed \(seed)")
    }
  }

  /// Two solvers that share no thought agree on instances that are too large to try every roster.
  @Test(arguments: 600..<606) func itAgreesWithBranchAndPrice(_ seed: Int) async throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed), visits: 6)
    let plain = try await solver.plan(instance, SolverOptions(settings: ["cuts": 1]))
    let exact = try await SammaSolvers.exact.plan(instance)
    #expect(plain.roster.solve?.status == .optimal)
    #expect(exact.roster.solve?.status == .optimal)
    #expect(plain.roster.score.total == exact.roster.score.total)
  }

  @Test func aVisitAcrossMidnightCountsInTheCheaperPeriod() async throws {
    // Time for the second visit before midnight: Nora on the first day, Mats on the second.
    #expect(try await solver.plan(try TwoNights.instance(firstEndsAt: -10)).roster.score.total == 200)
    // No room on either side of the first visit before midnight: Nora is met on both days.
    #expect(try await solver.plan(try TwoNights.instance(firstEndsAt: 0)).roster.score.total == 300)
  }

  @Test func whatIsTooLargeIsConstructedAndSaysSo() async throws {
    let instance = try TinyInstance.drawn(seed: 3)
    let plan = try await solver.plan(instance, SolverOptions(settings: ["mostLegs": 1]))
    #expect(plan.remark?.hasPrefix("limit reached: the model would have") == true)
    #expect(plan.roster.solve?.status == .feasible)
    #expect(plan.roster.solve?.lowerBound == nil)
    let constructed = try await SammaSolvers.construct.plan(instance)
    #expect(plan.roster.assignments == constructed.roster.assignments)
  }

  @Test func aLimitOfNodesIsAnOutcomeWithASoundBound() async throws {
    let instance = try TinyInstance.drawn(seed: 605, visits: 6)
    let best = try #require(try await SammaSolvers.exact.plan(instance).roster.solve?.lowerBound)
    let plan = try await solver.plan(instance, SolverOptions(iterations: 2))
    #expect(plan.roster.score.total >= best)
    #expect((plan.roster.solve?.lowerBound ?? 0) <= best)
    if plan.roster.solve?.status != .optimal { #expect(plan.remark?.hasPrefix("limit reached after") == true) }
  }
}
