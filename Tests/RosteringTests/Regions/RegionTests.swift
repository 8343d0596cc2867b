import HomeCare
import Scenarios
import Synchronization
import Testing

@testable import Rostering

@Suite struct RegionTests {
  /// A day of some small units that together are more than one region.
  private static func city(units: Int, clients: Int, seed: UInt64 = 1) throws -> InstanceDraft {
    var options = ScenarioOptions()
    options.units = units
    options.clients = clients
    options.days = 1
    options.historyDays = 3
    options.seed = seed
    return try Scenario.draft(options)
  }

  /// Every client and every staff member is in exactly one region, and no region is too large or without staff.
  private func expectPartition(_ regions: [Region], of instance: Instance) {
    #expect(regions.flatMap(\.clients).sorted() == Array(instance.clients.indices))
    #expect(regions.flatMap(\.staff).sorted() == Array(instance.staff.indices))
    for region in regions {
      #expect(region.clients.count <= RegionSplit.greatestRegion)
      #expect(!region.clients.isEmpty && !region.staff.isEmpty)
    }
  }

  @Test func whatIsNoLargerThanARegionStaysWhole() throws {
    let instance = try Instance(validating: Self.city(units: 2, clients: 60))
    let regions = RegionSplit(instance).regions()
    #expect(regions.count == 1)
    expectPartition(regions, of: instance)
  }

  @Test func unitsOfACityBecomeItsRegions() throws {
    let instance = try Instance(validating: Self.city(units: 3, clients: 84))
    let regions = RegionSplit(instance).regions()
    expectPartition(regions, of: instance)
    #expect(regions.count == 3)
    for region in regions { #expect(Set(region.clients.map { instance.clients[$0].area }).count == 1) }
  }

  @Test func anAreaTooLargeIsHalvedByPlace() throws {
    var draft = try Self.city(units: 5, clients: 100)
    for index in draft.clients.indices { draft.clients[index].area = nil }
    for index in draft.staff.indices { draft.staff[index].location = nil }
    let instance = try Instance(validating: draft)
    let regions = RegionSplit(instance).regions()
    expectPartition(regions, of: instance)
    #expect(regions.map(\.clients.count) == [125, 125, 125, 125])
    // Staff without a base go where the work is.
    let staff = regions.map(\.staff.count)
    #expect((staff.max() ?? 0) <= 2 * (staff.min() ?? 0))
  }

  @Test func aCityIsPlannedRegionByRegionAndAlikeOnOneThreadAndTwo() throws {
    let instance = try Instance(validating: Self.city(units: 3, clients: 84))
    let plans = try [1, 2].map { try SammaSolver.auto.plan(instance, SolverOptions(iterations: 3_000, threads: $0)) }
    #expect(plans[0].roster.assignments == plans[1].roster.assignments)
    for plan in plans {
      let check = RosterChecker(instance).check(plan.roster)
      #expect(check.violations.isEmpty)
      #expect(check.score == plan.roster.score)
      #expect(plan.roster.assignments.count > instance.visits.count * 9 / 10)
      #expect(plan.unassignedReasons.map(\.visit) == plan.roster.unassigned)
      #expect(plan.roster.solve?.status == .feasible)
    }
  }

  @Test func everyUnassignedVisitOfACityHasAReason() throws {
    var draft = try Self.city(units: 3, clients: 84)
    let first = draft.clients[0].id
    draft.clients[0].blocked = draft.staff.map(\.id)
    let instance = try Instance(validating: draft)
    let plan = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 0, threads: 2))
    let own = Set(instance.visits.filter { $0.client == first }.map(\.id))
    #expect(own.isSubset(of: plan.roster.unassigned))
    #expect(plan.unassignedReasons.map(\.visit) == plan.roster.unassigned)
    for reason in plan.unassignedReasons where own.contains(reason.visit) {
      #expect(reason.isImpossible)
      #expect(reason.candidates.allSatisfy { $0.obstacle.rule == .blocked || $0.obstacle.rule == .skills })
    }
    #expect(RosterChecker(instance).check(plan.roster).violations.isEmpty)
  }

  @Test func aVisitIsOnlyImpossibleWhereNobodyOfTheCityCouldServeIt() throws {
    var draft = try Self.city(units: 3, clients: 84)
    let regions = RegionSplit(try Instance(validating: draft)).regions()
    for staff in regions[2].staff { draft.staff[staff].skills.append("rare") }
    let clients = Set(regions[0].clients.map { draft.clients[$0].id })
    for index in draft.visits.indices where clients.contains(draft.visits[index].client) && index % 7 == 0 {
      draft.visits[index].skills = [index % 2 == 0 ? "rare" : "unheard of"]
    }
    let instance = try Instance(validating: draft)
    let plan = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 0, threads: 2))
    let explainer = UnassignedExplainer(SearchState(CompiledProblem(instance)))
    let rows = VisitRow.byID(instance.visits.map(\.id))
    for reason in plan.unassignedReasons {
      let row = try #require(rows[reason.visit])
      #expect(reason.isImpossible == explainer.isImpossible(row))
    }
    #expect(plan.unassignedReasons.contains { $0.isImpossible })
    #expect(plan.unassignedReasons.contains { $0.summary.contains("no staff of its region") })
  }

  @Test func staffOfANeighbouringRegionTakeWhatTheirsCannot() throws {
    var draft = try Self.city(units: 3, clients: 84)
    let regions = RegionSplit(try Instance(validating: draft)).regions()
    for staff in regions[2].staff { draft.staff[staff].skills.append("rare") }
    let clients = Set(regions[0].clients.map { draft.clients[$0].id })
    let rare = draft.visits.indices.filter {
      clients.contains(draft.visits[$0].client) && draft.visits[$0].staff == 1 && $0 % 20 == 0
    }
    for index in rare { draft.visits[index].skills = ["rare"] }
    let instance = try Instance(validating: draft)
    let alone = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 0, threads: 2))
    #expect(Set(alone.roster.unassigned).isSuperset(of: rare.map { draft.visits[$0].id }))
    let mended = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 20_000, threads: 2))
    let check = RosterChecker(instance).check(mended.roster)
    #expect(check.violations.isEmpty)
    #expect(check.score == mended.roster.score)
    #expect(mended.roster.unassigned.count <= alone.roster.unassigned.count - rare.count / 2)
    #expect(mended.unassignedReasons.map(\.visit) == mended.roster.unassigned)
  }

  @Test func aVisitPinnedToStaffElsewhereIsPlannedWithThem() throws {
    var draft = try Self.city(units: 3, clients: 84)
    let regions = RegionSplit(try Instance(validating: draft)).regions()
    let home = Set(regions[0].clients.map { draft.clients[$0].id })
    let away = Set(regions[1].staff.map { draft.staff[$0].id })
    // A visit and a member of staff whose shift could hold it, each elsewhere.
    let found = draft.visits.indices.lazy.filter {
      home.contains(draft.visits[$0].client) && draft.visits[$0].staff == 1
    }
    .compactMap { index -> (Int, StaffID)? in
      let visit = draft.visits[index]
      let shift = draft.shifts.first {
        away.contains($0.staff) && $0.start.advanced(by: 120) <= visit.earliest
          && visit.latest.advanced(by: visit.minutes + 120) <= $0.end
      }
      return shift.map { (index, $0.staff) }
    }.first
    let (index, staff) = try #require(found)
    draft.visits[index].pinned = [staff]
    draft.visits[index].skills = []
    let instance = try Instance(validating: draft)
    let plan = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 20_000, threads: 2))
    #expect(RosterChecker(instance).check(plan.roster).violations.isEmpty)
    let assignment = try #require(plan.roster.assignments.first { $0.visit == draft.visits[index].id })
    #expect(assignment.staff == [staff])
  }

  @Test func aLinkAcrossRegionsKeepsTheCityWhole() throws {
    var draft = try Self.city(units: 3, clients: 84)
    let areas = Dictionary(uniqueKeysWithValues: draft.clients.map { ($0.id, $0.area) })
    let first = try #require(draft.visits.first)
    let other = try #require(draft.visits.first { areas[$0.client] != areas[first.client] })
    draft.links = [Link(first: first.id, second: other.id, staff: .different)]
    let instance = try Instance(validating: draft)
    #expect(RegionSearch(instance, parameters: SearchParameters(), seed: 1, threads: 1) === nil)
    let plan = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 0, threads: 2))
    #expect(RosterChecker(instance).check(plan.roster).violations.isEmpty)
  }

  @Test func aCityGoesOnFromTheRosterThatItIsGiven() throws {
    let instance = try Instance(validating: Self.city(units: 3, clients: 84))
    let first = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 60_000, threads: 2)).roster
    var options = SolverOptions(iterations: 0, threads: 2)
    #expect(try SammaSolver.auto.plan(instance, options).roster.score.total > first.score.total)
    options.start = first
    let again = try SammaSolver.auto.plan(instance, options).roster
    #expect(again.score == first.score)
    #expect(again.assignments == first.assignments)
  }

  @Test func everyRegionIsAnnealedShortlyBeforeAnyIsAtLength() throws {
    let instance = try Instance(validating: Self.city(units: 3, clients: 84))
    let options = SolverOptions(iterations: 60_000)
    let budget = SearchBudget(
      seconds: nil, iterations: options.iterations, cancellation: Cancellation())
    let run = try #require(
      CityRun(instance, options, SearchParameters(), budget, ProgressReport(budget: budget, progress: nil)))
    Construct().perform(on: run)
    WarmUp().perform(on: run)
    let short = run.search.parts.withLock { $0.map(\.iterations) }
    #expect(short.allSatisfy { $0 > 0 })
    #expect(Double(short.reduce(0, +)) <= 60_000 * SearchParameters().warmUp)
    Anneal().perform(on: run)
    let all = run.search.standing.iterations
    #expect(all > 54_000 && all <= 60_000)
  }

  @Test func progressOfACityTellsTheWorkDone() throws {
    let instance = try Instance(validating: Self.city(units: 3, clients: 84))
    let told = Mutex<[PlanProgress]>([])
    let plan = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 60_000, threads: 2)) { progress in
      told.withLock { $0.append(progress) }
    }
    let first = try #require(told.withLock { $0.first })
    #expect(first.phase == .construct)
    #expect(first.evaluatedMoves > 0)
    #expect(first.evaluatedMoves < plan.roster.solve?.evaluatedMoves ?? 0)
  }

  @Test func regionsThatThreadsCannotShareOutEvenlyStillEndInTime() {
    // Five alike on two threads: three one after another.
    #expect(abs(RegionSearch.span([0.2, 0.2, 0.2, 0.2, 0.2], threads: 2) - 0.6) < 1e-9)
    #expect(abs(RegionSearch.span([0.5, 0.5], threads: 8) - 0.5) < 1e-9)
    #expect(abs(RegionSearch.span([0.2, 0.5, 0.3], threads: 1) - 1) < 1e-9)
  }

  @Test func aCancelledCityHasItsFirstRoster() throws {
    let instance = try Instance(validating: Self.city(units: 3, clients: 84))
    let cancellation = Cancellation()
    cancellation.cancel()
    let plan = try SammaSolver.auto.plan(instance, SolverOptions(threads: 2), cancellation: cancellation)
    #expect(plan.roster.solve?.status == .interrupted)
    #expect(plan.roster.assignments.count > instance.visits.count / 2)
    #expect(RosterChecker(instance).check(plan.roster).violations.isEmpty)
  }
}
