import Files
import HomeCare

/// Reads an instance out of a JSON document.
struct JSONInstanceReader: TableSource {
  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "name"] + InstanceTables.all.map(\.name)
  /// The keys that every instance has.
  static let requiredKeys = ["format", "name"] + InstanceTables.all.filter { !$0.isOptional }.map(\.name)

  private var file: JSONTablesFile

  /// Reads the tables; what is wrong with them is part of the result.
  ///
  /// - Throws: `InputError` where the text is not JSON or is not an instance, so that nothing can be said of tables.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> InstanceReading {
    var instance = JSONInstanceReader(
      file: try JSONTablesFile(
        bytes, file: file, format: InstanceTables.format, keys: keys, what: "an instance", name: "the instance",
        other: (RosterTables.format, "a roster")))
    for key in requiredKeys.dropFirst() where instance.file.tables[key] == nil { instance.reportMissing(key) }
    var draft = InstanceDraft(from: &instance)
    let list = instance.file.reader.list
    draft.unreadable = list.unreadable
    var places = instance.file.places
    return InstanceReading(draft: draft, problems: list.problems, locate: { places.locate($0) }, files: [file])
  }

  private mutating func reportMissing(_ key: String) {
    let expected =
      switch key {
      case "name": "the key \"name\", with the instance's name"
      case "horizon", "travel": "the key \(quoted(key)), with an object"
      default: "the key \(quoted(key)), with a list, even if an empty one"
      }
    file.reader.report(JSONReader.root, found: "no \(key)", expected: expected)
    switch key {
    case "name": file.reader.list.markUnreadable(Cell(table: "instance", row: 0, column: "name"))
    case "horizon": file.reader.list.markUnreadable(InstanceTables.horizon.columns, of: InstanceTables.horizon)
    case "travel": file.reader.list.markUnreadable(InstanceTables.travel.columns, of: InstanceTables.travel)
    default: file.reader.list.markIncomplete(table: key)
    }
  }

  mutating func single<Row>(_ layout: TableLayout<Row>) -> Row { file.single(layout) }

  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row] { file.rows(layout) }

  mutating func name() -> String {
    guard let node = file.tables["name"] else { return "" }
    if file.reader.isText(node) { return file.reader.document.text(of: node) }
    file.reader.report(
      node, cell: Cell(table: "instance", row: 0, column: "name"), found: file.reader.document.described(node),
      expected: "text")
    return ""
  }

  mutating func travel(_ locations: [Location]) -> Travel {
    guard let node = file.tables["travel"] else { return TravelRow().travel }
    let row = file.reader.single(node, InstanceTables.travel)
    let kindCell = Cell(table: "travel", row: 0, column: "kind")
    guard file.reader.document.nodes[node].kind == .object, !file.reader.list.unreadable.contains(kindCell) else {
      // Without its kind, nothing that travel holds can be judged.
      file.reader.list.markUnreadable(InstanceTables.travel.columns, of: InstanceTables.travel)
      return row.travel
    }
    for (column, problem) in row.misfits(unreadable: file.reader.list.unreadable) {
      let place = file.reader.value(of: column, in: node) ?? node
      file.reader.report(
        place, cell: Cell(table: "travel", row: 0, column: column), found: problem.found, expected: problem.expected)
    }
    return row.travel
  }
}
