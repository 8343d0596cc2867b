import HomeCare
import Synchronization

/// Proves bounds on an instance: what cannot be assigned, how many staff the clients must meet, and what travel costs.
///
/// The bound on the total is a sum of three that hold together: visits that no roster assigns; continuity, which
/// `PriceMaster` bounds by pricing the shifts among the clients; and travel, which `TravelBound` bounds day by day. The
/// last two each count half of what leaving out another visit would cost, so rosters that do so are bounded as well.
struct BoundSolver {
  private let problem: CompiledProblem

  /// Scaled units in the price of meeting one staff member.
  private static let unit: Int64 = 1 << 18
  /// Ways to put a visit into a shift beyond which an instance is too large.
  private static let mostArcs = 2_000_000
  /// 256ths of the cost of a visit left out that the travel bound counts; the rest counts with continuity.
  private static let travelShare = 128

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
      bounds.total = bounds.unassignedPart + bounds.continuityPart + bounds.travelPart
      if bounds != before { progress?(bounds) }
    }
    let rounds = options.rounds ?? 100_000
    let threads = max(1, options.threads)

    let routes = TravelBound(
      problem, arcs: arcs, assured: unassigned.assured, travel: travel, share: Self.travelShare)
    // A first look at everything, so that even a short run has all bounds.
    routes.run(isOver: { isOver(0.1) }, rounds: min(rounds, 40), threads: threads)
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
    let score = PlanBlockBuilder.Measure.score(share: 256 - Self.travelShare)
    let meeting = Int64(max(1, problem.costs.distinct))
    let scoreUnit = max(1, Self.unit / meeting)
    let whole = master(score, unit: scoreUnit, meeting: meeting)
    // Where prices gain nothing over the floors, the time is better spent on travel.
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
    var isWhole = attempt {
      try staffMet.run(isOver: { isOver(0.6) || isIdle() }, rounds: rounds, report: reportStaffMet)
    }
    let wasIdle = isIdle()
    whole.adopt(staffMet.cuts, rates: staffMet.bestRates, isOver: { isOver(0.8) }, report: reportWhole)
    if problem.costs.tellsStaffApart {
      isWhole = attempt { try whole.run(isOver: { isOver(0.9) }, rounds: rounds, report: reportWhole) } && isWhole
    }
    while !isOver(1) && !routes.isSettled && options.rounds == nil {
      routes.run(isOver: { isOver(1) }, rounds: 20, threads: threads)
      report { $0.travelPart = max($0.travelPart, Int(routes.value)) }
    }
    if options.rounds != nil { routes.run(isOver: { isOver(1) }, rounds: rounds, threads: threads) }
    report {
      $0.travelPart = max($0.travelPart, Int(routes.value))
      $0.isSettled = isWhole && !isOver(0.6) && !wasIdle && routes.isSettled
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
