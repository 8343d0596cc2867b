import Files
import HomeCare

/// A JSON file of tables, each under its key of one object; it may lack any of them.
struct JSONTablesFile {
  var reader: JSONReader
  /// The values of the object's keys.
  let tables: [String: Int]

  /// Parses a file and finds its tables.
  ///
  /// - Parameters:
  ///   - keys: The keys of the object, `format` first.
  ///   - what: What the file is, such as `a file of changes`.
  ///   - name: What it is called once it is known to be one.
  ///   - other: Another format that the file may have by mistake.
  init(
    _ bytes: [UInt8], file: String, format: String, keys: [String], what: String, name: String? = nil,
    other: (format: String, what: String) = (InstanceTables.format, "an instance")
  ) throws(InputError) {
    reader = try JSONReader(bytes, file: file)
    try reader.checkFormat(format, what: what, other: other)
    tables = try reader.tables(keys, of: name ?? what)
    reader.require("format", in: tables, expected: "the key \"format\" with \(quoted(format))")
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
