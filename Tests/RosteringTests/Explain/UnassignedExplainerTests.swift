import HomeCare
import Testing

@testable import Rostering

@Suite struct UnassignedExplainerTests {
  /// The reason for V1, with V2 as a roster has it.
  private func reason(
    v2: (minute: Int, staff: [StaffID])? = nil, _ change: (inout InstanceDraft) -> Void
  ) throws -> UnassignedReason {
    var draft = WhyNot.draft()
    change(&draft)
    let instance = try Instance(validating: draft)
    var roster = Roster(instance: instance.name, assignments: [], unassigned: ["V1", "V2"], score: Score())
    if let v2 {
      roster.unassigned.removeLast()
      roster.assignments = [
        Roster.Assignment(
          visit: "V2", start: WhyNot.time(v2.minute), staff: v2.staff, shifts: v2.staff.map { ShiftID("\($0)1") })
      ]
    }
    let state = SearchState(CompiledProblem(instance))
    state.load(roster)
    #expect(state.roster().assignments.count == roster.assignments.count)
    return try #require(UnassignedExplainer(state).reasons().first { $0.visit == "V1" })
  }

  private func rules(_ reason: UnassignedReason) -> [String] {
    reason.candidates.map { "\($0.staff) \($0.obstacle.cause)" }
  }

  @Test func nothingKeepsItOutWhereServingCostsLess() throws {
    let reason = try reason { _ in }
    #expect(rules(reason) == ["A none", "B none"])
    #expect(reason.summary.hasPrefix("2 of the 2 shifts around "))
    #expect(!reason.isImpossible)
  }

  @Test func nothingButTheWeightsKeepsItOutWhereLeavingCostsLess() throws {
    let reason = try reason { $0.weights[.unassigned] = 50 }
    #expect(rules(reason) == ["A weights", "B weights"])
    #expect(!reason.isImpossible)
  }

  @Test func skillsAreTold() throws {
    let reason = try reason {
      $0.visits[0].skills = ["insulin"]
      $0.staff[1].skills = ["insulin"]
    }
    #expect(rules(reason) == ["A H7", "B none"])
    #expect(reason.candidates[0].obstacle.detail.contains("insulin"))
    #expect(!reason.isImpossible)
  }

  @Test func blockedStaffAreTold() throws {
    let reason = try reason { $0.clients[0].blocked = ["A", "B"] }
    #expect(rules(reason) == ["A H8", "B H8"])
    #expect(reason.isImpossible)
  }

  @Test func pinsAreTold() throws {
    let reason = try reason { $0.visits[0].pinned = ["B"] }
    #expect(rules(reason) == ["A H9", "B none"])
    #expect(!reason.isImpossible)
  }

  @Test func aShiftThatEndsTooEarlyIsTold() throws {
    let reason = try reason {
      $0.shifts[0].end = WhyNot.time(80)
      $0.shifts[1].end = WhyNot.time(99)
    }
    #expect(rules(reason) == ["A H3", "B H5"])
    #expect(reason.isImpossible)
  }

  @Test func theBreakIsTold() throws {
    let reason = try reason {
      for index in 0..<2 {
        $0.staff[index].location = nil
        $0.shifts[index].start = WhyNot.time(50)
        $0.shifts[index].end = WhyNot.time(140)
        $0.shifts[index].breakRule = Shift.Break(minutes: 50, from: WhyNot.time(50), to: WhyNot.time(85))
      }
      $0.visits[0].earliest = WhyNot.time(80)
      $0.visits[0].latest = WhyNot.time(95)
      $0.visits[0].minutes = 15
    }
    #expect(rules(reason) == ["A H6", "B H6"])
    #expect(reason.isImpossible)
  }

  @Test func aFullRouteIsTold() throws {
    let reason = try reason(v2: (60, ["A"])) {
      $0.visits[1].latest = WhyNot.time(60)
      $0.visits[1].minutes = 150
      $0.visits[0].earliest = WhyNot.time(70)
    }
    #expect(rules(reason) == ["A H4", "B none"])
    #expect(!reason.isImpossible)
  }

  @Test func linksAreTold() throws {
    let apart = try reason(v2: (180, ["A"])) { $0.links = [Link(first: "V2", second: "V1", minGap: 0)] }
    #expect(rules(apart) == ["A H10", "B H10"])
    #expect(!apart.isImpossible)
    let same = try reason(v2: (180, ["A"])) { $0.links = [Link(first: "V1", second: "V2", staff: .same)] }
    #expect(rules(same) == ["A none", "B H10"])
    let different = try reason(v2: (180, ["A"])) { $0.links = [Link(first: "V1", second: "V2", staff: .different)] }
    #expect(rules(different) == ["A H10", "B none"])
  }

  @Test func hoursAreTold() throws {
    let reason = try reason(v2: (180, ["A"])) { $0.staff[0].maxMinutes = 80 }
    #expect(rules(reason) == ["A H11", "B none"])
    #expect(!reason.isImpossible)
  }

  @Test func hoursThatNeverSufficeMakeItImpossible() throws {
    let reason = try reason { for index in 0..<2 { $0.staff[index].maxMinutes = 49 } }
    #expect(rules(reason) == ["A H11", "B H11"])
    #expect(reason.isImpossible)
  }

  @Test func oneAbleOfTwoNeededIsTold() throws {
    let busy = try reason(v2: (60, ["B"])) {
      $0.visits[0].staff = 2
      $0.visits[1].latest = WhyNot.time(60)
      $0.visits[1].minutes = 150
    }
    #expect(rules(busy) == ["A H1", "B H4"])
    #expect(!busy.isImpossible)
    let missing = try reason {
      $0.visits[0].staff = 2
      $0.clients[0].blocked = ["B"]
    }
    #expect(rules(missing) == ["A H1", "B H8"])
    #expect(missing.isImpossible)
  }

  @Test func shiftsAtOtherTimesAreNoCandidates() throws {
    let reason = try reason { $0.shifts[0].end = WhyNot.time(60) }
    #expect(rules(reason) == ["B none"])
  }

  /// Where one visit outweighs all else, the best of all rosters leaves it only if no roster can serve it.
  @Test(arguments: 0..<60) func isImpossibleExactlyWhereNoRosterServesIt(seed: Int) throws {
    let instance = try TinyInstance.drawn(seed: UInt64(seed), visits: 3)
    let problem = CompiledProblem(instance)
    let explainer = UnassignedExplainer(SearchState(problem))
    for (index, visit) in instance.visits.enumerated() {
      var draft = instance.tables
      draft.weights = Weights()
      draft.weights[.distinct] = 0
      draft.weights[.overTarget] = 0
      draft.weights[.travel] = 0
      draft.weights[.poolShifts] = 0
      draft.weights[.unassigned] = 1
      draft.visits[index].priority = 1_000
      let best = BruteForce.best(of: try Instance(validating: draft)).roster
      let isServable = !best.unassigned.contains(visit.id)
      let isImpossible = explainer.isImpossible(VisitRow(index))
      #expect(!(isImpossible && isServable), "seed \(seed), \(visit.id)")
      // Where detours save time, that no detour makes it possible is not always seen.
      if problem.travelIsMetric { #expect(isImpossible != isServable, "seed \(seed), \(visit.id)") }
    }
  }
}
