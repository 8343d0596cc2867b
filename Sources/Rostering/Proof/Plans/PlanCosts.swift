/// What a block's plans cost at given prices of arcs: meeting staff, and having them serve rows.
///
/// All in whole numbers, `unit` for one point.
final class PlanCosts {
  let block: PlanBlock
  let unit: Int64
  let rowCount: Int
  let staffCount: Int
  /// cost[staff · rowCount + row], `absent` where the staff member is no candidate.
  let cost: Buffer<Int32>
  let need: Buffer<Int32>
  let opening: Buffer<Int64>

  private let base: Buffer<Int32>
  private let rowPenalty: Buffer<Int64>
  /// Cells with arcs: position in `cost` and its run of arcs.
  private let cellPosition: Buffer<Int32>
  private let cellStart: Buffer<Int32>
  private let cellArcs: Buffer<ArcRow>
  private let first: Buffer<Int32>
  private let second: Buffer<Int32>

  static let absent: Int32 = 1 << 28

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
    first = Buffer(count: rows, repeating: 0)
    second = Buffer(count: rows, repeating: 0)
  }

  /// A cost in scaled units, held where sums of many still fit; costs cut down only weaken a bound.
  static func scaled(_ cost: Int, _ unit: Int64) -> Int64 {
    let (product, overflows) = Int64(cost).multipliedReportingOverflow(by: unit)
    return overflows ? 1 << 50 : min(product, 1 << 50)
  }

  /// Takes over prices: serving costs the cheapest arc on top.
  func load(_ prices: ArcPrices) {
    for cell in 0..<cellPosition.count {
      var least = Self.absent
      for index in cellStart[cell]..<cellStart[cell + 1] { least = min(least, prices[cellArcs[index]]) }
      let position = cellPosition[cell]
      cost[position] = min(Self.absent - 1, base[position] &+ least)
    }
    limitToLeaving()
  }

  /// Lowers serving costs until leaving a row out is never cheaper than serving it, so that only plans that serve
  /// everything need be looked at; whatever bounds those at lower costs bounds all plans.
  private func limitToLeaving() {
    let reserve = Self.scaled(block.reserve, unit)
    for row in 0..<rowCount where rowPenalty[row] < .max {
      let most = rowPenalty[row] / Int64(need[row])
      for staff in 0..<staffCount where cost[staff * rowCount + row] < Self.absent {
        let room = max(0, most - opening[staff] - reserve)
        if Int64(cost[staff * rowCount + row]) > room { cost[staff * rowCount + row] = Int32(room) }
      }
    }
  }

  /// The least that meeting a staff member costs whom history does not count.
  var leastOpening: Int64 {
    var least = Int64.max
    for staff in 0..<staffCount where opening[staff] > 0 { least = min(least, opening[staff]) }
    return least == .max ? 0 : least
  }

  /// What each row costs at least, whoever serves it, all rows together.
  var leastService: Int64 {
    var total: Int64 = 0
    for row in 0..<rowCount {
      var least = Self.absent
      for staff in 0..<staffCount { least = min(least, cost[staff * rowCount + row]) }
      total += Int64(need[row]) * Int64(least)
    }
    return total
  }

  /// What the best plan with just these staff costs; `Int64.max` where they cannot serve everything.
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
      var part: Int64
      switch need[row] {
      case 1: part = Int64(first[row])
      case 2: part = Int64(first[row]) + Int64(second[row])
      default: part = sumOfCheapest(row, in: set)
      }
      if part >= Int64(Self.absent) { return .max }
      total += part
    }
    return total
  }

  private func sumOfCheapest(_ row: Int, in set: [Bool]) -> Int64 {
    let costs = (0..<staffCount).filter { set[$0] }.map { cost[$0 * rowCount + row] }.sorted()
    let count = Int(need[row])
    return costs.count < count ? Int64(Self.absent) : costs.prefix(count).reduce(0) { $0 + Int64($1) }
  }

  /// The set with staff added, those who serve most of what lacks first, until every row is served.
  func repaired(_ set: [Bool]) -> [Bool] {
    var set = set
    for staff in 0..<staffCount where opening[staff] == 0 { set[staff] = true }
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
}
