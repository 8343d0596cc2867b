/// Prices all blocks at once, on several threads.
final class PlanPricing: @unchecked Sendable {
  // Each oracle is used by one thread at a time; results go to slots of their own.
  let oracles: [PlanOracle]
  private let order: [Int]
  private let threads: Int
  private let bounds: Buffer<Int64>
  private let costs: Buffer<Int64>
  /// What using each arc costs; set before pricing.
  let prices: ArcPrices

  init(_ blocks: [PlanBlock], at prices: ArcPrices, threads: Int) {
    oracles = blocks.map { PlanOracle($0, unit: prices.unit) }
    self.prices = prices
    self.threads = threads
    // The largest first, so that no thread is left with one at the end.
    order = blocks.indices.sorted { (blocks[$0].rows.count, $1) > (blocks[$1].rows.count, $0) }
    bounds = Buffer(count: blocks.count, repeating: 0)
    costs = Buffer(count: blocks.count, repeating: 0)
  }

  /// The sum of all blocks' bounds at the prices, in scaled units, staff met anyhow not counted.
  ///
  /// Once `isOver`, what is proven at that moment has to do.
  func solve(isOver: @Sendable () -> Bool) -> Int64 {
    SharedWork.perform(order.count, threads: threads) { index in
      let answer = oracles[order[index]].solve(prices: prices, isOver: isOver)
      bounds[order[index]] = answer.bound
      costs[order[index]] = answer.cost
    }
    return (0..<oracles.count).reduce(Int64(0)) { $0 + bounds[$1] }
  }

  /// What no plan of a block costs less than, of the latest call.
  func bound(_ block: Int) -> Int64 { bounds[block] }

  /// The cost of the best plan found of a block in the latest call, `Int64.max` where none was.
  func cost(_ block: Int) -> Int64 { costs[block] }

  /// How far the bounds of the latest call may lie below the truth, in scaled units.
  var slack: Int64 {
    (0..<oracles.count).reduce(0) { $0 + (costs[$1] < .max ? costs[$1] - bounds[$1] : prices.unit) }
  }

  /// Lets the oracles that were cut short look at so many times more nodes from now on.
  func deepen(by factor: Int, to limit: Int) {
    for (index, oracle) in oracles.enumerated() where costs[index] > bounds[index] {
      oracle.nodeLimit = min(oracle.nodeLimit * factor, limit)
    }
  }

  /// Lets every oracle look at so many nodes.
  func setNodeLimit(_ limit: Int) { for oracle in oracles { oracle.nodeLimit = limit } }
}
