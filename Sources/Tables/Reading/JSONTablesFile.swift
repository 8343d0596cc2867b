import Files
import HomeCare

/// A JSON file of tables, each under its key of one object; it may lack any of them.
struct JSONTablesFile {
  var reader: JSONReader
  /// The file's format.
  let format: String
  /// The values of the object's keys.
  let tables: [String: Int]

  /// Parses a file and finds its tables.
  ///
  /// - Parameters:
  ///   - keys: The keys of the object, `format` first.
  ///   - what: What the file is, such as `a file of changes`.
  ///   - name: What it is called once it is known to be one.
  init(
    _ bytes: [UInt8], file: String, format: String, keys: [String], what: String, name: String? = nil
  ) throws(InputError) {
    let instances = InstanceFormat.allCases.map { (format: $0.word, what: "an instance") }
    try self.init(
      bytes, file: file, formats: [format], what: what, name: name ?? what, others: instances, keys: { _ in (keys, []) }
    )
  }

  /// Parses a file of one of several formats and finds its tables.
  ///
  /// - Parameters:
  ///   - others: Other formats that the file may have by mistake, and what they are.
  ///   - keys: The keys of a format, and those that only later formats have.
  init(
    _ bytes: [UInt8], file: String, formats: [String], what: String, name: String,
    others: [(format: String, what: String)], keys: (String) -> (known: [String], later: [String])
  ) throws(InputError) {
    reader = try JSONReader(bytes, file: file)
    format = try reader.checkFormat(formats, what: what, others: others)
    let (known, later) = keys(format)
    tables = try reader.tables(
      known, of: name,
      misplaced: Dictionary(uniqueKeysWithValues: later.map { ($0, InstanceFormat.laterExpected) }))
    let names = formats.map(quoted).joined(separator: " or ")
    reader.require("format", in: tables, expected: "the key \"format\" with \(names)")
  }

  /// The rows of a table; none where it is left out.
  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row] {
    tables[layout.name].map { reader.rows($0, layout) } ?? []
  }

  /// The row of a table of a single row; a blank one where it is left out.
  mutating func single<Row>(_ layout: TableLayout<Row>) -> Row {
    tables[layout.name].map { reader.single($0, layout) } ?? layout.blank
  }

  /// Where problems found later stand in the file.
  var places: JSONPlaces { JSONPlaces(reader: reader, tables: tables) }
}
