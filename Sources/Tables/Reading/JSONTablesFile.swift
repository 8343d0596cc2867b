import Files
import HomeCare

/// A JSON file of a few tables, each of which may be left out.
struct JSONTablesFile {
  private(set) var reader: JSONReader
  private let tables: [String: Int]

  /// Parses a file and finds its tables.
  ///
  /// - Parameters:
  ///   - keys: The keys of the outermost object, `format` first.
  ///   - what: What the file is, such as `a file of changes`.
  init(_ bytes: [UInt8], file: String, format: String, keys: [String], what: String) throws(InputError) {
    reader = try JSONReader(bytes, file: file)
    try reader.checkFormat(format, what: what, other: (InstanceTables.format, "an instance"))
    guard let members = reader.members(of: JSONReader.root, keys, of: what) else {
      throw InputError(problems: reader.list.problems)
    }
    tables = members
    reader.require("format", in: tables, expected: "the key \"format\" with \(quoted(format))")
  }

  /// The rows of a table; none where it is left out.
  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row] {
    tables[layout.name].map { reader.rows($0, layout) } ?? []
  }

  /// Refuses the file where anything is wrong with it.
  func finish() throws(InputError) { try reader.finish() }

  /// Where problems found later stand in the file.
  var places: JSONPlaces { JSONPlaces(reader: reader, tables: tables) }
}
