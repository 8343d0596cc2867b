import HomeCare

/// Builds a text of comma-separated values, record by record.
///
/// Fields are quoted where RFC 4180 asks for it and nowhere else, and records end with a line feed.
public struct CSVWriter: RecordWriter {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8]

  private let guardsFormulas: Bool
  private let dialect: CSVDialect
  private var isAtStart = true

  /// An empty text.
  ///
  /// - Parameter guardsFormulas: Puts an apostrophe before text that a spreadsheet would run as a formula, as the Open
  ///   Worldwide Application Security Project advises against injected formulas. For exports that people open, not for
  ///   data that is read back, since it changes the text.
  /// - Parameter dialect: How the text is laid out.
  public init(guardsFormulas: Bool = false, dialect: CSVDialect = .plain) {
    self.guardsFormulas = guardsFormulas
    self.dialect = dialect
    bytes = dialect.start
  }

  /// Adds a field of text to the record.
  public mutating func append(_ text: some StringProtocol) {
    let value = text.utf8
    let isFormula = guardsFormulas && (value.first.map { "=+-@\t\r".utf8.contains($0) } ?? false)
    separate()
    guard isFormula || value.contains(where: needsQuotes) else {
      bytes.append(contentsOf: value)
      return
    }
    bytes.append(Byte.quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in value {
      if byte == Byte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }

  /// Adds a field that holds a whole number to the record; a negative one is no formula.
  public mutating func append(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Adds a field that holds a number, in its shortest exact form, to the record.
  public mutating func append(_ value: Double) {
    separate()
    for byte in value.fileText.utf8 { bytes.append(byte == UInt8(ascii: ".") ? dialect.decimalMark : byte) }
  }

  /// Adds a field that holds a date to the record.
  public mutating func append(_ date: LocalDate) {
    separate()
    bytes.append(date)
  }

  /// Adds a field that holds a date-time to the record; for spreadsheets, which know no other, with a space in it.
  public mutating func append(_ time: LocalDateTime) {
    separate()
    let start = bytes.count
    bytes.append(time)
    guard dialect.spacesTimes, let mark = bytes[start...].firstIndex(of: UInt8(ascii: "T")) else { return }
    bytes[mark] = Byte.space
  }

  /// Ends the record.
  public mutating func endRecord() {
    bytes.append(Byte.lineFeed)
    isAtStart = true
  }

  private mutating func separate() {
    if !isAtStart { bytes.append(dialect.delimiter) }
    isAtStart = false
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == Byte.quote || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }
}
