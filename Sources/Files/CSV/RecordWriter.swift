import HomeCare

/// What takes a table record by record, whatever file comes of it.
public protocol RecordWriter {
  /// Adds a field of text to the record.
  mutating func append(_ text: some StringProtocol)
  /// Adds a field that holds a whole number to the record.
  mutating func append(_ value: Int)
  /// Adds a field that holds a number to the record.
  mutating func append(_ value: Double)
  /// Adds a field that holds a date to the record.
  mutating func append(_ date: LocalDate)
  /// Adds a field that holds a date-time to the record.
  mutating func append(_ time: LocalDateTime)
  /// Ends the record.
  mutating func endRecord()
}
