import Files
import HomeCare

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
  /// Which field is which column.
  private(set) var roles: ColumnRoles

  private let columns: [ExportColumn]

  /// Recognises the header of an export.
  ///
  /// - Parameters:
  ///   - columns: The columns looked for.
  ///   - given: What the mapping says of headers.
  ///   - numbered: A column of which there may be several, told apart by a number in the header.
  init(
    _ bytes: ExportBytes, _ columns: [ExportColumn], _ given: ColumnRoles.Given, _ mapping: ExportMapping,
    numbered: String? = nil
  ) {
    let delimiters = (bytes.madeDelimiter ?? mapping.delimiter).map { [$0] } ?? ExportBytes.delimiters
    (delimiter, line) = (delimiters[0], mapping.headerLine ?? 1)
    self.columns = columns
    let names = ColumnRoles.Names(columns)
    roles = ColumnRoles([], names, given)
    var best = (columns: -1, fields: 0)
    for delimiter in delimiters {
      let records = bytes.firstRecords(delimiter)
      var headers: [(index: Int, record: (line: Int, fields: [String]))] = []
      for (index, record) in records.enumerated() {
        headers.append((index, record))
        if let both = Self.joined(records, index) { headers.append((index + 1, both)) }
      }
      for (index, record) in headers
      where mapping.headerLine == nil || mapping.headerLine == bytes.row(ofLine: record.line) {
        let roles = ColumnRoles(record.fields, names, given)
        // A line with the columns that are required beats any without them.
        let score = zip(columns, roles.places).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.isRequired ? 101 : 1) }
        // Where no header is known, the delimiter is the one that parts the header and the rows below it alike.
        let isParted =
          score == 0 && records.dropFirst(index).prefix(4).allSatisfy { $0.fields.count == record.fields.count }
        let parted = isParted && index + 1 < records.count ? record.fields.count : 0
        guard (score, parted) > best else { continue }
        best = (score, parted)
        (self.delimiter, line, fields, self.roles) = (delimiter, record.line, record.fields, roles)
        example = index + 1 < records.count ? records[index + 1].fields : []
      }
    }
    if let numbered, let place = columns.firstIndex(where: { $0.name == numbered }) {
      roles.addNumbered(place, fields)
    }
  }

  /// A header in two lines, such as `Utfört` above `Start` and `Slut`, as one; `nil` where a line or the next is none, as
  /// those with numbers in them are.
  private static func joined(
    _ records: [(line: Int, fields: [String])], _ index: Int
  ) -> (line: Int, fields: [String])? {
    guard index + 1 < records.count else { return nil }
    let (upper, lower) = (records[index].fields, records[index + 1].fields)
    guard upper.count == lower.count, !(upper + lower).contains(where: { $0.contains(where: \.isNumber) }),
      upper != lower
    else { return nil }
    let fields = zip(upper, lower).map { above, below in
      above == below || below.isEmpty ? above : above.isEmpty ? below : "\(above) \(below)"
    }
    return (records[index + 1].line, fields)
  }

  /// The field of each column that there is, by its name.
  var fieldOfColumn: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: zip(columns, roles.places).compactMap { column, place in place.map { (column.name, $0) } })
  }

  /// How many columns were found.
  var count: Int { roles.places.count { $0 != nil } }

  /// Whether no required column is missing.
  var isComplete: Bool { zip(columns, roles.places).allSatisfy { !$0.isRequired || $1 != nil } }

  /// What each field is read as.
  var columnOfField: [String?] { fields.indices.map { roles.roles[$0].map { columns[$0.column].name } } }

  /// Why each field is read as it is.
  var reasonOfField: [ColumnReason?] {
    fields.indices.map { roles.roles[$0]?.reason ?? (roles.ignored.contains($0) ? .ignored : nil) }
  }

  /// Every column that several fields could be, and every one that the mapping names and that is not there.
  func questions(_ export: ExportBytes) -> [InputProblem] {
    let place = TextPosition(line: export.row(ofLine: line))
    let several = roles.questions.map { question in
      // Columns of one header are told apart by their order.
      let named = question.fields.map { field in
        let same = fields.indices.filter { fields[$0] == fields[field] }
        return same.count < 2 ? fields[field] : "\(fields[field])#\((same.firstIndex(of: field) ?? 0) + 1)"
      }
      let headers = named.map { quoted($0) }.joined(separator: " and ")
      let name = columns[question.column].name
      return InputProblem(
        file: export.file, sheet: export.sheet, position: place,
        found: "the columns \(headers), of which each could be \(name)",
        expected: "a mapping that says which: {\"format\": \"samma-mapping/1\", \"columns\": {\"\(name)\": "
          + "\(quoted(named[0]))}}")
    }
    let absent = roles.notFound.map { column in
      InputProblem(
        file: export.file, sheet: export.sheet, position: place,
        found: "the columns \(fields.map(quoted).joined(separator: ", "))",
        expected:
          "the column that the mapping names for \(columns[column].name); a file of other columns has a mapping "
          + "of its own")
    }
    return several + absent
  }

  /// Refuses the export where it lacks a column.
  static func refusal(_ export: ExportBytes, line: Int, headers: [String], missing: [String]) -> InputError {
    let headers = headers.map(quoted).joined(separator: ", ")
    return InputError(
      problems: missing.map { column in
        InputProblem(
          file: export.file, sheet: export.sheet,
          position: TextPosition(line: export.row(ofLine: line)),
          found: headers.isEmpty ? "no header" : "the columns \(headers)",
          expected: "a column \(column), under one of the names in use or one that a mapping gives")
      })
  }
}
