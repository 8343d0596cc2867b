import Board
import HomeCare
import Rostering
import Testing

/// What has happened, and how a plan is mended.
@Suite struct RepairTests {
  /// Who serves most visits of the first day, and that day.
  private static let busiest: (staff: StaffID, day: LocalDate) = {
    let day = TestUnit.planned.instance.horizon.start
    let served = TestUnit.planned.roster.assignments.filter { $0.start.date == day }.flatMap(\.staff)
    let counts = Dictionary(grouping: served, by: \.self).mapValues(\.count)
    return (counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "", day)
  }()

  private static var ill: Happening {
    .absent(busiest.staff, from: busiest.day.midnight, to: busiest.day.advanced(by: 1).midnight)
  }

  private static func refusal(_ body: () async throws -> Void) async -> PlanRefusal? {
    do { try await body() } catch { return error as? PlanRefusal }
    return nil
  }

  /// Those of a day's visits that somebody serves.
  private static func visits(of staff: StaffID, on day: LocalDate, _ roster: Roster) -> [VisitID] {
    roster.assignments.filter { $0.start.date == day && $0.staff.contains(staff) }.map(\.visit)
  }

  @Test func aColleagueIsIllAndAnOptionIsTakenWholeTakenBackAndDoneAgain() async throws {
    let unit = try await TestUnit()
    let before = try await unit.board.plan(1)
    let lost = Self.visits(of: Self.busiest.staff, on: Self.busiest.day, before.roster)
    #expect(lost.count > 1)
    let repair = try await unit.board.findRepair(after: [Self.ill], in: 1)
    #expect(await unit.board.state.revision == 1, "looking changes nothing")
    let option = try #require(repair.ways.options.first)
    #expect(Set(lost).isSubset(of: option.changes.map(\.visit)))

    let revision = try await unit.board.mend(by: repair.id, as: unit.now())
    let after = try await unit.board.plan(1)
    #expect(after.check.violations.isEmpty)
    #expect(Self.visits(of: Self.busiest.staff, on: Self.busiest.day, after.roster).isEmpty)
    #expect(after.roster.unassigned.count == option.figures.unassigned)
    let entry = try #require(try await unit.board.journal(of: 1).first)
    #expect(entry.event.happened == [Self.ill])
    #expect(entry.list.rows.contains { $0.reason == .absent(Self.busiest.staff) })
    #expect(await unit.board.absences(in: 1).map(\.staff) == [Self.busiest.staff])
    #expect(try await unit.killedAndReopened().plan(1).standing == after.standing)

    try await unit.board.undo(revision, in: 1, as: unit.now())
    #expect(try await unit.board.plan(1).standing == before.standing)
    #expect(await unit.board.absences(in: 1).isEmpty)
    try await unit.board.redo(in: 1, as: unit.now())
    #expect(try await unit.board.plan(1).standing == after.standing)
  }

  @Test func aPartIsTakenWithWhatItNeedsOrRefusedWithIt() async throws {
    let unit = try await TestUnit()
    let repair = try await unit.board.findRepair(after: [Self.ill], in: 1)
    let list = try #require(repair.ways.options.first).list
    var needed = 0
    for row in list.rows.indices {
      let now = await unit.now()
      let refused = await Self.refusal {
        try await unit.board.mend(by: repair.id, accepting: [row], as: now)
      }
      if let refused {
        guard case .needsOthers(let dependences) = refused else {
          Issue.record("\(refused)")
          return
        }
        needed += 1
        #expect(!dependences.isEmpty)
        #expect(await unit.board.state.revision == now.revision)
        try await unit.board.mend(by: repair.id, accepting: [row], takesAlong: true, as: now)
      }
      let plan = try await unit.board.plan(1)
      #expect(plan.check.violations.isEmpty)
      let place = plan.roster.places[list.rows[row].visit] ?? .absent
      #expect(place.isSame(as: list.rows[row].after))
      try await unit.board.undo(in: 1, as: unit.now())
    }
    #expect(list.rows.count > 1 && needed < list.rows.count)
  }

  @Test func whatOthersDoMeanwhileIsToldAndARepairThatStillFitsIsTaken() async throws {
    let unit = try await TestUnit()
    let eva = await unit.now()
    let repair = try await unit.board.findRepair(after: [Self.ill], in: 1)
    let touched = Set(try #require(repair.ways.options.first).list.rows.map(\.visit))
    let other = try #require(
      TestUnit.planned.roster.assignments.last { !touched.contains($0.visit) && $0.start.date > Self.busiest.day })
    try await unit.board.leave(other.visit, in: 1, as: unit.now("Åsa"))
    let refused = await Self.refusal { try await unit.board.mend(by: repair.id, as: eva) }
    guard case .stale(let meanwhile, now: nil)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(meanwhile.map(\.actor) == ["Åsa"])
    try await unit.board.mend(by: repair.id, as: unit.now())
    let plan = try await unit.board.plan(1)
    #expect(plan.roster.places[other.visit] == .unassigned)
    #expect(Self.visits(of: Self.busiest.staff, on: Self.busiest.day, plan.roster).isEmpty)
  }

  @Test func whatTookAVisitAwayCanBeTakenBackAlthoughOthersHaveGoneOn() async throws {
    let unit = try await TestUnit()
    let visits = TestUnit.planned.roster.assignments.map(\.visit)
    let (gone, other) = (visits[0], try #require(visits.last))
    let repair = try await unit.board.findRepair(after: [.cancelled(gone)], in: 1)
    let revision = try await unit.board.mend(by: repair.id, as: unit.now())
    #expect(try await !unit.board.plan(1).instance.visits.contains { $0.id == gone })
    #expect(await unit.board.state.plan(1)?.reshaped == revision)
    try await unit.board.leave(other, in: 1, as: unit.now("Åsa"))
    try await unit.board.undo(revision, in: 1, as: unit.now())
    let plan = try await unit.board.plan(1)
    #expect(plan.instance.tables == TestUnit.planned.instance.tables)
    #expect(plan.roster.places[gone]?.assignment != nil && plan.roster.places[other] == .unassigned)
  }

  @Test func whatHasBegunStays() async throws {
    // Noon of the first day.
    let unit = try await TestUnit(hours: 24)
    let repair = try await unit.board.findRepair(after: [Self.ill], in: 1)
    let now = try #require(repair.ways.now)
    #expect(now.date == Self.busiest.day)
    for option in repair.ways.options {
      for row in option.changes { #expect(row.before.assignment.map { $0.start >= now } ?? true) }
    }
  }

  @Test func whatDoesNotFitIsToldWithItsPlaceAndARepairOfNobodyIsRefused() async throws {
    let unit = try await TestUnit()
    let refused = await Self.refusal {
      _ = try await unit.board.findRepair(after: [.cancelled("nowhere"), .cancelled("never")], in: 1)
    }
    guard case .unsound(let problems)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(problems.count == 2 && problems.allSatisfy { $0.description.contains("cancelled") })
    let none = await Self.refusal { try await unit.board.mend(by: 7, as: unit.now()) }
    guard case .noRepair? = none else {
      Issue.record("\(String(describing: none))")
      return
    }
  }
}
