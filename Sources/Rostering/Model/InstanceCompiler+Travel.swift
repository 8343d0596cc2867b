import HomeCare

/// The tables of travel minutes, one for each way to travel.
extension InstanceCompiler {
  /// Which table is that of each mode; the instance's own way has table 0.
  var modeTables: [TravelModeID: Int] {
    Dictionary(uniqueKeysWithValues: instance.travelModes.enumerated().map { ($1.id, $0 + 1) })
  }

  private var ways: [Travel] { [instance.travel] + instance.travelModes.map(\.travel) }

  /// The minutes between all places, table after table.
  func travel() -> [Minutes] { ways.flatMap(travel) }

  private func travel(by way: Travel) -> [Minutes] {
    let width = places.count
    var table = [Minutes](repeating: 0, count: width * width)
    for (from, origin) in places.enumerated() where origin >= 0 {
      for (to, target) in places.enumerated() where target >= 0 && target != origin {
        let minutes = way.minutes(
          from: (origin, instance.locations[origin]), to: (target, instance.locations[target]))
        // Whatever exceeds every horizon is as unreachable as the cap; the cap keeps sums far from overflow.
        table[from * width + to] = Minutes(min(minutes, 1 << 24))
      }
    }
    let own = visitsWithOwnPlace
    for (visit, from) in own {
      for (second, to) in own {
        guard let minutes = allowances.way(from: visit.index, to: second.index) else { continue }
        table[from.index * width + to.index] = Minutes(min(minutes, 1 << 24))
      }
    }
    return table
  }

  /// Whether going by any place for at least the shortest visit is never quicker than going straight, however one
  /// travels.
  func isMetric(_ tables: [Minutes]) -> Bool {
    ways.enumerated().allSatisfy { number, way in
      // Distances on a sphere are metric; rounding up can add less than a minute, and a visit takes at least one.
      if case .coordinates = way, visitsWithOwnPlace.isEmpty { return true }
      return isMetric(tables, from: number * places.count * places.count)
    }
  }

  private func isMetric(_ tables: [Minutes], from begin: Int) -> Bool {
    let width = places.count
    let shortest = shortestVisit
    let rows = places.indices.filter { places[$0] >= 0 }
    for from in rows {
      for by in rows where by != from {
        let first = tables[begin + from * width + by]
        for to in rows
        where tables[begin + from * width + to] > first + tables[begin + by * width + to] + shortest {
          return false
        }
      }
    }
    return true
  }

  private var shortestVisit: Minutes { Minutes(instance.visits.map(\.minutes).min() ?? 1) }

  /// The travel tables with the row and column of each base replaced by the least minutes that any route takes, which
  /// spends at least the shortest visit at every place on the way (E. W. Dijkstra, "A note on two problems in
  /// connexion with graphs", Numerische Mathematik 1, 1959).
  func reach(_ travel: [Minutes]) -> [Minutes] {
    let width = places.count
    var tables = travel
    for base in Set(instance.staff.compactMap { $0.location.map(instance.index) }) {
      for begin in ways.indices.map({ $0 * width * width }) {
        let out = least(from: base) { travel[begin + $0 * width + $1] }
        let back = least(from: base) { travel[begin + $1 * width + $0] }
        for place in places.indices where places[place] >= 0 {
          tables[begin + base * width + place] = out[place]
          tables[begin + place * width + base] = back[place]
        }
      }
    }
    return tables
  }

  private func least(from base: Int, leg: (Int, Int) -> Minutes) -> [Minutes] {
    let stay = shortestVisit
    var least = places.indices.map { leg(base, $0) }
    var open = least.indices.filter { $0 != base && places[$0] >= 0 }
    while let next = open.min(by: { least[$0] < least[$1] }) {
      open.removeAll { $0 == next }
      for place in open { least[place] = min(least[place], least[next] + stay + leg(next, place)) }
    }
    return least
  }
}
