/// The middle of some numbers and where their quarters lie.
public struct Quartiles: Hashable, Sendable {
  /// A quarter of the numbers lies at or below it.
  public let lower: Double
  /// Half of the numbers lie at or below it.
  public let median: Double
  /// Three quarters of the numbers lie at or below it.
  public let upper: Double

  /// The quartiles of some numbers; `nil` where there are none.
  public init?(_ values: [Double]) {
    guard let lower = values.quantile(0.25), let median = values.quantile(0.5), let upper = values.quantile(0.75) else {
      return nil
    }
    (self.lower, self.median, self.upper) = (lower, median, upper)
  }
}

extension [Double] {
  /// The number below which a part of the numbers lies, by linear interpolation between the two nearest ones (type 7 of
  /// Hyndman and Fan, "Sample quantiles in statistical packages", 1996); `nil` where there are none.
  ///
  /// - Parameter part: From 0 to 1.
  public func quantile(_ part: Double) -> Double? { sorted().quantile(ofSorted: part) }

  /// The same of numbers that are in the order of size already.
  func quantile(ofSorted part: Double) -> Double? {
    guard !isEmpty else { return nil }
    let place = part * Double(count - 1)
    let below = Int(place.rounded(.down))
    guard below + 1 < count else { return self[count - 1] }
    // Infinite neighbours would give infinity times 0.
    if self[below] == self[below + 1] { return self[below] }
    let share = place - Double(below)
    return share == 0 ? self[below] : self[below] + share * (self[below + 1] - self[below])
  }

  /// The middle one, or the mean of the two in the middle; `nil` where there are none.
  public var median: Double? { quantile(0.5) }
}
