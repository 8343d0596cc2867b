import Foundation

/// Values as JSON text with the keys in alphabetical order, so that equal values give equal bytes.
package enum JSONText {
  /// Laid out over several lines, for a command's `--json`.
  package static func page(_ value: some Encodable) throws -> String { try encode(value, [.prettyPrinted]) + "\n" }

  /// On one line, without the line's end.
  package static func line(_ value: some Encodable) throws -> String { try encode(value, []) }

  private static func encode(_ value: some Encodable, _ layout: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = layout.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// An object written down member by member; a member that is `nil` is left out.
package struct JSONObject: Encodable, ExpressibleByDictionaryLiteral {
  private let members: [(name: String, value: any Encodable)]

  package init(_ members: [(String, (any Encodable)?)]) {
    self.members = members.compactMap { name, value in value.map { (name, $0) } }
  }

  package init(dictionaryLiteral members: (String, (any Encodable)?)...) { self.init(members) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NamedKey.self)
    for member in members { try container.encode(member.value, forKey: NamedKey(member.name)) }
  }
}

/// A key whose name is only known at run time.
package struct NamedKey: CodingKey {
  package let stringValue: String
  package var intValue: Int? { nil }
  package init(_ name: String) { stringValue = name }
  package init?(stringValue: String) { self.init(stringValue) }
  package init?(intValue: Int) { nil }
}
