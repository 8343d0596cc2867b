import HomeCare

/// Bounds what any roster costs by pricing who serves what in which shift, continuity and travel together.
///
/// Who serves which visit in which shift is written twice, in the clients' plans and in the shifts' routes, and the
/// difference is priced (Lagrangian decomposition: M. Guignard, S. Kim, "Lagrangean decomposition: a model yielding stronger
/// Lagrangean bounds", Mathematical Programming 39, 1987). At any prices the cheapest plans, which pay for their arcs, and
/// the cheapest routes, which are paid for theirs, bound every roster together; `PriceBundle` leads to good prices.
/// Everything proven is worked out in whole numbers at prices rounded to parts of a point.
final class JointBound {
  /// When a run ends at the latest.
  struct Limits {
    /// Steps of the prices.
    var steps: Int
    /// Whether the time is up.
    var isOver: @Sendable () -> Bool
    /// Whether just the time is left that proving the best prices' plans may take.
    var isNearlyOver: @Sendable () -> Bool
  }

  private let arcs: BoundArcs
  private let plans: PlanPricing
  /// What clients ask for.
  var blocks: [PlanBlock] { plans.oracles.map(\.block) }
  private let routes: RoutePricing
  private let bundle: PriceBundle
  /// What using each arc costs plans and pays routes.
  let prices: ArcPrices
  /// What all clients cost whatever their plans, in scaled units.
  private let constant: Int64
  /// Points that tell how far prices are to move.
  private let scale: Double
  /// Parts of a point in which prices are told.
  private let unit: Int64
  /// How far prices move at first for each use that plans have more of an arc than routes.
  private let firstStep: Double
  /// The best bound so far, in scaled units.
  private var best = Int64.min
  /// What the best bound is made of.
  private(set) var proof: Proof?
  /// What the routes of each shift cost at least at the latest prices and at the centre, in scaled units.
  private var costsOfRoutes: [Int64] = []
  private var costsOfRoutesAtCentre: [Int64] = []

  /// Prices, and what plans and routes cost at least at them, all in scaled units.
  struct Proof {
    /// The price of each arc.
    var prices: [Int32]
    /// For each block, without its constant.
    var plans: [Int64]
    /// For each shift.
    var routes: [Int64]
  }

  /// Steps without a better centre after which a run has stalled.
  private static let mostNullSteps = 60
  /// Nodes that the search for a client's plan may look at: at first, where much hangs on it, and in the end.
  private static let nodesOfPlan = 20_000
  private static let mostNodesOfPlan = 80_000
  private static let nodesInTheEnd = 8_000_000
  /// Plans of a client that a step takes up.
  private static let plansOfStep = 8

  /// What is bounded.
  enum Measure {
    /// The score but for visits that no roster assigns.
    case total
    /// Distinct staff.
    case distinct
  }

  /// - Parameters:
  ///   - blocks: what clients ask for, at all of its cost.
  init(
    _ problem: CompiledProblem, arcs: BoundArcs, shifts: [PricedShift], blocks: [PlanBlock], _ measure: Measure,
    threads: Int
  ) {
    self.arcs = arcs
    let costs: RouteCosts
    switch measure {
    case .total:
      scale = Double(max(1, problem.costs.distinct, 10 * problem.costs.travel))
      unit = 64
      costs = RouteCosts(problem.costs)
    case .distinct:
      // A face is a point here, of which prices are small parts.
      scale = 1
      unit = 1 << 13
      costs = .none
    }
    let unit = unit
    prices = ArcPrices(count: arcs.count, unit: unit)
    plans = PlanPricing(blocks, at: prices, threads: threads)
    plans.setNodeLimit(Self.nodesOfPlan)
    routes = RoutePricing(shifts, costs, threads: threads)
    constant = blocks.reduce(0) { $0 + Int64($1.constant) } * unit
    let planSides = blocks.map { block in
      PriceBundle.Side(sign: 1, room: block.rows.reduce(0) { $0 + $1.need })
    }
    let routeSides = routes.shifts.map { PriceBundle.Side(sign: -1, room: $0.mostStops) }
    bundle = PriceBundle(planSides + routeSides, mostPrices: Self.mostPrices(blocks, arcs: arcs.count, unit))
    firstStep = 0.03 * scale
    bundle.step = firstStep
    for shift in routes.shifts.indices { bundle.add([], cost: 0, to: side(ofShift: shift)) }
  }

  private func side(ofShift shift: Int) -> Int { plans.oracles.count + shift }

  /// The most that each arc's price may be: where it is dearer, leaving the visit costs less.
  private static func mostPrices(_ blocks: [PlanBlock], arcs: Int, _ unit: Int64) -> [Double] {
    let highest = Double((Int64(1) << 24) / unit)
    var most = [Double](repeating: 0, count: arcs)
    for block in blocks {
      for row in block.rows {
        for cell in row.cells {
          let room = row.penalty.map { $0 / row.need - block.opening[cell.staff] - block.reserve - cell.cost }
          for arc in cell.arcs { most[arc.index] = max(most[arc.index], min(highest, Double(room ?? .max))) }
        }
      }
    }
    return most
  }

  /// The best bound in whole points, rounded up: every score is whole.
  var value: Int { max(0, points(best)) }

  /// A bound in whole points.
  func points(_ bound: Int64) -> Int { bound <= 0 ? 0 : Int((bound + unit - 1) / unit) }

  /// Betters the bound from prices of visits, in points; reports every better one.
  func run(from start: RowArray<VisitRow, Double>, _ limits: Limits, report: () -> Void) -> Bounds.End {
    let end = search(from: start, limits, report)
    prove(limits, report)
    return end
  }

  /// Searches the plans at the best prices much deeper than on the way there.
  private func prove(_ limits: Limits, _ report: () -> Void) {
    if limits.isOver() { return }
    load(bundle.centre)
    plans.setNodeLimit(Self.nodesInTheEnd)
    costsOfRoutes = costsOfRoutesAtCentre
    take(plans.solve(isOver: limits.isOver) + constant + costsOfRoutes.reduce(0, +), report)
  }

  /// Takes over a bound at the prices as they stand where it is better than all before.
  private func take(_ bound: Int64, _ report: () -> Void) {
    if bound <= best { return }
    best = bound
    proof = Proof(
      prices: arcs.rows.map { prices[$0] }, plans: plans.oracles.indices.map(plans.bound), routes: costsOfRoutes)
    report()
  }

  private func search(from start: RowArray<VisitRow, Double>, _ limits: Limits, _ report: () -> Void) -> Bounds.End {
    for arc in arcs.rows { bundle.centre[arc.index] = start[arcs.visit[arc]] }
    bundle.limitCentre()
    guard var value = look(at: bundle.centre, limits, report) else { return .timeUp }
    costsOfRoutesAtCentre = costsOfRoutes
    var nulls = 0
    for _ in 0..<limits.steps {
      if limits.isNearlyOver() { return .timeUp }
      // Where plans were not proven best, later ones can show that the centre is worth less.
      value = min(value, bundle.modelAtCentre)
      let promised = bundle.solve(beyond: value) - value
      if promised < 0.005 * scale {
        if bundle.step >= firstStep { return .settled }
        // Steps that have become short promise little, whatever there is to gain.
        bundle.step = firstStep
        nulls += 1
        if nulls >= Self.mostNullSteps { return .stalled }
        continue
      }
      guard let found = look(at: bundle.prices, limits, report) else { return .timeUp }
      if found - value > 0.1 * promised {
        if found - value > 0.5 * promised { bundle.step = min(bundle.step * 1.5, 0.5 * scale) }
        bundle.moveCentre()
        costsOfRoutesAtCentre = costsOfRoutes
        value = found
        nulls = 0
        // What plans may yet be worth is as much as prices promise: their searches go deeper.
        if Double(plans.slack) > 0.5 * promised * Double(unit) { plans.deepen(by: 2, to: Self.mostNodesOfPlan) }
      } else {
        bundle.step *= 0.95
        nulls += 1
        if nulls >= Self.mostNullSteps { return .stalled }
      }
    }
    return .timeUp
  }

  /// Finds the cheapest plans and routes at prices, which are rounded where they stand; `nil` where the time is up.
  ///
  /// Returns what they cost in points, what clients cost anyhow apart; what is proven of that and more than ever before is
  /// the best bound.
  private func look(at wanted: borrowing Buffer<Double>, _ limits: Limits, _ report: () -> Void) -> Double? {
    let unit = Double(unit)
    load(wanted)
    let known = routes.shifts.indices.map { shift in
      Int64((bundle.cheapest(of: side(ofShift: shift), at: wanted) * unit).rounded())
    }
    guard let bound = bound(below: known, isOver: limits.isOver) else { return nil }
    take(bound, report)
    return Double(bound - constant + plans.slack) / unit
  }

  /// Takes over prices, rounding them where they stand.
  private func load(_ wanted: borrowing Buffer<Double>) {
    let unit = Double(unit)
    for arc in arcs.rows {
      prices[arc] = Int32((wanted[arc.index] * unit).rounded())
      wanted[arc.index] = Double(prices[arc]) / unit
    }
  }

  /// What every roster costs at least, in scaled units, at the prices as they stand; `nil` where the time is up.
  ///
  /// - Parameter known: what some route of each shift costs, or staying at home.
  func bound(below known: [Int64]? = nil, isOver: @Sendable () -> Bool = { false }) -> Int64? {
    var bound = plans.solve(isOver: isOver) + constant
    let known = known ?? [Int64](repeating: 0, count: routes.shifts.count)
    guard let answers = routes.answers(at: prices, below: known, isOver: isOver) else { return nil }
    let unit = Double(unit)
    for (block, oracle) in plans.oracles.enumerated() where plans.cost(block) < .max {
      for plan in oracle.plans(prices: prices, most: Self.plansOfStep) {
        bundle.add(plan.arcs, cost: Double(plan.cost), to: block)
      }
    }
    costsOfRoutes = answers.map(\.bound)
    bound += costsOfRoutes.reduce(0, +)
    for (shift, answer) in answers.enumerated() {
      for route in answer.routes.reversed() {
        let paid = route.arcs.reduce(Int64(0)) { $0 + Int64(prices[$1]) }
        bundle.add(route.arcs, cost: Double(route.cost + paid) / unit, to: side(ofShift: shift))
      }
    }
    return bound
  }
}
