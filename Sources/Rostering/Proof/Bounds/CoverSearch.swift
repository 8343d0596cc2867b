/// Depth-first search for a cover of a given number of columns, cut by a dual bound.
final class CoverSearch {
  private let columns: [[Int]]
  private let candidates: [[Int]]
  private let rowCount: Int
  private let columnCount: Int
  /// Nodes that may still be looked at.
  private(set) var nodesLeft: Int

  /// What is still needed of each row, a run of rows per depth.
  private let needed: Buffer<Int32>
  private let banned: Buffer<Bool>
  private let gain: Buffer<Int32>
  private let slack: Buffer<Int32>
  private let spare: Buffer<Int32>
  private let depthLimit: Int
  /// The columns of the cover found.
  private(set) var cover: [Int] = []

  /// One column's worth in the dual bound: divisible by every small number of rows.
  private static let unit: Int32 = 5_045_040

  init(columns: [[Int]], candidates: [[Int]], needed: [Int], nodeLimit: Int) {
    self.columns = columns
    self.candidates = candidates
    rowCount = candidates.count
    columnCount = columns.count
    nodesLeft = nodeLimit
    depthLimit = needed.reduce(0, +)
    self.needed = Buffer(count: (depthLimit + 2) * rowCount, repeating: 0)
    for (row, count) in needed.enumerated() { self.needed[row] = Int32(count) }
    banned = Buffer(count: columnCount, repeating: false)
    gain = Buffer(count: columnCount, repeating: 0)
    slack = Buffer(count: columnCount, repeating: 0)
    spare = Buffer(count: rowCount, repeating: 0)
  }

  /// Whether `size` columns cover everything; also false where the nodes ran out.
  func exists(size: Int) -> Bool { exists(size, depth: 0) }

  private func exists(_ size: Int, depth: Int) -> Bool {
    nodesLeft -= 1
    let base = depth * rowCount
    guard let row = survey(base) else { return true }
    if nodesLeft <= 0 || size == 0 || spare[row] < 0 || dualBound(base, exceeds: size) { return false }
    var options: [(gain: Int32, column: Int)] = []
    for column in candidates[row] where !banned[column] { options.append((gain[column], column)) }
    options.sort { ($0.gain, $1.column) > ($1.gain, $0.column) }
    var found = false
    var tried = 0
    for option in options {
      for other in 0..<rowCount { needed[base + rowCount + other] = needed[base + other] }
      for served in columns[option.column] where needed[base + rowCount + served] > 0 {
        needed[base + rowCount + served] -= 1
      }
      // Whoever was tried stays out of what follows: there, it would only be found again.
      banned[option.column] = true
      tried += 1
      if exists(size - 1, depth: depth + 1) {
        found = true
        cover.append(option.column)
        break
      }
      if nodesLeft <= 0 { break }
    }
    for option in options[..<tried] { banned[option.column] = false }
    return found
  }

  /// Counts the rows that each column would serve and finds the row with the fewest columns to spare.
  private func survey(_ base: Int) -> Int? {
    for column in 0..<columnCount { gain[column] = 0 }
    var hardest: Int?
    for row in 0..<rowCount where needed[base + row] > 0 {
      spare[row] = -needed[base + row]
      for column in candidates[row] where !banned[column] {
        gain[column] += 1
        spare[row] += 1
      }
      if hardest.map({ spare[row] < spare[$0] }) ?? true { hardest = row }
    }
    return hardest
  }

  /// Whether prices of the rows, no column's rows together dearer than one, sum up to more than `size`.
  private func dualBound(_ base: Int, exceeds size: Int) -> Bool {
    for column in 0..<columnCount { slack[column] = Self.unit }
    var total: Int64 = 0
    // Each row's share of its largest column first, so that no row takes it all; then whatever is left.
    for row in 0..<rowCount where needed[base + row] > 0 {
      var largest: Int32 = 1
      for column in candidates[row] where !banned[column] { largest = max(largest, gain[column]) }
      let price = Self.unit / largest
      for column in candidates[row] { slack[column] -= price }
      total += Int64(price) * Int64(needed[base + row])
    }
    for row in 0..<rowCount where needed[base + row] > 0 {
      var price = Self.unit
      for column in candidates[row] where !banned[column] { price = min(price, slack[column]) }
      for column in candidates[row] { slack[column] -= price }
      total += Int64(price) * Int64(needed[base + row])
    }
    return total > Int64(size) * Int64(Self.unit)
  }
}
