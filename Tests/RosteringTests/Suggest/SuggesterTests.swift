import Foundation
import HomeCare
import Interchange
import Scenarios
import Testing

@testable import Rostering

@Suite struct SuggesterTests {
  /// More cases where `SAMMA_THOROUGH` is set, as `make thorough` does.
  private static let isThorough = ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] != nil

  private func roster(of instance: Instance, iterations: Int = 3_000) throws -> Roster {
    try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: iterations)).roster
  }

  @Test(arguments: 0..<(isThorough ? 60 : 6), [false, true])
  func whoIsOfferedAVisitIsWhoBruteForceFinds(seed: Int, detoursCanSave: Bool) throws {
    try expectExact(try BusyInstance.drawn(seed: UInt64(seed), detoursCanSave: detoursCanSave), seed)
  }

  @Test(arguments: 0..<(isThorough ? 60 : 3), [false, true])
  func whoIsOfferedAVisitOfFormat2IsWhoBruteForceFinds(seed: Int, detoursCanSave: Bool) throws {
    try expectExact(try BusyInstance.second(seed: UInt64(seed), detoursCanSave: detoursCanSave), seed)
  }

  private func expectExact(_ instance: Instance, _ seed: Int) throws {
    let roster = try roster(of: instance)
    let suggester = Suggester(instance, roster)
    var random = SeededGenerator(seed: UInt64(seed), stream: 3)
    for _ in 0..<3 {
      let visit = random.pick(instance.visits)
      let answer = try suggester.suggestions(for: visit.id)
      let staying = answer.now.assignment.map { $0.staff.filter { $0 != answer.replacing } }
      let brute = BruteSuggestion(instance: instance, roster: roster, visit: visit, staying: staying)
      #expect(Set(answer.options.map(\.staff)) == Set(instance.staff.map(\.id)))
      for option in answer.options {
        let isFree = option.kind == .known || option.kind == .newFace
        #expect(isFree == brute.canServe(option.staff), "seed \(seed), \(visit.id), \(option.staff)")
        try expectKept(option, roster, instance)
      }
    }
  }

  /// Carries an offer out and holds every figure it states against the checker.
  private func expectKept(_ option: Suggestion, _ roster: Roster, _ instance: Instance) throws {
    if option.kind == .blocked {
      #expect(option.obstacle != nil && option.changes.isEmpty)
      return
    }
    #expect((option.kind == .withException) == !option.exceptions.isEmpty)
    let checker = RosterChecker(instance).allowing(option.exceptions)
    let changed = roster.applying(option.changes, order: instance.visits.map(\.id))
    let check = checker.check(changed)
    #expect(check.violations.allSatisfy { $0.rule == .score }, "\(option.staff): \(check.violations)")
    #expect(check.score - checker.check(roster).score == option.change, "\(option.staff)")
    #expect(option.changes.count <= (option.kind == .ifMoved ? 2 : 1))
    let assignment = try #require(option.assignment)
    let client = instance.visits.first { $0.id == assignment.visit }?.client
    let period = instance.horizon.period(ofDay: assignment.start.date.dayNumber - instance.horizon.start.dayNumber)
    let meetings = check.meetings.first { $0.client == client && $0.period == period }
    #expect(meetings?.distinct ?? 0 == option.facesAfter)
  }

  /// Of the shifts and starts of one staff member the offer takes those of the least score, rostered or pool.
  @Test(arguments: 0..<(isThorough ? 300 : 40)) func whoIsFreeIsOfferedAtTheLeastScore(seed: Int) throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed), visits: 5)
    let roster = try roster(of: instance, iterations: 300)
    let checker = RosterChecker(instance)
    let before = checker.check(roster).score.total
    let suggester = Suggester(instance, roster)
    for visit in instance.visits where visit.staff == 1 {
      for option in try suggester.suggestions(for: visit.id, exceptions: .none).options {
        guard option.kind == .known || option.kind == .newFace else { continue }
        let brute = BruteSuggestion(instance: instance, roster: roster, visit: visit, staying: [])
        let least = brute.rosters(of: option.staff).map { checker.check($0).score.total }.min()
        #expect(least == before + option.change.total, "seed \(seed), \(visit.id), \(option.staff)")
      }
    }
  }

  @Test func offersComeInTheOrderOfReadiness() throws {
    let instance = try BusyInstance.drawn(seed: 4)
    let answer = try Suggester(instance, roster(of: instance)).suggestions(for: instance.visits[0].id)
    let ranks = answer.options.compactMap { Suggestion.Kind.allCases.firstIndex(of: $0.kind) }
    #expect(ranks == ranks.sorted())
  }

  @Test func aSuggesterLeavesItsRosterAsItWas() throws {
    let instance = try BusyInstance.drawn(seed: 5)
    let roster = try roster(of: instance)
    let suggester = Suggester(instance, roster)
    let before = suggester.state.roster()
    for visit in instance.visits { _ = try suggester.suggestions(for: visit.id) }
    #expect(suggester.state.roster() == before)
    #expect(StateAudit(suggester.problem).faults(of: suggester.state) == [])
  }

  @Test func anUnknownVisitIsRefused() throws {
    let instance = try BusyInstance.drawn(seed: 6)
    let suggester = Suggester(instance, try roster(of: instance))
    #expect(throws: VisitQuestionError.self) { try suggester.suggestions(for: "nowhere") }
  }
}
