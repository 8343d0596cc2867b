import HomeCare
import Statistics

/// Draws clients with replacement and takes the figures of each draw, of one period or of the change between two.
///
/// A resample is kept as how many of the drawn clients met so many staff, from which each figure follows without sorting.
struct ClientResampler {
  /// What a client met in the period before and in this one; `nil` where not counted.
  typealias Pair = (before: Int?, now: Int?)

  /// Figures of the resamples, one for each.
  struct Figures {
    var means: [Double] = []
    var medians: [Double] = []
    var shares: [Double] = []
  }

  /// For each client 1 + the distinct staff met, 0 where not counted; empty where there is no period before.
  private let before: [Int]
  private let now: [Int]
  private let width: Int
  private let target: Int

  /// - Parameter target: Distinct staff above which clients are counted for the share.
  init(_ pairs: [Pair], target: Int) {
    before = pairs.contains { $0.before != nil } ? pairs.map { $0.before.map { $0 + 1 } ?? 0 } : []
    now = pairs.map { $0.now.map { $0 + 1 } ?? 0 }
    width = 1 + max(before.max() ?? 0, now.max() ?? 0)
    self.target = target
  }

  /// The figures of as many resamples as asked for: of one period, or how much each rose between two.
  ///
  /// A figure is not a number where a resample holds no client of a period.
  func figures(_ count: Int, using random: inout SeededGenerator) -> Figures {
    var figures = Figures()
    var (one, two) = (Counts(width: width), Counts(width: width))
    for _ in 0..<count {
      one.clear()
      two.clear()
      draw(into: &one, &two, using: &random)
      if before.isEmpty { figures.append(two, target) } else { figures.append(from: one, to: two, target) }
    }
    return figures
  }

  /// Draws as many clients as there are, two by each draw of 64 bits: that some come up more often, by one in 2³² / n,
  /// shows nowhere.
  private func draw(into one: inout Counts, _ two: inout Counts, using random: inout SeededGenerator) {
    let range = UInt64(now.count)
    before.withUnsafeBufferPointer { before in
      now.withUnsafeBufferPointer { now in
        one.clients.withUnsafeMutableBufferPointer { one in
          two.clients.withUnsafeMutableBufferPointer { two in
            var left = now.count
            while left > 0 {
              let bits = random.next()
              let first = Int(((bits >> 32) &* range) >> 32)
              two[now[first]] &+= 1
              if !before.isEmpty { one[before[first]] &+= 1 }
              left -= 1
              if left == 0 { break }
              let second = Int(((bits & 0xffff_ffff) &* range) >> 32)
              two[now[second]] &+= 1
              if !before.isEmpty { one[before[second]] &+= 1 }
              left -= 1
            }
          }
        }
      }
    }
  }

  /// The mean, or how much it rose, without each client in turn, and likewise the share above the target.
  func jackknife() -> Figures {
    var figures = Figures()
    let (one, two) = (Counts(of: before, width: width), Counts(of: now, width: width))
    for client in now.indices {
      if before.isEmpty {
        figures.append(two.without(now[client]), target)
      } else {
        figures.append(from: one.without(before[client]), to: two.without(now[client]), target)
      }
    }
    return figures
  }

  /// How many of some clients met so many staff.
  struct Counts {
    var clients: [Int]

    init(width: Int) { clients = Array(repeating: 0, count: width) }

    init(of values: [Int], width: Int) {
      self.init(width: width)
      for value in values { add(value) }
    }

    mutating func clear() { for value in clients.indices { clients[value] = 0 } }

    private mutating func add(_ value: Int) { clients[value] += 1 }

    func without(_ value: Int) -> Counts {
      var counts = self
      counts.clients[value] -= 1
      return counts
    }

    /// The mean, the median and the share above a target.
    func figures(_ target: Int) -> (mean: Double, median: Double, share: Double) {
      var (count, sum, above) = (0, 0, 0)
      for value in 1..<max(1, clients.count) {
        count += clients[value]
        sum += clients[value] * (value - 1)
        if value - 1 > target { above += clients[value] }
      }
      guard count > 0 else { return (.nan, .nan, .nan) }
      let middle = Double(value(at: (count - 1) / 2) + value(at: count / 2)) / 2
      return (Double(sum) / Double(count), middle, Double(above) / Double(count))
    }

    /// The value at a place, from 0, in the order of size.
    private func value(at place: Int) -> Int {
      var seen = 0
      for value in 1..<clients.count {
        seen += clients[value]
        if seen > place { return value - 1 }
      }
      return 0
    }
  }
}

extension ClientResampler.Figures {
  fileprivate mutating func append(_ counts: ClientResampler.Counts, _ target: Int) {
    let (mean, median, share) = counts.figures(target)
    means.append(mean)
    medians.append(median)
    shares.append(share)
  }

  fileprivate mutating func append(from one: ClientResampler.Counts, to two: ClientResampler.Counts, _ target: Int) {
    let (before, now) = (one.figures(target), two.figures(target))
    means.append(now.mean - before.mean)
    medians.append(now.median - before.median)
    shares.append(now.share - before.share)
  }
}
