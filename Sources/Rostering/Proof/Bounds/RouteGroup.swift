/// Shifts of one day that are alike but for who works them, and the search for their most rewarding route.
struct RouteGroup: Sendable {
  /// How many shifts there are.
  let shifts: Int
  /// What opening one of them costs at least.
  let opening: Int
  /// The visits that some shift of the group could take: numbers in the day.
  private let members: [Int]
  private let stops: ShiftStops

  private struct Key: Hashable, Comparable {
    let start: Minutes
    let end: Minutes
    let base: LocationRow
    let isPool: Bool
    static func < (left: Key, right: Key) -> Bool {
      (left.start, left.end, left.base, left.isPool ? 1 : 0) < (
        right.start, right.end, right.base, right.isPool ? 1 : 0
      )
    }
  }

  static func groups(
    of shifts: [ShiftRow], visits: [VisitRow], arcs: BoundArcs, problem: CompiledProblem, travel: TravelFloor
  ) -> [RouteGroup] {
    let number = Dictionary(uniqueKeysWithValues: visits.enumerated().map { ($1, $0) })
    var byKey: [Key: [ShiftRow]] = [:]
    for shift in shifts {
      let row = problem.shifts[shift]
      byKey[Key(start: row.start, end: row.end, base: row.base, isPool: row.isPool), default: []].append(shift)
    }
    return byKey.sorted { $0.key < $1.key }.map { key, alike in
      var reachable: Set<Int> = []
      for shift in alike {
        for arc in arcs.arcs(ofShift: shift) {
          if let index = number[arcs.visit[arc]] { reachable.insert(index) }
        }
      }
      return RouteGroup(
        key, shifts: alike, members: reachable.sorted(), visits: visits, problem: problem, travel: travel)
    }
  }

  private init(
    _ key: Key, shifts: [ShiftRow], members: [Int], visits: [VisitRow], problem: CompiledProblem, travel: TravelFloor
  ) {
    self.shifts = shifts.count
    self.members = members
    opening = shifts.map { problem.costs.opening(problem.shifts[$0]) }.min() ?? 0
    // The break is passed over, which only weakens the bound.
    let shift = CompiledShift(
      staff: .none, start: key.start, end: key.end, base: key.base, breakMinutes: 0, breakFrom: 0, breakTo: 0,
      isPool: key.isPool, day: 0)
    let rows = members.map { problem.visits[visits[$0]] }
    stops = ShiftStops(
      shift,
      zip(rows, members).map { row, member in
        let starts = problem.starts(of: visits[member], in: shift)
        let (out, back) = (travel.minutes(key.base, row.location), travel.minutes(row.location, key.base))
        return ShiftStops.Stop(
          release: max(starts.earliest, key.start + out), latest: min(starts.latest, key.end - row.minutes - back),
          minutes: row.minutes, out: out, back: back)
      }
    ) { travel.minutes(rows[$0].location, rows[$1].location) }
  }

  /// The route that collects most beyond its cost, returning to a visit allowed; nothing where none pays.
  func best(prices: [Int64], travelCost: Int64, openingCost: Int64) -> (gain: Int64, visits: [Int]) {
    let rule = MostRewarding(stops, prices: members.map { prices[$0] }, travelCost: travelCost)
    var labeller = RouteLabeller(stops, rule)
    guard labeller.run(), labeller.rule.last >= 0 else { return (0, []) }
    let gain = labeller.rule.gain - openingCost
    return gain > 0 ? (gain, labeller.stops(of: labeller.rule.last).map { members[Int($0)] }) : (0, [])
  }
}

/// Labels by what they have collected beyond their travel, looked at in the order of their starts. A label stays
/// where it has collected more than any that was at the same visit before.
private struct MostRewarding: LabelRule {
  struct Load: BitwiseCopyable {
    var collected: Int64 = 0
    /// When the stop could be reached at the earliest from the one before, whatever came before that.
    var opens: Int32 = .min
  }

  private let stops: ShiftStops
  private let prices: [Int64]
  private let travelCost: Int64
  /// The most collected by labels kept at each stop, and by the one that waits for it to open.
  private var most: [Int64]
  /// The label that waits for each stop to open: all that do start alike, so that only the best is worth keeping.
  private var opening: [Opening]
  /// What the best route collects, and its last label; −1 where none collects anything.
  private(set) var gain: Int64 = 0
  private(set) var last: Int32 = -1

  private struct Opening: BitwiseCopyable {
    var place: Int32 = -1
    var opens: Int32 = .max
    var from: Int32 = .max
  }

  init(_ stops: ShiftStops, prices: [Int64], travelCost: Int64) {
    self.stops = stops
    self.prices = prices
    self.travelCost = travelCost
    most = Array(repeating: .min, count: prices.count)
    opening = Array(repeating: Opening(), count: prices.count)
  }

  var atBase: Load { Load() }
  var rankCount: Int { Int(stops.shift.end - stops.shift.start) + 1 }

  func rank(of label: Label) -> Int { Int(label.end - stops.stops[label.stop].minutes - stops.shift.start) }

  func admits(_ stop: Int32, behind label: Label) -> Bool { true }

  func goesOn(after count: LabelCount) -> Bool { true }

  mutating func load(of label: Label, at stop: Int32, by step: RouteStep) -> Load? {
    let collected = label.load.collected + prices[Int(stop)] - travelCost * Int64(step.travel)
    let known = most[Int(stop)]
    if collected < known { return nil }
    let from = label.stop
    let opens = from < 0 ? Int32.min : stops.stops[from].release + stops.stops[from].minutes + step.travel
    if step.start > stops.stops[stop].release {
      return collected > known ? Load(collected: collected, opens: opens) : nil
    }
    if collected == known && (opens, from) > (opening[Int(stop)].opens, opening[Int(stop)].from) { return nil }
    most[Int(stop)] = collected
    opening[Int(stop)].opens = opens
    opening[Int(stop)].from = from
    return Load(collected: collected, opens: opens)
  }

  func rival(at stop: Int32, by step: RouteStep) -> Int32 {
    step.start > stops.stops[stop].release ? -1 : opening[Int(stop)].place
  }

  mutating func waits(at place: Int32, for stop: Int32, by step: RouteStep) {
    if step.start == stops.stops[stop].release { opening[Int(stop)].place = place }
  }

  mutating func keeps(_ label: inout Label, at index: Int32, _ kept: borrowing LabelList<Load>) -> Bool {
    let stop = Int(label.stop)
    let row = stops.stops[stop]
    if label.end > row.release + row.minutes {
      if label.load.collected <= most[stop] { return false }
      most[stop] = label.load.collected
    }
    let net = label.load.collected - travelCost * Int64(row.back)
    if net > gain {
      gain = net
      last = index
    }
    return true
  }

  /// Ties are settled by the stop that opens first, then by the one reached first from the stop before, so that equal
  /// searches give equal routes.
  func arrange(_ rank: inout [Int32], _ waiting: borrowing LabelList<Load>, _ kept: borrowing LabelList<Load>) {
    if rank.count < 2 { return }
    func key(_ place: Int32) -> (Int32, Int32, Int64, Int32, Int32) {
      let label = waiting[place]
      return (
        stops.stops[label.stop].release, label.stop, -label.load.collected, label.load.opens, kept[label.parent].stop
      )
    }
    rank.sort { key($0) < key($1) }
  }
}
