import Foundation
import HomeCare
import Testing

@testable import Rostering

/// Exact solver, bounds and search on tiny instances of format 2, against every roster that there is.
@Suite struct FormatTwoProofTests {
  /// With `SAMMA_THOROUGH` set, many times as many.
  private static let groups = 0..<(ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] == nil ? 5 : 240)
  private static let ofGroup = 10

  private func solve(_ instance: Instance, from incumbent: Roster? = nil) -> ExactOutcome {
    ExactSolver(CompiledProblem(instance)).solve(incumbent: incumbent)
  }

  @Test(arguments: groups) func aProvenRosterIsAsGoodAsTheBestOfAll(_ group: Int) throws {
    for seed in group * Self.ofGroup..<(group + 1) * Self.ofGroup {
      let instance = try TinyInstance.drawnInFormatTwo(seed: UInt64(seed))
      let outcome = solve(instance)
      #expect(outcome.status == .optimal, "seed \(seed)")
      #expect(outcome.lowerBound == outcome.roster.score.total, "seed \(seed)")
      #expect(RosterChecker(instance).check(outcome.roster).violations.isEmpty, "seed \(seed)")
      let better = EveryStart.best(of: instance, below: outcome.roster.score.total)
      #expect(better == nil, "seed \(seed): \(better?.score.total ?? 0) under \(outcome.roster.score.total)")
      let bounds = Bounds.proven(for: instance, BoundOptions(rounds: 12, threads: 1))
      #expect(bounds.total <= outcome.roster.score.total, "seed \(seed)")
      #expect(bounds.unassigned <= outcome.roster.score[.unassigned], "seed \(seed)")
    }
  }

  @Test(arguments: groups) func noRosterThatLeavesAsLittleMeetsFewerStaff(_ group: Int) throws {
    for seed in group * Self.ofGroup..<(group + 1) * Self.ofGroup {
      var tables = try TinyInstance.drawnInFormatTwo(seed: UInt64(5000 + seed)).tables
      tables.weights = Weights(only: [.unassigned: 10_000, .distinct: 1])
      let best = solve(try Instance(validating: tables)).roster.score
      let bounds = Bounds.proven(
        for: try Instance(validating: tables), BoundOptions(rounds: 12, threads: 1, unassigned: best[.unassigned]))
      #expect(bounds.unassigned <= best[.unassigned], "seed \(seed)")
      #expect(bounds.distinct <= best[.distinct], "seed \(seed)")
      #expect(bounds.total <= best.total, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<8) func theSearchNeverBeatsAProvenRoster(_ seed: Int) throws {
    let instance = try TinyInstance.drawnInFormatTwo(seed: UInt64(9000 + seed), visits: 8)
    let outcome = solve(instance)
    #expect(outcome.status == .optimal)
    let found = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 2_000, seed: UInt64(seed))).roster
    #expect(RosterChecker(instance).check(found).violations.isEmpty)
    #expect(found.score.total >= outcome.roster.score.total)
    let again = solve(instance, from: found)
    #expect(again.status == .optimal)
    #expect(again.roster.score.total == outcome.roster.score.total)
  }

  /// What the draw is worth: without each kind of exception, and each rule, some of the instances would end otherwise.
  @Test func theInstancesPutEveryRuleAndExceptionToWork() throws {
    var telling: [String: Int] = [:]
    for seed in 0..<200 {
      let instance = try TinyInstance.drawnInFormatTwo(seed: UInt64(seed))
      let total = solve(instance).roster.score.total
      func tells(_ word: String, _ change: (inout InstanceDraft) -> Void) {
        if telling[word, default: 0] >= 2 { return }
        var tables = instance.tables
        change(&tables)
        guard let other = try? Instance(validating: tables) else { return }
        if solve(other).roster.score.total != total { telling[word, default: 0] += 1 }
      }
      for rule in Set(instance.exceptions.map(\.rule)) {
        tells(rule.rawValue) { $0.exceptions.removeAll { $0.rule == rule } }
      }
      tells("alternatives") { $0.alternatives = [] }
      tells("modes") { tables in
        for index in tables.shifts.indices { tables.shifts[index].mode = nil }
        for index in tables.staff.indices { tables.staff[index].mode = nil }
      }
      tells("own time") { tables in
        for index in tables.visits.indices { tables.visits[index].alongside = true }
        tables.exceptions.removeAll { $0.rule == .ownTime }
      }
      tells("steadiness") { $0.weights[.unsteadyMinutes] = 0 }
      tells("usual times") { tables in for index in tables.series.indices { tables.series[index].usual = nil } }
      tells("pool minutes") { $0.weights[.poolMinutes] = 0 }
    }
    let words = [
      "H2", "H3", "H4", "H6", "H7", "H8", "H11", "H12", "alternatives", "modes", "own time", "steadiness",
      "usual times", "pool minutes",
    ]
    for word in words { #expect(telling[word, default: 0] == 2, "\(word): \(telling)") }
  }
}
