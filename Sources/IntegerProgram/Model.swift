/// A linear or integer program: variables with bounds, rows over them, and a linear objective.
///
/// A plain value without any solver behind it. Variables and rows are known by their numbers, counted from 0 in the
/// order they were added. Nothing is checked while a model is built; `problems()` tells all that is wrong with it, and
/// the solvers refuse a model that has any.
///
/// GLPK works in floating point with tolerances near 1e-7: keep the coefficients of a row, and those of the objective,
/// within a factor of some 100 000 of each other.
public struct Model: Sendable {
  /// Whether a small or a large objective is wanted.
  public enum Sense: Sendable {
    /// The smaller the better.
    case minimize
    /// The larger the better.
    case maximize
  }

  /// One variable of a model.
  public struct Variable: Sendable, Equatable {
    /// The least value allowed; `-Double.infinity` for none.
    public var lower: Double
    /// The greatest value allowed; `Double.infinity` for none.
    public var upper: Double
    /// What one unit adds to the objective.
    public var objective: Double
    /// Whether only whole numbers are allowed.
    public var isInteger: Bool
  }

  /// One coefficient of a row.
  public struct Term: Sendable, Equatable {
    /// The variable's number.
    public var variable: Int
    /// What the variable is multiplied by.
    public var coefficient: Double

    /// A variable times a coefficient.
    public init(_ variable: Int, _ coefficient: Double) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  /// Whether the objective is minimised or maximised.
  public var sense: Sense
  /// Added to the objective whatever the variables are.
  public var objectiveConstant: Double
  /// The variables, by number.
  public internal(set) var variables: [Variable] = []

  // Rows lie one after another, so that a model of a hundred thousand rows is eight allocations and not that many.
  var rowLower: [Double] = []
  var rowUpper: [Double] = []
  var rowStart: [Int] = [0]
  var termVariables: [Int32] = []
  var termCoefficients: [Double] = []

  /// A model with no variables and no rows.
  public init(_ sense: Sense = .minimize, objectiveConstant: Double = 0) {
    self.sense = sense
    self.objectiveConstant = objectiveConstant
  }

  /// How many rows there are.
  public var rowCount: Int { rowLower.count }

  /// How many coefficients the rows hold in all.
  public var termCount: Int { termVariables.count }

  /// Adds a variable and returns its number.
  @discardableResult
  public mutating func addVariable(
    lower: Double = 0, upper: Double = .infinity, objective: Double = 0, integer: Bool = false
  ) -> Int {
    variables.append(Variable(lower: lower, upper: upper, objective: objective, isInteger: integer))
    return variables.count - 1
  }

  /// Adds a variable that is 0 or 1 and returns its number.
  @discardableResult
  public mutating func addBinary(objective: Double = 0) -> Int {
    addVariable(lower: 0, upper: 1, objective: objective, integer: true)
  }

  /// Adds the row lower ≤ Σ terms ≤ upper and returns its number; equal bounds make an equation.
  ///
  /// Terms of the same variable are added up; a coefficient of zero is left out.
  @discardableResult
  public mutating func addRow(
    lower: Double = -.infinity, upper: Double = .infinity, _ terms: [Term]
  ) -> Int {
    for term in Self.merged(terms) {
      termVariables.append(Int32(clamping: term.variable))
      termCoefficients.append(term.coefficient)
    }
    rowStart.append(termVariables.count)
    rowLower.append(lower)
    rowUpper.append(upper)
    return rowLower.count - 1
  }

  /// Replaces the bounds of a variable.
  public mutating func setBounds(ofVariable variable: Int, lower: Double, upper: Double) {
    variables[variable].lower = lower
    variables[variable].upper = upper
  }

  /// Replaces the objective coefficient of a variable.
  public mutating func setObjective(ofVariable variable: Int, to coefficient: Double) {
    variables[variable].objective = coefficient
  }

  /// The bounds of a row.
  public func bounds(ofRow row: Int) -> (lower: Double, upper: Double) { (rowLower[row], rowUpper[row]) }

  /// The terms of a row, by ascending variable.
  public func terms(ofRow row: Int) -> [Term] {
    (rowStart[row]..<rowStart[row + 1]).map { Term(Int(termVariables[$0]), termCoefficients[$0]) }
  }

  /// Terms by ascending variable, each variable once, none of them zero.
  static func merged(_ terms: [Term]) -> [Term] {
    var merged: [Term] = []
    merged.reserveCapacity(terms.count)
    let isAscending = zip(terms, terms.dropFirst()).allSatisfy { $0.variable < $1.variable }
    for term in isAscending ? terms : terms.sorted(by: { $0.variable < $1.variable }) {
      if let last = merged.last, last.variable == term.variable {
        merged[merged.count - 1].coefficient += term.coefficient
      } else {
        merged.append(term)
      }
    }
    merged.removeAll { $0.coefficient == 0 }
    return merged
  }
}
