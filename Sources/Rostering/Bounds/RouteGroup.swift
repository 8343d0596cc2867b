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
  /// travel[to · members + from].
  private let travel: [Int32]

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
    var table: [Int32] = []
    for to in rows { for from in rows { table.append(travel.minutes(from.location, to.location)) } }
    self.travel = table
  }

  /// The route that collects most beyond its cost, returning to a visit allowed; nothing where none pays.
  func best(prices: [Int64], travelCost: Int64, poolCost: Int64) -> (gain: Int64, visits: [Int]) {
    let count = members.count
    // reach[member][start]: the most collected with the visit starting by then; starts counted from its release.
    let width = members.indices.map { Int(latest[$0] - release[$0]) + 1 }
    var offset = [0]
    for size in width { offset.append(offset[offset.count - 1] + max(0, size)) }
    let none = Int64.min / 4
    var reach = [Int64](repeating: none, count: offset[count])
    var from = [Int32](repeating: -1, count: offset[count])
    // Visits in order of time: all starts at a minute depend on earlier minutes only, since a visit takes one at least.
    var byStart = [[Int32]](repeating: [], count: span + 1)
    for member in 0..<count where width[member] > 0 { byStart[Int(release[member])].append(Int32(member)) }
    var live: [Int] = []
    var gain: Int64 = 0
    var end = -1
    reach.withUnsafeMutableBufferPointer { reach in
      from.withUnsafeMutableBufferPointer { from in
        travel.withUnsafeBufferPointer { travel in
          for time in 0...span {
            for member in byStart[time] { live.append(Int(member)) }
            live.removeAll { Int(latest[$0]) < time }
            for to in live {
              let start = time - Int(release[to])
              let cell = offset[to] + start
              var value = start > 0 ? reach[cell - 1] : none
              var by = start > 0 ? Int32(cell - 1) | 1 << 30 : -1
              let price = prices[members[to]]
              if start == 0 {
                value = price - travelCost * Int64(out[to])
                by = -1
              }
              let row = to * count
              for other in 0..<count where other != to {
                let leg = travel[row + other]
                let slot = time - Int(leg) - Int(minutes[other]) - Int(release[other])
                if slot < 0 { continue }
                let source = offset[other] + min(slot, width[other] - 1)
                if width[other] <= 0 { continue }
                let candidate = reach[source] + price - travelCost * Int64(leg)
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
        }
      }
    }
    if isPool { gain -= poolCost }
    guard gain > 0, end >= 0 else { return (0, []) }
    var visits: [Int] = []
    var cell = end
    while cell >= 0 {
      // Where the value was handed on from the minute before, the same visit started then.
      while from[cell] >= 0 && from[cell] & (1 << 30) != 0 { cell = Int(from[cell] & ~(1 << 30)) }
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
