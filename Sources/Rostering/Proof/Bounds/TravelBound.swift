/// A lower bound on what any roster pays for travel, pool shifts and unassigned visits, blind to continuity.
///
/// Every day is a routing problem of its own, and every visit offers a price for each staff member who comes. Shifts of
/// the same base, hours, break and kind share one question: the route that collects most beyond its travel. What the
/// visits offer, less what the shifts could collect, bounds every roster at any prices; subgradient steps look for good
/// ones. Routes may come back to a visit later in its window, which only weakens the bound (N. Christofides, A. Mingozzi,
/// P. Toth, "Exact algorithms for the vehicle routing problem, based on spanning tree and shortest path relaxations",
/// Mathematical Programming 20, 1981). Integers throughout.
struct TravelBound: Sendable {
  /// Visits and shifts that have to do with each other, and their prices.
  final class Day: @unchecked Sendable {
    // Used by one thread at a time.
    let visits: [VisitRow]
    let groups: [RouteGroup]
    var prices: [Int64]
    var bestPrices: [Int64]
    var best = Int64.min
    var scale = 1.0
    var stalled = 0

    /// Whether further steps would be too small to matter.
    var isSettled: Bool { scale < 0.004 }

    init(visits: [VisitRow], groups: [RouteGroup]) {
      self.visits = visits
      self.groups = groups
      prices = [Int64](repeating: 0, count: visits.count)
      bestPrices = prices
    }
  }

  let problem: CompiledProblem
  let days: [Day]
  /// What each visit pays at most per staff member: its share of the cost of leaving it unassigned.
  private let penalty: RowArray<VisitRow, Int64>
  private static let unit: Int64 = 64

  /// A bound that counts `share` 256ths of the cost of leaving out assured visits; others it passes over.
  init(_ problem: CompiledProblem, arcs: BoundArcs, assured: RowArray<VisitRow, Bool>, travel: TravelFloor, share: Int)
  {
    self.problem = problem
    penalty = RowArray(
      problem.visitRows.map { visit in
        let cost = problem.costs.leaving(problem.visits[visit]) / Int(problem.visits[visit].need) * share / 256
        // Dearer visits than any route are all alike.
        return min(Int64(cost), 1 << 34) * Self.unit
      })
    // Visits and shifts are tied by arcs; what is not tied, however indirectly, is priced apart. Visits with a choice of
    // days would tie all of them into one problem that is priced far too slowly: they pay nothing.
    var root = Array(0..<problem.shiftCount)
    func find(_ shift: Int) -> Int {
      var at = shift
      while root[at] != at {
        root[at] = root[root[at]]
        at = root[at]
      }
      return at
    }
    var firstShift = RowArray<VisitRow, Int>(count: problem.visitCount, repeating: -1)
    for arc in arcs.rows where assured[arcs.visit[arc]] && !problem.visits[arcs.visit[arc]].hasAlternatives {
      let (visit, shift) = (arcs.visit[arc], arcs.shift[arc].index)
      if firstShift[visit] < 0 { firstShift[visit] = shift } else { root[find(shift)] = find(firstShift[visit]) }
    }
    var visitsOf: [Int: [VisitRow]] = [:]
    for visit in problem.visitRows where firstShift[visit] >= 0 {
      visitsOf[find(firstShift[visit]), default: []].append(visit)
    }
    var shiftsOf: [Int: [ShiftRow]] = [:]
    for shift in problem.shiftRows { shiftsOf[find(shift.index), default: []].append(shift) }
    days = visitsOf.keys.sorted().map { key in
      let visits = visitsOf[key, default: []].sorted {
        (problem.visits[$0].earliest, $0) < (problem.visits[$1].earliest, $1)
      }
      return Day(
        visits: visits,
        groups: RouteGroup.groups(
          of: shiftsOf[key, default: []], visits: visits, arcs: arcs, problem: problem, travel: travel))
    }
  }

  /// Improves the bound until `isOver` or for so many rounds of each day.
  func run(isOver: @Sendable () -> Bool, rounds: Int, threads: Int) {
    let (days, bound) = (days, self)
    // Rounds of a day follow each other on one thread; days are spread over the threads.
    SharedWork.perform(days.count, threads: threads) { index in
      for _ in 0..<rounds {
        if isOver() || days[index].isSettled { break }
        bound.step(days[index])
      }
    }
  }

  /// The bound so far, rounded up: scores are whole.
  var value: Int64 {
    let total = days.reduce(Int64(0)) { $0 + max(0, $1.best) }
    return (total + Self.unit - 1) / Self.unit
  }

  /// What each visit pays per staff member at the best prices so far, in points.
  var prices: RowArray<VisitRow, Double> {
    var prices = RowArray<VisitRow, Double>(count: problem.visitCount, repeating: 0)
    for day in days {
      for (index, visit) in day.visits.enumerated() {
        prices[visit] = Double(day.bestPrices[index]) / Double(Self.unit)
      }
    }
    return prices
  }

  /// One subgradient step for one day.
  private func step(_ day: Day) {
    var total: Int64 = 0
    var demand = day.visits.map { problem.visits[$0].need }
    for (index, visit) in day.visits.enumerated() { total += day.prices[index] * Int64(problem.visits[visit].need) }
    for group in day.groups {
      let route = group.best(
        prices: day.prices, travelCost: Int64(problem.costs.travel(1)) * Self.unit,
        openingCost: Int64(group.opening) * Self.unit)
      guard route.gain > 0 else { continue }
      total -= route.gain * Int64(group.shifts)
      for index in route.visits { demand[index] -= Int32(group.shifts) }
    }
    if total > day.best {
      if total > day.best + Self.unit / 8 { day.stalled = 0 }
      day.best = total
      day.bestPrices = day.prices
    } else {
      day.stalled += 1
      if day.stalled >= 12 {
        day.scale *= 0.7
        day.stalled = 0
        day.prices = day.bestPrices
        return
      }
    }
    let norm = demand.reduce(0.0) { $0 + Double($1) * Double($1) }
    guard norm > 0 else {
      day.scale = 0
      return
    }
    // The target lies a little above the best: how far, the scale tells.
    let length = day.scale * Double(max(abs(day.best) / 12, Self.unit * 8)) / norm
    for index in day.prices.indices where demand[index] != 0 {
      let change = Int64((length * Double(demand[index])).rounded())
      day.prices[index] = max(0, min(penalty[day.visits[index]], day.prices[index] + change))
    }
  }
}
