import CGLPK

extension GLPKProblem {
  /// A bound on every point of the problem from the duals of the latest simplex run, however that run ended.
  ///
  /// The duals need not be right: whatever they are, the bound is proven, in rigorous arithmetic. Nil if it is infinite.
  func provenBound() -> Double? {
    // The duals of a run cut short can be worse than none.
    let bounds = [bound(byDuals: rowDuals()), bound(byDuals: [Double](repeating: 0, count: rowCount))]
    return isMaximized ? bounds.compactMap(\.self).min() : bounds.compactMap(\.self).max()
  }

  private func bound(byDuals rowDuals: [Double]) -> Double? {
    let sign: Double = isMaximized ? -1 : 1
    var duals: [Double] = []
    var total = Interval(sign * glp_get_obj_coef(handle, 0))
    for row in 0..<rowCount {
      let bounds = bounds(ofRow: row)
      let dual = DualBound.clamped(sign * rowDuals[row], bounds)
      duals.append(dual)
      total += DualBound.rowPart(dual, bounds)
    }
    var rows = [Int32](repeating: 0, count: rowCount + 1)
    var coefficients = [Double](repeating: 0, count: rowCount + 1)
    for variable in 0..<variableCount {
      var reduced = Interval(sign * glp_get_obj_coef(handle, Int32(variable + 1)))
      let count = Int(glp_get_mat_col(handle, Int32(variable + 1), &rows, &coefficients))
      for index in 0..<count {
        reduced -= Interval(duals[Int(rows[index + 1]) - 1]) * Interval(coefficients[index + 1])
      }
      total += DualBound.variablePart(reduced, bounds(ofVariable: variable))
    }
    return total.lower.isFinite ? sign * total.lower : nil
  }
}

extension Model {
  /// A bound on the objective of every point of the model's linear relaxation, proven by the duals given.
  ///
  /// For any duals y whatever, c·x = (c − Aᵀy)·x + y·Ax is at least the sum of what each row and each variable can
  /// contribute at the worse of its bounds. All sums are rounded to the safe side, so the result needs no trust in the
  /// solver that gave the duals; good duals only make it tight. (Neumaier and Shcherbina, "Safe bounds in linear and
  /// mixed-integer linear programming", Mathematical Programming 99, 2004.)
  ///
  /// - Parameter duals: one value for each row, signed as the objective's gain for a unit of the row's bound.
  /// - Returns: a lower bound when minimising, an upper bound when maximising; nil if it would be infinite, which
  ///   cannot be when all variables have finite bounds.
  /// - Throws: `IntegerProgramError` for an unsound model or a wrong number of duals.
  public func provenBound(duals: [Double]) throws -> Double? {
    try requireSound()
    guard duals.count == rowCount else {
      throw IntegerProgramError.wrongCount(of: "duals", found: duals.count, expected: rowCount)
    }
    let sign: Double = sense == .minimize ? 1 : -1
    var total = Interval(sign * objectiveConstant)
    var reduced = variables.map { Interval(sign * $0.objective) }
    for row in 0..<rowCount {
      let bounds = bounds(ofRow: row)
      let dual = DualBound.clamped(sign * duals[row], bounds)
      guard dual != 0 else { continue }
      total += DualBound.rowPart(dual, bounds)
      for index in rowStart[row]..<rowStart[row + 1] {
        reduced[Int(termVariables[index])] -= Interval(dual) * Interval(termCoefficients[index])
      }
    }
    for variable in variables.indices {
      total += DualBound.variablePart(reduced[variable], effectiveBounds(ofVariable: variable))
    }
    return total.lower.isFinite ? sign * total.lower : nil
  }

  /// The best objective an integer point can have that is no better than a proven bound on the relaxation.
  ///
  /// Where objectives come in whole steps (see `objectiveStep`) the bound is moved to the next step; no margin is
  /// needed, since `provenBound` is rigorous.
  public func integerBound(fromProven bound: Double) -> Double {
    guard let step = objectiveStep, objectiveConstant == objectiveConstant.rounded(), abs(objectiveConstant) < 1e15,
      abs(bound) < 1e15
    else { return bound }
    if step == 0 { return objectiveConstant }
    let isMinimized = sense == .minimize
    let distance = isMinimized ? (bound - objectiveConstant).nextDown : (bound - objectiveConstant).nextUp
    let quotient = isMinimized ? (distance / step).nextDown : (distance / step).nextUp
    let steps = quotient.rounded(isMinimized ? .up : .down)
    return objectiveConstant + steps * step
  }
}

/// The parts of a dual bound of a minimisation.
enum DualBound {
  typealias Bounds = (lower: Double, upper: Double)

  /// The dual, or 0 where its sign calls for a bound that is infinite, or where it is no number.
  static func clamped(_ dual: Double, _ bounds: Bounds) -> Double {
    guard dual.isFinite else { return 0 }
    return (dual > 0 ? bounds.lower : bounds.upper).isFinite ? dual : 0
  }

  /// The least a row's dual times its activity can be.
  static func rowPart(_ dual: Double, _ bounds: Bounds) -> Interval {
    dual == 0 ? Interval(0) : Interval(dual) * Interval(dual > 0 ? bounds.lower : bounds.upper)
  }

  /// The least a variable's reduced cost times its value can be; minus infinity if it has no least.
  static func variablePart(_ cost: Interval, _ bounds: Bounds) -> Interval {
    // Sums that overflowed bound nothing.
    guard cost.lower.isFinite && cost.upper.isFinite else { return Interval(-.infinity) }
    var least = Double.infinity
    // cost × value is linear in both, so its least is at a corner.
    for cost in [cost.lower, cost.upper] where cost != 0 {
      let bound = cost > 0 ? bounds.lower : bounds.upper
      least = min(least, bound.isFinite ? Interval.product(cost, bound).lower : -.infinity)
    }
    if cost.lower <= 0 && cost.upper >= 0 { least = min(least, 0) }
    return Interval(least)
  }
}
