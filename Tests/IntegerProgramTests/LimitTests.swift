import IntegerProgram
import Testing

@Suite struct LimitTests {
  @Test(arguments: [true, false])
  func aNodeLimitLeavesAnHonestBound(presolves: Bool) throws {
    for seed in 0..<6 {
      let model = Model.facilities(12, clients: 16, seed: seed)
      let settings = SearchSettings(presolves: presolves)
      let best = try #require(try model.solve(settings: settings).objective)
      let cut = try model.solve(limits: SolveLimits(nodes: 1), settings: settings)
      #expect(cut.nodes == 1)
      #expect([.nodeLimit, .optimal].contains(cut.termination), "seed \(seed)")
      #expect(try #require(cut.bestBound) <= best + 1e-6, "seed \(seed)")
      #expect(try #require(cut.safeBound) <= best, "seed \(seed)")
      if let objective = cut.objective { #expect(objective >= best, "seed \(seed)") }
      if cut.termination == .nodeLimit { #expect(cut.solutionStatus != .optimal, "seed \(seed)") }
    }
  }

  @Test func aGapEndsTheSearchEarly() throws {
    let model = Model.facilities(20, clients: 30, seed: 5)
    let full = try model.solve()
    let best = try #require(full.objective)
    for limits in [SolveLimits(relativeGap: 0.2), SolveLimits(absoluteGap: 100)] {
      let outcome = try model.solve(limits: limits)
      #expect(outcome.termination == .gapReached)
      #expect(outcome.solutionStatus == .feasible)
      #expect(outcome.nodes <= full.nodes)
      let objective = try #require(outcome.objective)
      let bound = try #require(outcome.bestBound)
      #expect(bound <= best + 1e-6 && best <= objective)
      #expect(objective - bound <= 0.2 * objective || objective - bound <= 100)
    }
  }

  /// Unlimited, the root relaxation alone would take minutes; GLPK by itself would not look at the clock in it.
  @Test(arguments: [true, false])
  func theDeadlineHoldsWithinTheRootRelaxation(presolves: Bool) throws {
    let outcome = try Model.facilities(120, clients: 160, seed: 1).solve(
      limits: SolveLimits(seconds: 0.3), settings: SearchSettings(presolves: presolves))
    #expect(outcome.termination == .timeLimit)
    #expect(outcome.nodes == 0)
    #expect(outcome.values == nil)
    // The least service of each client is what zero duals prove.
    #expect(try #require(outcome.bestBound) >= 0)
  }

  @Test func noTimeAtAllStillReturnsTheStart() throws {
    let model = Model.facilities(3, clients: 3, seed: 1)
    var start = [Double](repeating: 0, count: model.variables.count)
    start[0] = 1
    for client in 0..<3 { start[3 + 3 * client] = 1 }
    let outcome = try model.solve(limits: SolveLimits(seconds: 0), start: start)
    #expect(outcome.termination == .timeLimit)
    #expect(outcome.solutionStatus == .feasible)
    #expect(outcome.values == start)
    #expect(outcome.objective == model.objective(at: start))
  }

  @Test func limitsThatAreNoLimitsDoNoHarm() throws {
    let model = SolveTests.knapsack(capacity: 8)
    for cutoff in [-Double.infinity, .nan] {
      let outcome = try model.solve(limits: SolveLimits(seconds: .infinity, nodes: .max, cutoff: cutoff))
      #expect(outcome.termination == .optimal)
      #expect(outcome.objective == 15)
    }
    #expect(try model.solve(limits: SolveLimits(seconds: -1)).termination == .timeLimit)
    #expect(try model.solve(limits: SolveLimits(nodes: -1)).termination == .nodeLimit)
  }

  @Test func priorityIsBranchedOnFirst() throws {
    // With the facilities decided the rest is settled, so branching on them first takes far fewer nodes.
    var first = 0
    var last = 0
    for seed in 0..<4 {
      let model = Model.facilities(20, clients: 30, seed: seed)
      first += try model.solve(settings: SearchSettings(branching: .lastFractional, presolves: false)).nodes
      var flat = model.withoutPriorities
      flat.objectiveConstant = 0
      last += try flat.solve(settings: SearchSettings(branching: .lastFractional, presolves: false)).nodes
    }
    #expect(first < last)
  }
}

extension Model {
  /// The same model with all variables alike to branch on.
  fileprivate var withoutPriorities: Model {
    var copy = Model(sense, objectiveConstant: objectiveConstant)
    for variable in variables {
      copy.addVariable(
        lower: variable.lower, upper: variable.upper, objective: variable.objective, integer: variable.isInteger)
    }
    for row in 0..<rowCount {
      copy.addRow(lower: bounds(ofRow: row).lower, upper: bounds(ofRow: row).upper, terms(ofRow: row))
    }
    return copy
  }
}
