/// A fraction of whole numbers, compared exactly: equal ones are equal whatever a division would round them to.
///
/// A denominator of 0 stands for infinity.
public struct Fraction: Comparable, Sendable {
  /// What is divided.
  public let numerator: Int
  /// By what it is divided; 0 or above.
  public let denominator: Int

  /// A fraction; `denominator` must not be below 0, nor 0 together with `numerator`.
  public init(_ numerator: Int, over denominator: Int) {
    precondition(denominator > 0 || denominator == 0 && numerator != 0, "a fraction has a value")
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// The fraction without its sign.
  var magnitude: Fraction { Fraction(abs(numerator), over: denominator) }

  /// Whether two fractions have the same value.
  public static func == (left: Fraction, right: Fraction) -> Bool { !(left < right) && !(right < left) }

  /// Whether a fraction is less than another.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    let (one, other) = (
      left.numerator.multipliedFullWidth(by: right.denominator),
      right.numerator.multipliedFullWidth(by: left.denominator)
    )
    return (one.high, one.low) < (other.high, other.low)
  }
}
