import IntegerProgram
import Testing

@Suite struct LimitTests {
  @Test func aNodeLimitLeavesAnHonestBound() throws {
    var cutShort = 0
    for seed in 0..<6 {
      let model = Model.facilities(14, clients: 20, seed: seed)
      let best = try #require(try model.solve().objective)
      for nodes in 1...4 {
        let cut = try model.solve(limits: SolveLimits(nodes: nodes))
        #expect(cut.nodes <= nodes)
        #expect([.nodeLimit, .optimal].contains(cut.termination), "seed \(seed)")
        if let bound = cut.bestBound { #expect(bound <= best + 1e-6, "seed \(seed)") }
        if let values = cut.values {
          #expect(model.isFeasible(values), "seed \(seed)")
          #expect(try #require(cut.objective) >= best, "seed \(seed)")
        }
        if cut.termination == .nodeLimit { cutShort += 1 }
      }
    }
    #expect(cutShort > 0)
  }

  /// Unlimited, the root relaxation alone would take minutes; GLPK by itself would not look at the clock in it.
  @Test func theDeadlineHoldsWithinTheRootRelaxation() throws {
    let outcome = try Model.facilities(120, clients: 160, seed: 1).solve(limits: SolveLimits(seconds: 0))
    #expect(outcome.termination == .timeLimit)
    #expect(outcome.nodes == 0)
    #expect(outcome.values == nil)
  }

  @Test func limitsThatAreNoLimitsDoNoHarm() throws {
    let model = SolveTests.knapsack(capacity: 8)
    let outcome = try model.solve(limits: SolveLimits(seconds: .infinity, nodes: .max))
    #expect(outcome.termination == .optimal)
    #expect(outcome.objective == 15)
    #expect(try model.solve(limits: SolveLimits(seconds: -1)).termination == .timeLimit)
    #expect(try model.solve(limits: SolveLimits(nodes: -1)).termination == .nodeLimit)
  }

  @Test func cancellingWithinTheRootRelaxationEndsTheRun() throws {
    var polls = 0
    let outcome = try Model.facilities(120, clients: 160, seed: 1).solve(isCancelled: {
      polls += 1
      return polls > 3
    })
    #expect(outcome.termination == .cancelled)
    #expect(outcome.nodes == 0)
    #expect(outcome.values == nil)
  }
}
