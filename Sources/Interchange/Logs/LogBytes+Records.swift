extension LogBytes {
  /// Bytes that stand between the fields of an export.
  static let delimiters = [Byte.semicolon, Byte.comma, Byte.tab, UInt8(ascii: "|")]
  /// Lines among which the header is looked for.
  private static let headerLines = 40

  /// The records at the beginning, without blank ones, as one delimiter parts them.
  func firstRecords(_ delimiter: UInt8) -> [(line: Int, fields: [String])] {
    sample.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw, dialect: CSVDialect(delimiter: delimiter))
      var records: [(line: Int, fields: [String])] = []
      while records.count < Self.headerLines, scanner.next() == .record {
        if scanner.isBlank { continue }
        records.append((scanner.recordLine, texts(scanner)))
      }
      return records
    }
  }

  /// The fields of the scanner's record as texts, without white space at their ends.
  func texts(_ scanner: CSVScanner) -> [String] {
    scanner.fields.map { field in
      LogWords.trimmed(scanner.text(of: field) ?? TextEncoding.text(scanner.rawBytes(of: field), encoding))
    }
  }
}
