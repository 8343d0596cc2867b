import Files
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
  private let places: [String: Int]

  /// Reads a table.
  ///
  /// - Throws: `InputError` where the file cannot be read or a required column cannot be found.
  init(_ path: String, _ table: NeedsTable, _ mapping: ExportMapping) throws(InputError) {
    file = path
    self.table = table
    var export = try ExportBytes(path: path, encoding: mapping.encoding)
    let header = ExportHeader(export, table.columns, named: mapping.tables[table] ?? [:], mapping)
    places = header.fieldOfColumn
    unread = zip(header.fields, header.columnOfField).compactMap { $1 == nil && !$0.isEmpty ? $0 : nil }
    let missing = table.columns.filter { $0.isRequired && !has($0.name) }
    guard missing.isEmpty else {
      export.close()
      throw ExportHeader.refusal(path, line: header.line, headers: header.fields, missing: missing.map(\.name))
    }
    let bytes = try export.wholeText()
    bytes.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, delimiter: header.delimiter)
      while scanner.next() {
        guard scanner.recordLine > header.line, !scanner.isBlank else { continue }
        let cells = export.texts(scanner)
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
}
