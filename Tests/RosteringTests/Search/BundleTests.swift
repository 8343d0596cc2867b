import HomeCare
import Testing

@testable import Rostering

/// Visits tied by links with the rule `same` change hands together.
@Suite struct BundleTests {
  private static let day = LocalDate(dayNumber: 20_514)
  private static let longDay = 1_000

  private func time(_ day: Int, _ minute: Int) -> LocalDateTime {
    Self.day.advanced(by: day).midnight.advanced(by: minute)
  }

  /// Clients on some of three days, each served by one of two staff; a second shift, which has room for as many minutes as
  /// a vehicle for goods, ties to each visit what it loads.
  private func drawn(seed: UInt64) throws -> Instance {
    var random = SeededGenerator(seed: seed, stream: 91)
    let points = [(0, 0)] + (0..<6).map { _ in (random.int(in: -90...90), random.int(in: -90...90)) }
    let matrix = points.map { from in
      points.map { to in abs(from.0 - to.0) + abs(from.1 - to.1) }
    }
    var draft = InstanceDraft(
      name: "bundles-\(seed)", horizon: Horizon(start: Self.day, days: 3), travel: .matrix(matrix))
    draft.weights = Weights(only: [.unassigned: 100_000, .travel: 1])
    draft.locations = points.indices.map { Location(id: LocationID("L\($0)")) }
    draft.staff = ["A", "B"].map { StaffMember(id: $0, location: "L0") }
    draft.clients = points.indices.map { Client(id: ClientID("C\($0)"), location: LocationID("L\($0)")) }
    for day in 0..<3 {
      for staff in draft.staff {
        draft.shifts.append(
          Shift(id: ShiftID("\(staff.id)\(day)"), staff: staff.id, start: time(day, 0), end: time(day, Self.longDay)))
        draft.shifts.append(
          Shift(
            id: ShiftID("\(staff.id)\(day)-load"), staff: staff.id, start: time(day, 1_100), end: time(day, 1_110)))
      }
    }
    for client in 1..<points.count {
      var previous: VisitID?
      for day in 0..<3 where day == client % 3 || random.chance(2, in: 3) {
        let visit = Visit(
          id: VisitID("V\(client)-\(day)"), client: ClientID("C\(client)"), earliest: time(day, 0),
          latest: time(day, Self.longDay - 1), minutes: 1)
        let load = Visit(
          id: VisitID("V\(client)-\(day)-load"), client: "C0", earliest: time(day, 1_100), latest: time(day, 1_108),
          minutes: random.int(in: 2...3), counts: false)
        draft.visits += [visit, load]
        draft.links.append(Link(first: visit.id, second: load.id, staff: .same))
        if let previous { draft.links.append(Link(first: previous, second: visit.id, staff: .same)) }
        previous = visit.id
      }
    }
    return try Instance(validating: draft)
  }

  /// The least travel that serves all, found by trying every share-out of clients and every order.
  private func leastTravel(_ instance: Instance) -> Int? {
    guard case .matrix(let minutes) = instance.travel else { return nil }
    func shortest(_ left: Set<Int>, from place: Int) -> Int {
      left.map { minutes[place][$0] + shortest(left.subtracting([$0]), from: $0) }.min() ?? minutes[place][0]
    }
    func travel(_ clients: Set<Int>) -> Int? {
      var travel = 0
      for day in 0..<3 {
        let loads = instance.visits.filter { visit in
          clients.contains { visit.id.rawValue == "V\($0)-\(day)-load" }
        }
        if loads.reduce(0, { $0 + $1.minutes }) > 10 { return nil }
        let served = clients.filter { client in instance.visits.contains { $0.id.rawValue == "V\(client)-\(day)" } }
        let way = shortest(served, from: 0)
        if way + served.count > Self.longDay { return nil }
        travel += way
      }
      return travel
    }
    return (0..<1 << 6).compactMap { bits -> Int? in
      let mine = Set((1...6).filter { bits >> ($0 - 1) & 1 == 1 })
      guard let first = travel(mine), let second = travel(Set(1...6).subtracting(mine)) else { return nil }
      return first + second
    }.min()
  }

  @Test(arguments: 0..<8) func theSearchSharesTiedVisitsOutAsWellAsCanBe(seed: Int) throws {
    let instance = try drawn(seed: UInt64(seed))
    let least = try #require(leastTravel(instance))
    let plan = try SammaSolver.heuristic.plan(instance, SolverOptions(iterations: 20_000, seed: 1))
    #expect(plan.roster.unassigned.isEmpty && plan.roster.score[.travel] == least)
  }

  @Test(arguments: 0..<4) func movesOfBundlesKeepEveryFigureExact(seed: Int) throws {
    var driver = MoveDriver(try drawn(seed: UInt64(seed)), seed: UInt64(seed))
    let (audit, checker) = (StateAudit(driver.problem), RosterChecker(driver.problem.instance))
    for round in 0..<20 {
      driver.tryMoves(100)
      #expect(audit.faults(of: driver.state).isEmpty, "round \(round)")
      #expect(checker.check(driver.state.roster()).violations.isEmpty, "round \(round)")
    }
    for move in [Move.relocateBundle, .exchangeBundles, .ruinBundles] {
      #expect(driver.accepted[move.rawValue] > 0, "\(move)")
    }
  }

  @Test func aBundleHoldsAllThatIsTiedDirectlyOrByWayOfOthers() throws {
    let problem = CompiledProblem(try drawn(seed: 1))
    let clients = 1..<problem.clientCount
    #expect(problem.bundles.count == clients.count && problem.bundles.share == 1)
    for visit in problem.visitRows {
      let members = problem.bundles.members.indices(of: problem.bundles.bundle[visit])
      #expect(members.contains { problem.bundles.members[$0] == visit })
      #expect(!problem.visits[visit].choosesStart)
    }
    for bundle in BundleRow.first(problem.bundles.count) {
      #expect(problem.bundles.centre[bundle] != problem.shifts[0].base)
    }
  }

  @Test func movesOfBundlesAreDrawnOnlyWhereThereAreSome() throws {
    let tied = MoveMix(SearchParameters(), for: CompiledProblem(try drawn(seed: 1)))
    var draft = try drawn(seed: 1).tables
    draft.links = []
    let free = MoveMix(SearchParameters(), for: CompiledProblem(try Instance(validating: draft)))
    for move in [Move.relocateBundle, .exchangeBundles, .ruinBundles] {
      #expect(tied.share(of: move) > 0 && free.share(of: move) == 0)
    }
  }
}
