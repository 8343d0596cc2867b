/// A JSON value with its keys in order, to build schemas from.
indirect enum SchemaNode {
  case object([(key: String, value: SchemaNode)])
  case list([SchemaNode])
  case text(String)
  case whole(Int)
  case unsigned(UInt64)
  case number(Double)
  case flag(Bool)
  case null

  /// The value as indented text.
  var text: String {
    var writer = JSONWriter.bare()
    write(to: &writer, indent: "")
    writer.append("\n")
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(to writer: inout JSONWriter, indent: String) {
    switch self {
    case .object(let members):
      guard !members.isEmpty else { return writer.append("{}") }
      for (index, member) in members.enumerated() {
        writer.append("\(index == 0 ? "{" : ",")\n\(indent)  ")
        writer.append(text: member.key)
        writer.append(": ")
        member.value.write(to: &writer, indent: indent + "  ")
      }
      writer.append("\n\(indent)}")
    // Lists here are short, of names and types.
    case .list(let items):
      writer.append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { writer.append(", ") }
        item.write(to: &writer, indent: indent)
      }
      writer.append("]")
    case .text(let text): writer.append(text: text)
    case .whole(let number): writer.append(String(number))
    case .unsigned(let number): writer.append(String(number))
    case .number(let number): writer.append(number.fileText)
    case .flag(let flag): writer.append(flag ? "true" : "false")
    case .null: writer.append("null")
    }
  }
}
