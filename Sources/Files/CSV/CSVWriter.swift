import HomeCare

/// Builds a text of comma-separated values, record by record.
///
/// Fields are quoted where RFC 4180 asks for it and nowhere else, and records end with a line feed.
public struct CSVWriter {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  private let dialect: CSVDialect
  private let guardsFormulas: Bool
  private var isAtStart = true

  /// An empty text.
  ///
  /// - Parameter guardsFormulas: Puts an apostrophe before text that a spreadsheet would run as a formula, as the Open
  ///   Worldwide Application Security Project advises against injected formulas. For exports that people open, not for
  ///   data that is read back, since it changes the text.
  public init(dialect: CSVDialect = .rfc4180, guardsFormulas: Bool = false) {
    self.dialect = dialect
    self.guardsFormulas = guardsFormulas
  }

  /// Adds a field of text to the record.
  public mutating func append(_ text: some StringProtocol) {
    let value = text.utf8
    let isFormula = guardsFormulas && (value.first.map(Self.opensFormula) ?? false)
    separate()
    guard let quote = dialect.quote, isFormula || value.contains(where: needsQuotes) else {
      bytes.append(contentsOf: value)
      return
    }
    bytes.append(quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in value {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Adds a field that holds a whole number to the record; a negative one is no formula.
  public mutating func append(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Adds a field that holds a number, in its shortest exact form, to the record.
  public mutating func append(_ value: Double) {
    separate()
    bytes.append(contentsOf: value.fileText.utf8)
  }

  /// Adds a field that holds a date to the record.
  public mutating func append(_ date: LocalDate) {
    separate()
    bytes.append(date)
  }

  /// Adds a field that holds a date-time to the record.
  public mutating func append(_ time: LocalDateTime) {
    separate()
    bytes.append(time)
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
    byte == dialect.delimiter || byte == dialect.quote || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private static func opensFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), Byte.tab, Byte.carriageReturn:
      true
    default: false
    }
  }
}
