import HomeCare

extension Column {
  /// The schema of the column's cells; those that may be absent may be `null` too.
  var schema: SchemaNode {
    var members = kind.schema(allowsNull: !isRequired)
    if case .standard(let value) = presence { members.append(("default", value.schema)) }
    return .described("\(meaning).", members)
  }
}

extension ValueKind {
  fileprivate func schema(allowsNull: Bool) -> [(key: String, value: SchemaNode)] {
    func type(_ name: String) -> (key: String, value: SchemaNode) {
      ("type", allowsNull ? .list([.text(name), .text("null")]) : .text(name))
    }
    switch self {
    case .id, .reference: return [type("string"), ("minLength", .whole(1))]
    case .text: return [type("string")]
    case .choice(let words):
      if words.count == 1 && !allowsNull { return [("const", .text(words[0]))] }
      return [("enum", .list(words.map { .text($0) } + (allowsNull ? [.null] : [])))]
    case .whole(let range):
      return [type("integer"), ("minimum", .whole(range.lowerBound)), ("maximum", .whole(range.upperBound))]
    case .seed: return [type("integer"), ("minimum", .whole(0)), ("maximum", .unsigned(.max))]
    case .number(let range):
      return [type("number"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
    case .flag: return [type("boolean")]
    case .date: return [type("string"), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .clock: return [type("string"), ("pattern", .text("^[0-9]{2}:[0-9]{2}$"))]
    case .time: return [type("string"), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"))]
    case .moment:
      return [type("string"), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"))]
    case .texts, .references:
      return [
        type("array"), ("items", .object([("type", .text("string")), ("minLength", .whole(1))])),
        ("uniqueItems", .flag(true)),
      ]
    case .matrix(let range):
      let number = SchemaNode.object([
        ("type", .text("integer")), ("minimum", .whole(range.lowerBound)), ("maximum", .whole(range.upperBound)),
      ])
      return [type("array"), ("items", .object([("type", .text("array")), ("items", number)]))]
    }
  }
}

extension CellValue {
  fileprivate var schema: SchemaNode {
    switch self {
    case .text(let text): .text(text)
    case .whole(let number): .whole(number)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .date(let date): .text(date.description)
    case .time(let time): .text(time.description)
    case .clock(let minute): .text(LocalDateTime(minuteNumber: minute).clock)
    case .list(let items): .list(items.map { .text($0) })
    case .matrix(let rows): .list(rows.map { .list($0.map { .whole($0) }) })
    }
  }
}

extension TableLayout {
  /// The schema of one row.
  ///
  /// - Parameter others: Columns that come with the layout's own, each before the column of that name.
  func rowSchema(
    closed: Bool = true, isOptional: Bool = false, others: [(before: String, key: String, value: SchemaNode)] = []
  ) -> SchemaNode {
    var properties: [(key: String, value: SchemaNode)] = []
    for column in columns {
      properties += others.filter { $0.before == column.name }.map { ($0.key, $0.value) }
      properties.append((column.name, column.schema))
    }
    let required = columns.filter(\.isRequired).map { SchemaNode.text($0.name) }
    var members: [(key: String, value: SchemaNode)] = [
      ("type", isOptional ? .list([.text("object"), .text("null")]) : .text("object")),
      ("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(("required", .list(required))) }
    if !together.isEmpty {
      let needs = together.flatMap { names in
        names.map { name in (key: name, value: SchemaNode.list(names.filter { $0 != name }.map { .text($0) })) }
      }
      members.append(("dependentRequired", .object(needs)))
    }
    if closed { members.append(("additionalProperties", .flag(false))) }
    return .described("\(meaning).", members)
  }

  /// The schema of the whole table.
  func tableSchema(isOptional: Bool = false) -> SchemaNode {
    let type = isOptional ? SchemaNode.list([.text("array"), .text("null")]) : .text("array")
    return .described("\(meaning).", [("type", type), ("items", rowSchema())])
  }
}
