/// Finds where a sound travel matrix makes a way round shorter than the direct way.
struct Triangles {
  let minutes: [[Int]]

  /// Locations looked at; in a bigger matrix, so many spread evenly over it, to bound the cubic work.
  private static let sampleSize = 256

  /// How many directed pairs can be shortened, and the triple that gains most; `nil` where there is none.
  func failures() -> (pairs: Int, worst: (from: Int, via: Int, to: Int))? {
    let size = minutes.count
    let count = min(size, Self.sampleSize)
    let sample = (0..<count).map { $0 * size / count }
    // One flat copy keeps the inner loop free of nested array accesses.
    var flat: [Int32] = []
    flat.reserveCapacity(count * count)
    for from in sample { for to in sample { flat.append(from == to ? 0 : Int32(minutes[from][to])) } }

    var pairs = 0
    var worst: (from: Int, via: Int, to: Int)?
    var largestGain: Int32 = 0
    flat.withUnsafeBufferPointer { flat in
      for from in 0..<count {
        var best = Array(repeating: Int32.max, count: count)
        var way = Array(repeating: 0, count: count)
        for via in 0..<count {
          let first = flat[from * count + via]
          for to in 0..<count {
            let around = first + flat[via * count + to]
            if around < best[to] { (best[to], way[to]) = (around, via) }
          }
        }
        for to in 0..<count where best[to] < flat[from * count + to] {
          pairs += 1
          let gain = flat[from * count + to] - best[to]
          if gain > largestGain { (largestGain, worst) = (gain, (sample[from], sample[way[to]], sample[to])) }
        }
      }
    }
    return worst.map { (pairs, $0) }
  }
}
