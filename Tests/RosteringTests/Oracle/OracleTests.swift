import Foundation
import HomeCare
import Interchange
import Testing

@testable import Rostering

/// Every solver on random tiny instances of both formats, against every roster that there is and the plain model, none of
/// which shares a thought with them.
///
/// Quick by default; `SAMMA_ORACLE` in the environment says how many instances there are to be (`make oracle`), and
/// `SAMMA_ORACLE_FROM` which is the first.
@Suite struct OracleTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let wanted = environment["SAMMA_ORACLE"].flatMap { Int($0) }
  private static let first = environment["SAMMA_ORACLE_FROM"].flatMap { Int($0) } ?? 40_000
  private static let groups = 0..<max(1, (wanted ?? 4) / ofGroup)
  private static let ofGroup = 4
  private static let iterations = 400

  @Test(arguments: groups) func noSolverClaimsWhatIsNotSo(_ group: Int) throws {
    for number in 0..<Self.ofGroup {
      let seed = UInt64(Self.first + group * Self.ofGroup + number)
      if number.isMultiple(of: 2) {
        let instance = try TinyInstance.drawn(seed: seed)
        let best = BruteForce.best(of: instance).roster.score.total
        let plain = try #require(try PlainModel.best(of: instance), "seed \(seed)")
        #expect(plain.total == best, "seed \(seed): the plain model")
        try expectTrueClaims(on: instance, best: best)
      } else {
        let instance = try TinyInstance.drawnInFormatTwo(seed: seed)
        let found = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: Self.iterations)).roster
        let better = EveryStart.best(of: instance, below: found.score.total)?.score.total
        try expectTrueClaims(on: instance, best: better ?? found.score.total)
      }
    }
  }

  /// Holds what each solver says of an instance against its best total.
  private func expectTrueClaims(on instance: Instance, best: Int) throws {
    let checker = RosterChecker(instance)
    for solver in SammaSolver.all {
      let note: Comment = "\(instance.name), \(solver.name)"
      let roster = try solver.plan(instance, SolverOptions(iterations: Self.iterations)).roster
      let check = checker.check(roster)
      #expect(check.isValid && check.score == roster.score, note)
      #expect(roster.score.total >= best, note)
      if let bound = roster.solve?.lowerBound { #expect(bound <= best, note) }
      if roster.solve?.status == .optimal { #expect(roster.score.total == best, note) }
      if solver.name == SammaSolver.exact.name { #expect(roster.solve?.status == .optimal, note) }
    }
  }

  /// No bound lies above a roster that somebody has.
  @Test(.enabled(if: wanted != nil, "SAMMA_ORACLE is not set"), arguments: BestKnownTotals.all)
  func noBoundIsAboveABestKnownRoster(_ known: BestKnownTotals) throws {
    let instance = try KnownOptimaTests.instance(known.instance)
    let roster = try SammaSolver.auto.plan(instance, SolverOptions(seconds: 8)).roster
    #expect(RosterChecker(instance).check(roster).isValid)
    #expect((roster.solve?.lowerBound ?? 0) <= known.total, "\(known.instance)")
    if roster.solve?.status == .optimal { #expect(roster.score.total <= known.total, "\(known.instance)") }
  }
}

/// The best total that anybody has found of an instance of the package.
struct BestKnownTotals: Decodable, Sendable, CustomTestStringConvertible {
  let instance: String
  let total: Int

  var testDescription: String { instance }

  private struct File: Decodable {
    let entries: [BestKnownTotals]
  }

  /// All that `instances/best-known.json` tells of.
  static let all: [BestKnownTotals] = {
    let path = KnownOptimaTests.folder.appendingPathComponent("best-known.json")
    return (try? JSONDecoder().decode(File.self, from: Data(contentsOf: path)))?.entries ?? []
  }()
}
