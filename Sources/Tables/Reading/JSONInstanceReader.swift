import Files
import HomeCare

/// Reads an instance out of a JSON document.
struct JSONInstanceReader: TableSource {
  /// The keys that every instance has.
  static let requiredKeys = ["format", "name"] + InstanceTables.all(.two).filter { !$0.isOptional }.map(\.name)

  private var file: JSONTablesFile

  /// Reads the tables; what is wrong with them is part of the result.
  ///
  /// - Throws: `InputError` where the text is not JSON or is not an instance, so that nothing can be said of tables.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> InstanceReading {
    var instance = JSONInstanceReader(
      file: try JSONTablesFile(
        bytes, file: file, formats: InstanceFormat.allCases.map(\.word), what: "an instance", name: "the instance",
        others: [(RosterTables.format, "a roster")], keys: keys))
    for key in requiredKeys.dropFirst() where instance.file.tables[key] == nil { instance.reportMissing(key) }
    var draft = InstanceDraft(from: &instance)
    let list = instance.file.reader.list
    draft.unreadable = list.unreadable
    var places = instance.file.places
    return InstanceReading(draft: draft, problems: list.problems, locate: { places.locate($0) }, files: [file])
  }

  /// The keys of the outermost object, in the order of the files, and those that only later formats have.
  private static func keys(_ word: String) -> (known: [String], later: [String]) {
    let format = InstanceFormat(word: word) ?? Heading().format
    return (["format", "name"] + InstanceTables.all(format).map(\.name), InstanceTables.later(than: format))
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

  mutating func heading() -> Heading {
    Heading(format: InstanceFormat(word: file.format) ?? Heading().format, name: name())
  }

  private mutating func name() -> String {
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
    check(row, of: node, in: (InstanceTables.travel.name, 0))
    return row.travel
  }

  mutating func travelModes(_ locations: [Location]) -> [TravelMode] {
    let layout = InstanceTables.travelModes
    let rows = file.rows(layout)
    guard let table = file.tables[layout.name], file.reader.document.nodes[table].kind == .array else { return [] }
    for (row, (mode, node)) in zip(rows, file.reader.document.children(of: table)).enumerated() {
      check(mode.way, of: node, in: (layout.name, row))
    }
    return rows.map(\.mode)
  }

  /// Reports what is wrong with the columns of a way to travel taken together.
  private mutating func check(_ way: TravelRow, of node: Int, in place: (table: String, row: Int)) {
    func cell(_ column: String) -> Cell { Cell(table: place.table, row: place.row, column: column) }
    let isObject = file.reader.document.nodes[node].kind == .object
    guard isObject, !file.reader.list.unreadable.contains(cell("kind")) else {
      // Without its kind, nothing that the row holds can be judged.
      for column in InstanceTables.travel.columns { file.reader.list.markUnreadable(cell(column.name)) }
      return
    }
    for (column, problem) in way.misfits(in: place, unreadable: file.reader.list.unreadable) {
      let value = file.reader.value(of: column, in: node) ?? node
      file.reader.report(value, cell: cell(column), found: problem.found, expected: problem.expected)
    }
  }
}
