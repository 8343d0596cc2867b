import Board
import HomeCare
import Rostering
import Testing

/// What holds whatever people do to a plan, and in which order.
@Suite struct PropertyTests {
  /// What somebody does at random.
  private enum Act {
    case undo
    case leave(VisitID)
    case give(VisitID, StaffID, reason: String)
    case mend(Happening, whole: Bool)
  }

  private static func act(_ unit: TestUnit, _ random: inout SeededGenerator) async throws -> Act {
    let instance = try await unit.board.plan(1).instance
    let visit = random.pick(instance.visits).id
    if random.chance(1, in: 15) { return .mend(happening(instance, visit, &random), whole: random.chance(1, in: 2)) }
    if random.chance(1, in: 6) { return .undo }
    if random.chance(1, in: 6) { return .leave(visit) }
    let options = try await unit.board.suggestions(for: visit, of: 1).options
    let kind = random.pick(Suggestion.Kind.allCases.filter { kind in options.contains { $0.kind == kind } })
    let staff = random.pick(options.filter { $0.kind == kind }).staff
    return .give(visit, staff, reason: random.chance(3, in: 4) ? "agreed with <b>Åsa</b>" : " ")
  }

  /// What happens to a unit at random.
  private static func happening(
    _ instance: Instance, _ visit: VisitID, _ random: inout SeededGenerator
  ) -> Happening {
    let (staff, shift) = (random.pick(instance.staff).id, random.pick(instance.shifts))
    let client = random.pick(instance.clients).id
    let window = random.pick(instance.visits)
    switch random.pick(Happening.Kind.allCases) {
    case .absent: return .absent(staff, from: shift.start.date.midnight, to: shift.end)
    case .back: return .back(staff, from: shift.start, to: shift.end)
    case .takenOver: return .takenOver(shift.id, by: staff)
    case .hours: return .hours(shift.id, from: shift.start.advanced(by: 60), to: shift.end)
    case .away: return .away(client, from: shift.start.date.midnight, to: shift.end)
    case .cancelled: return .cancelled(visit)
    case .moved: return .moved(visit, earliest: window.earliest, latest: window.latest)
    case .lengthened: return .lengthened(visit, minutes: 5 * random.pick(Array(1...12)))
    case .extra:
      return .extra(
        VisitID("extra-\(instance.visits.count)"), at: client, earliest: window.earliest, latest: window.latest,
        minutes: 20)
    }
  }

  /// Does something; whether the board did it.
  private static func carryOut(_ act: Act, _ unit: TestUnit, by actor: String) async -> Bool {
    let who = await unit.now(actor)
    do {
      switch act {
      case .undo: try await unit.board.undo(in: 1, as: who)
      case .leave(let visit): try await unit.board.leave(visit, in: 1, as: who)
      case .give(let visit, let staff, let reason):
        try await unit.board.give(visit, to: staff, reason: reason, in: 1, as: who)
      case .mend(let happening, let whole):
        let repair = try await unit.board.findRepair(after: [happening], in: 1)
        let rows = repair.ways.options.first?.list.rows.indices.filter { $0 % 2 == 0 } ?? []
        try await unit.board.mend(
          by: repair.id, accepting: whole ? nil : Set(rows), takesAlong: true, reason: "agreed", as: who)
      }
    } catch {
      let revision = await unit.board.state.revision
      #expect(revision == who.revision, "a refusal changes nothing")
      return false
    }
    return await unit.board.state.revision > who.revision
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everythingKeptIsValidAndTheEventsAloneGiveItBack(_ seed: UInt64) async throws {
    let unit = try await TestUnit()
    var random = SeededGenerator(seed: seed)
    var done = 0
    for step in 0..<60 {
      let act = try await Self.act(unit, &random)
      if await Self.carryOut(act, unit, by: step % 3 == 0 ? "Åsa" : "Eva") { done += 1 }
      let plan = try await unit.board.plan(1)
      #expect(plan.check.violations.isEmpty)
      #expect(RosterChecker(plan.instance).check(plan.roster).isValid)
      guard step % 20 == 19 else { continue }
      let reopened = try unit.killedAndReopened()
      let (kept, live) = (await reopened.state, await unit.board.state)
      #expect(kept == live)
      let again = try await reopened.plan(1)
      #expect(again.standing == plan.standing)
      #expect(again.roster == plan.roster)
      #expect(again.instance.tables == plan.instance.tables)
    }
    #expect(done > 15)
  }

  @Test func doingAndTakingBackLeavesThePlanAsItWas() async throws {
    let unit = try await TestUnit()
    var random = SeededGenerator(seed: 7)
    var taken = 0
    for _ in 0..<40 {
      let before = try await unit.board.plan(1).standing
      let changes = await unit.board.state.plan(1)?.changes ?? []
      let act = try await Self.act(unit, &random)
      guard await Self.carryOut(act, unit, by: "Eva") else { continue }
      let latest = await unit.board.state
      guard latest.plan(1)?.changes.count == changes.count + 1 else { continue }
      try await unit.board.undo(in: 1, as: unit.now())
      let after = try await unit.board.plan(1).standing
      #expect(after == before)
      let left = await unit.board.state.plan(1)?.changes
      #expect(left == changes)
      taken += 1
      let next = try await Self.act(unit, &random)
      _ = await Self.carryOut(next, unit, by: "Eva")
    }
    #expect(taken > 8)
  }

  @Test func wholeRostersAreKeptSoThatFewListsHaveToBeReadAgain() async throws {
    let unit = try await TestUnit()
    let visit = try #require(TestUnit.planned.roster.assignments.first)
    for _ in 0..<25 {
      try await unit.board.leave(visit.visit, in: 1, as: unit.now())
      try await unit.board.undo(in: 1, as: unit.now())
    }
    let record = try #require(await unit.board.state.plan(1))
    #expect(record.lists.count < 20)
    #expect(record.changed == 51)
    let (again, plan) = (try await unit.killedAndReopened().plan(1), try await unit.board.plan(1))
    #expect(again.roster == plan.roster)
  }
}
