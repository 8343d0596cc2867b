extension Model {
  /// The objective at a point that has one value for each variable.
  public func objective(at values: [Double]) -> Double {
    var sum = objectiveConstant
    for (variable, value) in zip(variables, values) { sum += variable.objective * value }
    return sum
  }

  /// The sum of a row's terms at a point.
  public func activity(ofRow row: Int, at values: [Double]) -> Double {
    var sum = 0.0
    for index in rowStart[row]..<rowStart[row + 1] {
      sum += termCoefficients[index] * values[Int(termVariables[index])]
    }
    return sum
  }

  /// Whether a point keeps all bounds, rows and integrality.
  ///
  /// A bound b may be overstepped by `tolerance` × (1 + |b|), a whole number missed by `tolerance`.
  public func isFeasible(_ values: [Double], tolerance: Double = 1e-6) -> Bool {
    guard values.count == variables.count else { return false }
    for (variable, value) in zip(variables, values) {
      guard Self.isWithin(value, variable.lower, variable.upper, tolerance) else { return false }
      if variable.isInteger && abs(value - value.rounded()) > tolerance { return false }
    }
    return (0..<rowCount).allSatisfy {
      Self.isWithin(activity(ofRow: $0, at: values), rowLower[$0], rowUpper[$0], tolerance)
    }
  }

  static func isWithin(_ value: Double, _ lower: Double, _ upper: Double, _ tolerance: Double) -> Bool {
    guard value.isFinite else { return false }
    if lower.isFinite && value < lower - tolerance * (1 + abs(lower)) { return false }
    if upper.isFinite && value > upper + tolerance * (1 + abs(upper)) { return false }
    return true
  }

  /// The step by which objectives of integer points differ: each is the constant plus a whole number of steps.
  ///
  /// Known if every variable in the objective is integer with a whole coefficient, and then their greatest common
  /// divisor; 0 if the objective is constant; nil if there is no such step.
  public var objectiveStep: Double? {
    var divisor: Int64 = 0
    for variable in variables where variable.objective != 0 {
      guard variable.isInteger, let coefficient = Int64(exactly: variable.objective), abs(coefficient) < 1 << 52
      else { return nil }
      var (a, b) = (divisor, abs(coefficient))
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    return Double(divisor)
  }

  /// The bounds of a variable, an integer one's drawn in to whole numbers.
  func effectiveBounds(ofVariable variable: Int) -> (lower: Double, upper: Double) {
    let it = variables[variable]
    guard it.isInteger else { return (it.lower, it.upper) }
    // A bound that is whole but for rounding noise means the whole number.
    let noise = 1e-9
    return ((it.lower - noise).rounded(.up), (it.upper + noise).rounded(.down))
  }

  /// Whether some variable or row has no value left between its bounds.
  var hasCrossedBounds: Bool {
    for variable in variables.indices {
      let bounds = effectiveBounds(ofVariable: variable)
      if bounds.lower > bounds.upper { return true }
    }
    return (0..<rowCount).contains { rowLower[$0] > rowUpper[$0] }
  }

  /// How much better than `b` an objective `a` is: above zero if better.
  func advantage(of a: Double, over b: Double) -> Double { sense == .minimize ? b - a : a - b }
}
