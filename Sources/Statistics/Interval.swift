/// A stretch of numbers in which a figure's true value is expected to lie.
public struct Interval: Hashable, Sendable {
  /// Its smallest number.
  public let lower: Double
  /// Its largest number.
  public let upper: Double

  /// An interval between two numbers, the smaller one first.
  public init(_ lower: Double, _ upper: Double) { (self.lower, self.upper) = (lower, upper) }

  /// Whether a number lies in it, the ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Interval {
  /// The score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
  /// Journal of the American Statistical Association 22, 1927); `nil` where the share is of nothing.
  ///
  /// It stays honest where none or all have the property, of which resampling would say that it is certain.
  ///
  /// - Parameter level: The chance, between 0 and 1, that intervals so made hold the true share.
  public static func wilson(_ count: Int, of total: Int, level: Double) -> Interval? {
    guard total > 0 else { return nil }
    let (n, share) = (Double(total), Double(count) / Double(total))
    let z = Distributions.normalQuantile(0.5 + level / 2)
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let reach = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // The ends are exact where the share is 0 or 1; rounding must not move them out of it.
    return Interval(count == 0 ? 0 : centre - reach, count == total ? 1 : centre + reach)
  }
}
