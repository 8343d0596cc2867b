/// Leads to prices of arcs at which plans and routes come to agree.
///
/// A proximal bundle with one model for each client's plans and each shift's routes (K. C. Kiwiel, "Proximity control in
/// bundle methods for convex nondifferentiable minimization", Mathematical Programming 46, 1990). Of what was found at
/// earlier prices, each keeps some columns, plans or routes, and the least of them at other prices is at least what the
/// clients or shifts can do there. The next prices maximise the sum of these models less the square of the way from the
/// centre, found from the other side: a mixture of each one's columns, bettered by moving weight between two columns of one
/// at a time, and prices that rise from the centre where mixed plans use an arc more than mixed routes do.
///
/// In floating point: what it says of a bound is a guess, and nothing proven hangs on it.
final class PriceBundle {
  /// Clients' plans or a shift's routes.
  struct Side {
    /// 1 where columns pay for arcs, −1 where they are paid.
    var sign: Double
    /// Most arcs of a column.
    var room: Int
  }

  /// The prices of the model's best answer, in points.
  let prices: Buffer<Double>
  /// Where the prices have to prove themselves better than, in points.
  let centre: Buffer<Double>
  /// The most that an arc's price may be, in points.
  private let most: Buffer<Double>
  /// How far prices move for each use that plans have more of an arc than routes.
  var step = 3.0

  private let sides: [Side]
  private let arcCount: Int
  /// Where the arcs of each side's columns begin in `arcs`.
  private let firstArc: [Int]
  private let arcs: Buffer<Int32>
  // For each side and column:
  private let cost: Buffer<Double>
  private let weight: Buffer<Double>
  private let length: Buffer<Int32>
  private let idle: Buffer<Int32>
  private let columnCount: Buffer<Int32>
  /// By how much plans use each arc more than routes do.
  private let excess: Buffer<Double>
  private let change: Buffer<Int32>
  private let value: Buffer<Double>

  /// Most columns of a side.
  private static let mostColumns = 100
  private static let mostPasses = 300
  /// How far the mixtures may be from the cheapest columns, as part of what they promise.
  private static let tolerance = 0.03

  init(_ sides: [Side], mostPrices: [Double]) {
    self.sides = sides
    arcCount = mostPrices.count
    most = Buffer(mostPrices)
    prices = Buffer(count: arcCount, repeating: 0)
    centre = Buffer(count: arcCount, repeating: 0)
    excess = Buffer(count: arcCount, repeating: 0)
    change = Buffer(count: arcCount, repeating: 0)
    var first: [Int] = []
    var total = 0
    for side in sides {
      first.append(total)
      total += side.room * Self.mostColumns
    }
    firstArc = first
    arcs = Buffer(count: total, repeating: 0)
    let columns = sides.count * Self.mostColumns
    cost = Buffer(count: columns, repeating: 0)
    weight = Buffer(count: columns, repeating: 0)
    length = Buffer(count: columns, repeating: 0)
    idle = Buffer(count: columns, repeating: 0)
    columnCount = Buffer(count: sides.count, repeating: 0)
    value = Buffer(count: Self.mostColumns, repeating: 0)
  }

  // MARK: Columns

  /// Where the arcs of a column stand.
  @inline(__always) private func arcs(of side: Int, _ column: Int) -> Range<Int> {
    let first = firstArc[side] + column * sides[side].room
    return first..<first + Int(length[side * Self.mostColumns + column])
  }

  /// Takes in a column, its cost in points without prices; returns whether it is new.
  @discardableResult
  func add(_ columnArcs: [ArcRow], cost columnCost: Double, to side: Int) -> Bool {
    if columnArcs.count > sides[side].room { return false }
    let sorted = columnArcs.map(\.number).sorted()
    let count = Int(columnCount[side])
    for column in 0..<count where isSame(sorted, columnCost, side, column) { return false }
    var place = count
    if count == Self.mostColumns {
      place = leastUseful(side)
      let lost = weight[side * Self.mostColumns + place]
      weight[side * Self.mostColumns + place] = 0
      if lost > 0 { hand(lost, to: side, besides: place) }
    } else {
      columnCount[side] += 1
    }
    let row = side * Self.mostColumns + place
    cost[row] = columnCost
    weight[row] = count == 0 ? 1 : 0
    length[row] = Int32(sorted.count)
    idle[row] = 0
    let first = firstArc[side] + place * sides[side].room
    for (offset, arc) in sorted.enumerated() { arcs[first + offset] = arc }
    return true
  }

  private func isSame(_ sorted: [Int32], _ columnCost: Double, _ side: Int, _ column: Int) -> Bool {
    let row = side * Self.mostColumns + column
    guard Int(length[row]) == sorted.count, abs(cost[row] - columnCost) < 1e-6 else { return false }
    let first = firstArc[side] + column * sides[side].room
    for offset in sorted.indices where arcs[first + offset] != sorted[offset] { return false }
    return true
  }

  /// The column that has been without weight for longest, or else has least.
  private func leastUseful(_ side: Int) -> Int {
    var pick = 0
    for column in 1..<Self.mostColumns {
      let (a, b) = (side * Self.mostColumns + column, side * Self.mostColumns + pick)
      if weight[a] < weight[b] || (weight[a] == weight[b] && idle[a] > idle[b]) { pick = column }
    }
    return pick
  }

  /// Adds weight to the column of the side that has most already.
  private func hand(_ lost: Double, to side: Int, besides place: Int) {
    var pick = -1
    for column in 0..<Self.mostColumns where column != place {
      if pick < 0 || weight[side * Self.mostColumns + column] > weight[side * Self.mostColumns + pick] { pick = column }
    }
    weight[side * Self.mostColumns + pick] += lost
  }

  // MARK: The model

  /// The sum of the models at prices.
  private func model(at prices: borrowing Buffer<Double>) -> Double {
    var total = 0.0
    for side in sides.indices { total += least(side, at: prices) }
    return total
  }

  /// The least cost of a side's columns at prices, all in points.
  private func least(_ side: Int, at prices: borrowing Buffer<Double>) -> Double {
    var least = Double.infinity
    let sign = sides[side].sign
    for column in 0..<Int(columnCount[side]) {
      var sum = 0.0
      for index in arcs(of: side, column) { sum += prices[arcs[index]] }
      least = min(least, cost[side * Self.mostColumns + column] + sign * sum)
    }
    return least
  }

  /// What the models allow at the centre.
  var modelAtCentre: Double { model(at: centre) }

  /// What the cheapest of a side's columns costs at prices, in points.
  func cheapest(of side: Int, at prices: borrowing Buffer<Double>) -> Double { least(side, at: prices) }

  /// Brings the prices of the centre into the range that they may have.
  func limitCentre() {
    for arc in 0..<arcCount { centre[arc] = max(0, min(most[arc], centre[arc])) }
  }

  /// Makes the latest prices, as they are, the centre.
  func moveCentre() { centre.assign(from: prices) }

  /// Finds the next prices; returns what the models allow there.
  ///
  /// - Parameter value: the best bound so far, in points, to which the answer's exactness is measured.
  func solve(beyond value: Double) -> Double {
    mix()
    for _ in 0..<Self.mostPasses {
      var (mixture, gap) = (0.0, 0.0)
      for side in sides.indices {
        let found = shiftWeight(side)
        mixture += found.mixture
        gap += found.gap
      }
      if gap < Self.tolerance * (mixture - value) { break }
    }
    for side in sides.indices {
      for column in 0..<Int(columnCount[side]) {
        let row = side * Self.mostColumns + column
        idle[row] = weight[row] > 0 ? 0 : idle[row] &+ 1
      }
    }
    return model(at: prices)
  }

  /// Works out from the weights what the mixtures use, and the prices that follow.
  private func mix() {
    for arc in 0..<arcCount { excess[arc] = 0 }
    for side in sides.indices {
      for column in 0..<Int(columnCount[side]) {
        let part = weight[side * Self.mostColumns + column] * sides[side].sign
        if part == 0 { continue }
        for index in arcs(of: side, column) { excess[arcs[index]] += part }
      }
    }
    for arc in 0..<arcCount { setPrice(arc) }
  }

  @inline(__always) private func setPrice(_ arc: Int) {
    prices[arc] = max(0, min(most[arc], centre[arc] + step * excess[arc]))
  }

  /// Moves weight from a side's dearest column in use to its cheapest; returns what its mixture cost and how far that was from
  /// the cheapest.
  private func shiftWeight(_ side: Int) -> (mixture: Double, gap: Double) {
    let count = Int(columnCount[side])
    let sign = sides[side].sign
    let row = side * Self.mostColumns
    var (cheapest, dearest) = (0, -1)
    var mixture = 0.0
    for column in 0..<count {
      var sum = 0.0
      for index in arcs(of: side, column) { sum += prices[arcs[index]] }
      value[column] = cost[row + column] + sign * sum
      mixture += weight[row + column] * value[column]
      if value[column] < value[cheapest] { cheapest = column }
      if weight[row + column] > 0 && (dearest < 0 || value[column] > value[dearest]) { dearest = column }
    }
    let gap = max(0, mixture - value[cheapest])
    if dearest < 0 || value[dearest] - value[cheapest] < 1e-9 { return (mixture, gap) }
    for index in arcs(of: side, cheapest) { change[arcs[index]] += 1 }
    for index in arcs(of: side, dearest) { change[arcs[index]] -= 1 }
    var norm = 0.0
    for column in [cheapest, dearest] {
      for index in arcs(of: side, column) {
        let arc = Int(arcs[index])
        // An arc of both, or one used twice, counts once with all that changes.
        norm += Double(change[arc] * change[arc])
        change[arc] = 0
      }
    }
    let gain = value[dearest] - value[cheapest]
    let moved = norm > 0 ? min(weight[row + dearest], gain / (step * norm)) : weight[row + dearest]
    weight[row + dearest] -= moved
    weight[row + cheapest] += moved
    for index in arcs(of: side, cheapest) { excess[arcs[index]] += sign * moved }
    for index in arcs(of: side, dearest) { excess[arcs[index]] -= sign * moved }
    for index in arcs(of: side, cheapest) { setPrice(Int(arcs[index])) }
    for index in arcs(of: side, dearest) { setPrice(Int(arcs[index])) }
    return (mixture, gap)
  }
}
