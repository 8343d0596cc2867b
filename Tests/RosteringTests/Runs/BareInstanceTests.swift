import HomeCare
import Testing

@testable import Rostering

/// Instances with a table empty, all decided beforehand, or nothing to be done for a visit.
@Suite struct BareInstanceTests {
  /// Two staff with a shift each, two clients with a visit each; then some change.
  private static func instance(_ change: (inout InstanceDraft) -> Void) throws -> Instance {
    var draft = WhyNot.draft()
    change(&draft)
    return try Instance(validating: draft)
  }

  /// Plans in each way; every roster is valid and tells its score.
  private func plans(of instance: Instance) throws -> [Plan] {
    try SammaSolver.all.map { solver in
      let plan = try solver.plan(instance, SolverOptions(iterations: 300, threads: 2))
      let check = RosterChecker(instance).check(plan.roster)
      #expect(check.violations.isEmpty, "\(solver.name)")
      #expect(check.score == plan.roster.score, "\(solver.name)")
      #expect(plan.unassignedReasons.map(\.visit) == plan.roster.unassigned, "\(solver.name)")
      return plan
    }
  }

  @Test func anInstanceOfNothingHasAnEmptyRoster() throws {
    let empty = try Instance(
      validating: InstanceDraft(
        name: "nothing", horizon: Horizon(start: BusyInstance.firstDay, days: 1), travel: .matrix([])))
    for plan in try plans(of: empty) {
      #expect(plan.roster.score == Score())
      #expect(plan.roster.assignments.isEmpty && plan.roster.unassigned.isEmpty)
    }
  }

  @Test func withoutVisitsHistoryAloneIsScored() throws {
    let instance = try Self.instance {
      $0.visits = []
      $0.history = [PastMeeting(client: "C1", staff: "A", date: BusyInstance.firstDay.advanced(by: -1))]
    }
    for plan in try plans(of: instance) { #expect(plan.roster.score.total == instance.weights[.distinct]) }
  }

  @Test func withoutShiftsEveryVisitIsImpossible() throws {
    let instance = try Self.instance { $0.shifts = [] }
    for plan in try plans(of: instance) {
      #expect(plan.roster.unassigned == ["V1", "V2"])
      #expect(plan.unassignedReasons.allSatisfy { $0.isImpossible && $0.candidates.isEmpty })
      #expect(plan.unassignedReasons.allSatisfy { $0.summary.contains("no shift") })
    }
  }

  @Test func withoutStaffEveryVisitIsImpossible() throws {
    let instance = try Self.instance {
      $0.shifts = []
      $0.staff = []
    }
    for plan in try plans(of: instance) {
      #expect(plan.roster.unassigned.count == 2)
      #expect(plan.unassignedReasons.allSatisfy { $0.isImpossible })
    }
  }

  @Test func whatIsAllPinnedIsDoneAsPinned() throws {
    let instance = try Self.instance {
      for index in $0.visits.indices {
        $0.visits[index].pinned = ["B"]
        $0.visits[index].pinnedStart = WhyNot.time(100 + 60 * index)
      }
    }
    for plan in try plans(of: instance) {
      #expect(plan.roster.unassigned.isEmpty)
      #expect(plan.roster.assignments.allSatisfy { $0.staff == ["B"] })
      #expect(plan.roster.assignments.map(\.start) == [WhyNot.time(100), WhyNot.time(160)])
    }
  }

  @Test func aVisitForTwoWhereOneIsAbleIsLeftAndTheRestIsServed() throws {
    let instance = try Self.instance {
      $0.visits[0].staff = 2
      $0.clients[0].blocked = ["B"]
    }
    for plan in try plans(of: instance) {
      #expect(plan.roster.unassigned == ["V1"])
      #expect(plan.roster.assignments.map(\.visit) == ["V2"])
      #expect(plan.unassignedReasons.map(\.isImpossible) == [true])
    }
  }

  @Test func aVisitNotWorthItsCostIsLeftThoughItIsPossible() throws {
    let instance = try Self.instance {
      $0.weights[.unassigned] = 1
      $0.weights[.distinct] = 100
    }
    let exact = try plans(of: instance).filter { $0.roster.solve?.solver == "exact" }
    #expect(!exact.isEmpty)
    for plan in exact {
      #expect(plan.roster.unassigned.count == 2)
      #expect(
        plan.unassignedReasons.allSatisfy { !$0.isImpossible && $0.candidates.allSatisfy { $0.obstacle.rule == nil } })
    }
  }
}
