/// What a route of one shift still costs at least from each stop on, were it free to come back anywhere.
///
/// Worked out from the shift's end backwards, for steps of time no longer than the shortest stop: whoever leaves a stop
/// within a step pays at least what leaving at its begin costs. Labels that cannot beat the best known route even so need
/// not be made.
struct WayHome {
  private var costs: [Int64] = []
  private var begin: Minutes = 0
  private var width: Minutes = 1
  private var stepCount = 0
  /// The step of each minute from the shift's begin.
  private var stepOf: [Int32] = []
  /// What the cheapest route costs at least; at most 0, which staying at home costs.
  private(set) var whole: Int64 = 0

  /// A cost beyond all others.
  static let never: Int64 = 1 << 60

  /// Where the costs of a stop begin, with the break behind or still to come.
  @inline(__always) private func row(_ stop: Int, _ isRested: Bool) -> Int {
    (2 * stop + (isRested ? 0 : 1)) * stepCount
  }

  /// The least cost of what follows a stop that ends at a time.
  @inline(__always) func after(_ stop: Int32, end: Minutes, isRested: Bool) -> Int64 {
    costs[row(Int(stop), isRested) + Int(stepOf[Int(end &- begin)])]
  }

  /// Works out all costs at prices of the stops, in the unit of the prices.
  mutating func find(_ stops: ShiftStops, prices: [Int64], travelCost: Int64, opening: Int64) {
    let shift = stops.shift
    let count = prices.count
    begin = shift.start
    var shortest: Minutes = 15
    for stop in 0..<count { shortest = min(shortest, stops.stops[stop].minutes) }
    width = shortest
    stepCount = Int((shift.end - shift.start) / width) + 1
    stepOf.removeAll(keepingCapacity: true)
    for minute in 0..<Minutes(stepCount) * width { stepOf.append(Int32(minute / width)) }
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(Self.never, count: 2 * count * stepCount))
    for step in stride(from: stepCount - 1, through: 0, by: -1) {
      let first = begin + Minutes(step) * width
      for stop in 0..<count {
        let row = stops.stops[stop]
        let end = max(first, row.release + row.minutes)
        if end >= first + width || end > row.latest + row.minutes { continue }
        let rested = from(Int32(stop), end, isRested: true, stops, prices, travelCost)
        costs[self.row(stop, true) + step] = rested
        if shift.breakMinutes > 0 {
          costs[self.row(stop, false) + step] = from(Int32(stop), end, isRested: false, stops, prices, travelCost)
        }
      }
    }
    whole = min(
      0, opening + from(-1, begin, isRested: shift.breakMinutes == 0, stops, prices, travelCost))
  }

  /// The least cost of what follows a stop that ends at a time, from what is known of later ones.
  @inline(__always)
  private func from(
    _ stop: Int32, _ end: Minutes, isRested: Bool, _ stops: ShiftStops, _ prices: [Int64], _ travelCost: Int64
  ) -> Int64 {
    let shift = stops.shift
    var least = Self.never
    if stop >= 0 && end <= stops.latestEnd(of: stop, isRested: isRested) {
      least = travelCost &* Int64(stops.stops[stop].back)
    }
    for number in stops.legs(from: stop) {
      let leg = stops.leg(number)
      let next = stops.stops[leg.to]
      let start = max(end &+ leg.travel, next.release)
      if start > next.latest { continue }
      let paid = travelCost &* Int64(leg.travel) &- prices[Int(leg.to)]
      if isRested || start &+ next.minutes <= shift.breakTo {
        least = min(least, paid &+ after(leg.to, end: start &+ next.minutes, isRested: isRested))
      }
      if isRested { continue }
      let rested = max(RouteTiming.afterBreak(leaving: end, travel: leg.travel, shift: shift), next.release)
      if rested <= next.latest {
        least = min(least, paid &+ after(leg.to, end: rested &+ next.minutes, isRested: true))
      }
    }
    return least
  }
}
