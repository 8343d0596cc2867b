/// Finds the fields of delimiter-separated values, record by record, without copying them.
///
/// It works on bytes: UTF-8 and every encoding that keeps ASCII where it is can be scanned, and nothing is decoded until
/// somebody asks for a value. Records end at LF, CRLF or CR. A text may come in pieces: where `isComplete` is false, a
/// record cut off by the end of the piece is left for the next one, which begins at `offset`.
public struct CSVScanner {
  /// What a call of `next` found.
  public enum Step: Hashable, Sendable {
    /// A record; `fields`, `recordLine` and `flaw` speak of it.
    case record
    /// The bytes end inside a record, and more are to come.
    case incomplete
    /// No more bytes.
    case end
  }

  /// The bytes scanned; whoever made the scanner keeps them alive.
  public let bytes: UnsafeRawBufferPointer
  /// Whether the text ends with the bytes.
  public let isComplete: Bool
  /// The offset at which the next record begins.
  public private(set) var offset: Int
  /// The line at which the next record begins, 1 = first.
  public private(set) var line: Int
  /// The line at which the last record begins.
  public private(set) var recordLine: Int
  /// The fields of the last record; at least one.
  public private(set) var fields: [CSVField] = []
  /// The first flaw of the last record.
  public private(set) var flaw: CSVFlaw?

  private let delimiter: UInt8
  private let quote: UInt8
  private let usesQuotes: Bool
  private let delimiters: UInt64
  private let quotes: UInt64

  /// A scanner of bytes that stay alive and unchanged while it is used.
  ///
  /// - Parameters:
  ///   - line: The line of the text at which the bytes begin; at line 1 a byte-order mark is passed over.
  ///   - isComplete: Whether the text ends with the bytes.
  public init(
    _ bytes: UnsafeRawBufferPointer, dialect: CSVDialect = .rfc4180, line: Int = 1, isComplete: Bool = true
  ) {
    self.bytes = bytes
    self.isComplete = isComplete
    self.line = line
    recordLine = line
    delimiter = dialect.delimiter
    // Where nothing quotes, the delimiter stands in: it is tested first, so the test for a quote never succeeds.
    quote = dialect.quote ?? dialect.delimiter
    usesQuotes = dialect.quote != nil
    delimiters = Self.repeated(delimiter)
    quotes = Self.repeated(quote)
    offset = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether the last record is a line without any byte.
  @inlinable
  public var isBlank: Bool { fields.count == 1 && fields[0].isEmpty && !fields[0].isQuoted }

  /// Moves to the next record.
  public mutating func next() -> Step {
    fields.removeAll(keepingCapacity: true)
    flaw = nil
    guard offset < bytes.count else { return .end }
    recordLine = line
    var position = offset
    var breaks = 0
    while true {
      let isQuoted = usesQuotes && position < bytes.count && bytes[position] == quote
      let isFinished =
        isQuoted
        ? scanQuotedField(&position, &breaks) : scanPlainField(&position, line: line + breaks)
      guard isFinished || isComplete else { return .incomplete }
      // The field stopped at a delimiter, at a line end or at the end of the text.
      guard position < bytes.count else {
        offset = position
        line += breaks
        return .record
      }
      let stop = bytes[position]
      position += 1
      if stop == delimiter { continue }
      if stop == Byte.carriageReturn {
        if position < bytes.count {
          if bytes[position] == Byte.lineFeed { position += 1 }
        } else if !isComplete {
          // A line feed may open the next piece.
          return .incomplete
        }
      }
      offset = position
      line += breaks + 1
      return .record
    }
  }

  /// Whether the field ends before the bytes do.
  private mutating func scanPlainField(_ position: inout Int, line: Int) -> Bool {
    let start = position
    while true {
      skipOrdinaryBytes(&position)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      if byte == quote { note(.quoteInsideField, line: line, offset: position) }
      position += 1
    }
    fields.append(CSVField(start: start, end: position, isQuoted: false, hasDoubledQuotes: false))
    return position < bytes.count
  }

  /// Passes over bytes without a meaning, eight at a time: in most logs that is nearly all of them.
  @inline(__always)
  private func skipOrdinaryBytes(_ position: inout Int) {
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let marks =
        Self.zeros(word ^ delimiters) | Self.zeros(word ^ quotes) | Self.zeros(word ^ Self.lineFeeds)
        | Self.zeros(word ^ Self.carriageReturns)
      guard marks == 0 else {
        position += marks.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
  }

  /// The high bit of every byte that is 0; above the lowest such byte others may be set too.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// Whether the field ends before the bytes do.
  private mutating func scanQuotedField(_ position: inout Int, _ breaks: inout Int) -> Bool {
    let opening = position
    let openingLine = line + breaks
    position += 1
    var field = CSVField(start: position, end: position, isQuoted: true, hasDoubledQuotes: false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
        field.hasDoubledQuotes = true
        position += 1
      } else if byte == Byte.lineFeed
        || (byte == Byte.carriageReturn && (position + 1 == bytes.count || bytes[position + 1] != Byte.lineFeed))
      {
        breaks += 1
      }
      position += 1
    }
    field.end = position
    fields.append(field)
    guard position < bytes.count else {
      note(.unclosedQuote, line: openingLine, offset: opening)
      return false
    }
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { return true }
      note(.textAfterQuote, line: line + breaks, offset: position)
      position += 1
    }
    return false
  }

  private mutating func note(_ kind: CSVFlaw.Kind, line: Int, offset: Int) {
    if flaw == nil { flaw = CSVFlaw(kind: kind, line: line, offset: offset) }
  }

  // MARK: - Values

  /// The bytes of a field as they stand, doubled quotes included.
  @inlinable
  public func rawBytes(of field: CSVField) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end])
  }

  /// The value of a field, or `nil` where it is not UTF-8.
  public func text(of field: CSVField) -> String? {
    let raw = rawBytes(of: field)
    guard field.hasDoubledQuotes else { return String(validating: raw, as: UTF8.self) }
    var value: [UInt8] = []
    value.reserveCapacity(raw.count)
    var position = 0
    while position < raw.count {
      value.append(raw[position])
      // Inside a quoted field every quote is the first of two.
      position += raw[position] == quote ? 2 : 1
    }
    return String(validating: value, as: UTF8.self)
  }
}

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
  @inlinable
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
