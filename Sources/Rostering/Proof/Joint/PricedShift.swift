/// One shift as its routes are priced: the stops it could make, the arcs that serve them, and what a route remembers of
/// the stops behind it.
///
/// A route that forgets where it was may come back. It remembers a stop only while it is at stops near it
/// (*ng-routes*: R. Baldacci, A. Mingozzi, R. Roberti, "New route relaxation and pricing strategies for the vehicle routing
/// problem", Operations Research 59, 2011), which keeps the labels few and nearly all routes free of returns.
final class PricedShift: Sendable {
  let stops: ShiftStops
  /// The arc that serves each stop.
  let arcs: Buffer<ArcRow>
  /// Each stop in the numbering of those that a route could come back to; empty for the others.
  let own: Buffer<StopSet>
  /// What a route at a stop still remembers.
  let neighbours: Buffer<StopSet>
  /// What the first stop costs, in points.
  let opening: Int
  /// Most stops of any route.
  let mostStops: Int

  /// Stops that a route at a stop remembers.
  private static let mostNeighbours = 8

  /// All shifts of an instance.
  static func all(_ problem: CompiledProblem, arcs: BoundArcs, threads: Int) -> [PricedShift] {
    SharedWork.map(problem.shiftCount, threads: threads) { index in
      PricedShift(ShiftRow(index), arcs: arcs, problem: problem)
    }
  }

  init(_ shift: ShiftRow, arcs: BoundArcs, problem: CompiledProblem) {
    let row = problem.shifts[shift]
    let arcsOfShift = arcs.arcs(ofShift: shift)
    let visits = arcsOfShift.map { arcs.visit[$0] }
    let places = visits.map { problem.visits[$0].location }
    func travel(_ from: Int, _ to: Int) -> Minutes { problem.minutes(places[from], places[to], in: row) }
    let made = zip(visits, places).map { visit, place in
      let minutes = problem.visits[visit].minutes
      let starts = problem.starts(of: visit, in: row)
      return ShiftStops.Stop(
        release: max(starts.earliest, row.start + problem.reach(row.base, place, in: row)),
        latest: min(starts.latest, row.end - minutes - problem.reach(place, row.base, in: row)), minutes: minutes,
        out: problem.minutes(row.base, place, in: row), back: problem.minutes(place, row.base, in: row))
    }
    stops = ShiftStops(row, made, travel: travel)
    self.arcs = Buffer(arcsOfShift)
    opening = problem.costs.opening(row)
    let shortest = Int(made.map(\.minutes).min() ?? 1)
    mostStops = Int(row.end - row.start) / max(1, shortest) + 1
    let memory = Self.memory(of: made, travel: travel)
    own = Buffer(memory.own)
    neighbours = Buffer(memory.neighbours)
  }

  /// What routes can and should remember.
  private static func memory(
    of stops: [ShiftStops.Stop], travel: (Int, Int) -> Minutes
  ) -> (own: [StopSet], neighbours: [StopSet]) {
    // Whether a route could leave a stop for another and be back in time.
    func returns(_ stop: Int, by way: Int) -> Bool {
      let (first, second) = (stops[stop], stops[way])
      let there = max(first.release + first.minutes + travel(stop, way), second.release)
      return there <= second.latest && there + second.minutes + travel(way, stop) <= first.latest
    }
    let near = stops.indices.map { way in
      stops.indices.filter { $0 != way && returns($0, by: way) }
        .sorted { left, right in
          let (a, b) = (travel(left, way) + travel(way, left), travel(right, way) + travel(way, right))
          return (a, left) < (b, right)
        }.prefix(mostNeighbours)
    }
    // Numbers go to the stops that most others are near to.
    var uses = [Int](repeating: 0, count: stops.count)
    for list in near { for stop in list { uses[stop] += 1 } }
    let numbered = uses.indices.filter { uses[$0] > 0 }.sorted { (uses[$0], $1) > (uses[$1], $0) }
    var own = [StopSet](repeating: StopSet(), count: stops.count)
    for (number, stop) in numbered.prefix(StopSet.capacity).enumerated() { own[stop] = StopSet(number) }
    return (own, near.map { list in list.reduce(StopSet()) { $0.union(own[$1]) } })
  }
}
