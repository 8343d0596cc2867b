import HomeCare
import Statistics

/// How sure a mean over instances is, by drawing instances anew: with others like them it would come out otherwise.
enum MeanInterval {
  private static let resamples = 2_000
  private static let level = 0.95
  /// Fixed, so that the same runs give the same interval.
  private static let seed: UInt64 = 1

  /// The interval of 95 % around the mean of some values; `nil` for fewer than three, or where one is infinite.
  static func of(_ values: [Double]) -> Interval? {
    guard values.count >= 3, values.allSatisfy(\.isFinite) else { return nil }
    var generator = SeededGenerator(seed: seed)
    let means = (0..<resamples).map { _ in
      values.indices.reduce(0.0) { sum, _ in sum + values[generator.int(below: values.count)] } / Double(values.count)
    }
    return Replicates(means).percentileInterval(level: level)
  }
}
