import HomeCare

/// The schemas of the JSON files, in JSON Schema draft 2020-12.
///
/// They are made from the same columns that readers and writers use, and say all that a schema can of a file's shape;
/// whether references lead somewhere and times agree is for validation to say.
public enum JSONSchema {
  /// The schema of an instance of a format.
  public static func instance(_ format: InstanceFormat) -> String {
    var tables = TableSchemas()
    InstanceDraft.blank(format).hand(to: &tables)
    var heading = InstanceTables.instance.columns.map { ($0.name, $0.schema) }
    heading[0].1 = .described("\(InstanceTables.instance.columns[0].meaning).", [("const", .text(format.word))])
    return document(
      title: format.word, description: "An instance of a home-care planning problem.",
      properties: heading + tables.properties, required: JSONInstanceReader.requiredKeys)
  }

  /// The schema of a roster.
  public static var roster: String {
    let ids = SchemaNode.object([("type", .text("string")), ("minLength", .whole(1))])
    let list = SchemaNode.list([.text("array"), .text("null")])
    return document(
      title: RosterTables.format, description: "An answer to an instance: who serves each visit, and when.",
      properties: [
        ("format", .described("The format and its version.", [("const", .text(RosterTables.format))])),
        ("instance", .described("The name of the instance answered.", [("type", .text("string"))])),
        ("assignments", RosterTables.assignments.tableSchema()),
        ("unassigned", .described("Every other visit.", [("type", list), ("items", ids)])),
        ("score", RosterTables.score.rowSchema()),
        ("series", RosterTables.series.tableSchema(isOptional: true)),
        (
          "solve",
          RosterTables.solve.rowSchema(
            closed: false, isOptional: true,
            others: [
              ("seed", "bound", RosterTables.bound.rowSchema(closed: false, isOptional: true)),
              ("seed", "weights", WeightTables.weights.rowSchema(isOptional: true)),
            ])
        ),
      ], required: JSONRosterReader.requiredKeys)
  }

  /// The schema of a list of changes of a roster.
  public static var changes: String {
    document(
      title: ChangeListTables.format, description: "All that leads from one roster to another, visit by visit.",
      properties: [
        ("format", .described("The format and its version.", [("const", .text(ChangeListTables.format))])),
        (
          "instance",
          .described(
            "The name of the instance that the roster answers once the list is carried out.",
            [("type", .text("string"))])
        ),
        ("changes", ChangeListTables.changes.tableSchema()),
      ], required: ChangeListTables.keys)
  }

  private static func document(
    title: String, description: String, properties: [(key: String, value: SchemaNode)], required: [String]
  ) -> String {
    SchemaNode.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(title)),
      ("description", .text(description)),
      ("type", .text("object")),
      ("properties", .object(properties)),
      ("required", .list(required.map { .text($0) })),
      ("additionalProperties", .flag(false)),
    ]).text
  }
}

/// Gathers the schemas of an instance's tables.
private struct TableSchemas: TableSink {
  var properties: [(key: String, value: SchemaNode)] = []

  mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>) {
    let isTravel = layout.name == InstanceTables.travel.name
    let travel = SchemaNode.described(
      "\(layout.meaning).", [("oneOf", .list(TravelKind.allCases.map(Self.travel)))])
    properties.append((layout.name, isTravel ? travel : layout.rowSchema(isOptional: layout.isOptional)))
  }

  mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>) {
    properties.append((layout.name, layout.tableSchema(isOptional: layout.isOptional)))
  }

  /// The columns that mean something with a kind of travel.
  private static func travel(_ kind: TravelKind) -> SchemaNode {
    let layout = InstanceTables.travel
    let columns = layout.columns.dropFirst().filter { ($0.name == "minutes") == (kind == .matrix) }
    let word = SchemaNode.object([("const", .text(kind.rawValue))])
    return .object([
      ("type", .text("object")),
      ("properties", .object([("kind", word)] + columns.map { ($0.name, $0.schema) })),
      ("required", .list([.text("kind"), .text(TravelRow.neededColumn(of: kind))])),
      ("additionalProperties", .flag(false)),
    ])
  }
}
