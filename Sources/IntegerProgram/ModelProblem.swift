/// Something wrong with a model, found before it goes to the solver.
public enum ModelProblem: Equatable, Sendable {
  /// A bound or coefficient of a variable is not a number, or infinite where it may not be.
  case variableNumber(variable: Int, field: String, value: Double)
  /// A bound or coefficient of a row is not a number, or infinite where it may not be.
  case rowNumber(row: Int, field: String, value: Double)
  /// A row names a variable that the model does not have.
  case unknownVariable(row: Int, variable: Int, count: Int)
  /// The objective's constant is not a finite number.
  case objectiveConstant(Double)
  /// More variables, rows or coefficients than the solver can number.
  case tooLarge(variables: Int, rows: Int, terms: Int)
}

extension ModelProblem: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .variableNumber(let variable, let field, let value):
      "variable \(variable): \(field) is \(value), expected \(Self.expected(field))"
    case .rowNumber(let row, let field, let value):
      "row \(row): \(field) is \(value), expected \(Self.expected(field))"
    case .unknownVariable(let row, let variable, let count):
      "row \(row): names variable \(variable), expected one of the \(count) variables counted from 0"
    case .objectiveConstant(let value):
      "objective constant is \(value), expected a finite number"
    case .tooLarge(let variables, let rows, let terms):
      "\(variables) variables, \(rows) rows and \(terms) coefficients, "
        + "expected at most \(Model.greatestSize), \(Model.greatestSize) and \(Model.greatestTermCount)"
    }
  }

  private static func expected(_ field: String) -> String {
    switch field {
    case "lower": "a number below infinity"
    case "upper": "a number above minus infinity"
    default: "a finite number"
    }
  }
}

extension Model {
  static let greatestSize = 50_000_000
  static let greatestTermCount = 400_000_000

  /// Everything that keeps the model from being solved; empty for a sound model.
  ///
  /// Bounds that exclude each other are no problem: such a model is infeasible, and solving it says so.
  public func problems() -> [ModelProblem] {
    var problems: [ModelProblem] = []
    if variables.count > Self.greatestSize || rowCount > Self.greatestSize || termCount > Self.greatestTermCount {
      problems.append(.tooLarge(variables: variables.count, rows: rowCount, terms: termCount))
    }
    if !objectiveConstant.isFinite { problems.append(.objectiveConstant(objectiveConstant)) }
    for (index, variable) in variables.enumerated() {
      if !Self.isLowerBound(variable.lower) {
        problems.append(.variableNumber(variable: index, field: "lower", value: variable.lower))
      }
      if !Self.isUpperBound(variable.upper) {
        problems.append(.variableNumber(variable: index, field: "upper", value: variable.upper))
      }
      if !variable.objective.isFinite {
        problems.append(.variableNumber(variable: index, field: "objective", value: variable.objective))
      }
    }
    for row in 0..<rowCount {
      if !Self.isLowerBound(rowLower[row]) {
        problems.append(.rowNumber(row: row, field: "lower", value: rowLower[row]))
      }
      if !Self.isUpperBound(rowUpper[row]) {
        problems.append(.rowNumber(row: row, field: "upper", value: rowUpper[row]))
      }
      for index in rowStart[row]..<rowStart[row + 1] {
        let variable = Int(termVariables[index])
        if !variables.indices.contains(variable) {
          problems.append(.unknownVariable(row: row, variable: variable, count: variables.count))
        }
        if !termCoefficients[index].isFinite {
          problems.append(
            .rowNumber(row: row, field: "coefficient of variable \(variable)", value: termCoefficients[index]))
        }
      }
    }
    return problems
  }

  /// Throws with every problem of an unsound model.
  func requireSound() throws {
    let problems = problems()
    guard problems.isEmpty else { throw IntegerProgramError.unsoundModel(problems) }
  }

  static func isLowerBound(_ value: Double) -> Bool { value < .infinity }

  static func isUpperBound(_ value: Double) -> Bool { value > -.infinity }
}
