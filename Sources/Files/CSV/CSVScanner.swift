/// Finds the fields of delimiter-separated values (RFC 4180), record by record, without copying them.
///
/// It works on bytes: UTF-8 and every encoding that keeps ASCII where it is can be scanned, and nothing is decoded until
/// somebody asks for a value. Records end at LF, CRLF or CR.
public struct CSVScanner {
  /// The bytes scanned; whoever made the scanner keeps them alive.
  public let bytes: UnsafeRawBufferPointer
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
  private let delimiters: UInt64

  /// A scanner of bytes that stay alive and unchanged while it is used.
  ///
  /// - Parameter line: The line of the text at which the bytes begin; at line 1 a byte-order mark is passed over.
  public init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8 = Byte.comma, line: Int = 1) {
    self.bytes = bytes
    self.line = line
    self.delimiter = delimiter
    recordLine = line
    delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    offset = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether the last record is a line without any byte.
  @inlinable
  public var isBlank: Bool { fields.count == 1 && fields[0].isEmpty && !fields[0].isQuoted }

  /// Moves to the next record; `false` where there is none.
  public mutating func next() -> Bool {
    fields.removeAll(keepingCapacity: true)
    flaw = nil
    guard offset < bytes.count else { return false }
    recordLine = line
    var position = offset
    while true {
      if position < bytes.count && bytes[position] == Byte.quote {
        scanQuotedField(&position)
      } else {
        scanPlainField(&position)
      }
      // The field stopped at a delimiter, at a line end or at the end of the text.
      guard position < bytes.count else { break }
      let stop = bytes[position]
      position += 1
      if stop == delimiter { continue }
      if stop == Byte.carriageReturn, position < bytes.count, bytes[position] == Byte.lineFeed { position += 1 }
      line += 1
      break
    }
    offset = position
    return true
  }

  private mutating func scanPlainField(_ position: inout Int) {
    let start = position
    skipOrdinaryBytes(&position)
    while position < bytes.count, !endsField(bytes[position]) { position += 1 }
    fields.append(CSVField(start: start, end: position, isQuoted: false, hasDoubledQuotes: false))
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// Passes over bytes without a meaning, eight at a time: in most logs that is nearly all of them.
  @inline(__always)
  private func skipOrdinaryBytes(_ position: inout Int) {
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let marks =
        Self.zeros(word ^ delimiters) | Self.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        | Self.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
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

  private mutating func scanQuotedField(_ position: inout Int) {
    let openingLine = line
    position += 1
    var field = CSVField(start: position, end: position, isQuoted: true, hasDoubledQuotes: false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Byte.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Byte.quote else { break }
        field.hasDoubledQuotes = true
        position += 1
      } else if byte == Byte.lineFeed
        || (byte == Byte.carriageReturn && (position + 1 == bytes.count || bytes[position + 1] != Byte.lineFeed))
      {
        line += 1
      }
      position += 1
    }
    field.end = position
    fields.append(field)
    guard position < bytes.count else { return note(.unclosedQuote, line: openingLine) }
    position += 1
    guard position < bytes.count, !endsField(bytes[position]) else { return }
    note(.textAfterQuote, line: line)
    while position < bytes.count, !endsField(bytes[position]) { position += 1 }
  }

  private mutating func note(_ kind: CSVFlaw.Kind, line: Int) {
    if flaw == nil { flaw = CSVFlaw(kind: kind, line: line) }
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
      position += raw[position] == Byte.quote ? 2 : 1
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
  }

  /// What is wrong.
  public var kind: Kind
  /// The line it stands on, 1 = first; of an unclosed quote, the line that opens it.
  public var line: Int
}
