import Files

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

  /// An object with a description before its other members.
  static func described(_ text: String, _ members: [(key: String, value: SchemaNode)]) -> SchemaNode {
    .object([("description", .text(text))] + members)
  }

  /// The value as indented text.
  var text: String {
    var writer = JSONWriter()
    write(to: &writer)
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .object(let members):
      writer.object(.lines) { writer in
        for member in members {
          writer.key(member.key)
          member.value.write(to: &writer)
        }
      }
    // Lists here are short, of names and types.
    case .list(let items): writer.list(items, .line) { $1.write(to: &$0) }
    case .text(let text): writer.value(text)
    case .whole(let number): writer.value(number)
    case .unsigned(let number): writer.word(String(number))
    case .number(let number): writer.value(number)
    case .flag(let flag): writer.value(flag)
    case .null: writer.null()
    }
  }
}
