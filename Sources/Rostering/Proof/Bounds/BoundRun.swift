import HomeCare

/// One run for bounds: what its stages share, and what they have proven so far.
struct BoundRun {
  /// What is proven so far.
  private(set) var bounds = Bounds()

  private let problem: CompiledProblem
  private let options: BoundOptions
  private let cancellation: Cancellation
  private let progress: ((Bounds) -> Void)?
  /// What is used up of the time.
  private let time: RunTime
  private let arcs: BoundArcs
  private let travel: TravelFloor
  private let unassigned: UnassignedBound
  private let covers = SmallestCovers()
  private let threads: Int
  private let rounds: Int
  /// What visits pay for travel, where priced day by day.
  private var pricesOfTravel: RowArray<VisitRow, Double>
  private var shifts: [PricedShift] = []

  init(
    _ problem: CompiledProblem, _ options: BoundOptions, _ cancellation: Cancellation, _ progress: ((Bounds) -> Void)?
  ) {
    self.problem = problem
    self.options = options
    self.cancellation = cancellation
    self.progress = progress
    threads = max(1, options.threads)
    time = RunTime(options.clock, threads: threads)
    rounds = options.rounds ?? 1_000_000
    arcs = BoundArcs(problem)
    travel = TravelFloor(problem)
    unassigned = UnassignedBound(problem, arcs: arcs, travel: travel)
    pricesOfTravel = RowArray(count: problem.visitCount, repeating: 0)
    bounds.unassigned = unassigned.value
    bounds.unassignedAllowed = max(options.unassigned ?? unassigned.value, unassigned.value)
    bounds.unassignedPart = problem.costs.unassigned * unassigned.value
  }

  /// Whether a part of the whole time is over, by a time that began with the run or later.
  private func isOver(_ share: Double, of time: RunTime? = nil) -> @Sendable () -> Bool {
    let (time, cancellation) = (time ?? self.time, cancellation)
    let limit = options.seconds.map { $0 * share }
    return { cancellation.isCancelled || limit.map { time.elapsed >= $0 } ?? false }
  }

  private mutating func report(_ change: (inout Bounds) -> Void) {
    let before = bounds
    change(&bounds)
    bounds.total = bounds.unassignedPart + max(bounds.continuityPart + bounds.travelPart, bounds.jointPart)
    if bounds != before { progress?(bounds) }
  }

  // MARK: What is there at once

  /// Bounds travel by itself, with so many 256ths of what leaving visits costs.
  mutating func boundTravel(share: Int, timeShare: Double, rounds most: Int) {
    let routes = TravelBound(problem, arcs: arcs, assured: unassigned.assured, travel: travel, share: share)
    routes.run(isOver: isOver(timeShare), rounds: min(rounds, most), threads: threads)
    pricesOfTravel = routes.prices
    report { $0.travelPart = Int(routes.value) }
  }

  /// Bounds what each client costs and meets were there no other, with so many 256ths of what leaving visits costs.
  mutating func boundClientsAlone(share: Int) {
    let met = alone(blocks(staffMet))
    let cost = alone(blocks(.score(share: share)))
    let leftBeyond = leftBeyond
    report {
      $0.distinct = max(0, met - 2 * leftBeyond)
      $0.continuityPart = max(0, cost)
    }
  }

  /// What the clients' plans cost at least where shifts have room for all, in whole points.
  private func alone(_ blocks: [PlanBlock]) -> Int {
    let free = ArcPrices(count: arcs.count, unit: 64)
    let pricing = PlanPricing(blocks, at: free, threads: threads)
    let cost = pricing.solve(isOver: isOver(1))
    return Int((cost + free.unit - 1) / free.unit) + blocks.reduce(0) { $0 + $1.constant }
  }

  private func blocks(_ measure: PlanBlockBuilder.Measure) -> [PlanBlock] {
    PlanBlockBuilder(problem, arcs: arcs, assured: unassigned.assured, covers: covers, measure: measure)
      .blocks(threads: threads)
  }

  // MARK: Prices of who serves what

  /// How much more may be left than has to be, of rosters that the bound on staff met is for.
  private var leftBeyond: Int { bounds.unassignedAllowed - unassigned.value }

  private var staffMet: PlanBlockBuilder.Measure {
    leftBeyond == 0 ? .distinct : .distinctOrLeft(penalty: 2)
  }

  /// Bounds staff met by pricing who serves what in which shift, for a part of the whole time from now on.
  mutating func boundStaffMet(timeShare: Double) {
    let joint = joint(blocks(staffMet), .distinct)
    let leftBeyond = leftBeyond
    let start = RowArray<VisitRow, Double>(count: problem.visitCount, repeating: 0)
    let end = joint.run(from: start, limits(timeShare, of: time.anew)) {
      report { $0.distinct = max($0.distinct, joint.value - 2 * leftBeyond) }
    }
    report { $0.end = end }
  }

  /// Bounds the total by pricing who serves what in which shift.
  mutating func boundTotal(timeShare: Double) {
    let joint = joint(blocks(.score(share: 256)), .total)
    let before = bounds.end
    let end = joint.run(from: pricesOfTravel, limits(timeShare, of: time)) {
      report { $0.jointPart = joint.value }
    }
    if options.keepsCertificate {
      bounds.certificate = BoundCertificate(problem, arcs: arcs, unassigned: unassigned, joint)
    }
    // With more time, staff met might be more.
    report { $0.end = end == .settled && before != .settled ? .stalled : end }
  }

  /// A tenth of the time is left for proving the best prices' plans.
  private func limits(_ timeShare: Double, of time: RunTime) -> JointBound.Limits {
    JointBound.Limits(
      steps: rounds, isOver: isOver(timeShare, of: time), isNearlyOver: isOver(0.9 * timeShare, of: time))
  }

  private mutating func joint(_ blocks: [PlanBlock], _ measure: JointBound.Measure) -> JointBound {
    if shifts.isEmpty { shifts = PricedShift.all(problem, arcs: arcs, threads: threads) }
    return JointBound(problem, arcs: arcs, shifts: shifts, blocks: blocks, measure, threads: threads)
  }
}
