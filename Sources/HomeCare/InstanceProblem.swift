/// One thing wrong with an instance: where, what was found, what was expected, and how to mend it.
public struct InstanceProblem: Hashable, Sendable {
  /// Whether the instance is refused or merely doubted.
  public enum Severity: String, Hashable, Sendable {
    /// The instance is refused.
    case error
    /// The instance is used, and the reader told.
    case warning
  }

  /// Whether the instance is refused for it.
  public var severity = Severity.error
  /// Table, row and column.
  public var cell: Cell
  /// The row's id, where it has one.
  public var id: String?
  /// What stands there.
  public var found: String
  /// What should stand there, and so how to mend it.
  public var expected: String

  package init(severity: Severity = .error, cell: Cell, id: String? = nil, found: String, expected: String) {
    self.severity = severity
    self.cell = cell
    self.id = id
    self.found = found
    self.expected = expected
  }
}

extension InstanceProblem: CustomStringConvertible {
  /// One line: `visits row 3 (V00003), earliest: found …; expected …`.
  public var description: String {
    let name = id.map { " (\(shown($0)))" } ?? ""
    let prefix = severity == .warning ? "warning: " : ""
    return "\(prefix)\(cell.table) row \(cell.row + 1)\(name), \(cell.column): found \(found); expected \(expected)"
  }
}

/// Thrown where an instance is refused: every problem found, in the order of the tables.
public struct InvalidInstance: Error, Hashable, Sendable {
  /// All problems, errors and warnings alike; at least one is an error.
  public var problems: [InstanceProblem]

  /// The problems for which the instance is refused.
  public var errors: [InstanceProblem] { problems.filter { $0.severity == .error } }
}

extension InvalidInstance: CustomStringConvertible {
  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
