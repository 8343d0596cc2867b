import Synchronization

/// What routes cost beside the prices of their stops.
struct RouteCosts {
  /// Points for a minute of travel.
  var travel: Int
  /// Whether the first stop of a shift costs what opening it does.
  var countsOpening: Bool

  /// Routes that cost nothing.
  static let none = RouteCosts(travel: 0, countsOpening: false)

  /// As the score has it.
  init(_ costs: CostModel) { self.init(travel: costs.travel, countsOpening: true) }

  private init(travel: Int, countsOpening: Bool) {
    self.travel = travel
    self.countsOpening = countsOpening
  }
}

/// Prices the routes of all shifts at once, on several threads.
final class RoutePricing: Sendable {
  let shifts: [PricedShift]
  private let costs: RouteCosts
  private let threads: Int
  private let searches = Mutex<[Search]>([])

  /// A search that one thread uses at a time.
  private struct Search: @unchecked Sendable {
    let search: CheapestRoute
  }

  init(_ shifts: [PricedShift], _ costs: RouteCosts, threads: Int) {
    self.shifts = shifts
    self.costs = costs
    self.threads = threads
  }

  /// The cheapest route of each shift at the prices; `nil` where the time is up before they are found.
  ///
  /// - Parameter known: what a route of each shift is known to cost, or staying at home.
  func answers(
    at prices: ArcPrices, below known: [Int64], isOver: @Sendable () -> Bool
  ) -> [CheapestRoute.Answer]? {
    let answers = SharedWork.map(shifts.count, threads: threads) { index -> CheapestRoute.Answer? in
      if isOver() { return nil }
      let shift = shifts[index]
      let free = searches.withLock { $0.popLast() } ?? Search(search: CheapestRoute(shift))
      defer { searches.withLock { $0.append(free) } }
      return free.search.find(shift, at: prices, costs, below: known[index])
    }
    return answers.contains { $0 == nil } ? nil : answers.compactMap(\.self)
  }
}
