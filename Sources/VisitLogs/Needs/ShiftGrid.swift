import Files
import HomeCare

/// A schedule drawn as a grid: a row for each staff member, a column for each day of one to six weeks.
struct ShiftGrid {
  /// What the marks of one row come to.
  struct Row {
    /// The line of the file, or the row of the sheet.
    let line: Int
    let person: String
    /// The cells of days that say something, each with its column and the days since the grid's first.
    var cells: [(column: Int, day: Int, text: String)] = []
  }

  /// The header.
  let header: Header
  /// The rows of staff.
  private(set) var rows: [Row] = []
  /// The rows that are none, such as sums and explanations.
  private(set) var others: [TableRow] = []
  /// The column with staff.
  let person: Int

  /// Words of rows that count staff, beside those of sums, or that head explanations.
  private static let others: Set = [
    "bemanning", "behov", "differens", "teckenförklaring", "förklaring", "koder", "legend", "explanation",
  ]

  /// Reads a grid; `nil` where the table is none.
  init?(_ table: SmallTable, _ mapping: ExportMapping, near date: LocalDate) {
    guard let header = Header(table, near: date) else { return nil }
    self.header = header
    person = Self.personColumn(table, header, mapping)
    let columns = Dictionary(header.days.map { ($0.column, $0.day) }, uniquingKeysWith: { first, _ in first })
    let marks = Set(
      table.rows[(header.last + 1)...].flatMap { row in
        row.cells.indices.compactMap { columns[$0] == nil ? nil : LogWords.folded(row.cells[$0]) }
      })
    for row in table.rows[..<header.first] { others.append(row) }
    for row in table.rows[(header.last + 1)...] {
      let name = person < row.cells.count ? row.cells[person] : ""
      let word = LogWords.folded(name)
      // A mark in the place of a name explains itself.
      guard !name.isEmpty, !name.contains("="), !marks.contains(word),
        !SumRow.opens(name), !SumRow.heads(row.cells), !Self.others.contains(where: { word.hasPrefix($0) })
      else {
        others.append(row)
        continue
      }
      var read = Row(line: row.line, person: name)
      for (column, text) in row.cells.enumerated() where !text.isEmpty {
        if let day = columns[column] { read.cells.append((column, day, text)) }
      }
      rows.append(read)
      // Explanations may stand beside the grid.
      let right = row.cells.dropFirst((header.days.map(\.column).max() ?? 0) + 1)
      if right.contains(where: { !$0.isEmpty }) { others.append(TableRow(line: row.line, cells: Array(right))) }
    }
  }

  /// The column left of the days with staff: by its header, ids before names, else the first that says something.
  private static func personColumn(_ table: SmallTable, _ header: Header, _ mapping: ExportMapping) -> Int {
    let first = header.days.map(\.column).min() ?? 0
    let known =
      mapping.tables[.shifts]?["staff"].map { [ExportColumn.folded($0)] }
      ?? NeedsTable.staff.columns.first { $0.name == "staff" }?.names ?? []
    let titles = table.rows[header.first...header.last]
    for names in [known, ["namn", "name", "medarbetare"]] {
      for column in 0..<first
      where titles.contains(where: { column < $0.cells.count && names.contains(ExportColumn.folded($0.cells[column])) })
      {
        return column
      }
    }
    let rows = table.rows[(header.last + 1)...]
    return (0..<first).max { left, right in
      func filled(_ column: Int) -> Int { rows.count { column < $0.cells.count && !$0.cells[column].isEmpty } }
      return filled(left) < filled(right)
    } ?? 0
  }
}
