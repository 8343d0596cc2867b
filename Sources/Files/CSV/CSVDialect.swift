/// How a text of separated values is laid out.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between fields.
  public let delimiter: UInt8
  /// The byte before decimals.
  public let decimalMark: UInt8
  /// Whether a byte-order mark tells that the text is UTF-8.
  public let hasMark: Bool

  /// RFC 4180, with decimal points.
  public static let plain = CSVDialect(delimiter: Byte.comma, decimalMark: UInt8(ascii: "."), hasMark: false)
  /// What spreadsheets open where decimals are written with a comma, as in Sweden.
  public static let decimalComma = CSVDialect(delimiter: Byte.semicolon, decimalMark: Byte.comma, hasMark: true)

  /// Whether a space parts a date from a time of day, as spreadsheets want it, and not a `T`.
  public var spacesTimes: Bool { decimalMark == Byte.comma }

  /// The mark with which a text begins, if any.
  public var start: [UInt8] { hasMark ? [0xEF, 0xBB, 0xBF] : [] }

  /// The same for a part that does not begin a text.
  public var unmarked: CSVDialect { CSVDialect(delimiter: delimiter, decimalMark: decimalMark, hasMark: false) }
}
