import HomeCare

/// A small table of an export in any of the usual dialects: encoding, delimiter and header are recognised as a log's are.
struct MappedTable {
  /// One row, its cells without white space at their ends.
  struct Row {
    let line: Int
    let cells: [String]
  }

  let file: String
  let table: NeedsTable
  private(set) var rows: [Row] = []
  /// Headers of columns that nothing is read from.
  let unread: [String]
  /// The place of each column among the fields.
  private var places: [String: Int] = [:]

  /// Reads a table.
  ///
  /// - Throws: `InputError` where the file cannot be read or a required column cannot be found.
  init(_ path: String, _ table: NeedsTable, _ mapping: ExportMapping) throws(InputError) {
    file = path
    self.table = table
    var log = try LogBytes(path: path, encoding: mapping.encoding)
    let head = Self.header(log, table, mapping)
    places = head.places
    let read = Set(head.places.values)
    unread = head.fields.indices.filter { !read.contains($0) }.map { head.fields[$0] }.filter { !$0.isEmpty }
    let missing = table.columns.filter { $0.isRequired && head.places[$0.name] == nil }
    guard missing.isEmpty else {
      log.close()
      let headers = head.fields.map(quoted).joined(separator: ", ")
      throw InputError(
        problems: missing.map { column in
          InputProblem(
            file: path, position: TextPosition(line: head.line),
            found: headers.isEmpty ? "no header" : "the columns \(headers)",
            expected: "a column \(column.name), under one of the names in use or one that a mapping gives")
        })
    }
    let bytes = try log.wholeText()
    let dialect = CSVDialect(delimiter: head.delimiter)
    bytes.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, dialect: dialect)
      while scanner.next() == .record {
        guard scanner.recordLine > head.line, !scanner.isBlank else { continue }
        let cells = log.texts(scanner)
        if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: scanner.recordLine, cells: cells)) }
      }
    }
  }

  /// Whether the table has a column.
  func has(_ column: String) -> Bool { places[column] != nil }

  /// The text of a cell; `nil` where it is empty or there is no such column.
  func text(_ row: Int, _ column: String) -> String? {
    guard let place = places[column], place < rows[row].cells.count else { return nil }
    let text = rows[row].cells[place]
    return text.isEmpty ? nil : text
  }

  private struct Header {
    var delimiter = Byte.comma
    var line = 1
    var fields: [String] = []
    var places: [String: Int] = [:]
  }

  /// The line that names the most columns; one with all that are required beats any without.
  private static func header(_ log: LogBytes, _ table: NeedsTable, _ mapping: ExportMapping) -> Header {
    var best = (score: -1, header: Header())
    for delimiter in mapping.delimiter.map({ [$0] }) ?? LogBytes.delimiters {
      for (line, fields) in log.firstRecords(delimiter) where mapping.headerLine == nil || mapping.headerLine == line {
        let places = places(fields, table, mapping.tables[table] ?? [:])
        let score = places.count + 100 * table.columns.count { $0.isRequired && places[$0.name] != nil }
        if score > best.score {
          best = (score, Header(delimiter: delimiter, line: line, fields: fields, places: places))
        }
      }
    }
    return best.header
  }

  private static func places(_ fields: [String], _ table: NeedsTable, _ named: [String: String]) -> [String: Int] {
    let folded = fields.map(LogColumn.folded)
    var places: [String: Int] = [:]
    for column in table.columns {
      if let header = named[column.name] {
        places[column.name] = fields.firstIndex { LogWords.folded($0) == LogWords.folded(header) }
      } else {
        places[column.name] = folded.firstIndex(where: column.isNamed)
      }
    }
    return places
  }
}
