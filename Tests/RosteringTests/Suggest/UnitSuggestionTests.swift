import Foundation
import HomeCare
import Interchange
import Scenarios
import Testing

@testable import Rostering

/// Holds suggestions on whole units against brute force, each staff member on an instance cut down to their own day.
@Suite struct UnitSuggestionTests {
  private static let isThorough = ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] != nil

  private func unit() throws -> Instance {
    if Self.isThorough {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      return try InstanceSource(argument: root.appending(path: "instances/unit-60.json").path).read()
    }
    var options = ScenarioOptions()
    options.clients = 12
    options.days = 3
    return try Instance(validating: try Scenario.draft(options))
  }

  @Test func whoIsOfferedAVisitOfAUnitIsWhoBruteForceFinds() throws {
    let instance = try unit()
    // What is cut away must not matter: without links and caps only a staff member's own day does.
    try #require(instance.links.isEmpty && instance.staff.allSatisfy { $0.maxMinutes == nil })
    let roster = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 60_000)).roster
    let suggester = Suggester(instance, roster)
    var random = SeededGenerator(seed: 5, stream: 4)
    var seen: [Suggestion.Kind: Int] = [:]
    for _ in 0..<(Self.isThorough ? 500 : 12) {
      let visit = random.pick(instance.visits)
      let answer = try suggester.suggestions(for: visit.id)
      guard let now = answer.now.assignment else { continue }
      let staying = now.staff.filter { $0 != answer.replacing }
      for option in answer.options where !staying.contains(option.staff) {
        seen[option.kind, default: 0] += 1
        let (own, ownRoster) = try cut(instance, roster, to: visit, staying + [option.staff])
        let brute = BruteSuggestion(instance: own, roster: ownRoster, visit: visit, staying: staying)
        let isFree = option.kind == .known || option.kind == .newFace
        #expect(isFree == brute.canServe(option.staff), "\(visit.id), \(option.staff)")
        if option.exceptions.isEmpty && option.kind != .blocked {
          let changed = roster.applying(option.changes, order: instance.visits.map(\.id))
          // The whole roster is checked for a part of the offers; each check looks at the whole unit.
          if random.chance(1, in: 10) { #expect(BruteSuggestion.keepsHardRules(changed, instance)) }
        }
      }
    }
    #expect(Suggestion.Kind.allCases.allSatisfy { seen[$0, default: 0] > 0 }, "\(seen)")
  }

  /// The instance and the roster as far as they concern some staff around a visit, without that visit's assignment.
  private func cut(
    _ instance: Instance, _ roster: Roster, to visit: Visit, _ staff: [StaffID]
  ) throws -> (Instance, Roster) {
    var draft = instance.tables
    let end = visit.latest.advanced(by: visit.minutes)
    draft.staff = draft.staff.filter { staff.contains($0.id) }
    draft.shifts = draft.shifts.filter { staff.contains($0.staff) && $0.start < end && $0.end > visit.earliest }
    draft.history = []
    for row in draft.clients.indices {
      draft.clients[row].contact = nil
      draft.clients[row].preferred = []
      draft.clients[row].blocked = draft.clients[row].blocked.filter(staff.contains)
    }
    let shifts = Set(draft.shifts.map(\.id))
    var kept: [VisitID: Roster.Assignment] = [:]
    for assignment in roster.assignments where assignment.visit != visit.id {
      let pairs = zip(assignment.staff, assignment.shifts).filter { shifts.contains($0.1) }
      if pairs.isEmpty { continue }
      var own = assignment
      own.staff = pairs.map(\.0)
      own.shifts = pairs.map(\.1)
      kept[assignment.visit] = own
    }
    draft.visits = draft.visits.compactMap { row in
      var row = row
      if row.id == visit.id { return row }
      guard let own = kept[row.id] else { return nil }
      row.staff = own.staff.count
      row.pinned = []
      return row
    }
    let answer = Roster(
      instance: instance.name, assignments: draft.visits.compactMap { kept[$0.id] }, unassigned: [visit.id],
      score: Score())
    return (try Instance(validating: draft), answer)
  }
}
