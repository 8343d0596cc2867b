/// How a text of delimiter-separated values marks its fields.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between two fields of a record.
  public var delimiter: UInt8
  /// The byte around a field that holds delimiters or line ends, doubled to stand for itself; `nil` where none does.
  public var quote: UInt8?

  /// A dialect with the given marks.
  public init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\"")) {
    self.delimiter = delimiter
    self.quote = quote
  }

  /// Commas and double quotes, as RFC 4180 has it.
  public static let rfc4180 = CSVDialect()
  /// Semicolons, as spreadsheets write where the comma is the decimal mark.
  public static let semicolons = CSVDialect(delimiter: UInt8(ascii: ";"))
  /// Tabs.
  public static let tabs = CSVDialect(delimiter: UInt8(ascii: "\t"))
}
