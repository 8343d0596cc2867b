import Files
import HomeCare

/// Reads tables out of CSV files by their layouts, and notes every problem with its line.
struct CSVTableReader {
  var list = ProblemList()

  /// The rows of a table with the line at which each begins.
  struct Rows<Row> {
    var rows: [Row] = []
    var lines: [Int] = []
  }

  /// The cell that a value is read for.
  private struct Target {
    let file: String
    let line: Int
    let cell: Cell
  }

  // MARK: - Tables

  /// Reads a table; its first record names the columns, in any order.
  ///
  /// - Parameter isSingle: Whether the table is one of a single row, so that a row of empty cells is that row.
  mutating func rows<Row>(
    _ bytes: [UInt8], file: String, _ layout: TableLayout<Row>, isSingle: Bool = false
  ) -> Rows<Row> {
    var result = Rows<Row>()
    bytes.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, dialect: Self.dialect(of: raw))
      guard let header = header(&scanner, file: file, names: layout.columns.map(\.name), layout.name) else { return }
      let absent = layout.columns.indices.filter { !header.columns.contains($0) }.map { layout.columns[$0] }
      let missing = absent.filter { $0.isRequired && !header.misspelled.contains($0.name) }
      // Where a column's name is not known, any that is absent may be meant.
      let unread = header.isSound ? missing : absent
      for column in missing {
        report(
          file, scanner.recordLine, found: "no column \(quoted(column.name))",
          expected: "a column \(quoted(column.name)) with \(column.kind.expected)")
      }
      while scanner.next() == .record {
        if scanner.isBlank || (!isSingle && scanner.fields.allSatisfy(\.isEmpty)) { continue }
        result.lines.append(scanner.recordLine)
        for column in unread {
          list.markUnreadable(Cell(table: layout.name, row: result.rows.count, column: column.name))
        }
        result.rows.append(row(&scanner, bytes, file: file, layout, header.columns, index: result.rows.count))
      }
      if unread.contains(where: { $0.name == "id" }) { list.markIncomplete(table: layout.name) }
    }
    return result
  }

  /// Reads the row of a table of a single row; the layout's blank row stands in for a missing one.
  mutating func single<Row>(_ bytes: [UInt8], file: String, _ layout: TableLayout<Row>) -> (row: Row, line: Int) {
    let count = list.count
    let table = rows(bytes, file: file, layout, isSingle: true)
    if table.rows.count != 1, list.count == count {
      let cell = Cell(table: layout.name, row: 0, column: "")
      report(
        file, table.lines.dropFirst().first ?? 1, cell: cell, found: "\(table.rows.count) rows below the header",
        expected: "one row")
    }
    guard let row = table.rows.first else {
      markUnreadable(layout)
      return (layout.blank, 1)
    }
    return (row, table.lines[0])
  }

  /// Marks every cell of a table of a single row.
  mutating func markUnreadable<Row>(_ layout: TableLayout<Row>, row: Int = 0) {
    for column in layout.columns {
      list.markUnreadable(Cell(table: layout.name, row: row, column: column.name))
    }
  }

  /// What the first record of a file names.
  private struct Header {
    /// The column of each field; `nil` where it names none.
    var columns: [Int?] = []
    /// Known columns that unknown ones most likely mean.
    var misspelled: Set<String> = []
    /// Whether every field names a column of its own.
    var isSound: Bool { !columns.contains(nil) }
  }

  /// Reads the first record; `nil` where there is none.
  private mutating func header(
    _ scanner: inout CSVScanner, file: String, names: [String], _ table: String
  ) -> Header? {
    repeat {
      guard scanner.next() == .record else {
        report(
          file, 1, found: "an empty file",
          expected: "a first line that names the columns: \(names.joined(separator: ","))")
        list.markIncomplete(table: table)
        return nil
      }
    } while scanner.isBlank
    var header = Header()
    for field in scanner.fields {
      let name = scanner.text(of: field)?.trimmingSpaces()
      var index = name.flatMap { names.firstIndex(of: $0) }
      if index == nil {
        let found =
          name.map { $0.isEmpty ? "a column without a name" : "the unknown column \(quoted($0))" }
          ?? "a column whose name is not UTF-8"
        report(
          file, scanner.recordLine, found: found,
          expected: Spelling.expected(insteadOf: name ?? "", among: names, what: "column"))
        if let meant = Spelling.nearest(to: name ?? "", among: names) { header.misspelled.insert(meant) }
      } else if header.columns.contains(index) {
        report(
          file, scanner.recordLine, found: "the column \(quoted(name ?? "")) a second time",
          expected: "each column once")
        index = nil
      }
      header.columns.append(index)
    }
    return header
  }

  private mutating func report(_ file: String, _ line: Int, cell: Cell? = nil, found: String, expected: String) {
    list.report(
      InputProblem(file: file, position: TextPosition(line: line), cell: cell, found: found, expected: expected))
  }

  // MARK: - Rows

  private mutating func row<Row>(
    _ scanner: inout CSVScanner, _ bytes: [UInt8], file: String, _ layout: TableLayout<Row>, _ header: [Int?],
    index: Int
  ) -> Row {
    var row = layout.blank
    if let flaw = shapeFlaw(scanner, columns: header.count) {
      report(
        file, flaw.line, cell: Cell(table: layout.name, row: index, column: ""), found: flaw.found,
        expected: flaw.expected)
      // Its values may stand in the wrong columns, so none of them is judged.
      markUnreadable(layout, row: index)
      return row
    }
    let firstProblem = list.count
    var present: UInt64 = 0
    for (field, position) in zip(scanner.fields, header) {
      guard let position else { continue }
      let column = layout.columns[position]
      if field.isEmpty {
        if column.isRequired {
          report(
            file, scanner.recordLine, cell: Cell(table: layout.name, row: index, column: column.name),
            found: "an empty cell", expected: column.kind.expected)
        }
        continue
      }
      present |= 1 << UInt64(position)
      let target = Target(
        file: file, line: scanner.recordLine, cell: Cell(table: layout.name, row: index, column: column.name))
      if let value = value(scanner, field, bytes, column.kind, target) { column.assign(&row, value) }
    }
    checkTogether(layout, present, file: file, line: scanner.recordLine, index: index)
    if list.count > firstProblem { list.nameRow(layout.id(of: row), from: firstProblem) }
    return row
  }

  /// What makes it unsure which value stands in which column.
  private func shapeFlaw(
    _ scanner: CSVScanner, columns: Int
  ) -> (line: Int, found: String, expected: String)? {
    switch scanner.flaw?.kind {
    case .unclosedQuote:
      return (scanner.flaw?.line ?? scanner.recordLine, "a quote that is never closed", "a closing quote")
    case .textAfterQuote:
      return (
        scanner.flaw?.line ?? scanner.recordLine, "text after a closing quote",
        "a separator there; a quote inside quoted text is written twice"
      )
    case .quoteInsideField, nil: break
    }
    let count = scanner.fields.count
    guard count != columns else { return nil }
    let hint = count > columns ? "; text that holds a separator stands in quotes" : ""
    return (
      scanner.recordLine, "\(count) \(count == 1 ? "cell" : "cells")",
      "\(columns), one for each column of the header\(hint)"
    )
  }

  private mutating func checkTogether<Row>(
    _ layout: TableLayout<Row>, _ present: UInt64, file: String, line: Int, index: Int
  ) {
    func has(_ position: Int) -> Bool { present & (1 << UInt64(position)) != 0 }
    for group in layout.togetherIndices where group.contains(where: has) {
      for position in group where !has(position) {
        report(
          file, line, cell: Cell(table: layout.name, row: index, column: layout.columns[position].name),
          found: "an empty cell", expected: layout.expected(position, in: group))
      }
    }
  }

  // MARK: - Cells

  /// The value of a field that is not empty, or `nil` and a problem where it is not of the kind.
  private mutating func value(
    _ scanner: CSVScanner, _ field: CSVField, _ bytes: [UInt8], _ kind: ValueKind, _ target: Target
  ) -> CellValue? {
    var found: CellValue?
    switch kind {
    case .id, .reference, .text: found = scanner.text(of: field).map { .text($0) }
    case .choice(let words):
      if let text = scanner.text(of: field)?.trimmingSpaces(), words.contains(text) { found = .text(text) }
    case .texts, .references: found = scanner.text(of: field).map { .list(ListCell.items($0)) }
    case .flag:
      // Spreadsheets write TRUE and FALSE.
      switch scanner.text(of: field)?.trimmingSpaces().lowercased() {
      case "true": found = .flag(true)
      case "false": found = .flag(false)
      default: break
      }
    case .whole:
      if case .whole(let number) = Scalars.number(bytes.trimmed(field)) { found = .whole(number) }
    case .number:
      switch Scalars.number(bytes.trimmed(field)) {
      case .whole(let number): found = .number(Double(number))
      case .number(let number): found = .number(number)
      case nil: break
      }
    case .date: found = Scalars.date(bytes.trimmed(field)).map { .date($0) }
    case .time: found = Scalars.time(bytes.trimmed(field)).map { .time($0) }
    // Neither stands in a cell of a CSV file.
    case .seed, .matrix: break
    }
    if found == nil {
      let text = scanner.text(of: field)
      report(
        target.file, target.line, cell: target.cell, found: text.map(quoted) ?? "text that is not UTF-8",
        expected: text == nil ? "UTF-8; save the file in that encoding" : kind.expected)
    }
    return found
  }

  /// The separator that a file uses: the comma, or what its first line has instead.
  static func dialect(of bytes: UnsafeRawBufferPointer) -> CSVDialect {
    let firstLine = bytes.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
    if firstLine.contains(Byte.comma) { return .rfc4180 }
    if firstLine.contains(Byte.semicolon) { return .semicolons }
    return firstLine.contains(Byte.tab) ? .tabs : .rfc4180
  }
}

extension TableLayout {
  /// What should stand in a column of a group of which a row has all or none.
  func expected(_ position: Int, in group: [Int]) -> String {
    let others = group.filter { $0 != position }.map { columns[$0].name }
    return "\(columns[position].kind.expected), since \(others.joined(separator: " and ")) go with it; or none of them"
  }

  /// The layout as CSV has it, in which a matrix is a file of its own.
  var withoutMatrix: TableLayout {
    var layout = self
    layout.columns.removeAll { if case .matrix = $0.kind { true } else { false } }
    return layout
  }
}

extension String {
  /// The text without spaces at its ends.
  func trimmingSpaces() -> String {
    guard utf8.first == Byte.space || utf8.last == Byte.space else { return self }
    let kept = self.drop { $0 == " " }
    return String(kept.prefix(kept.count - kept.reversed().prefix { $0 == " " }.count))
  }
}

extension [UInt8] {
  /// The bytes of a field without spaces at its ends.
  fileprivate func trimmed(_ field: CSVField) -> ArraySlice<UInt8> {
    var (start, end) = (field.start, field.end)
    while start < end, self[start] == Byte.space { start += 1 }
    while end > start, self[end - 1] == Byte.space { end -= 1 }
    return self[start..<end]
  }
}
