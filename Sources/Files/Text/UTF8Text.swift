/// Looks at single characters of UTF-8 bytes that may be anything.
package enum UTF8Text {
  /// How many bytes the character at an offset has, or 0 where there is no well-formed one (RFC 3629).
  package static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    let first = bytes[offset]
    func continues(_ distance: Int, in range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      offset + distance < bytes.count && range.contains(bytes[offset + distance])
    }
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    // The narrower ranges shut out overlong forms, surrogates and what lies beyond U+10FFFF.
    case 0xE0: return continues(1, in: 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, in: 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, in: 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, in: 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// The value of four hexadecimal digits, or `nil` where they are not that.
  package static func hexadecimal(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[offset..<(offset + 4)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - 55)
      default: return nil
      }
    }
    return value
  }

  /// What stands at an offset, for a message; `nil` at the end.
  package static func described(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String? {
    guard offset < bytes.count else { return nil }
    let length = sequenceLength(bytes, at: offset)
    guard length > 0 else { return "the byte 0x\(String(bytes[offset], radix: 16, uppercase: true))" }
    if bytes[offset] == Byte.quote { return "a double quote" }
    guard bytes[offset] >= 0x20 else {
      return bytes[offset] == Byte.lineFeed || bytes[offset] == Byte.carriageReturn
        ? "a line end" : "a control character"
    }
    return quoted(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self))
  }
}

/// Text in quotation marks, cut where it is long, with control characters made visible.
package func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

/// Text on one line, cut where it is long, with control characters made visible.
package func shown(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let start = scalars.prefix(60).map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: "�"
    default: String(scalar)
    }
  }
  return start.joined() + (scalars.dropFirst(60).isEmpty ? "" : "…")
}
