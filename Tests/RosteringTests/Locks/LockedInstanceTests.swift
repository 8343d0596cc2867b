import Foundation
import HomeCare
import Testing

@testable import Rostering

@Suite struct LockedInstanceTests {
  private static let isThorough = ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] != nil

  private func plan(_ locked: LockedInstance, seed: UInt64 = 1, iterations: Int = 3_000) async throws -> Roster {
    try await locked.plan(by: SammaSolver.heuristic, SolverOptions(iterations: iterations, seed: seed)).roster
  }

  private func expectKept(
    _ locks: [VisitLock], in roster: Roster, of instance: Instance, butFor told: [LockedInstance.Conflict] = []
  ) {
    #expect(RosterChecker(instance).check(roster).violations == [])
    for lock in locks where !told.contains(where: { $0.lock == lock }) {
      guard let assignment = roster.assignments.first(where: { $0.visit == lock.visit }) else { continue }
      #expect(lock.staff.allSatisfy(assignment.staff.contains), "\(lock)")
      #expect(lock.start == nil || lock.start == assignment.start, "\(lock)")
    }
  }

  @Test(arguments: 0..<(isThorough ? 100 : 10), LockSelection.Part.allCases)
  func locksTakenFromARosterAreAllKept(seed: Int, part: LockSelection.Part) async throws {
    let instance = try BusyInstance.drawn(seed: UInt64(seed))
    let roster = try await SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 3_000)).roster
    var random = SeededGenerator(seed: UInt64(seed), stream: 9)
    let subjects: [LockSelection.Subject] = [
      .client(random.pick(instance.clients).id), .staff(random.pick(instance.staff).id),
      .day(instance.horizon.start), .firstDays(2), .visit(random.pick(instance.visits).id),
    ]
    for subject in subjects {
      let locks = LockSelection(subject, part).locks(from: roster, of: instance)
      let locked = LockedInstance(instance, locks: locks)
      #expect(locked.conflicts.isEmpty, "\(subject): \(locked.conflicts)")
      // Of a double visit one staff member alone may be locked; the other is the search's to find.
      let answer = try await plan(locked, seed: 7, iterations: part == .both ? 20_000 : 3_000)
      // Where the search finds no place that keeps a lock, the visit is served otherwise, and that is told.
      let told = locked.unkept(in: answer)
      expectKept(locks, in: answer, of: instance, butFor: told)
      if part == .both {
        #expect(told.isEmpty, "seed \(seed), \(subject)")
        let served = Set(answer.assignments.map(\.visit))
        #expect(locks.allSatisfy { served.contains($0.visit) }, "seed \(seed), \(subject)")
      }
    }
  }

  @Test func everyConflictIsListedAndTheRestIsPlanned() async throws {
    var draft = WhyNot.draft()
    draft.visits.append(
      Visit(id: "V3", client: "C1", earliest: WhyNot.time(60), latest: WhyNot.time(120), minutes: 30))
    let instance = try Instance(validating: draft)
    let locked = LockedInstance(
      instance,
      locks: [
        VisitLock(visit: "V1", staff: ["A"], start: WhyNot.time(70)),
        VisitLock(visit: "V2", staff: ["A"], start: WhyNot.time(90)),
        VisitLock(visit: "V3", staff: ["A", "B"]),
        VisitLock(visit: "V1", start: WhyNot.time(80)),
        VisitLock(visit: "V9", staff: ["A"]),
      ])
    #expect(locked.kept == [VisitLock(visit: "V1", staff: ["A"], start: WhyNot.time(70))])
    let reasons = locked.conflicts.map(\.description)
    try #require(reasons.count == 4)
    #expect(reasons[0].hasPrefix("the lock V1: at ") && reasons[0].contains("another lock holds the visit at"))
    #expect(reasons[1].contains("V2: A at") && reasons[1].contains("A is locked to V1 (08:10) around then"))
    #expect(reasons[2].contains("V3: A, B") && reasons[2].contains("2 pinned staff for a visit of 1"))
    #expect(reasons[3].contains("no such visit"))
    let roster = try await plan(locked)
    #expect(roster.unassigned == [])
    expectKept(locked.kept, in: roster, of: instance)
  }

  @Test func twoVisitsThatOnePersonCannotServeBothClashWhateverTheirStarts() throws {
    var draft = WhyNot.draft()
    draft.visits[1].earliest = draft.visits[0].earliest
    draft.visits[1].latest = draft.visits[0].earliest.advanced(by: 10)
    draft.visits[0].latest = draft.visits[0].earliest.advanced(by: 30)
    let instance = try Instance(validating: draft)
    let locked = LockedInstance(
      instance, locks: [VisitLock(visit: "V1", staff: ["B"]), VisitLock(visit: "V2", staff: ["B"])])
    #expect(locked.conflicts.map(\.lock.visit) == ["V2"])
    #expect(locked.conflicts.first?.reason == "B is locked to V1 too and cannot serve both")
  }

  /// Visits of half an hour for one person, all of which may start from 08:00 to 08:50, at one place.
  private func crowd(_ count: Int) throws -> Instance {
    var draft = WhyNot.draft()
    draft.visits = (1...count).map {
      Visit(id: VisitID("V\($0)"), client: "C1", earliest: WhyNot.time(60), latest: WhyNot.time(110), minutes: 30)
    }
    draft.visits.append(
      Visit(id: "early", client: "C2", earliest: WhyNot.time(10), latest: WhyNot.time(20), minutes: 20))
    return try Instance(validating: draft)
  }

  @Test func threeVisitsOfWhichEachTwoFitClashTogether() async throws {
    let instance = try crowd(3)
    let staff = ["V1", "V2", "early", "V3"].map { VisitLock(visit: $0, staff: ["B"]) }
    let locked = LockedInstance(instance, locks: staff)
    #expect(locked.conflicts.map(\.lock.visit) == ["V3"])
    #expect(locked.conflicts.first?.reason == "B is locked to V1, V2 too and cannot serve all of them")
    // The two that are kept and the one set aside are all planned.
    let roster = try await plan(locked)
    #expect(roster.unassigned.isEmpty)
    expectKept(locked.kept, in: roster, of: instance)
    // A visit held in its start too is kept rather than the others.
    let held = LockedInstance(
      instance, locks: staff + [VisitLock(visit: "V3", staff: ["B"], start: WhyNot.time(85))])
    #expect(held.kept.map(\.visit).contains("V3") && !held.conflicts.isEmpty)
    // Half an hour more is room for all.
    var wider = instance.tables
    for row in 0..<3 { wider.visits[row].latest = WhyNot.time(120) }
    #expect(LockedInstance(try Instance(validating: wider), locks: staff).conflicts.isEmpty)
  }

  @Test func aBreakCanBeWhatLocksLeaveNoRoomFor() throws {
    var draft = try crowd(2).tables
    draft.shifts[1].breakRule = Shift.Break(minutes: 30, from: WhyNot.time(60), to: WhyNot.time(90))
    let locks = ["V1", "V2"].map { VisitLock(visit: $0, staff: ["B"]) }
    // 08:00 V1, break, 09:00 too late for V2; a break before V1 leaves it 08:30, V2 09:00 too late.
    for row in 0..<2 { draft.visits[row].latest = WhyNot.time(95) }
    let tight = LockedInstance(try Instance(validating: draft), locks: locks)
    #expect(tight.conflicts.map(\.lock.visit) == ["V2"])
    draft.shifts[1].breakRule?.to = WhyNot.time(130)
    #expect(LockedInstance(try Instance(validating: draft), locks: locks).conflicts.isEmpty)
  }

  @Test func aLockedRosterStatesNoBoundOfTheUnlockedInstance() async throws {
    let instance = try Instance(validating: WhyNot.draft())
    let locked = LockedInstance(instance, locks: [VisitLock(visit: "V1", staff: ["B"])])
    let roster = try await locked.plan(by: SammaSolver.auto, SolverOptions(iterations: 1_000)).roster
    #expect(roster.solve?.lowerBound == nil && roster.solve?.status == .feasible)
    #expect(RosterChecker(instance).check(roster).violations == [])
  }

  @Test func ofTwoStartsThatOnePersonCannotKeepOneIsToldAndItsVisitIsServedOtherwise() async throws {
    var draft = InstanceDraft(
      name: "starts", horizon: Horizon(start: TinyInstance.firstDay, days: 1, window: 1), travel: .matrix([[0]]))
    draft.locations = [Location(id: "L")]
    draft.staff = [StaffMember(id: "A")]
    draft.shifts = [Shift(id: "day", staff: "A", start: TinyInstance.time(0), end: TinyInstance.time(240))]
    draft.clients = [Client(id: "c", location: "L"), Client(id: "d", location: "L")]
    draft.visits = [("v", "c"), ("w", "d")].map { visit, client in
      Visit(
        id: VisitID(visit), client: ClientID(client), earliest: TinyInstance.time(0), latest: TinyInstance.time(120),
        minutes: 30)
    }
    let instance = try Instance(validating: draft)
    let locks = [
      VisitLock(visit: "v", start: TinyInstance.time(60)), VisitLock(visit: "w", start: TinyInstance.time(75)),
    ]
    let locked = LockedInstance(instance, locks: locks)
    #expect(locked.conflicts.map(\.lock.visit) == ["w"])
    #expect(locked.conflicts[0].reason == "too few staff on shift could serve it beside v, locked to overlap it")
    let roster = try await plan(locked)
    #expect(roster.unassigned == [] && roster.places["v"]?.assignment?.start == TinyInstance.time(60))
    #expect(LockedInstance(instance, locks: Array(locks.dropLast())).conflicts == [])
  }
}
