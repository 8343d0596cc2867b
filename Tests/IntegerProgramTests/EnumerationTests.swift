import IntegerProgram
import Testing

/// The solver against enumeration of all points of random small models.
@Suite struct EnumerationTests {
  static let rules: [SearchSettings.BranchingRule] = [
    .firstFractional, .lastFractional, .mostFractional, .driebeckTomlin, .pseudocosts,
  ]

  @Test(arguments: 0..<8)
  func agreesWithEnumeration(batch: Int) throws {
    for seed in batch * 100..<batch * 100 + 100 {
      var dice = Dice(seed)
      let model = Model.random(&dice)
      let settings = SearchSettings(
        branching: Self.rules[seed % 5], branchFirst: [.nearest, .down, .up][seed % 3],
        backtracking: [.bestBound, .depthFirst, .bestProjection][seed / 2 % 3], presolves: seed % 2 == 0,
        addsCuts: seed % 7 == 0)
      let outcome = try model.solve(settings: settings)
      guard let best = model.bestByEnumeration() else {
        #expect(outcome.termination == .infeasible, "seed \(seed)")
        #expect(outcome.values == nil)
        continue
      }
      #expect(outcome.termination == .optimal, "seed \(seed)")
      #expect(outcome.objective == best, "seed \(seed)")
      #expect(outcome.bestBound == best, "seed \(seed)")
      #expect(outcome.safeBound == best, "seed \(seed)")
      let values = try #require(outcome.values)
      #expect(model.isFeasible(values, tolerance: 1e-9), "seed \(seed)")
    }
  }

  /// Penalties of ten thousands beside single minutes, on top of a large constant.
  @Test(arguments: [true, false])
  func smallTermsCountBesideLargeOnes(presolves: Bool) throws {
    for seed in 2000..<2300 {
      var dice = Dice(seed)
      var model = Model.random(&dice)
      for variable in model.variables.indices {
        let scale = [1, 1, 100, 10_000][dice.roll(0...3)]
        model.setObjective(ofVariable: variable, to: Double(dice.roll(1...9) * scale))
      }
      model.objectiveConstant = Double(dice.roll(-1...1)) * 1e9
      let outcome = try model.solve(settings: SearchSettings(presolves: presolves))
      #expect(outcome.objective == model.bestByEnumeration(), "seed \(seed)")
    }
  }

  @Test(arguments: [true, false])
  func aSearchCutShortClaimsNoBoundBeyondTheOptimumOrTheCutoff(presolves: Bool) throws {
    var cutShort = 0
    for seed in 0..<12 {
      let model = Model.facilities(14, clients: 20, seed: seed)
      let settings = SearchSettings(backtracking: .depthFirst, presolves: presolves)
      let solved = try model.solve(settings: settings)
      let best = try #require(solved.objective)
      for nodes in 1...4 {
        let started = try model.solve(limits: SolveLimits(nodes: nodes), settings: settings, start: solved.values)
        #expect(try #require(started.bestBound) <= best + 1e-6, "seed \(seed)")
        for cutoff in [best - 3, best + 2] {
          let cut = try model.solve(limits: SolveLimits(nodes: nodes, cutoff: cutoff), settings: settings)
          #expect(try #require(cut.bestBound) <= min(best, cutoff) + 1e-6, "seed \(seed)")
          if cut.termination == .nodeLimit { cutShort += 1 }
        }
      }
    }
    #expect(cutShort > 0)
  }

  @Test(arguments: [true, false])
  func aStartOrACutoffNeverLosesTheOptimum(presolves: Bool) throws {
    var cutoffsProven = 0
    for seed in 1000..<1300 {
      var dice = Dice(seed)
      let model = Model.random(&dice)
      guard let best = model.bestByEnumeration() else { continue }
      var feasible: [[Double]] = []
      model.forEachPoint { if model.isFeasible($0) { feasible.append($0) } }
      let start = try #require(feasible.randomElement(using: &dice))
      let settings = SearchSettings(presolves: presolves)
      let started = try model.solve(settings: settings, start: start)
      #expect(started.termination == .optimal, "seed \(seed)")
      #expect(started.objective == best, "seed \(seed)")

      let cutoff = best + Double(dice.roll(-2...2))
      let cut = try model.solve(limits: SolveLimits(cutoff: cutoff), settings: settings)
      if model.sense == .minimize ? best < cutoff : best > cutoff {
        #expect(cut.termination == .optimal, "seed \(seed)")
        #expect(cut.objective == best, "seed \(seed)")
      } else {
        cutoffsProven += 1
        #expect(cut.termination == .cutoff, "seed \(seed)")
        #expect(cut.bestBound == cutoff, "seed \(seed)")
        #expect(cut.values == nil, "seed \(seed)")
      }
    }
    #expect(cutoffsProven > 20)
  }
}
