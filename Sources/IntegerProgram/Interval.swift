/// An interval certain to hold the true result of the arithmetic done with it.
///
/// Each operation rounds to nearest and then steps one number outward, which is never less than rounding in that
/// direction.
struct Interval: Equatable {
  var lower: Double
  var upper: Double

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The number itself.
  init(_ value: Double) {
    lower = value
    upper = value
  }

  static func += (left: inout Interval, right: Interval) {
    left.lower = sum(left.lower, right.lower).lower
    left.upper = sum(left.upper, right.upper).upper
  }

  static func -= (left: inout Interval, right: Interval) {
    left.lower = sum(left.lower, -right.upper).lower
    left.upper = sum(left.upper, -right.lower).upper
  }

  static func * (left: Interval, right: Interval) -> Interval {
    if left.lower == left.upper && right.lower == right.upper { return product(left.lower, right.lower) }
    let corners = [
      product(left.lower, right.lower), product(left.lower, right.upper), product(left.upper, right.lower),
      product(left.upper, right.upper),
    ]
    return Interval(
      lower: corners.reduce(.infinity) { min($0, $1.lower) }, upper: corners.reduce(-.infinity) { max($0, $1.upper) })
  }

  /// The sum of two numbers; exact where the rounding error is seen to be none.
  static func sum(_ a: Double, _ b: Double) -> Interval {
    let sum = a + b
    // Knuth's two-sum: the error of a rounded sum is itself a number.
    let part = sum - a
    let error = (a - (sum - part)) + (b - part)
    return error == 0 ? Interval(sum) : Interval(lower: sum.nextDown, upper: sum.nextUp)
  }

  /// The product of two numbers; exact where the rounding error is seen to be none.
  static func product(_ a: Double, _ b: Double) -> Interval {
    if a == 0 || b == 0 { return Interval(0) }
    let product = a * b
    // Below this size the error may be lost to underflow and is not to be relied on.
    if abs(product) > 1e-250 && (-product).addingProduct(a, b) == 0 { return Interval(product) }
    return Interval(lower: product.nextDown, upper: product.nextUp)
  }
}
