/// Finds the cheapest plan of one block at given prices of arcs: which staff a client meets, and who serves what.
///
/// A facility-location problem: staff are facilities with an opening cost, needs are customers. Solved exactly by branch
/// and bound on a Lagrangian bound: each need offers a price for being served (a *bid*), and a staff member is worth
/// opening when the bids above the serving costs pay for it. The bids are improved by subgradient steps and kept from
/// call to call. All arithmetic is in integers, `unit` for one unit of the objective, so every bound is exact.
final class PlanOracle {
  /// What a call found.
  struct Answer {
    /// No plan costs less, in scaled units.
    var bound: Int64
    /// Cost of the best plan found, prices included, in scaled units.
    var cost: Int64
  }

  let block: PlanBlock
  let unit: Int64
  let rowCount: Int
  let staffCount: Int
  /// Nodes of the branch and bound a call may use; then the bound is what is proven so far.
  var nodeLimit = 20

  // cost[staff · rowCount + row], `absent` where the staff member is no candidate.
  let cost: Buffer<Int32>
  let base: Buffer<Int32>
  let need: Buffer<Int32>
  let opening: Buffer<Int64>
  let bidLimit: Buffer<Int32>
  let rowPenalty: Buffer<Int64>
  /// Cells with arcs: position in `cost` and its run of arcs.
  let cellPosition: Buffer<Int32>
  let cellStart: Buffer<Int32>
  let cellArcs: Buffer<ArcRow>

  // Branching: 0 open to choice, 1 met, 2 not met.
  let status: Buffer<UInt8>
  let bids: Buffer<Int32>
  let rootBids: Buffer<Int32>
  let bestBids: Buffer<Int32>
  let worth: Buffer<Int64>
  let taken: Buffer<Bool>
  let served: Buffer<Int32>
  let first: Buffer<Int32>
  let second: Buffer<Int32>
  let ordered: Buffer<Int64>

  var incumbent: [Bool]
  var incumbentCost = Int64.max
  var memory: [[Bool]] = []
  var nodes = 0
  var unexplored = Int64.max
  var rootBound: Int64 = 0

  static let absent: Int32 = 1 << 28

  /// A cost in scaled units, held where sums of many still fit; costs cut down only weaken a bound.
  static func scaled(_ cost: Int, _ unit: Int64) -> Int64 {
    let (product, overflows) = Int64(cost).multipliedReportingOverflow(by: unit)
    return overflows ? 1 << 50 : min(product, 1 << 50)
  }

  var dearestTaken: Int64 = 0
  /// The least number of paid staff in any plan of the present node.
  var required = 0

  init(_ block: PlanBlock, unit: Int64) {
    self.block = block
    self.unit = unit
    let rows = block.rows.count
    rowCount = rows
    staffCount = block.opening.count
    base = Buffer(count: staffCount * rows, repeating: Self.absent)
    cost = Buffer(count: staffCount * rows, repeating: Self.absent)
    need = Buffer(block.rows.map { Int32($0.need) })
    opening = Buffer(block.opening.map { Self.scaled($0, unit) })
    // Sums of bids over all rows stay far inside 32 bits.
    let limit = min(Int32(1) << 26, (Int32(1) << 29) / Int32(max(1, rows)))
    bidLimit = Buffer(count: rows, repeating: limit)
    rowPenalty = Buffer(block.rows.map { $0.penalty.map { Self.scaled($0, unit) } ?? Int64.max })
    var positions: [Int32] = []
    var starts: [Int32] = [0]
    var arcs: [ArcRow] = []
    for (row, content) in block.rows.enumerated() {
      for cell in content.cells {
        let position = cell.staff * rows + row
        base[position] = Int32(clamping: min(Int64(Self.absent) - 1, Self.scaled(cell.cost, unit)))
        positions.append(Int32(position))
        arcs += cell.arcs
        starts.append(Int32(arcs.count))
      }
    }
    cellPosition = Buffer(positions)
    cellStart = Buffer(starts)
    cellArcs = Buffer(arcs)
    status = Buffer(count: staffCount, repeating: 0)
    bids = Buffer(count: rows, repeating: 0)
    rootBids = Buffer(count: rows, repeating: 0)
    bestBids = Buffer(count: rows, repeating: 0)
    worth = Buffer(count: staffCount, repeating: 0)
    taken = Buffer(count: staffCount, repeating: false)
    served = Buffer(count: rows, repeating: 0)
    first = Buffer(count: rows, repeating: 0)
    second = Buffer(count: rows, repeating: 0)
    ordered = Buffer(count: staffCount, repeating: 0)
    incumbent = [Bool](repeating: false, count: staffCount)
    if !block.smallestPlan.isEmpty {
      var set = block.opening.map { $0 == 0 }
      for staff in block.smallestPlan { set[staff] = true }
      memory.append(set)
    }
  }

  /// The cheapest plan where using an arc costs its price on top.
  ///
  /// Once `isOver`, the bound is what is proven so far.
  func solve(prices: borrowing Table<ArcRow, Int32>, isOver: () -> Bool = { false }) -> Answer {
    load(prices)
    limitCosts()
    incumbentCost = .max
    for staff in 0..<staffCount { status[staff] = opening[staff] == 0 ? 1 : 0 }
    for set in memory { consider(set) }
    consider(repaired([Bool](repeating: false, count: staffCount)))
    polish()
    nodes = 0
    unexplored = .max
    for row in 0..<rowCount { bids[row] = min(rootBids[row], bidLimit[row]) }
    rootBound = 0
    explore(depth: 0, isOver)
    remember()
    let bound = incumbentCost < .max ? min(incumbentCost, unexplored) : rootBound
    return Answer(bound: bound, cost: incumbentCost)
  }

  /// The arcs of the best plan of the latest call, and its cost without prices in the block's own units.
  func plan(prices: borrowing Table<ArcRow, Int32>) -> (arcs: [ArcRow], cost: Int) {
    var used = [Bool](repeating: false, count: staffCount)
    var chosen: [ArcRow] = []
    var total = 0
    for (row, content) in block.rows.enumerated() {
      let ranked = content.cells.filter { incumbent[$0.staff] && !$0.arcs.isEmpty }.map { cell in
        (
          cost: cost[cell.staff * rowCount + row], staff: cell.staff, plain: cell.cost,
          arc: cell.arcs.min { (prices[$0], $0) < (prices[$1], $1) } ?? ArcRow.none
        )
      }.sorted { ($0.cost, $0.staff) < ($1.cost, $1.staff) }
      // Where prices make leaving the row cheaper, that is what the plan does.
      let chosenOnes = ranked.prefix(content.need)
      let price = chosenOnes.reduce(Int64(0)) { $0 + Int64(prices[$1.arc]) + Self.scaled($1.plain, unit) }
      if let penalty = content.penalty, price >= Self.scaled(penalty, unit) {
        total += penalty
        continue
      }
      for choice in chosenOnes {
        chosen.append(choice.arc)
        used[choice.staff] = true
        total += choice.plain
      }
    }
    for staff in 0..<staffCount where used[staff] { total += block.opening[staff] }
    return (chosen, total)
  }

  // MARK: Costs

  func load(_ prices: borrowing Table<ArcRow, Int32>) {
    for cell in 0..<cellPosition.count {
      var least = Self.absent
      for index in cellStart[cell]..<cellStart[cell + 1] { least = min(least, prices[cellArcs[index]]) }
      let position = cellPosition[cell]
      cost[position] = min(Self.absent - 1, base[position] &+ least)
    }
  }

  /// Lowers serving costs until leaving a row out is never cheaper than serving it, so that only plans that serve
  /// everything need be looked at; whatever bounds those at lower costs bounds all plans.
  func limitCosts() {
    let reserve = Self.scaled(block.reserve, unit)
    for row in 0..<rowCount where rowPenalty[row] < .max {
      let most = rowPenalty[row] / Int64(need[row])
      for staff in 0..<staffCount where cost[staff * rowCount + row] < Self.absent {
        let room = max(0, most - opening[staff] - reserve)
        if Int64(cost[staff * rowCount + row]) > room { cost[staff * rowCount + row] = Int32(room) }
      }
    }
  }

  // MARK: Plans

  func remember() {
    guard incumbentCost < .max, !memory.contains(incumbent) else { return }
    memory.append(incumbent)
    if memory.count > 12 { memory.removeFirst() }
  }

  func value(of set: [Bool]) -> Int64 {
    var total: Int64 = 0
    for row in 0..<rowCount {
      first[row] = Self.absent
      second[row] = Self.absent
    }
    for staff in 0..<staffCount where set[staff] {
      total += opening[staff]
      let start = staff * rowCount
      for row in 0..<rowCount {
        let price = cost[start + row]
        second[row] = min(second[row], max(first[row], price))
        first[row] = min(first[row], price)
      }
    }
    for row in 0..<rowCount {
      switch need[row] {
      case 1: total += Int64(first[row])
      case 2: total += Int64(first[row]) + Int64(second[row])
      default: total += sumOfCheapest(row, in: set)
      }
      if total >= Int64(Self.absent) { return .max }
    }
    return total
  }

  func sumOfCheapest(_ row: Int, in set: [Bool]) -> Int64 {
    let prices = (0..<staffCount).filter { set[$0] }.map { cost[$0 * rowCount + row] }.sorted()
    let count = Int(need[row])
    return prices.count < count ? Int64(Self.absent) : prices.prefix(count).reduce(0) { $0 + Int64($1) }
  }

  func consider(_ set: [Bool]) {
    let cost = value(of: set)
    if cost < incumbentCost {
      incumbentCost = cost
      incumbent = set
    }
  }

  /// The set with staff added, those who serve most of what lacks first, until every row is served.
  func repaired(_ set: [Bool]) -> [Bool] {
    var set = set
    for staff in 0..<staffCount where status[staff] == 1 { set[staff] = true }
    var lacking = (0..<rowCount).map { Int(need[$0]) }
    for staff in 0..<staffCount where set[staff] {
      for row in 0..<rowCount where cost[staff * rowCount + row] < Self.absent { lacking[row] -= 1 }
    }
    while lacking.contains(where: { $0 > 0 }) {
      var best = -1
      var bestGain: Int64 = 0
      for staff in 0..<staffCount where !set[staff] {
        var gain: Int64 = 0
        for row in 0..<rowCount where lacking[row] > 0 && cost[staff * rowCount + row] < Self.absent {
          gain += 4 * unit - min(3 * unit, Int64(cost[staff * rowCount + row]))
        }
        if status[staff] == 2 { gain /= 8 }
        if gain > bestGain {
          bestGain = gain
          best = staff
        }
      }
      if best < 0 { break }
      set[best] = true
      for row in 0..<rowCount where cost[best * rowCount + row] < Self.absent { lacking[row] -= 1 }
    }
    return set
  }

  /// Adds, drops and swaps staff of the incumbent while it helps.
  func polish() {
    var improved = true
    while improved {
      improved = false
      let start = incumbentCost
      for staff in 0..<staffCount where opening[staff] > 0 {
        var set = incumbent
        set[staff].toggle()
        consider(set)
        if !set[staff] && incumbent != set {
          for other in 0..<staffCount where !set[other] && other != staff {
            set[other] = true
            consider(set)
            set[other] = false
          }
        }
      }
      improved = incumbentCost < start
    }
  }
}
