/// A Lagrangian bound on a block's plans: each row offers a price for being served, a *bid*, and a staff member is worth
/// meeting when the bids above the serving costs pay for it.
///
/// A facility-location problem: staff are facilities with an opening cost, rows are customers (D. Erlenkotter, "A dual-based
/// procedure for uncapacitated facility location", Operations Research 26, 1978). It bounds the plans that meet a given
/// number of paid staff, whose count has a price of its own: plans of one size alone are bounded far better than all
/// together. Bids are bettered by subgradient steps and kept from call to call.
final class PlanDual {
  private let costs: PlanCosts
  private let bidLimit: Int32
  private let bids: Buffer<Int32>
  private let bestBids: Buffer<Int32>
  private let worth: Buffer<Int64>
  private let taken: Buffer<Bool>
  private let served: Buffer<Int32>

  /// What no plan of the size costs less than.
  private(set) var bound = Int64.min
  /// Whether the bound holds for larger plans too.
  private(set) var boundsLarger = false
  /// What meeting each staff member adds to the bound beside the others: below 0 where the bound counts on it.
  let reduced: Buffer<Int64>

  private static let mostSteps = 200

  init(_ costs: PlanCosts) {
    self.costs = costs
    let rows = costs.rowCount
    // Sums of bids over all rows stay far inside 32 bits.
    bidLimit = min(Int32(1) << 26, (Int32(1) << 29) / Int32(max(1, rows)))
    bids = Buffer(count: rows, repeating: 0)
    bestBids = Buffer(count: rows, repeating: 0)
    served = Buffer(count: rows, repeating: 0)
    worth = Buffer(count: costs.staffCount, repeating: 0)
    reduced = Buffer(count: costs.staffCount, repeating: 0)
    taken = Buffer(count: costs.staffCount, repeating: false)
  }

  /// Betters the bids until they bound no better or reach the cost of the best plan known.
  ///
  /// - Parameters:
  ///   - size: how many paid staff plans meet.
  ///   - repair: hears now and then whom the bids would meet.
  func improve(plansOf size: Int, towards goal: () -> Int64, repair: ([Bool]) -> Void) {
    let rows = costs.rowCount
    for row in 0..<rows { bids[row] = min(bestBids[row], bidLimit) }
    bound = .min
    var scale = 1.0
    var stalled = 0
    for step in 0..<Self.mostSteps {
      let found = evaluate(size)
      if found > bound {
        if found > bound + costs.unit / 64 { stalled = 0 }
        bound = found
        for row in 0..<rows { bestBids[row] = bids[row] }
        if bound >= goal() { break }
      } else {
        stalled += 1
        if stalled >= 6 {
          scale *= 0.5
          stalled = 0
          if scale < 0.02 { break }
        }
      }
      if step & 31 == 3 { repair((0..<costs.staffCount).map { taken[$0] }) }
      var norm: Int32 = 0
      for row in 0..<rows {
        let lack = costs.need[row] - served[row]
        norm += lack * lack
      }
      if norm == 0 { break }
      let target = goal() == .max ? bound + costs.unit : goal()
      let length = scale * 1.02 * Double(max(target - found, costs.unit / 64)) / Double(norm)
      for row in 0..<rows {
        let lack = costs.need[row] - served[row]
        if lack == 0 { continue }
        let change = length * Double(lack)
        bids[row] = Int32(max(0, min(Double(bidLimit), Double(bids[row]) + change)))
      }
    }
    for row in 0..<rows { bids[row] = bestBids[row] }
    bound = evaluate(size)
    repair((0..<costs.staffCount).map { taken[$0] })
  }

  /// The bound at the present bids; leaves who is taken, how often each row is served and what each staff member adds.
  private func evaluate(_ size: Int) -> Int64 {
    let (rows, staffCount) = (costs.rowCount, costs.staffCount)
    var total: Int64 = 0
    for row in 0..<rows {
      total += Int64(costs.need[row]) * Int64(bids[row])
      served[row] = 0
    }
    for staff in 0..<staffCount {
      let start = staff * rows
      var gain: Int32 = 0
      for row in 0..<rows { gain &+= max(0, bids[row] &- costs.cost[start + row]) }
      worth[staff] = costs.opening[staff] - Int64(gain)
      taken[staff] = costs.opening[staff] == 0
    }
    // As many as there are to be, those that pay best; the last of them says what one more is worth.
    var share: Int64 = 0
    for _ in 0..<size {
      var pick = -1
      for staff in 0..<staffCount where !taken[staff] && (pick < 0 || worth[staff] < worth[pick]) { pick = staff }
      if pick < 0 { break }
      taken[pick] = true
      share = worth[pick]
    }
    boundsLarger = share >= 0
    total += share * Int64(size)
    for staff in 0..<staffCount {
      reduced[staff] = costs.opening[staff] > 0 ? worth[staff] - share : worth[staff]
      total += min(0, reduced[staff])
      guard taken[staff] else { continue }
      let start = staff * rows
      for row in 0..<rows { served[row] &+= bids[row] > costs.cost[start + row] ? 1 : 0 }
    }
    return total
  }
}
