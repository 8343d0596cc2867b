import Continuity

/// Builds a JSON text value by value; keys keep the order in which they are written.
struct JSONBuilder {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ body: (inout JSONBuilder) -> Void) { enclosed("{", "}", body) }
  mutating func array(_ body: (inout JSONBuilder) -> Void) { enclosed("[", "]", body) }

  private mutating func enclosed(_ open: StaticString, _ close: StaticString, _ body: (inout JSONBuilder) -> Void) {
    separate()
    append(open)
    needsComma = false
    body(&self)
    append(close)
    needsComma = true
  }

  /// Writes a key; its value comes next.
  mutating func key(_ name: String) {
    value(name)
    append(":")
    needsComma = false
  }

  /// Begins a new line, for people who look into the file.
  mutating func newLine() {
    separate()
    append("\n")
    needsComma = false
  }

  mutating func value(_ text: String) {
    separate()
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      // Escaped so that the text can stand in a page, where it would end a script.
      case UInt8(ascii: "<"): append("\\u003c")
      case 0..<0x20, 0x7F:
        append("\\u00")
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    append("\"")
    needsComma = true
  }

  mutating func value(_ number: Int) { raw(String(number)) }
  mutating func value(_ number: Double) { raw(number.isFinite ? number.description : "null") }
  mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }
  mutating func null() { raw("null") }

  mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: String, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: String, _ ratio: Ratio?) { member(name, ratio?.value) }

  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { for text in texts { $0.value(text) } }
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { append(",") }
    needsComma = false
  }

  private mutating func append(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }
  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
