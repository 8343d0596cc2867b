import HomeCare

/// Looks at single characters of UTF-8 bytes that may be anything.
package enum UTF8Text {
  /// How many bytes the character at an offset has, or 0 where there is no well-formed one (RFC 3629).
  package static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    if bytes[offset] < 0x80 { return 1 }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[offset...].prefix(4).makeIterator()
    guard case .valid(let character) = parser.parseScalar(from: &rest) else { return 0 }
    return character.count
  }

  /// The value of four hexadecimal digits, or `nil` where they are not that.
  package static func hexadecimal(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
    return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
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
