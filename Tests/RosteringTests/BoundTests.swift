import HomeCare
import Testing

@testable import Rostering

@Suite struct BoundTests {
  private func bounds(_ instance: Instance, unassigned: Int? = nil, rounds: Int = 12) -> Bounds {
    Bounds.proven(for: instance, BoundOptions(rounds: rounds, threads: 1, unassigned: unassigned))
  }

  @Test(arguments: 0..<10) func noRosterScoresBelowTheBoundOnTheTotal(_ group: Int) throws {
    for seed in group * 10..<(group + 1) * 10 {
      let instance = try TinyInstance.drawn(seed: UInt64(seed))
      let best = BruteForce.best(of: instance).roster.score
      let bounds = bounds(instance)
      #expect(bounds.total <= best.total, "seed \(seed)")
      #expect(bounds.unassigned <= best[.unassigned], "seed \(seed)")
    }
  }

  @Test(arguments: 0..<10) func noRosterThatLeavesAsLittleMeetsFewerStaff(_ group: Int) throws {
    for seed in group * 10..<(group + 1) * 10 {
      var tables = try TinyInstance.drawn(seed: UInt64(1000 + seed)).tables
      tables.weights = Weights(only: [.unassigned: 10_000, .distinct: 1])
      let instance = try Instance(validating: tables)
      let best = BruteForce.best(of: instance).roster.score
      // The best roster leaves as little as can be, and meets as few staff as that allows.
      let beside = bounds(instance, unassigned: best[.unassigned])
      #expect(beside.unassigned <= best[.unassigned], "seed \(seed)")
      #expect(beside.distinct <= best[.distinct], "seed \(seed)")
      #expect(beside.total <= best.total, "seed \(seed)")
      // With visits dear enough to leave, fewer staff may do: the bound must follow.
      tables.weights[.unassigned] = 1
      tables.weights[.distinct] = 10
      let lavish = BruteForce.best(of: try Instance(validating: tables)).roster.score
      #expect(bounds(instance, unassigned: lavish[.unassigned]).distinct <= lavish[.distinct], "seed \(seed)")
    }
  }

  @Test func competitionForTheSameStaffRaisesTheBoundAboveTheFloors() throws {
    // Two staff each work one morning in two; on both mornings only one can reach everyone in time but neither can alone.
    let instance = try Self.crowdedMornings()
    let floors = ContinuityFloor.all(of: instance).reduce(0) { $0 + $1.staff }
    let bounds = bounds(instance, rounds: 60)
    #expect(floors == 6)
    #expect(bounds.distinct > floors)
  }

  /// Six clients with one visit on each of two mornings; `both` works both, the others one each, and a morning holds
  /// three visits.
  private static func crowdedMornings() throws -> Instance {
    var draft = InstanceDraft(
      name: "crowded", horizon: Horizon(start: TinyInstance.firstDay, days: 2), travel: .matrix([[0]]))
    draft.locations = [Location(id: "home")]
    draft.staff = ["both", "first", "second"].map { StaffMember(id: StaffID($0)) }
    for (staff, day) in [("both", 0), ("both", 1), ("first", 0), ("second", 1)] {
      draft.shifts.append(
        Shift(
          id: ShiftID("\(staff)-\(day)"), staff: StaffID(staff), start: TinyInstance.time(0, day: day),
          end: TinyInstance.time(90, day: day)))
    }
    for client in 0..<6 {
      draft.clients.append(Client(id: ClientID("C\(client)"), location: "home"))
      for day in 0..<2 {
        draft.visits.append(
          Visit(
            id: VisitID("V\(client)-\(day)"), client: ClientID("C\(client)"), earliest: TinyInstance.time(0, day: day),
            latest: TinyInstance.time(60, day: day), minutes: 30))
      }
    }
    return try Instance(validating: draft)
  }

  @Test func travelThatNobodyCanAvoidIsCounted() throws {
    var tables = try Self.crowdedMornings().tables
    tables.locations.append(Location(id: "base"))
    tables.travel = .matrix([[0, 7], [5, 0]])
    for index in tables.staff.indices { tables.staff[index].location = "base" }
    for index in tables.shifts.indices {
      tables.shifts[index].start = tables.shifts[index].start.advanced(by: -10)
      tables.shifts[index].end = tables.shifts[index].end.advanced(by: 10)
    }
    let bounds = bounds(try Instance(validating: tables), rounds: 200)
    // Two routes a day at least, 12 minutes each.
    #expect(bounds.travelPart >= 44 && bounds.travelPart <= 48)
  }

  @Test func visitsThatRuleEachOtherOutAreCounted() throws {
    var tables = try Self.crowdedMornings().tables
    tables.links = [
      Link(first: "V0-0", second: "V0-1", staff: .different), Link(first: "V1-0", second: "V1-1", maxGap: 60),
    ]
    let bounds = bounds(try Instance(validating: tables))
    #expect(bounds.unassigned == 1)
    #expect(bounds.unassignedPart == tables.weights[.unassigned])
  }

  @Test func equalRunsGiveEqualBounds() throws {
    let instance = try Self.crowdedMornings()
    let runs = [1, 2].map { threads in
      Bounds.proven(for: instance, BoundOptions(rounds: 20, threads: threads))
    }
    #expect(runs[0] == runs[1])
  }

  @Test(arguments: RunClock.allCases) func secondsEndARunByEitherClock(_ clock: RunClock) throws {
    let instance = try Self.crowdedMornings()
    func proven(_ seconds: Double?) -> Bounds {
      Bounds.proven(for: instance, BoundOptions(seconds: seconds, rounds: 20, threads: 1, clock: clock))
    }
    #expect(proven(0).end == .timeUp)
    #expect(proven(0).jointPart == 0)
    #expect(proven(600) == proven(nil))
    #expect(proven(nil).jointPart > 0)
  }

  @Test func aCancelledRunStillHasTheBoundsFoundSoFar() throws {
    let cancellation = Cancellation()
    var seen: [Bounds] = []
    let last = Bounds.proven(for: try Self.crowdedMornings(), BoundOptions(rounds: 50), cancellation: cancellation) {
      seen.append($0)
      if $0.distinct > 0 { cancellation.cancel() }
    }
    #expect(last.distinct >= 6)
    #expect(last.end == .timeUp)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.total <= $1.total && $0.distinct <= $1.distinct })
  }
}
