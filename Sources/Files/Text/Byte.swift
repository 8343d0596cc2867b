/// Bytes that the files' syntaxes give a meaning to.
///
/// Public so that their values are known in the loops of the modules above: a package's own are called there, byte by byte.
public enum Byte {
  /// A tab.
  @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
  /// A line feed.
  @inlinable public static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  /// A carriage return.
  @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  /// A space.
  @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
  /// A double quote.
  @inlinable public static var quote: UInt8 { UInt8(ascii: "\"") }
  /// A backslash.
  @inlinable public static var backslash: UInt8 { UInt8(ascii: "\\") }
  /// A comma.
  @inlinable public static var comma: UInt8 { UInt8(ascii: ",") }
  /// A less-than sign.
  @inlinable public static var less: UInt8 { UInt8(ascii: "<") }
  /// A semicolon.
  @inlinable public static var semicolon: UInt8 { UInt8(ascii: ";") }

  /// Whether a byte is an ASCII digit.
  @inlinable
  public static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
