import Files
import HomeCare

/// A column of a table of people that nothing is read from, though it may hold their names.
struct UnreadNames {
  private let file: String
  private let sheet: String?
  private let line: Int
  private let header: String
  private let table: NeedsTable
  /// The names in their normal form.
  private let names: Set<String>

  /// A column of a table.
  init(_ header: String, of table: MappedTable) {
    (file, sheet, line, self.table) = (table.file, table.sheet, table.headerLine, table.table)
    self.header = header
    names = Set(table.texts(below: header).map(NormalForm.name))
  }

  /// Whether the column holds a name.
  func holds(_ text: String) -> Bool { names.contains(NormalForm.name(text)) }

  /// The problems of cells that call people by these names, as one of the column.
  func gather(_ problems: [InputProblem]) -> [InputProblem] {
    let isMeant = problems.map { problem in
      problem.found.hasPrefix("\"") && holds(String(problem.found.dropFirst().dropLast()))
    }
    let count = isMeant.count { $0 }
    guard count > 0 else { return problems }
    let own = InputProblem(
      file: file, sheet: sheet, position: TextPosition(line: line),
      found:
        "the column \(quoted(header)), which is not read and holds the names by which \(counted(count, "cell calls", "cells call")) people",
      expected: "the header \(quoted("Namn")), or a mapping that says that it is the column name of \(table.rawValue)")
    return [own] + zip(problems, isMeant).filter { !$1 }.map(\.0)
  }
}
