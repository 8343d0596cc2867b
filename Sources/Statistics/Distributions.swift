import Foundation

/// Tails of the distributions that the tests need.
enum Distributions {
  /// The chance that a normal variable of mean 0 and variance 1 exceeds a value.
  static func normalTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// The value that a normal variable of mean 0 and variance 1 stays below with a chance; infinite at 0 and 1.
  ///
  /// By Newton's method on the logarithm of the tail, which is nearly a parabola far out.
  static func normalQuantile(_ chance: Double) -> Double {
    guard chance > 0, chance < 1 else { return chance <= 0 ? -.infinity : .infinity }
    // Of the smaller tail, which alone keeps its digits.
    let tail = min(chance, 1 - chance)
    var z = tail < 0.1 ? (-2 * log(tail)).squareRoot() - 0.5 : 2.5 * (0.5 - tail)
    for _ in 0..<50 {
      let found = normalTail(z)
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let change = (log(found) - log(tail)) * found / density
      z += change
      if abs(change) <= 1e-16 * max(1, z) { break }
    }
    return chance < 0.5 ? -z : z
  }

  /// The chance that a chi-squared variable exceeds a value.
  static func chiSquaredTail(_ value: Double, degreesOfFreedom: Int) -> Double {
    value <= 0 ? 1 : upperGamma(Double(degreesOfFreedom) / 2, value / 2)
  }

  /// The regularised upper incomplete gamma function Q(a, x), by its series or its continued fraction (Abramowitz and
  /// Stegun, 6.5.29 and 6.5.31), whichever converges faster.
  static func upperGamma(_ a: Double, _ x: Double) -> Double {
    let scale = exp(a * log(x) - x - lgamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var n = a
      while abs(term) > abs(sum) * 1e-16 {
        n += 1
        term *= x / n
        sum += term
      }
      return max(0, 1 - scale * sum)
    }
    // Lentz's method from the far end would need a start; this one runs forward.
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    for n in 1...10_000 {
      let coefficient = Double(n) * (a - Double(n))
      b += 2
      d = coefficient * d + b
      if abs(d) < tiny { d = tiny }
      c = b + coefficient / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      fraction *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return scale * fraction
  }
}
