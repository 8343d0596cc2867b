import Foundation
import HomeCare
import Testing

@testable import Rostering

/// Continuity and travel priced together, on instances small enough to try everything.
///
/// Quick by default; `SAMMA_BOUNDS` in the environment says how many instances of each format there are to be
/// (`make bounds`).
@Suite struct JointBoundTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let wanted = environment["SAMMA_BOUNDS"].flatMap { Int($0) }
  private static let groups = 0..<max(1, (wanted ?? 80) / ofGroup)
  private static let ofGroup = 10

  private static func joint(
    _ problem: CompiledProblem, _ measure: JointBound.Measure = .total, threads: Int = 1
  ) -> (bound: JointBound, unassigned: Int) {
    let arcs = BoundArcs(problem)
    let unassigned = UnassignedBound(problem, arcs: arcs, travel: TravelFloor(problem))
    let builder = PlanBlockBuilder(
      problem, arcs: arcs, assured: unassigned.assured, covers: SmallestCovers(),
      measure: measure == .total ? .score(share: 256) : .distinct)
    return (
      JointBound(
        problem, arcs: arcs, shifts: PricedShift.all(problem, arcs: arcs, threads: 1),
        blocks: builder.blocks(threads: 1), measure, threads: threads),
      unassigned.value * problem.costs.unassigned
    )
  }

  /// Changes one price after another at random: at all of them the bound holds.
  private func expectAnyPricesToBound(_ instance: Instance, best: Int, seed: UInt64) throws {
    let problem = CompiledProblem(instance)
    let (joint, unassigned) = Self.joint(problem)
    var random = SeededGenerator(seed: seed, stream: 79)
    let rows = BoundArcs(problem).rows
    if rows.isEmpty { return }
    for step in 0..<40 {
      let arc = ArcRow(random.int(below: rows.count))
      // Mostly what visits are worth, now and then far more than leaving them costs.
      joint.prices[arc] = Int32(random.int(in: 0...(step % 8 == 7 ? 100_000 : 2_000)))
      let bound = try #require(joint.bound())
      #expect(unassigned + joint.points(bound) <= best, "seed \(seed), step \(step)")
    }
  }

  @Test(arguments: groups) func anyPricesBoundEveryRoster(_ group: Int) throws {
    for seed in group * Self.ofGroup..<(group + 1) * Self.ofGroup {
      let instance = try TinyInstance.drawn(seed: UInt64(seed))
      try expectAnyPricesToBound(instance, best: BruteForce.best(of: instance).roster.score.total, seed: UInt64(seed))
    }
  }

  @Test(arguments: groups) func anyPricesBoundEveryRosterOfFormatTwo(_ group: Int) throws {
    for seed in group * Self.ofGroup..<(group + 1) * Self.ofGroup {
      let instance = try TinyInstance.drawnInFormatTwo(seed: UInt64(seed))
      let proven = ExactSolver(CompiledProblem(instance)).solve(incumbent: nil)
      #expect(proven.status == .optimal)
      try expectAnyPricesToBound(instance, best: proven.roster.score.total, seed: UInt64(seed))
    }
  }

  /// Of rosters that leave only what must be left, none meets fewer staff, whatever the prices.
  @Test(arguments: groups) func anyPricesBoundStaffMet(_ group: Int) throws {
    for seed in group * Self.ofGroup..<(group + 1) * Self.ofGroup {
      var tables = try TinyInstance.drawn(seed: UInt64(2000 + seed)).tables
      tables.weights = Weights(only: [.unassigned: 10_000, .distinct: 1])
      let instance = try Instance(validating: tables)
      let problem = CompiledProblem(instance)
      let best = BruteForce.best(of: instance).roster.score
      let (joint, unassigned) = Self.joint(problem, .distinct)
      let rows = BoundArcs(problem).rows
      // What must be left is bounded by itself, and may be more than that.
      if rows.isEmpty || unassigned != 10_000 * best[.unassigned] { continue }
      var random = SeededGenerator(seed: UInt64(seed), stream: 81)
      for step in 0..<20 {
        joint.prices[ArcRow(random.int(below: rows.count))] = Int32(random.int(in: 0...20_000))
        let bound = try #require(joint.bound())
        #expect(joint.points(bound) <= best[.distinct], "seed \(seed), step \(step)")
      }
    }
  }

  /// One client, two days: who works both lives far away, two others nearby work one day each.
  @Test func whatContinuityAndTravelCannotHaveTogetherIsCounted() throws {
    var draft = InstanceDraft(
      name: "far", horizon: Horizon(start: TinyInstance.firstDay, days: 2),
      travel: .matrix([[0, 1, 30], [1, 0, 31], [30, 31, 0]]))
    draft.locations = ["home", "near", "far"].map { Location(id: $0) }
    draft.clients = [Client(id: "C", location: "home")]
    for (staff, base, days) in [("both", "far", [0, 1]), ("first", "near", [0]), ("second", "near", [1])] {
      draft.staff.append(StaffMember(id: StaffID(staff), location: LocationID(base)))
      for day in days {
        draft.shifts.append(
          Shift(
            id: ShiftID("\(staff)-\(day)"), staff: StaffID(staff), start: TinyInstance.time(0, day: day),
            end: TinyInstance.time(120, day: day)))
      }
    }
    for day in 0..<2 {
      draft.visits.append(
        Visit(
          id: VisitID("V\(day)"), client: "C", earliest: TinyInstance.time(40, day: day),
          latest: TinyInstance.time(50, day: day), minutes: 20))
    }
    let bounds = Bounds.proven(for: try Instance(validating: draft), BoundOptions(rounds: 200, threads: 1))
    // One staff member and 120 minutes, or two and 4; by themselves 100 and 4.
    #expect(bounds.continuityPart + bounds.travelPart <= 104)
    #expect(bounds.total >= 203 && bounds.total <= 204)
    #expect(bounds.end == .settled)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let problem = CompiledProblem(try TinyInstance.drawn(seed: 7, visits: 12))
    let values = [1, 3].map { threads in
      let joint = Self.joint(problem, threads: threads).bound
      let start = RowArray<VisitRow, Double>(count: problem.visitCount, repeating: 5)
      _ = joint.run(from: start, JointBound.Limits(steps: 30, isOver: { false }, isNearlyOver: { false })) {}
      return joint.value
    }
    #expect(values[0] == values[1])
  }
}

/// The cheapest plan of a client, against trying every set of staff.
@Suite struct PlanOracleTests {
  /// Rows for one to three staff out of some, with costs and arcs drawn at random.
  private static func block(_ random: inout SeededGenerator) -> (block: PlanBlock, arcs: Int) {
    let staff = random.int(in: 3...9)
    var block = PlanBlock(client: ClientRow(0), period: 0)
    var arcs = 0
    for _ in 0..<random.int(in: 1...7) {
      var cells: [(staff: Int, cost: Int, arcs: [ArcRow])] = []
      for member in 0..<staff where random.chance(1, in: 2) || cells.isEmpty {
        let own = (0..<random.int(in: 1...2)).map { ArcRow(arcs + $0) }
        arcs += own.count
        cells.append((member, random.int(in: 0...3), own))
      }
      block.rows.append(PlanBlock.Row(need: min(cells.count, random.pick([1, 1, 2, 3])), cells: cells, penalty: nil))
    }
    block.opening = (0..<staff).map { _ in random.pick([0, 60, 100, 100, 120]) }
    return (block, arcs)
  }

  /// The cheapest plan of all sets of staff.
  private static func best(_ block: PlanBlock, _ prices: ArcPrices) -> Int64 {
    (0..<1 << block.opening.count).compactMap { set -> Int64? in
      var total: Int64 = 0
      for member in block.opening.indices where set & 1 << member != 0 {
        total += Int64(block.opening[member]) * prices.unit
      }
      for row in block.rows {
        let costs = row.cells.filter { set & 1 << $0.staff != 0 }.map { cell in
          Int64(cell.cost) * prices.unit + Int64(cell.arcs.map { prices[$0] }.min() ?? 0)
        }.sorted()
        if costs.count < row.need { return nil }
        total += costs.prefix(row.need).reduce(0, +)
      }
      return total
    }.min() ?? 0
  }

  @Test(arguments: 0..<20) func theCheapestPlanIsFoundAndProven(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed), stream: 80)
    for _ in 0..<20 {
      let (block, arcs) = Self.block(&random)
      let prices = ArcPrices(count: arcs, unit: 64)
      let oracle = PlanOracle(block, unit: 64)
      oracle.nodeLimit = 100_000
      for _ in 0..<4 {
        for arc in ArcRow.first(arcs) { prices[arc] = Int32(random.int(in: 0...random.pick([500, 8_000]))) }
        let best = Self.best(block, prices)
        let answer = oracle.solve(prices: prices)
        #expect(answer.cost == best && answer.bound == best)
        // However early the search ends, what it says is true.
        oracle.nodeLimit = random.int(in: 0...5)
        #expect(oracle.solve(prices: prices).bound <= best)
        oracle.nodeLimit = 100_000
      }
    }
  }
}
