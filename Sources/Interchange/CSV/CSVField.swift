/// Where one field of a record lies in the bytes of a text.
public struct CSVField: Hashable, Sendable {
  /// Offset of the first byte of the value, after an opening quote.
  public var start: Int
  /// Offset after the last byte of the value, at a closing quote.
  public var end: Int
  /// Whether the field stood in quotes.
  public var isQuoted: Bool
  /// Whether a quote inside the value stands doubled, so that the bytes are not yet the value.
  public var hasDoubledQuotes: Bool

  /// Whether the value has no bytes.
  public var isEmpty: Bool { start == end }
}

/// A departure from RFC 4180 in one record; the scanner tells of it and reads on.
public struct CSVFlaw: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A quoted field that the end of the text cuts off.
    case unclosedQuote
    /// Bytes between a closing quote and the next delimiter or line end; they are left out of the value.
    case textAfterQuote
    /// A quote inside a field that does not begin with one; it is taken as it stands.
    case quoteInsideField
  }

  /// What is wrong.
  public var kind: Kind
  /// The line it stands on, 1 = first; of an unclosed quote, the line that opens it.
  public var line: Int
  /// The byte offset at which it stands.
  public var offset: Int
}
