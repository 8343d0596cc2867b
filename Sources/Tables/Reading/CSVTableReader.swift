import Files
import HomeCare

/// Reads tables out of CSV files by their layouts, and notes every problem with its line.
struct CSVTableReader {
  var list = ProblemList()
  /// The file being read, as messages name it.
  var file = ""

  /// The rows of a table with the line at which each begins.
  struct Rows<Row> {
    var rows: [Row] = []
    var lines: [Int] = []
  }

  // MARK: - Tables

  /// Reads a table; its first record names the columns, in any order.
  ///
  /// - Parameter isSingle: Whether the table is one of a single row, so that a row of empty cells is that row.
  mutating func rows<Row>(
    _ bytes: [UInt8], file: String, _ layout: TableLayout<Row>, isSingle: Bool = false
  ) -> Rows<Row> {
    self.file = file
    var result = Rows<Row>()
    bytes.withUnsafeBytes { raw in
      var scanner = Self.scanner(raw)
      guard let header = header(&scanner, layout) else { return }
      let absent = layout.columns.indices.filter { !header.columns.contains($0) }.map { layout.columns[$0] }
      let missing = absent.filter { $0.isRequired && !header.misspelled.contains($0.name) }
      // Where a column's name is not known, any that is absent may be meant.
      let unread = header.isSound ? missing : absent
      for column in missing {
        report(
          scanner.recordLine, found: "no column \(quoted(column.name))",
          expected: "a column \(quoted(column.name)) with \(column.kind.expected)")
      }
      while scanner.next() {
        if scanner.isBlank || (!isSingle && scanner.fields.allSatisfy(\.isEmpty)) { continue }
        result.lines.append(scanner.recordLine)
        list.markUnreadable(unread, of: layout, row: result.rows.count)
        result.rows.append(row(scanner, bytes, layout, header.columns, index: result.rows.count))
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
      report(
        table.lines.dropFirst().first ?? 1, Cell(table: layout.name, row: 0, column: ""),
        found: "\(table.rows.count) rows below the header", expected: "one row")
    }
    guard let row = table.rows.first else {
      list.markUnreadable(layout.columns, of: layout)
      return (layout.blank, 1)
    }
    return (row, table.lines[0])
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
  private mutating func header<Row>(_ scanner: inout CSVScanner, _ layout: TableLayout<Row>) -> Header? {
    let names = layout.columns.map(\.name)
    repeat {
      guard scanner.next() else {
        report(
          1, found: "an empty file", expected: "a first line that names the columns: \(names.joined(separator: ","))")
        list.markIncomplete(table: layout.name)
        return nil
      }
    } while scanner.isBlank
    var header = Header()
    for field in scanner.fields {
      let name = scanner.text(of: field)?.trimmingSpaces()
      var index = name.flatMap { names.firstIndex(of: $0) }
      if let name, layout.later.contains(name) {
        report(
          scanner.recordLine, found: "the column \(quoted(name))", expected: InstanceFormat.laterExpected)
      } else if index == nil {
        let found =
          name.map { $0.isEmpty ? "a column without a name" : "the unknown column \(quoted($0))" }
          ?? "a column whose name is not UTF-8"
        report(
          scanner.recordLine, found: found,
          expected: Spelling.expected(insteadOf: name ?? "", among: names, what: "column"))
        if let meant = Spelling.nearest(to: name ?? "", among: names) { header.misspelled.insert(meant) }
      } else if header.columns.contains(index) {
        report(
          scanner.recordLine, found: "the column \(quoted(name ?? "")) a second time", expected: "each column once")
        index = nil
      }
      header.columns.append(index)
    }
    return header
  }

  mutating func report(_ line: Int, _ cell: Cell? = nil, found: String, expected: String) {
    list.report(
      InputProblem(file: file, position: TextPosition(line: line), cell: cell, found: found, expected: expected))
  }

  // MARK: - Rows

  private mutating func row<Row>(
    _ scanner: CSVScanner, _ bytes: [UInt8], _ layout: TableLayout<Row>, _ header: [Int?], index: Int
  ) -> Row {
    var row = layout.blank
    func cell(_ column: String) -> Cell { Cell(table: layout.name, row: index, column: column) }
    if let flaw = shapeFlaw(scanner, columns: header.count) {
      report(flaw.line, cell(""), found: flaw.found, expected: flaw.expected)
      // Its values may stand in the wrong columns, so none of them is judged.
      list.markUnreadable(layout.columns, of: layout, row: index)
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
            scanner.recordLine, cell(column.name), found: "an empty cell", expected: column.kind.expected)
        }
        continue
      }
      present |= 1 << UInt64(position)
      if let value = value(scanner, field, bytes, column.kind) {
        column.assign(&row, value)
      } else {
        let text = scanner.text(of: field)
        report(
          scanner.recordLine, cell(column.name), found: text.map(quoted) ?? "text that is not UTF-8",
          expected: text == nil ? "UTF-8; save the file in that encoding" : column.kind.expected)
      }
    }
    for gap in layout.gaps(present) {
      report(scanner.recordLine, cell(gap.column), found: "an empty cell", expected: gap.expected)
    }
    if list.count > firstProblem { list.nameRow(layout.id(of: row), from: firstProblem) }
    return row
  }

  /// What makes it unsure which value stands in which column.
  private func shapeFlaw(_ scanner: CSVScanner, columns: Int) -> (line: Int, found: String, expected: String)? {
    if let flaw = scanner.flaw {
      return flaw.kind == .unclosedQuote
        ? (flaw.line, "a quote that is never closed", "a closing quote")
        : (
          flaw.line, "text after a closing quote",
          "a separator there; a quote inside quoted text is written twice"
        )
    }
    let count = scanner.fields.count
    guard count != columns else { return nil }
    let hint = count > columns ? "; text that holds a separator stands in quotes" : ""
    return (
      scanner.recordLine, "\(count) \(count == 1 ? "cell" : "cells")",
      "\(columns), one for each column of the header\(hint)"
    )
  }

  // MARK: - Cells

  /// The value of a field that is not empty, or `nil` where it is not of the kind.
  private func value(_ scanner: CSVScanner, _ field: CSVField, _ bytes: [UInt8], _ kind: ValueKind) -> CellValue? {
    switch kind {
    case .id, .reference, .text: return scanner.text(of: field).map { .text($0) }
    case .choice(let words):
      return (scanner.text(of: field)?.trimmingSpaces()).flatMap { words.contains($0) ? .text($0) : nil }
    case .texts, .references: return scanner.text(of: field).map { .list(ListCell.items($0)) }
    case .flag:
      // Spreadsheets write TRUE and FALSE.
      return (scanner.text(of: field)?.trimmingSpaces().lowercased()).flatMap { Bool($0) }.map { .flag($0) }
    case .whole:
      guard case .whole(let number) = Scalars.number(bytes.trimmed(field)) else { return nil }
      return .whole(number)
    case .number: return Scalars.number(bytes.trimmed(field)).map { .number($0.value) }
    case .date: return Scalars.date(bytes.trimmed(field)).map { .date($0) }
    case .time: return Scalars.time(bytes.trimmed(field)).map { .time($0) }
    case .moment(let endsDay):
      return Scalars.time(bytes.trimmed(field)).map { .time($0) }
        ?? Scalars.date(bytes.trimmed(field)).map { ValueKind.moment($0, endsDay: endsDay) }
    case .clock: return Scalars.clock(bytes.trimmed(field)).map { .clock($0) }
    // Neither stands in a cell of a CSV file.
    case .seed, .matrix: return nil
    }
  }

  /// A scanner by the separator that a file uses: the comma, or what its first line has instead.
  static func scanner(_ bytes: UnsafeRawBufferPointer) -> CSVScanner {
    let firstLine = bytes.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
    let delimiter = [Byte.comma, Byte.semicolon, Byte.tab].first { firstLine.contains($0) }
    return CSVScanner(bytes, delimiter: delimiter ?? Byte.comma)
  }
}

extension TableLayout {
  /// What a row lacks of groups of columns of which it has some; `present` has a bit for each column that it gives.
  func gaps(_ present: UInt64) -> [(column: String, expected: String)] {
    func has(_ position: Int) -> Bool { present & (1 << UInt64(position)) != 0 }
    return togetherIndices.filter { $0.contains(where: has) }.flatMap { group in
      group.filter { !has($0) }.map { position in
        let others = group.filter { $0 != position }.map { columns[$0].name }
        let since = "since \(others.joined(separator: " and ")) go with it; or none of them"
        return (columns[position].name, "\(columns[position].kind.expected), \(since)")
      }
    }
  }

  /// The layout as CSV has it, in which a matrix is a file of its own.
  var withoutMatrix: TableLayout {
    var layout = self
    layout.columns.removeAll { if case .matrix = $0.kind { true } else { false } }
    return layout
  }
}

extension ProblemList {
  /// Marks columns of a row.
  mutating func markUnreadable<Row>(_ columns: [Column<Row>], of layout: TableLayout<Row>, row: Int = 0) {
    for column in columns { markUnreadable(Cell(table: layout.name, row: row, column: column.name)) }
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
