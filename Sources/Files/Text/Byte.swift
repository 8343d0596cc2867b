/// Bytes that the files' syntaxes give a meaning to.
package enum Byte {
  @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
  @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
  @inlinable package static var quote: UInt8 { UInt8(ascii: "\"") }
  @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
  @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
  @inlinable package static var less: UInt8 { UInt8(ascii: "<") }
  @inlinable package static var semicolon: UInt8 { UInt8(ascii: ";") }

  /// Whether a byte is an ASCII digit.
  @inlinable
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
