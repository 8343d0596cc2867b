import Foundation
import HomeCare
import Testing

@testable import Rostering

/// Rosters that break rules are worked on as they stand.
@Suite struct BrokenRosterTests {
  /// More cases where `SAMMA_THOROUGH` is set, as `make thorough` does.
  private static let isThorough = ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] != nil
  private static let seeds = 0..<(isThorough ? 150 : 6)

  private func instance(_ seed: Int, _ format: InstanceFormat) throws -> Instance {
    format == .one
      ? try BusyInstance.drawn(seed: UInt64(seed), detoursCanSave: seed % 4 == 3)
      : try BusyInstance.second(seed: UInt64(seed), detoursCanSave: seed % 4 == 3)
  }

  private func broken(_ instance: Instance, _ random: inout SeededGenerator) throws -> Roster {
    let roster = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 2_000)).roster
    return BrokenRosters.broken(roster, of: instance, times: random.int(in: 1...3), &random)
  }

  @Test(arguments: seeds, InstanceFormat.allCases)
  func theExceptionsOfferedCoverAllThatExceptionsCan(seed: Int, format: InstanceFormat) throws {
    let instance = try instance(seed, format)
    var random = SeededGenerator(seed: UInt64(seed), stream: 31)
    let roster = try broken(instance, &random)
    let rules = BrokenRules(instance, roster)
    #expect(rules.violations == roster.breaks(instance))
    let left = roster.breaks(instance, allowing: rules.exceptions)
    #expect(left == rules.uncovered)
    let uncoverable: Set<Rule> = [
      .staffing, .pinned, .link, .route, .shift, .unknownVisit, .unknownStaff, .repeatedVisit, .missingVisit,
    ]
    #expect(left.allSatisfy { uncoverable.contains($0.rule) }, "\(left)")
    // Without any one of them the roster breaks more.
    for row in rules.exceptions.indices {
      var fewer = rules.exceptions
      fewer.remove(at: row)
      let more = roster.breaks(instance, allowing: fewer)
      #expect(!more.beyond(left).isEmpty, "\(rules.exceptions[row]) is not needed")
    }
    guard format == .two else { return }
    var draft = instance.tables
    draft.exceptions += rules.exceptions.map { exception in
      var exception = exception
      exception.reason = "as agreed"
      return exception
    }
    let excepted = try Instance(validating: draft)
    #expect(roster.breaks(excepted) == left)
  }

  @Test(arguments: seeds, InstanceFormat.allCases)
  func everyAnswerForABrokenRosterHoldsOnceWhatItAsksForIsAllowed(seed: Int, format: InstanceFormat) throws {
    let instance = try instance(seed, format)
    var random = SeededGenerator(seed: UInt64(seed), stream: 32)
    let roster = try broken(instance, &random)
    let suggester = Suggester(instance, roster)
    let rules = suggester.broken
    let concerned = rules.violations.compactMap(\.visit).filter { id in instance.visits.contains { $0.id == id } }
    let asked = concerned.prefix(2) + (0..<2).map { _ in random.pick(instance.visits).id }
    for visit in asked {
      let answer = try suggester.suggestions(for: visit, exceptions: .blockedToo)
      #expect(Set(answer.options.map(\.staff)) == Set(instance.staff.map(\.id)))
      var rest = roster
      rest.leaveOut([visit])
      let without = BrokenRules(instance, rest)
      for option in answer.options where option.kind != .blocked {
        let granted = rules.exceptions + without.exceptions + option.exceptions
        let changed = roster.applying(option.changes, order: instance.visits.map(\.id))
        let more = changed.breaks(instance, allowing: granted).beyond(rules.uncovered + without.uncovered)
        #expect(more == [], "seed \(seed), \(visit) to \(option.staff) as \(option.kind)")
        #expect((option.kind == .withException) == !option.exceptions.isEmpty)
      }
    }
  }

  @Test(arguments: seeds, InstanceFormat.allCases)
  func aRepairOfABrokenRosterBreaksNothingMore(seed: Int, format: InstanceFormat) throws {
    let instance = try instance(seed, format)
    var random = SeededGenerator(seed: UInt64(seed), stream: 33)
    let roster = try broken(instance, &random)
    let now = random.chance(1, in: 2) ? instance.horizon.firstMinute.advanced(by: random.int(in: 400...3000)) : nil
    let changes = DrawnChanges.drawn(for: instance, roster, now: now, &random)
    guard let changed = try? ChangedInstance(instance, roster, changes, now: now) else { return }
    var options = RepairOptions()
    (options.rounds, options.coverRounds, options.dayIterations) = (200, 400, 1_000)
    let repairer = Repairer(changed, roster, now: now)
    #expect(repairer.broken.violations == roster.breaks(instance))
    // What has started is as it is, whatever the changes make of it.
    var started = roster
    started.assignments.removeAll { !changed.started.contains($0.visit) }
    started.unassigned = changed.instance.visits.map(\.id).filter { !changed.started.contains($0) }
    let known = roster.breaks(instance) + started.breaks(changed.instance)
    let touched = Set(changed.causes.keys)
    for option in repairer.options(options) {
      let more = option.roster.breaks(changed.instance).beyond(known)
      #expect(more == [], "seed \(seed)")
      // What bends a rule and is not touched stays.
      for id in Set(repairer.broken.uncovered.compactMap(\.visit)).subtracting(touched) {
        guard let old = roster.places[id]?.assignment, changed.absent.isDisjoint(with: old.staff) else { continue }
        #expect(option.roster.places[id]?.isSame(as: .served(old)) == true, "seed \(seed), \(id)")
      }
    }
  }
}
