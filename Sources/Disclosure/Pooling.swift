/// The rows of one classification: groups told of alone, and those that are told of together.
struct Pooling {
  /// Groups with rows of their own.
  private(set) var alone: [Int]
  /// Groups that share a row.
  private(set) var pool: [Int]
  private let sizes: [[Int]]

  /// The fewest groups together that may be.
  ///
  /// Every row holds at least `limit` people in every period, and the shared one so many more than it has groups that each
  /// of these may be any of `limit` numbers.
  ///
  /// - Parameter sizes: By group its people in each period.
  init(_ sizes: [[Int]], limit: Int) {
    self.sizes = sizes
    let there = sizes.indices.filter { sizes[$0].contains { $0 > 0 } }
    alone = there.filter { group in sizes[group].allSatisfy { $0 >= limit } }
    pool = there.filter { group in sizes[group].contains { $0 < limit } }
    while !pool.isEmpty, !alone.isEmpty, !isLarge(limit) { coarsen() }
    if !pool.isEmpty, !isLarge(limit) { (alone, pool) = ([], there) }
  }

  private func isLarge(_ limit: Int) -> Bool {
    guard let periods = sizes.first?.indices else { return true }
    return periods.allSatisfy { period in
      let counts = pool.map { sizes[$0][period] }
      return counts.reduce(0, +) >= limit + counts.count { $0 > 0 }
    }
  }

  /// Puts one more group into the pool: the one with the fewest people, or two where nothing is in it yet.
  mutating func coarsen() {
    for _ in 0..<(pool.isEmpty ? 2 : 1) {
      guard let least = alone.indices.min(by: { sizes[alone[$0]].reduce(0, +) < sizes[alone[$1]].reduce(0, +) }) else {
        return
      }
      pool.append(alone.remove(at: least))
    }
    pool.sort()
  }

  /// The rows; `nil` where they would say no more than the total.
  var rows: [[Int]]? {
    if alone.isEmpty { return nil }
    return alone.map { [$0] } + (pool.isEmpty ? [] : [pool])
  }
}
