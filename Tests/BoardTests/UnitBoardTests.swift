import Board
import Foundation
import HomeCare
import Interchange
import Rostering
import Store
import Testing

/// What people can do on a board, and what it tells them where they cannot.
@Suite struct UnitBoardTests {
  /// A visit of the unit and an answer of some kind about it.
  private static func option(
    _ unit: TestUnit, _ kind: Suggestion.Kind
  ) async throws -> (visit: VisitID, option: Suggestion) {
    for visit in TestUnit.planned.instance.visits {
      let found = try await unit.board.suggestions(for: visit.id, of: 1).options
      if let option = found.first(where: { $0.kind == kind && !$0.servesNow }) { return (visit.id, option) }
    }
    throw Missing(kind: kind)
  }

  private struct Missing: Error { let kind: Suggestion.Kind }

  private static func refusal(_ body: () async throws -> Void) async -> PlanRefusal? {
    do {
      try await body()
      return nil
    } catch {
      return error as? PlanRefusal
    }
  }

  @Test func aVisitGoesToWhomItIsGivenAndTheJournalSaysSo() async throws {
    let unit = try await TestUnit()
    let (visit, option) = try await Self.option(unit, .newFace)
    try await unit.board.give(visit, to: option.staff, in: 1, as: unit.now("Åsa"))
    let plan = try await unit.board.plan(1)
    #expect(plan.roster.places[visit]?.assignment?.staff.contains(option.staff) == true)
    #expect(plan.roster.score.total == TestUnit.planned.roster.score.total + option.change.total)
    let entry = try #require(try await unit.board.journal().first)
    #expect(entry.actor == "Åsa")
    #expect(entry.event.kind == .changed)
    #expect(entry.list.rows.map(\.visit) == option.changes.map(\.visit))
  }

  @Test func anExceptionNeedsAReasonAndIsWrittenDownWithIt() async throws {
    let unit = try await TestUnit()
    let (visit, option) = try await Self.option(unit, .withException)
    let refused = await Self.refusal {
      try await unit.board.give(visit, to: option.staff, reason: " \n", in: 1, as: unit.now())
    }
    guard case .needsReason(let exceptions)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(exceptions == option.exceptions)
    try await unit.board.give(visit, to: option.staff, reason: "Ringt Åsa", in: 1, as: unit.now())
    let kept = try await unit.board.plan(1).instance.exceptions
    #expect(kept.map(\.reason) == option.exceptions.map { _ in "Ringt Åsa" })
    #expect(kept.map(\.by) == option.exceptions.map { _ in "Eva" })
    try await unit.board.undo(in: 1, as: unit.now())
    let left = try await unit.board.plan(1).instance.exceptions
    #expect(left.isEmpty)
  }

  @Test func whatARuleForbidsIsRefusedWithTheRule() async throws {
    let unit = try await TestUnit()
    let (visit, option) = try await Self.option(unit, .blocked)
    let refused = await Self.refusal { try await unit.board.give(visit, to: option.staff, in: 1, as: unit.now()) }
    guard case .blocked(let staff, let obstacle)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(staff == option.staff)
    #expect(obstacle == option.obstacle)
  }

  @Test func anOldRevisionIsAnsweredWithWhatOthersDidAndTheCommandJudgedAnew() async throws {
    let unit = try await TestUnit()
    let eva = await unit.now()
    let (visit, option) = try await Self.option(unit, .newFace)
    let other = try #require(TestUnit.planned.roster.assignments.first { $0.visit != visit })
    try await unit.board.leave(other.visit, in: 1, as: unit.now("Åsa"))
    let refused = await Self.refusal { try await unit.board.give(visit, to: option.staff, in: 1, as: eva) }
    guard case .stale(let meanwhile, _)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(meanwhile.map(\.actor) == ["Åsa"])
    #expect(meanwhile.flatMap(\.list.rows).map(\.visit) == [other.visit])
    // Having seen it, Eva may ask again.
    try await unit.board.give(visit, to: option.staff, in: 1, as: unit.now())
    let places = try await unit.board.plan(1).roster.places
    #expect(places[visit]?.assignment?.staff.contains(option.staff) == true)
    #expect(places[other.visit] == .unassigned)
  }

  @Test func aCommandThatNoLongerFitsIsToldSoWithTheReason() async throws {
    let unit = try await TestUnit()
    let eva = await unit.now()
    let served = try #require(TestUnit.planned.roster.assignments.first)
    let others = try await unit.board.suggestions(for: served.visit, of: 1).options
    let blocked = try #require(others.first { $0.kind == .blocked })
    try await unit.board.leave(served.visit, in: 1, as: unit.now("Åsa"))
    let still = try await unit.board.suggestions(for: served.visit, of: 1).options.first { $0.staff == blocked.staff }
    guard still?.kind == .blocked else { return }
    let refused = await Self.refusal {
      try await unit.board.give(served.visit, to: blocked.staff, in: 1, as: eva)
    }
    guard case .stale(_, now: .blocked?)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
  }

  @Test func whatLaterChangesBuildOnIsNotTakenBack() async throws {
    let unit = try await TestUnit()
    let (visit, option) = try await Self.option(unit, .newFace)
    let first = try await unit.board.give(visit, to: option.staff, in: 1, as: unit.now())
    let second = try await unit.board.leave(visit, in: 1, as: unit.now("Åsa"))
    let refused = await Self.refusal { try await unit.board.undo(first, in: 1, as: unit.now()) }
    guard case .builtUpon(let entries)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(entries.map(\.revision) == [second])
    try await unit.board.undo(in: 1, as: unit.now())
    try await unit.board.undo(in: 1, as: unit.now())
    let nothing = await Self.refusal { try await unit.board.undo(in: 1, as: unit.now()) }
    guard case .nothingToUndo? = nothing else {
      Issue.record("\(String(describing: nothing))")
      return
    }
    let places = try await unit.board.plan(1).roster.places
    #expect(places[visit]?.isSame(as: TestUnit.planned.roster.places[visit] ?? .absent) == true)
  }

  @Test func aTakingBackCanItselfBeTakenBack() async throws {
    let unit = try await TestUnit()
    let (visit, option) = try await Self.option(unit, .newFace)
    try await unit.board.give(visit, to: option.staff, in: 1, as: unit.now())
    let done = try await unit.board.plan(1).standing
    let undone = try await unit.board.undo(in: 1, as: unit.now())
    try await unit.board.redo(undone, in: 1, as: unit.now())
    let again = try await unit.board.plan(1).standing
    #expect(again == done)
  }

  @Test func aRosterThatBreaksRulesIsNotTakenIn() async throws {
    let unit = try await TestUnit()
    var roster = TestUnit.planned.roster
    roster.assignments[0].start = roster.assignments[0].start.advanced(by: -900)
    let refused = await Self.refusal {
      try await unit.board.take(TestUnit.planned.instance, roster, as: "Eva")
    }
    guard case .breaksRules(let violations)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(!violations.isEmpty)
    #expect(await unit.board.state.plans.count == 1)
  }

  @Test func whatIsHandedOutStaysAsItWasHoweverThePlanGoesOn() async throws {
    let unit = try await TestUnit()
    try await unit.board.publish(1, as: unit.now())
    let visit = try #require(TestUnit.planned.roster.assignments.first)
    try await unit.board.leave(visit.visit, in: 1, as: unit.now())
    let published = try #require(try await unit.board.published())
    #expect(published.publication.plan == 1)
    #expect(published.plan.roster == TestUnit.planned.roster)
    try await unit.board.discard(1, as: unit.now())
    let gone = await Self.refusal { _ = try await unit.board.plan(1) }
    guard case .noPlan(1)? = gone else {
      Issue.record("\(String(describing: gone))")
      return
    }
    let reopened = try unit.killedAndReopened()
    let kept = try #require(try await reopened.published())
    #expect(kept.plan.roster == TestUnit.planned.roster)
    #expect(await reopened.state.drafts.isEmpty)
  }

  @Test func aRunSetsANewPlanBesideTheOneThatPeopleEdit() async throws {
    let unit = try await TestUnit()
    let notices = await unit.board.notices()
    try await unit.board.startRun(from: 1, seconds: 30, iterations: 300, name: "Ny", by: "Eva")
    let second = await Self.refusal {
      try await unit.board.startRun(from: 1, seconds: 1, name: "Ny", by: "Åsa")
    }
    let visit = try #require(TestUnit.planned.roster.assignments.first)
    try await unit.board.leave(visit.visit, in: 1, as: unit.now("Åsa"))
    var made: Int?
    for await notice in notices {
      guard case .run(let status) = notice, !status.goesOn else { continue }
      guard case .done(let plan) = status.outcome else {
        Issue.record("\(status.outcome)")
        return
      }
      made = plan
      break
    }
    #expect(made == 2)
    let (edited, planned) = (try await unit.board.plan(1), try await unit.board.plan(2))
    #expect(edited.roster.places[visit.visit] == .unassigned)
    #expect(planned.check.isValid)
    #expect(planned.roster.score.total <= TestUnit.planned.roster.score.total)
    let record = await unit.board.state.plan(2)
    #expect(record?.name == "Ny")
    #expect(record?.from == 1)
    // The second was refused unless the first had ended by then.
    if let second, case .runGoesOn = second {} else { #expect(second == nil) }
  }

  // MARK: Views

  @Test func theDayOfClientsHoldsEachVisitOfTheDayOnceWithWhoMakesIt() async throws {
    let unit = try await TestUnit()
    let service = try #require(TestUnit.planned.roster.assignments.first)
    try await unit.board.leave(service.visit, in: 1, as: unit.now())
    let plan = try await unit.board.plan(1)
    let days = (0..<plan.instance.horizon.days).map {
      ClientDay(plan.instance.horizon.start.advanced(by: $0), of: plan)
    }
    let items = days.flatMap(\.rows).flatMap(\.visits)
    #expect(items.map(\.visit.id).sorted() == plan.instance.visits.map(\.id).sorted())
    #expect(items.filter { $0.service == nil }.map(\.visit.id).sorted() == plan.roster.unassigned.sorted())
    #expect(items.contains { $0.off == 0 })
    for day in days {
      for row in day.rows {
        for item in row.visits { #expect(item.visit.client == row.client.id && day.hours.contains(item.start)) }
      }
    }
    #expect(DayTray(service.start.date, of: plan).visits.contains { $0.id == service.visit })
  }

  @Test func whyVisitsAreLeftIsKnownAsLongAsThePlanStands() async throws {
    let unit = try await TestUnit()
    let before = try await unit.board.unassignedReasons(of: 1)
    let service = try #require(TestUnit.planned.roster.assignments.first)
    try await unit.board.leave(service.visit, in: 1, as: unit.now())
    let after = try await unit.board.unassignedReasons(of: 1)
    #expect(!before.contains { $0.visit == service.visit } && after.contains { $0.visit == service.visit })
    let client = TestUnit.planned.instance.clients[0]
    let floors = try await unit.board.floors(for: client.id, of: 1)
    #expect(floors.allSatisfy { $0.client == client.id } && !floors.isEmpty)
  }

  @Test func aDayHoldsEveryShiftAndEveryVisitOfItOnce() async throws {
    let unit = try await TestUnit()
    let served = try #require(TestUnit.planned.roster.assignments.first)
    try await unit.board.leave(served.visit, in: 1, as: unit.now())
    let plan = try await unit.board.plan(1)
    var shown: [VisitID] = []
    for date in plan.instance.horizon.everyDate {
      let day = StaffDay(date, of: plan)
      shown += DayTray(date, of: plan).visits.map(\.id)
      for row in day.rows {
        #expect(day.hours.lowerBound <= row.start && row.end <= day.hours.upperBound)
        for stretch in row.stretches { if case .visit(let visit) = stretch.activity { shown.append(visit) } }
      }
    }
    #expect(shown.count == Set(shown).count + plan.instance.visits.reduce(0) { $0 + max(0, $1.staff - 1) })
    #expect(Set(shown) == Set(plan.instance.visits.map(\.id)))
  }

  @Test func figuresAreThoseOfTheReports() async throws {
    let unit = try await TestUnit()
    let figures = try await unit.board.figures(of: 1)
    let check = RosterChecker(TestUnit.planned.instance).check(TestUnit.planned.roster)
    #expect(figures.unassigned == TestUnit.planned.roster.unassigned.count)
    #expect(figures.meanFaces?.numerator == check.score[.distinct])
    #expect(figures.exceptions == 0)
  }
}

extension Horizon {
  /// All days.
  var everyDate: [LocalDate] { (0..<days).map { start.advanced(by: $0) } }
}
