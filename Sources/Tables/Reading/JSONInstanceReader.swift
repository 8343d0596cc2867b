import Files
import HomeCare

/// Reads an instance out of a JSON document.
struct JSONInstanceReader: TableSource {
  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "name"] + InstanceTables.all.map(\.name)
  /// The keys that every instance has.
  static let requiredKeys = ["format", "name"] + InstanceTables.all.filter { !$0.isOptional }.map(\.name)

  private var reader: JSONReader
  private var values: [String: Int] = [:]

  /// Reads the tables; what is wrong with them is part of the result.
  ///
  /// - Throws: `InputError` where the text is not JSON or is not an instance, so that nothing can be said of tables.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> InstanceReading {
    var instance = JSONInstanceReader(reader: try JSONReader(bytes, file: file))
    return try instance.read()
  }

  private init(reader: JSONReader) { self.reader = reader }

  private mutating func read() throws(InputError) -> InstanceReading {
    try reader.checkFormat(InstanceTables.format, what: "an instance", other: (RosterTables.format, "a roster"))
    guard let members = reader.members(of: JSONReader.root, Self.keys, of: "the instance") else {
      throw InputError(problems: reader.list.problems)
    }
    values = members
    for key in Self.requiredKeys where values[key] == nil { reportMissing(key) }
    var draft = InstanceDraft(from: &self)
    draft.unreadable = reader.list.unreadable
    var places = JSONPlaces(reader: reader, tables: values)
    return InstanceReading(
      draft: draft, problems: reader.list.problems, locate: { places.locate($0) }, files: [reader.file])
  }

  private mutating func reportMissing(_ key: String) {
    let expected =
      switch key {
      case "format": "the key \"format\" with \(quoted(InstanceTables.format))"
      case "name": "the key \"name\", with the instance's name"
      case "horizon", "travel": "the key \(quoted(key)), with an object"
      default: "the key \(quoted(key)), with a list, even if an empty one"
      }
    reader.report(JSONReader.root, found: "no \(key)", expected: expected)
    switch key {
    case "format": break
    case "name": reader.list.markUnreadable(Cell(table: "instance", row: 0, column: "name"))
    case "horizon": markUnreadable(InstanceTables.horizon)
    case "travel": markUnreadable(InstanceTables.travel)
    default: reader.list.markIncomplete(table: key)
    }
  }

  private mutating func markUnreadable<Row>(_ layout: TableLayout<Row>) {
    for column in layout.columns {
      reader.list.markUnreadable(Cell(table: layout.name, row: 0, column: column.name))
    }
  }

  mutating func single<Row>(_ layout: TableLayout<Row>) -> Row {
    values[layout.name].map { reader.single($0, layout) } ?? layout.blank
  }

  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row] {
    values[layout.name].map { reader.rows($0, layout) } ?? []
  }

  mutating func name() -> String {
    guard let node = values["name"] else { return "" }
    if reader.isText(node) { return reader.document.text(of: node) }
    reader.report(
      node, cell: Cell(table: "instance", row: 0, column: "name"), found: reader.document.described(node),
      expected: "text")
    return ""
  }

  mutating func travel(_ locations: [Location]) -> Travel {
    guard let node = values["travel"] else { return TravelRow().travel }
    let row = reader.single(node, InstanceTables.travel)
    let kindCell = Cell(table: "travel", row: 0, column: "kind")
    guard reader.document.nodes[node].kind == .object, !reader.list.unreadable.contains(kindCell) else {
      // Without its kind, nothing that travel holds can be judged.
      markUnreadable(InstanceTables.travel)
      return row.travel
    }
    for (column, problem) in row.misfits(unreadable: reader.list.unreadable) {
      let place = reader.value(of: column, in: node) ?? node
      reader.report(
        place, cell: Cell(table: "travel", row: 0, column: column), found: problem.found, expected: problem.expected)
    }
    return row.travel
  }
}
