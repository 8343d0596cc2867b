import Files
import HomeCare

/// A small table of an export in any of the usual dialects: encoding, delimiter and header are recognised as a log's are.
struct MappedTable {
  let file: String
  /// The file, and the sheet of a workbook.
  let name: String
  /// The sheet, where the file is a workbook.
  let sheet: String?
  let table: NeedsTable
  let rows: [TableRow]
  /// Rows below them that sum them up, and are no records.
  let sums: [TableRow]
  /// Headers of columns that nothing is read from.
  let unread: [String]
  /// How its columns are written, each read as a whole.
  private(set) var readings = ColumnReadings()
  /// By column, the rows whose dates may be read in several orders.
  private(set) var doubtfulRows: [String: [Int]] = [:]
  /// The line of the header.
  let headerLine: Int
  /// The place of each column among the fields.
  private let places: [String: Int]
  private let headers: [String]

  /// Reads the one table of a file that is of a kind.
  ///
  /// - Throws: `InputError` where the file cannot be read, a required column cannot be found, or several tables fit.
  init(_ path: String, _ table: NeedsTable, _ mapping: ExportMapping) throws(InputError) {
    let tables = try ExportBytes.tables(path: path, encoding: mapping.encoding)
    let fitting =
      tables.count == 1
      ? tables
      : tables.filter {
        table.missing(Self.header($0, table, mapping).fieldOfColumn).isEmpty
      }
    guard fitting.count <= 1 else {
      throw InputError(
        file: path,
        found: "several tables that could be \(table.rawValue): \(fitting.map(\.name).joined(separator: "; "))",
        expected: "one; leave the others out")
    }
    try self.init(fitting.first ?? tables[0], table, mapping)
  }

  /// The header of an export, looked at as that of a table.
  static func header(_ export: ExportBytes, _ table: NeedsTable, _ mapping: ExportMapping) -> ExportHeader {
    ExportHeader(export, table.columns, ColumnRoles.Given(named: mapping.tables[table] ?? [:]), mapping)
  }

  /// Reads a table.
  ///
  /// - Throws: `InputError` where the export cannot be read or a required column cannot be found.
  init(_ export: ExportBytes, _ table: NeedsTable, _ mapping: ExportMapping) throws(InputError) {
    var export = export
    (file, name) = (export.file, export.name)
    sheet = export.sheet
    self.table = table
    let header = Self.header(export, table, mapping)
    let places = header.fieldOfColumn
    self.places = places
    headers = header.fields
    headerLine = export.row(ofLine: header.line)
    unread = zip(header.fields, header.columnOfField).compactMap { $1 == nil && !$0.isEmpty ? $0 : nil }
    let missing = table.missing(places)
    guard missing.isEmpty else {
      export.close()
      throw ExportHeader.refusal(export, line: header.line, headers: header.fields, missing: missing)
    }
    let all = try export.tableRows(below: header.line, header.delimiter)
    let isSum = all.map { SumRow.matches($0.cells) }
    rows = zip(all, isSum).filter { !$1 }.map(\.0)
    sums = zip(all, isSum).filter(\.1).map(\.0)
    let coordinates = rows.indices.compactMap { row in
      text(row, "lat").flatMap { north in text(row, "lon").map { (north: north, east: $0) } }
    }
    readings = ColumnReadings(
      mapping, coordinates: coordinates, texts: { texts($0) },
      header: { column in places[column].map { header.fields[$0] } ?? column })
    for (column, dates) in readings.doubtfulDates {
      doubtfulRows[column] = rows.indices.filter { text($0, column).map { dates.doubt($0) != nil } ?? false }
    }
  }

  /// The header of a column as it stands; `nil` where there is none, or where it is what the documents call the column.
  func header(_ column: String) -> String? {
    places[column].map { headers[$0] }.flatMap { $0.isEmpty || $0 == column ? nil : $0 }
  }

  /// The cells below a header that nothing is read from.
  func texts(below header: String) -> [String] {
    headers.firstIndex(of: header).map { place in rows.compactMap { $0[place] } } ?? []
  }

  /// Where a cell stands, the place alone where the column is not known.
  func position(_ row: Int, _ column: String) -> TextPosition {
    TextPosition(line: rows[row].line, character: sheet == nil ? nil : places[column].map { $0 + 1 })
  }

  /// The rows that sum others up as problems, where nobody is told of them.
  var refusedSums: [InputProblem] {
    sums.map { row in
      InputProblem(
        file: file, sheet: sheet, position: TextPosition(line: row.line), found: "a sum or a heading",
        expected: "records alone; take the row away")
    }
  }

  /// Whether the table has a column.
  func has(_ column: String) -> Bool { places[column] != nil }

  /// The cells of a column that are not empty.
  func texts(_ column: String) -> [String] { rows.indices.compactMap { text($0, column) } }

  /// The text of a cell; `nil` where it is empty or there is no such column.
  func text(_ row: Int, _ column: String) -> String? { places[column].flatMap { rows[row][$0] } }
}
