/// Ranks of numbers, from 1; equal numbers share the mean of their ranks.
struct Ranks {
  /// The rank of each number.
  let ranks: [Double]
  /// How many numbers are equal, for each value that several have.
  let ties: [Int]

  init(_ values: [some Comparable]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var ties: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for index in start..<end { ranks[order[index]] = Double(start + 1 + end) / 2 }
      if end - start > 1 { ties.append(end - start) }
      start = end
    }
    self.ranks = ranks
    self.ties = ties
  }

  /// Σ t³ − t over the groups of equal numbers.
  var tieTerm: Double { ties.reduce(0) { $0 + Double($1 * $1 * $1 - $1) } }
}
