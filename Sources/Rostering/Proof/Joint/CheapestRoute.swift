/// Finds the cheapest routes of a shift at prices of its stops: travel, the first stop and what serving pays.
///
/// Whole numbers, in the units of the prices. Windows, travel, base legs and the break are kept; links and other shifts are
/// not, and routes may come back to a stop that they no longer remember (`PricedShift`).
final class CheapestRoute {
  /// What a search found.
  struct Answer {
    /// No route costs less.
    var bound: Int64
    /// The cheapest routes found of those that end at each stop, the cheapest of all first; empty where none is cheaper
    /// than what is known.
    var routes: [Route] = []
  }

  /// The arcs of a route, one after another, and what it costs, prices included.
  struct Route {
    var arcs: [ArcRow]
    var cost: Int64
  }

  private var labeller: RouteLabeller<LeastCost>

  /// Routes that an answer tells.
  private static let mostRoutes = 8

  /// Labels beyond which routes are let come back wherever they like, which still bounds them.
  private static let mostLabels = 200_000

  /// - Parameter shift: any of those that are searched.
  init(_ shift: PricedShift) { labeller = RouteLabeller(shift.stops, LeastCost(shift, limit: Self.mostLabels)) }

  /// The cheapest route at prices of arcs.
  ///
  /// - Parameter known: what some route or staying at home costs; only cheaper ones are sought.
  func find(_ shift: PricedShift, at prices: ArcPrices, _ costs: RouteCosts, below known: Int64) -> Answer {
    labeller.rule.begin(shift, prices, costs, known: known)
    if labeller.rule.wayHome.whole >= known { return Answer(bound: known) }
    labeller.begin(shift.stops)
    let isWhole = labeller.run()
    let rule = labeller.rule
    var answer = Answer(bound: isWhole ? rule.best : rule.wayHome.whole)
    for (cost, label) in rule.cheapestOfEnds(Self.mostRoutes) {
      answer.routes.append(Route(arcs: labeller.stops(of: label).map { shift.arcs[$0] }, cost: cost))
    }
    return answer
  }
}

/// Labels by cost, looked at in the order of their ends.
private struct LeastCost: LabelRule {
  struct Load: BitwiseCopyable {
    var memory = StopSet()
    var cost: Int64 = 0
    /// The next label kept of the same last stop and break.
    var nextAlike: Int32 = -1
  }

  private var shift: PricedShift
  private let limit: Int
  private var prices: [Int64] = []
  private var travelCost: Int64 = 0
  private var opening: Int64 = 0
  /// What is left to pay at least behind each stop.
  private(set) var wayHome = WayHome()
  /// The label kept last of each stop, rested or not, and the least cost of those.
  private var firstAlike: [Int32] = []
  private var least: [Int64] = []
  /// The cost of the cheapest route so far.
  private(set) var best: Int64 = 0
  /// The cost of the cheapest route so far that ends at each stop, and its last label; −1 where there is none.
  private var bestAtEnd: [Int64] = []
  private var lastAtEnd: [Int32] = []

  init(_ shift: PricedShift, limit: Int) {
    self.shift = shift
    self.limit = limit
  }

  mutating func begin(_ shift: PricedShift, _ table: ArcPrices, _ costs: RouteCosts, known: Int64) {
    self.shift = shift
    travelCost = table.unit * Int64(costs.travel)
    opening = costs.countsOpening ? table.unit * Int64(shift.opening) : 0
    let count = shift.arcs.count
    prices.removeAll(keepingCapacity: true)
    for stop in 0..<count { prices.append(Int64(table[shift.arcs[stop]])) }
    firstAlike.removeAll(keepingCapacity: true)
    firstAlike.append(contentsOf: repeatElement(-1, count: 2 * count))
    least.removeAll(keepingCapacity: true)
    least.append(contentsOf: repeatElement(.max, count: 2 * count))
    bestAtEnd.removeAll(keepingCapacity: true)
    bestAtEnd.append(contentsOf: repeatElement(known, count: count))
    lastAtEnd.removeAll(keepingCapacity: true)
    lastAtEnd.append(contentsOf: repeatElement(-1, count: count))
    best = known
    wayHome.find(shift.stops, prices: prices, travelCost: travelCost, opening: opening)
  }

  /// The cheapest routes of different last stops, at most so many, as cost and last label.
  func cheapestOfEnds(_ most: Int) -> ArraySlice<(cost: Int64, label: Int32)> {
    lastAtEnd.indices.filter { lastAtEnd[$0] >= 0 }.map { (cost: bestAtEnd[$0], label: lastAtEnd[$0]) }
      .sorted { ($0.cost, $0.label) < ($1.cost, $1.label) }.prefix(most)
  }

  var atBase: Load { Load(cost: opening) }
  var rankCount: Int { Int(shift.stops.shift.end - shift.stops.shift.start) + 1 }

  @inline(__always) func rank(of label: Label) -> Int { Int(label.end - shift.stops.shift.start) }

  @inline(__always) func admits(_ stop: Int32, behind label: Label) -> Bool {
    label.load.memory.isDisjoint(with: shift.own[stop])
  }

  @inline(__always) func load(of label: Label, at stop: Int32, by step: RouteStep) -> Load? {
    let cost = label.load.cost &+ travelCost &* Int64(step.travel) &- prices[Int(stop)]
    let end = step.start &+ shift.stops.stops[stop].minutes
    if cost &+ wayHome.after(stop, end: end, isRested: label.isRested || step.rests) >= best { return nil }
    return Load(memory: label.load.memory.intersection(shift.neighbours[stop]).union(shift.own[stop]), cost: cost)
  }

  func goesOn(after count: LabelCount) -> Bool { count.made <= limit }

  mutating func keeps(_ label: inout Label, at index: Int32, _ kept: borrowing LabelList<Load>) -> Bool {
    let stops = shift.stops
    let cost = label.load.cost
    if cost &+ wayHome.after(label.stop, end: label.end, isRested: label.isRested) >= best { return false }
    let rested = 2 * Int(label.stop)
    let alike = label.isRested ? rested : rested + 1
    for list in rested...alike where least[list] <= cost {
      var next = firstAlike[list]
      while next >= 0 {
        let other = kept[next].load
        if other.cost <= cost && other.memory.isSubset(of: label.load.memory) { return false }
        next = other.nextAlike
      }
    }
    label.load.nextAlike = firstAlike[alike]
    firstAlike[alike] = index
    least[alike] = min(least[alike], cost)
    if label.end <= stops.latestEnd(of: label.stop, isRested: label.isRested) {
      let total = cost &+ travelCost &* Int64(stops.stops[label.stop].back)
      if total < bestAtEnd[Int(label.stop)] {
        bestAtEnd[Int(label.stop)] = total
        lastAtEnd[Int(label.stop)] = index
        best = min(best, total)
      }
    }
    return true
  }
}
