/// Finds the route of one shift whose visits weigh most, exactly.
///
/// One label replaces another where it is nowhere later, weighs no less and forgoes no more (D. Feillet, P. Dejax,
/// M. Gendreau, C. Gueguen, "An exact algorithm for the elementary shortest path problem with resource constraints",
/// Networks 44, 2004). Windows, travel, base legs and the break are kept; links and other shifts are not.
final class HeaviestRoute {
  /// Most visits that weigh anything.
  static let mostItems = 64

  /// A visit, by its position among those of the shift, and what it weighs.
  struct Weighted {
    var item: Int
    var weight: Int64
  }

  private let load: ShiftLoad
  private var labeller: RouteLabeller<HeaviestFirst>

  /// - Parameter labelLimit: routes begun beyond which a call gives up.
  init(_ load: ShiftLoad, labelLimit: Int = 20_000) {
    self.load = load
    let none = ShiftStops(load.shift, []) { _, _ in 0 }
    labeller = RouteLabeller(none, HeaviestFirst(none, limit: labelLimit))
  }

  /// The heaviest route among the shift's visits at these positions: its weight and its visits' positions.
  ///
  /// `nil` where there are too many visits, or too many routes to tell apart.
  func find(_ weighted: [Weighted]) -> (weight: Int64, items: [Int])? {
    let weighted = weighted.filter { $0.weight > 0 && load.items[$0.item].release <= load.items[$0.item].latest }
    guard weighted.count <= Self.mostItems else { return nil }
    let stops = ShiftStops(
      load.shift,
      weighted.map { entry in
        let item = load.items[entry.item]
        return ShiftStops.Stop(
          release: item.release, latest: item.latest, minutes: item.minutes, out: item.out, back: item.back)
      }
    ) { load.minutes(weighted[$0].item, weighted[$1].item) }
    labeller.rule.begin(stops, weights: weighted.map(\.weight))
    labeller.begin(stops)
    guard labeller.run() else { return nil }
    let visited = labeller.rule.visitedByHeaviest
    return (
      labeller.rule.heaviest, weighted.indices.filter { visited & (1 << UInt64($0)) != 0 }.map { weighted[$0].item }
    )
  }
}

/// Labels by weight, looked at in the order of their ends.
private struct HeaviestFirst: LabelRule {
  struct Load: BitwiseCopyable {
    var visited: UInt64 = 0
    var weight: Int64 = 0
    /// The next label kept of the same last visit and break.
    var nextAlike: Int32 = -1
  }

  private var stops: ShiftStops
  private let limit: Int
  private var weights: [Int64] = []
  private var firstAlike: [Int32] = []
  /// The weight of the heaviest route, and the stops it has.
  private(set) var heaviest: Int64 = 0
  private(set) var visitedByHeaviest: UInt64 = 0

  init(_ stops: ShiftStops, limit: Int) {
    self.stops = stops
    self.limit = limit
  }

  mutating func begin(_ stops: ShiftStops, weights: [Int64]) {
    self.stops = stops
    self.weights = weights
    firstAlike = Array(repeating: -1, count: 2 * weights.count)
    (heaviest, visitedByHeaviest) = (0, 0)
  }

  var atBase: Load { Load() }
  var rankCount: Int { Int(stops.shift.end - stops.shift.start) + 1 }

  func rank(of label: Label) -> Int { Int(label.end - stops.shift.start) }

  func admits(_ stop: Int32, behind label: Label) -> Bool { label.load.visited & (1 << UInt64(stop)) == 0 }

  func load(of label: Label, at stop: Int32, by step: RouteStep) -> Load? {
    Load(visited: label.load.visited | 1 << UInt64(stop), weight: label.load.weight + weights[Int(stop)])
  }

  func goesOn(after count: LabelCount) -> Bool { count.made <= limit }

  mutating func keeps(_ label: inout Label, at index: Int32, _ kept: borrowing LabelList<Load>) -> Bool {
    if label.load.weight > heaviest && label.end <= stops.latestEnd(of: label.stop, isRested: label.isRested) {
      heaviest = label.load.weight
      visitedByHeaviest = label.load.visited
    }
    // The stops that could come next, and the weight with all of them.
    var reachable: UInt64 = 0
    var most = label.load.weight
    for number in stops.legs(from: label.stop) {
      let leg = stops.leg(number)
      if admits(leg.to, behind: label) && label.end &+ leg.travel <= stops.stops[leg.to].latest {
        reachable |= 1 << UInt64(leg.to)
        most += weights[Int(leg.to)]
      }
    }
    // Whoever could not pass the heaviest even with all that is left need not go on.
    if most <= heaviest { return false }
    let alike = 2 * Int(label.stop) + (label.isRested ? 0 : 1)
    var next = firstAlike[alike]
    while next >= 0 {
      let other = kept[next].load
      if other.weight >= label.load.weight && other.visited & reachable & ~label.load.visited == 0 { return false }
      next = other.nextAlike
    }
    label.load.nextAlike = firstAlike[alike]
    firstAlike[alike] = index
    return true
  }
}
