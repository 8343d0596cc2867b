/// Shifts of one day that are alike but for who works them, and the search for their most rewarding route.
struct RouteGroup: Sendable {
  /// How many shifts there are.
  let shifts: Int
  private let isPool: Bool
  private let begin: Int32
  private let span: Int
  /// The visits that some shift of the group could take: numbers in the day, windows from the group's begin, and so on.
  private let members: [Int]
  private let release: [Int32]
  private let latest: [Int32]
  private let minutes: [Int32]
  private let out: [Int32]
  private let back: [Int32]
  /// For each visit, who can come right before it, a run per visit by the earliest time they get there.
  private let precedes: [Predecessor]
  private let precedesStart: [Int]
  /// Where each visit's starts lie in the table of a search, one per minute of its window.
  private let offset: [Int]

  /// A visit that can come right before another.
  private struct Predecessor {
    var visit: Int32
    /// When it is left for the other at the earliest and at the latest, as times of getting there.
    var first: Int32
    var last: Int32
    var leg: Int32
  }

  /// Marks an entry that says: the value is that of the minute before.
  private static let handedOn: Int32 = 1 << 30

  private struct Key: Hashable, Comparable {
    let start: Int32
    let end: Int32
    let base: Int32
    let isPool: Int32
    static func < (left: Key, right: Key) -> Bool {
      (left.start, left.end, left.base, left.isPool) < (right.start, right.end, right.base, right.isPool)
    }
  }

  static func groups(
    of shifts: [Int], visits: [Int32], arcs: BoundArcs, problem: CompiledProblem, travel: TravelFloor
  ) -> [RouteGroup] {
    let number = Dictionary(uniqueKeysWithValues: visits.enumerated().map { ($1, $0) })
    var byKey: [Key: [Int]] = [:]
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
        key, shifts: alike.count, members: reachable.sorted(), visits: visits, problem: problem, travel: travel)
    }
  }

  private init(
    _ key: Key, shifts: Int, members: [Int], visits: [Int32], problem: CompiledProblem, travel: TravelFloor
  ) {
    self.shifts = shifts
    self.members = members
    isPool = key.isPool == 1
    begin = key.start
    span = Int(key.end - key.start)
    let rows = members.map { problem.visits[visits[$0]] }
    out = rows.map { travel.minutes(key.base, $0.location) }
    back = rows.map { travel.minutes($0.location, key.base) }
    minutes = rows.map(\.minutes)
    release = rows.indices.map { max(rows[$0].earliest - key.start, travel.minutes(key.base, rows[$0].location)) }
    latest = rows.map { row in
      min(row.latest, key.end - row.minutes - travel.minutes(row.location, key.base)) - key.start
    }
    var offset = [0]
    for index in rows.indices { offset.append(offset[index] + max(0, Int(latest[index] - release[index]) + 1)) }
    self.offset = offset
    var precedes: [Predecessor] = []
    var starts = [0]
    for (to, row) in rows.enumerated() {
      var run: [Predecessor] = []
      for (from, other) in rows.enumerated() where from != to && latest[from] >= release[from] {
        let leg = travel.minutes(other.location, row.location)
        let first = release[from] + other.minutes + leg
        if first > latest[to] { continue }
        let last = latest[from] + other.minutes + leg
        run.append(Predecessor(visit: Int32(from), first: first, last: last, leg: leg))
      }
      precedes += run.sorted { ($0.first, $0.visit) < ($1.first, $1.visit) }
      starts.append(precedes.count)
    }
    self.precedes = precedes
    precedesStart = starts
  }

  /// The route that collects most beyond its cost, returning to a visit allowed; nothing where none pays.
  func best(prices: [Int64], travelCost: Int64, poolCost: Int64) -> (gain: Int64, visits: [Int]) {
    let count = members.count
    // reach[start of a visit]: the most collected with the visit starting by then; handed on from minute to minute.
    let none = Int64.min / 4
    var reach = [Int64](repeating: none, count: offset[count])
    var from = [Int32](repeating: -1, count: offset[count])
    var byRelease = [[Int32]](repeating: [], count: span + 1)
    for member in 0..<count where latest[member] >= release[member] {
      byRelease[Int(release[member])].append(Int32(member))
    }
    var live: [Int] = []
    var gain: Int64 = 0
    var end = -1
    // All starts at a minute depend on earlier minutes only, since a visit takes one at least.
    for time in 0...Int32(span) {
      for member in byRelease[Int(time)] { live.append(Int(member)) }
      live.removeAll { latest[$0] < time }
      for to in live {
        let isFirst = time == release[to]
        let cell = offset[to] + Int(time - release[to])
        let price = prices[members[to]]
        var value = isFirst ? price - travelCost * Int64(out[to]) : reach[cell - 1]
        var by = isFirst ? -1 : Int32(cell - 1) | Self.handedOn
        for index in precedesStart[to]..<precedesStart[to + 1] {
          let other = precedes[index]
          if other.first > time { break }
          // Whoever could be left no later was looked at a minute ago.
          if other.last < time && !isFirst { continue }
          let source = offset[Int(other.visit)] + Int(min(time, other.last) - other.first)
          let candidate = reach[source] + price - travelCost * Int64(other.leg)
          if candidate > value {
            value = candidate
            by = Int32(source)
          }
        }
        reach[cell] = value
        from[cell] = by
        let net = value - travelCost * Int64(back[to])
        if net > gain {
          gain = net
          end = cell
        }
      }
    }
    if isPool { gain -= poolCost }
    guard gain > 0, end >= 0 else { return (0, []) }
    var visits: [Int] = []
    var cell = end
    while cell >= 0 {
      // Where the value was handed on from the minute before, the same visit started then.
      while from[cell] >= 0 && from[cell] & Self.handedOn != 0 { cell = Int(from[cell] & ~Self.handedOn) }
      var low = 0
      var high = count
      while high - low > 1 {
        let middle = (low + high) / 2
        if offset[middle] <= cell { low = middle } else { high = middle }
      }
      visits.append(members[low])
      cell = Int(from[cell])
    }
    return (gain, visits)
  }
}
