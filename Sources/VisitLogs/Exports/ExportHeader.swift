import Files

/// The header of an export: the line that names the most of the columns looked for, and which field each of them is.
///
/// Logs and tables of needs alike are recognised by it, whatever delimiter they use and whatever stands above the header.
struct ExportHeader {
  /// The byte between fields.
  private(set) var delimiter: UInt8
  /// The line, 1 = first.
  private(set) var line: Int
  /// The headers.
  private(set) var fields: [String] = []
  /// The fields of the record below.
  private(set) var example: [String] = []

  private let columns: [ExportColumn]
  /// The field of each column, by its position in `columns`.
  private var places: [Int?]

  /// Recognises the header of an export.
  ///
  /// - Parameters:
  ///   - columns: The columns looked for.
  ///   - named: The headers of columns that the mapping names, by the columns' names; these are recognised by nothing else.
  init(_ bytes: ExportBytes, _ columns: [ExportColumn], named: [String: String], _ mapping: ExportMapping) {
    let delimiters = (bytes.madeDelimiter ?? mapping.delimiter).map { [$0] } ?? ExportBytes.delimiters
    (delimiter, line) = (delimiters[0], mapping.headerLine ?? 1)
    self.columns = columns
    places = columns.map { _ in nil }
    let known = Dictionary(
      columns.enumerated().flatMap { index, column in column.names.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var best = -1
    for delimiter in delimiters {
      let records = bytes.firstRecords(delimiter)
      for (index, record) in records.enumerated()
      where mapping.headerLine == nil || mapping.headerLine == bytes.row(ofLine: record.line) {
        let places = Self.places(of: columns, in: record.fields, known, named)
        // A line with the columns that are required beats any without them.
        let score = zip(columns, places).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.isRequired ? 101 : 1) }
        guard score > best else { continue }
        best = score
        (self.delimiter, line, fields, self.places) = (delimiter, record.line, record.fields, places)
        example = index + 1 < records.count ? records[index + 1].fields : []
      }
    }
  }

  private static func places(
    of columns: [ExportColumn], in fields: [String], _ known: [String: Int], _ named: [String: String]
  ) -> [Int?] {
    let words = fields.map(LogWords.folded)
    var places = columns.map { column in named[column.name].flatMap { words.firstIndex(of: LogWords.folded($0)) } }
    let taken = Set(places.compactMap(\.self))
    for (field, header) in fields.enumerated() where !taken.contains(field) {
      guard let column = known[ExportColumn.folded(header)], places[column] == nil,
        named[columns[column].name] == nil
      else { continue }
      places[column] = field
    }
    return places
  }

  /// The field of each column that there is, by its name.
  var fieldOfColumn: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: zip(columns, places).compactMap { column, place in place.map { (column.name, $0) } })
  }

  /// How many columns were found.
  var count: Int { places.count { $0 != nil } }

  /// Whether no required column is missing.
  var isComplete: Bool { zip(columns, places).allSatisfy { !$0.isRequired || $1 != nil } }

  /// What each field is read as.
  var columnOfField: [String?] {
    let columns = Dictionary(
      zip(columns, places).compactMap { column, place in place.map { ($0, column.name) } },
      uniquingKeysWith: { first, _ in first })
    return fields.indices.map { columns[$0] }
  }

  /// Refuses the export where it lacks a column.
  static func refusal(_ export: ExportBytes, line: Int, headers: [String], missing: [String]) -> InputError {
    let headers = headers.map(quoted).joined(separator: ", ")
    return InputError(
      problems: missing.map { column in
        InputProblem(
          file: export.file, sheet: export.isSheet ? export.title : nil,
          position: TextPosition(line: export.row(ofLine: line)),
          found: headers.isEmpty ? "no header" : "the columns \(headers)",
          expected: "a column \(column), under one of the names in use or one that a mapping gives")
      })
  }
}
