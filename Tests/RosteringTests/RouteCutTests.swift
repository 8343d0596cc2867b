import HomeCare
import Testing

@testable import Rostering

/// Routes of one short shift and cuts of them, held against every set of its visits.
@Suite struct RouteCutTests {
  /// One shift of an instance of seven visits, as the bounds see it.
  private struct Case {
    let load: ShiftLoad
    /// Sets of visits, as bits by position, that the shift can serve.
    let servable: [Int]

    init(_ random: inout SeededGenerator) throws {
      let day = LocalDate(dayNumber: 20_514)
      func time(_ minute: Int) -> LocalDateTime { day.midnight.advanced(by: minute) }
      let matrix = (0..<4).map { row in (0..<4).map { $0 == row ? 0 : random.int(in: 2...4) } }
      var draft = InstanceDraft(name: "shift", horizon: Horizon(start: day, days: 1), travel: .matrix(matrix))
      draft.locations = (0..<4).map { Location(id: LocationID("L\($0)")) }
      draft.staff = [StaffMember(id: "S", location: random.chance(1, in: 2) ? "L0" : nil)]
      var rest: Shift.Break?
      if random.chance(1, in: 2) { rest = Shift.Break(minutes: 6, from: time(15), to: time(25)) }
      draft.shifts = [Shift(id: "K", staff: "S", start: time(0), end: time(50), breakRule: rest)]
      for visit in 0..<7 {
        let earliest = random.int(in: 4...30)
        draft.clients.append(Client(id: ClientID("C\(visit)"), location: LocationID("L\(random.int(in: 0...3))")))
        draft.visits.append(
          Visit(
            id: VisitID("V\(visit)"), client: ClientID("C\(visit)"), earliest: time(earliest),
            latest: time(earliest + random.int(in: 0...9)), minutes: random.int(in: 3...9)))
      }
      let problem = CompiledProblem(try Instance(validating: draft))
      let arcs = BoundArcs(problem)
      load = ShiftLoad(0, arcs: arcs, problem: problem, travel: TravelFloor(problem))
      let (load, search) = (load, SearchState(problem))
      servable = (0..<1 << load.items.count).filter { set in
        Self.works(Set(load.items.indices.filter { set & 1 << $0 != 0 }), load, search, behind: 0)
      }
    }

    /// Whether some order of the visits, put one behind the other into the search's own route, is feasible.
    private static func works(_ left: Set<Int>, _ load: ShiftLoad, _ state: SearchState, behind: Int32) -> Bool {
      if left.isEmpty { return true }
      for item in left.sorted() {
        let slot = state.problem.visits[load.items[item].visit].firstSlot
        state.insert(slot, into: 0, after: behind)
        let isFeasible = state.isFeasible(0) && works(left.subtracting([item]), load, state, behind: behind + 1)
        state.remove(slot)
        if isFeasible { return true }
      }
      return false
    }
  }

  private static func bits(_ items: [Int]) -> Int { items.reduce(0) { $0 | 1 << $1 } }

  @Test func theHeaviestRouteWeighsAsMuchAsTheHeaviestServableSet() throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<120 {
      let drawn = try Case(&random)
      let weights = drawn.load.items.map { _ in Int64(random.int(in: 1...9)) }
      let most = drawn.servable.map { set in
        weights.indices.reduce(Int64(0)) { $0 + (set & 1 << $1 != 0 ? weights[$1] : 0) }
      }.max()
      let found = try #require(HeaviestRoute(drawn.load).find(weights.enumerated().map { .init(item: $0, weight: $1) }))
      #expect(found.weight == most)
      #expect(drawn.servable.contains(Self.bits(found.items)))
    }
  }

  @Test func aCutHoldsForEveryRouteAndNotForTheSharesThatItCutsOff() throws {
    var random = SeededGenerator(seed: 42)
    var cuts = 0
    for _ in 0..<200 {
      let drawn = try Case(&random)
      let shares = drawn.load.items.map { _ in Double(random.int(in: 0...4)) / 4 }
      let positions = Array(drawn.load.items.indices)
      guard let cut = RouteCuts(drawn.load, number: 0).violated(by: shares, margin: 0.01, lifting: positions) else {
        continue
      }
      cuts += 1
      for set in drawn.servable {
        let weight = positions.reduce(Int32(0)) { $0 + (set & 1 << $1 != 0 ? cut.weights[$1] : 0) }
        #expect(weight <= cut.capacity)
      }
      #expect(zip(shares, cut.weights).reduce(0) { $0 + $1.0 * Double($1.1) } > 1.01 * Double(cut.capacity))
    }
    #expect(cuts > 50)
  }

  @Test func sharesThatRoutesMixAreNotCutOff() throws {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<80 {
      let drawn = try Case(&random)
      // Four routes, a quarter each.
      let sets = (0..<4).map { _ in random.pick(drawn.servable) }
      let shares = drawn.load.items.indices.map { item in
        Double(sets.count { $0 & 1 << item != 0 }) / 4
      }
      let positions = Array(drawn.load.items.indices)
      #expect(RouteCuts(drawn.load, number: 0).violated(by: shares, margin: 1e-4, lifting: positions) == nil)
    }
  }

  @Test func aSearchThatWouldGrowTooLargeGivesUp() throws {
    var random = SeededGenerator(seed: 44)
    let drawn = try Case(&random)
    #expect(
      HeaviestRoute(drawn.load, labelLimit: 2).find(drawn.load.items.indices.map { .init(item: $0, weight: 1) }) == nil)
  }
}
