/// An exact share or index: two whole numbers, of which the second is above 0.
///
/// Not reduced, so that a report can say "9 of 33"; two ratios are equal where their values are.
public struct Ratio: Sendable {
  /// What is counted.
  public let numerator: Int
  /// What it is counted out of; above 0.
  public let denominator: Int

  /// A ratio, or `nil`, which is how every undefined figure is shown, where the denominator is not above 0.
  @inlinable public init?(_ numerator: Int, of denominator: Int) {
    guard denominator > 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The nearest double-precision number.
  public var value: Double { Double(numerator) / Double(denominator) }
}

extension Ratio: Comparable {
  /// Whether two ratios have the same value.
  public static func == (left: Self, right: Self) -> Bool {
    left.numerator.multipliedFullWidth(by: right.denominator)
      == right.numerator.multipliedFullWidth(by: left.denominator)
  }

  /// Orders ratios by value.
  public static func < (left: Self, right: Self) -> Bool {
    left.numerator.multipliedFullWidth(by: right.denominator)
      < right.numerator.multipliedFullWidth(by: left.denominator)
  }
}

extension Ratio: CustomStringConvertible {
  /// The ratio as `9/33`.
  public var description: String { "\(numerator)/\(denominator)" }
}
