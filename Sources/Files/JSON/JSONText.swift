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
