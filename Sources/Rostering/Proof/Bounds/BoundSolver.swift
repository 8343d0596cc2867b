import HomeCare
import Synchronization

/// Proves bounds on an instance: what cannot be assigned, how many staff the clients must meet, and what they and travel
/// cost.
///
/// The bound on the total is what visits cost that no roster assigns, and the larger of two for the rest. The first is a sum
/// that is there at once: continuity, which `PriceMaster` bounds by pricing the shifts among the clients, and travel, which
/// `TravelBound` bounds day by day; each counts half of what leaving out another visit would cost. The second,
/// `JointBound`, begins from the travel's prices and prices both together.
struct BoundSolver {
  private let problem: CompiledProblem

  /// Scaled units in the price of meeting one staff member.
  private static let unit: Int64 = 1 << 18
  /// Ways to put a visit into a shift beyond which an instance is too large.
  private static let mostArcs = 2_000_000
  /// 256ths of the cost of a visit left out that the travel bound counts; the rest counts with continuity.
  private static let travelShare = 128
  /// Parts of the time after which travel by itself, staff met, and what they say of the total are left alone.
  private static let travelAloneShare = 0.35
  private static let travelAloneRounds = 600
  private static let staffMetShare = 0.5
  private static let adoptedShare = 0.53
  /// In longer runs both together gain more than either by itself.
  private static let longSeconds = 20.0
  private static let longStaffMetShare = 0.25

  init(_ problem: CompiledProblem) { self.problem = problem }

  /// The bound on `score.unassigned` by itself; 0 where the instance is too large for it.
  var unassigned: Int {
    if problem.eligible.count > Self.mostArcs { return 0 }
    return UnassignedBound(problem, arcs: BoundArcs(problem), travel: TravelFloor(problem)).value
  }

  func run(_ options: BoundOptions, cancellation: Cancellation, progress: ((Bounds) -> Void)?) -> Bounds {
    let begin = ContinuousClock.now
    let limit = options.seconds.map { Duration.seconds($0) }
    // Of a whole city nothing is proven here: its tables alone would fill the memory.
    guard problem.eligible.count <= Self.mostArcs else { return Bounds() }
    let isOver = { @Sendable (share: Double) -> Bool in
      cancellation.isCancelled || limit.map { begin.duration(to: .now) >= $0 * share } ?? false
    }
    let arcs = BoundArcs(problem)
    let travel = TravelFloor(problem)
    let unassigned = UnassignedBound(problem, arcs: arcs, travel: travel)
    var bounds = Bounds()
    bounds.unassigned = unassigned.value
    bounds.unassignedAllowed = max(options.unassigned ?? unassigned.value, unassigned.value)
    bounds.unassignedPart = problem.costs.unassigned * unassigned.value
    func report(_ change: (inout Bounds) -> Void) {
      let before = bounds
      change(&bounds)
      bounds.total = bounds.unassignedPart + max(bounds.continuityPart + bounds.travelPart, bounds.jointPart)
      if bounds != before { progress?(bounds) }
    }
    let rounds = options.rounds ?? 100_000
    let threads = max(1, options.threads)

    let routes = TravelBound(
      problem, arcs: arcs, assured: unassigned.assured, travel: travel, share: Self.travelShare)
    // First what is there at once, so that even a short run has all bounds.
    routes.run(isOver: { isOver(Self.travelAloneShare) }, rounds: min(rounds, Self.travelAloneRounds), threads: threads)
    report { $0.travelPart = Int(routes.value) }

    let loads = problem.shiftRows.map { ShiftLoad($0, arcs: arcs, problem: problem, travel: travel) }
    let allowance = bounds.unassignedAllowed - unassigned.value
    let covers = SmallestCovers()
    func master(_ measure: PlanBlockBuilder.Measure, unit: Int64, meeting: Int64) -> PriceMaster {
      let builder = PlanBlockBuilder(problem, arcs: arcs, assured: unassigned.assured, covers: covers, measure: measure)
      return PriceMaster(
        problem, arcs: arcs, loads: loads, blocks: builder.blocks(threads: threads), unit: unit,
        meeting: Int(meeting), threads: threads)
    }
    let staffMet = master(allowance == 0 ? .distinct : .distinctOrLeft(penalty: 2), unit: Self.unit, meeting: 1)
    let meeting = Int64(max(1, problem.costs.distinct))
    let scoreUnit = max(1, Self.unit / meeting)
    let whole = master(.score(share: 256 - Self.travelShare), unit: scoreUnit, meeting: meeting)
    // Where prices gain nothing over the floors, the time is better spent on both together.
    let lastGain = Atomic<Double>(0)
    var gained = Int64.min
    let isIdle = { @Sendable () -> Bool in
      guard let limit else { return false }
      return begin.duration(to: .now) / limit - lastGain.load(ordering: .relaxed) > 0.2
    }
    func reportStaffMet(_ bound: Int64) {
      if bound > gained + Self.unit / 20, let limit {
        gained = bound
        lastGain.store(begin.duration(to: .now) / limit, ordering: .relaxed)
      }
      report { $0.distinct = max($0.distinct, Int(Self.rounded(bound, Self.unit)) - 2 * allowance) }
    }
    func reportWhole(_ bound: Int64) {
      report { $0.continuityPart = max($0.continuityPart, Int(Self.rounded(bound, scoreUnit))) }
    }
    if let limit { lastGain.store(begin.duration(to: .now) / limit, ordering: .relaxed) }
    let share = (options.seconds ?? 0) > Self.longSeconds ? Self.longStaffMetShare : Self.staffMetShare
    let isWhole = attempt {
      try staffMet.run(isOver: { isOver(share) || isIdle() }, rounds: rounds, report: reportStaffMet)
    }
    let wasCut = isOver(share) || isIdle()
    whole.adopt(staffMet.cuts, rates: staffMet.bestRates, isOver: { isOver(Self.adoptedShare) }, report: reportWhole)
    if rounds > 0 {
      let blocks = PlanBlockBuilder(
        problem, arcs: arcs, assured: unassigned.assured, covers: covers, measure: .score(share: 256)
      ).blocks(threads: threads)
      let joint = JointBound(problem, arcs: arcs, blocks: blocks, threads: threads)
      let limits = JointBound.Limits(steps: rounds, isOver: { isOver(1) })
      let end = joint.run(from: routes.prices, limits) { report { $0.jointPart = joint.value } }
      report { $0.end = end == .settled && (wasCut || !isWhole) ? .stalled : end }
    }
    return bounds
  }

  /// Runs a master; a solver that gives up only ends the search for better prices, what is proven stays.
  private func attempt(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      return false
    }
  }

  /// A bound in whole units, rounded up: every score is whole.
  private static func rounded(_ bound: Int64, _ unit: Int64) -> Int64 {
    bound <= 0 ? 0 : (bound + unit - 1) / unit
  }
}
