import HomeCare

/// One thing wrong with an input file: where, what was found, what was expected, and so how to mend it.
public struct InputProblem: Hashable, Sendable {
  /// The file, as the user named it; a table of a folder has its own.
  public var file: String
  /// The sheet, where the file is a workbook.
  public var sheet: String?
  /// The place in the file, where it is known; of a sheet, the row and the column.
  public var position: TextPosition?
  /// The table, row (0 = first) and column, where the problem lies in a table.
  public var cell: Cell?
  /// The column's header as it stands in the file, where that is not what the documents call the column; empty where the
  /// file has no such column.
  public var header: String?
  /// The row's id, where it has one.
  public var id: String?
  /// What stands there.
  public var found: String
  /// What should stand there.
  public var expected: String

  /// A problem at a place.
  public init(
    file: String, sheet: String? = nil, position: TextPosition? = nil, cell: Cell? = nil, id: String? = nil,
    found: String, expected: String
  ) {
    self.file = file
    self.sheet = sheet
    self.position = position
    self.cell = cell
    self.id = id
    self.found = found
    self.expected = expected
  }

  /// A problem that validation found, of which no place in the file is known.
  public init(_ problem: InstanceProblem, file: String) { self.init(problem, file: file, position: nil) }

  /// A problem that validation found, at its place in a file.
  package init(
    _ problem: InstanceProblem, file: String, sheet: String? = nil, position: TextPosition?, cell: Cell? = nil
  ) {
    self.init(
      file: file, sheet: sheet, position: position, cell: cell ?? problem.cell, id: problem.id, found: problem.found,
      expected: problem.expected)
  }
}

extension InputProblem: CustomStringConvertible {
  /// Tables of a single row, which messages do not number.
  private static let objects: Set = ["instance", "horizon", "weights", "travel", "score", "solve", "bound"]

  /// One line: `ward.json:12:34: visits row 3 (V00003), earliest: found …; expected …`; of a table with headers of its own
  /// `week.xlsx, sheet "Insatser", D12: C01, "Antal min": found …; expected …`.
  public var description: String { "\(place(sheet: "sheet", row: "row")): found \(found); expected \(expected)" }

  /// Where the problem lies: file, sheet, line or cell, and the row and column of its table.
  ///
  /// - Parameters:
  ///   - word: What a sheet is called.
  ///   - row: What a row is called.
  package func place(sheet word: String, row: String) -> String {
    var text = file
    if let sheet {
      text += ", \(word) \(quoted(sheet))"
      if let position { text += ", \(position.sheetCell ?? "\(row) \(position.line)")" }
    } else if let position {
      text += ":\(position.line)"
      if let character = position.character { text += ":\(character)" }
    }
    if let header, position != nil {
      let parts = [id.map(shown), quoted(header)].compactMap(\.self).filter { !$0.isEmpty && $0 != "\"\"" }
      if !parts.isEmpty { text += ": \(parts.joined(separator: ", "))" }
    } else if let cell {
      text += ": \(cell.table)"
      if !Self.objects.contains(cell.table) { text += " \(row) \(cell.row + 1)" }
      if let id, !id.isEmpty { text += " (\(shown(id)))" }
      if !cell.column.isEmpty { text += ", \(shown(cell.column))" }
    }
    return text
  }
}

/// Thrown where an input is refused: every problem found, in the order of the file.
public struct InputError: Error, Hashable, Sendable {
  /// All problems; at least one.
  public var problems: [InputProblem]

  /// A refusal for the given problems.
  public init(problems: [InputProblem]) { self.problems = problems }

  /// A refusal for what keeps tables that stand in no file's rows from being an instance.
  package init(_ invalid: InvalidInstance, file: String) {
    self.init(problems: invalid.errors.map { InputProblem($0, file: file, position: nil) })
  }

  /// A refusal for one problem.
  package init(
    file: String, sheet: String? = nil, position: TextPosition? = nil, found: String, expected: String
  ) {
    self.init(
      problems: [InputProblem(file: file, sheet: sheet, position: position, found: found, expected: expected)])
  }
}

extension InputError: CustomStringConvertible {
  /// One problem a line, and of more than can be read how many are left.
  public var description: String { Self.lines(problems) }

  /// Problems told at most; nobody mends more between two readings.
  private static let mostTold = 200

  /// One problem a line, and of more than can be read how many are left.
  ///
  /// - Parameter more: What says how many are left.
  package static func lines(
    _ problems: some Collection<some CustomStringConvertible>, more: (Int) -> String = { "and \($0) more" }
  ) -> String {
    let told = problems.prefix(mostTold).map(\.description)
    let left = problems.count - told.count
    return (told + (left > 0 ? [more(left)] : [])).joined(separator: "\n")
  }
}
