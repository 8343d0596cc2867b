import CGLPK

/// Changes to the program between runs. Setting what is already so changes nothing.
extension LinearProgramSession {
  /// Adds a variable with its coefficients in the rows there are, and returns its number.
  @discardableResult
  public mutating func addVariable(
    lower: Double = 0, upper: Double = .infinity, objective: Double = 0, _ terms: [RowTerm] = []
  ) throws -> Int {
    try requireBounds(lower, upper)
    try requireFinite(objective, "objective")
    let merged = Model.merged(terms.map { Model.Term($0.row, $0.coefficient) })
    for term in merged {
      guard term.variable >= 0 && term.variable < rowCount else {
        throw IntegerProgramError.unsoundChange("there is no row \(term.variable)")
      }
      try requireFinite(term.coefficient, "coefficient")
    }
    let number = variableCount
    try guarded { problem throws(Interruption) in
      try GLPKEnvironment.check(cglpk_add_columns(problem.handle, 1))
      problem.setBounds(ofVariable: number, lower: lower, upper: upper)
      glp_set_obj_coef(problem.handle, Int32(number + 1), objective)
      try GLPKEnvironment.check(
        cglpk_set_column(
          problem.handle, Int32(number + 1), Int32(merged.count), [0] + merged.map { Int32($0.variable + 1) },
          [0] + merged.map(\.coefficient)))
    }
    // At rest on a bound, where the new variable starts, the basis stays feasible but is no longer optimal, and once a
    // change has spoilt that only the primal method mends it.
    prefersDual = false
    return number
  }

  /// Adds the row lower ≤ Σ terms ≤ upper and returns its number.
  @discardableResult
  public mutating func addRow(
    lower: Double = -.infinity, upper: Double = .infinity, _ terms: [Model.Term]
  ) throws -> Int {
    try requireBounds(lower, upper)
    let merged = Model.merged(terms)
    for term in merged {
      try requireVariable(term.variable)
      try requireFinite(term.coefficient, "coefficient")
    }
    let number = rowCount
    try guarded { problem throws(Interruption) in
      try GLPKEnvironment.check(cglpk_add_rows(problem.handle, 1))
      problem.setBounds(ofRow: number, lower: lower, upper: upper)
      try GLPKEnvironment.check(
        cglpk_set_row(
          problem.handle, Int32(number + 1), Int32(merged.count), [0] + merged.map { Int32($0.variable + 1) },
          [0] + merged.map(\.coefficient)))
    }
    return number
  }

  /// Replaces a variable's bounds.
  public mutating func setBounds(ofVariable variable: Int, lower: Double, upper: Double) throws {
    try requireVariable(variable)
    try requireBounds(lower, upper)
    if problem.bounds(ofVariable: variable) == (lower, upper) { return }
    try guarded { problem throws(Interruption) in
      problem.setBounds(ofVariable: variable, lower: lower, upper: upper)
    }
  }

  /// Replaces a variable's objective coefficient.
  public mutating func setObjective(ofVariable variable: Int, to coefficient: Double) throws {
    try requireVariable(variable)
    try requireFinite(coefficient, "objective")
    if glp_get_obj_coef(problem.handle, Int32(variable + 1)) == coefficient { return }
    try guarded { problem throws(Interruption) in
      glp_set_obj_coef(problem.handle, Int32(variable + 1), coefficient)
    }
    prefersDual = false
  }

  /// Takes variables away; those after them move down. The basis is kept where only variables at a bound go.
  public mutating func removeVariables(_ variables: [Int]) throws {
    let numbers = Set(variables).sorted()
    for variable in numbers { try requireVariable(variable) }
    guard !numbers.isEmpty else { return }
    try guarded { problem throws(Interruption) in
      try GLPKEnvironment.check(
        cglpk_delete_columns(problem.handle, Int32(numbers.count), [0] + numbers.map { Int32($0 + 1) }))
    }
  }

  private func requireVariable(_ variable: Int) throws {
    guard variable >= 0 && variable < variableCount else {
      throw IntegerProgramError.unsoundChange("there is no variable \(variable)")
    }
  }

  private func requireBounds(_ lower: Double, _ upper: Double) throws {
    guard Model.isLowerBound(lower), Model.isUpperBound(upper), lower <= upper else {
      throw IntegerProgramError.unsoundChange("bounds \(lower) and \(upper)")
    }
  }

  private func requireFinite(_ value: Double, _ field: String) throws {
    guard value.isFinite else { throw IntegerProgramError.unsoundChange("\(field) is \(value)") }
  }
}

/// One coefficient of a new variable.
public struct RowTerm: Sendable, Equatable {
  /// The row's number.
  public var row: Int
  /// What the variable is multiplied by in that row.
  public var coefficient: Double

  /// A coefficient in a row.
  public init(_ row: Int, _ coefficient: Double) {
    self.row = row
    self.coefficient = coefficient
  }
}
