import Synchronization

/// Prices the routes of all shifts at once, on several threads.
final class RoutePricing: Sendable {
  let shifts: [PricedShift]
  private let travel: Int
  private let threads: Int
  private let searches = Mutex<[Search]>([])

  /// A search that one thread uses at a time.
  private struct Search: @unchecked Sendable {
    let search: CheapestRoute
  }

  /// - Parameter travel: points that a minute of travel costs.
  init(_ problem: CompiledProblem, arcs: BoundArcs, travel: Int, threads: Int) {
    self.travel = travel
    self.threads = threads
    shifts = SharedWork.map(problem.shiftCount, threads: threads) { index in
      PricedShift(ShiftRow(index), arcs: arcs, problem: problem)
    }
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
      return free.search.find(shift, at: prices, travel: travel, below: known[index])
    }
    return answers.contains { $0 == nil } ? nil : answers.compactMap(\.self)
  }
}
