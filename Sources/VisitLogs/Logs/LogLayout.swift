import Files

/// Where the columns of one file are.
struct LogLayout: Sendable {
  let delimiter: UInt8
  let encoding: ExportMapping.Encoding
  let reading: LogFileReading
  /// The line of the header; what `reading` tells is the row of the file.
  let headerLine: Int
  /// The place of each column among the fields; -1 where the file has none.
  let client, staff, start, end, date, plannedStart: Int
  let category, area, provider, staffCategory, status, birthYear, contact: Int
  /// The fields that make a trait, where they stand side by side.
  let traitFields: ClosedRange<Int>?
  /// Whether every row must say when its visit ended.
  let requiresEnd: Bool
  /// Fields that a row must have.
  let fewestFields: Int
  /// Fields up to the last one in use.
  let fieldCount: Int

  /// The places of the columns that hold dates, in the order of `LogDates.columns`.
  var datePlaces: [Int] { [start, end, date, plannedStart] }

  /// Recognises the columns of a log by its beginning.
  ///
  /// - Throws: `InputError` where a column that every log has cannot be found.
  init(_ log: ExportBytes, _ mapping: ExportMapping) throws(InputError) {
    let (reading, header) = Self.recognised(log, mapping)
    let missing = reading.required.filter { reading.missing.contains($0) }
    guard missing.isEmpty else {
      throw ExportHeader.refusal(
        log, line: header.line, headers: reading.columns.map(\.header), missing: missing.map(\.rawValue))
    }
    self.reading = reading
    headerLine = header.line
    delimiter = reading.delimiter
    encoding = reading.encoding
    func place(_ column: LogColumn) -> Int { reading.columns.firstIndex { $0.column == column } ?? -1 }
    (client, staff, start, end) = (place(.client), place(.staff), place(.start), place(.end))
    (date, plannedStart) = (place(.date), place(.plannedStart))
    (category, area, provider) = (place(.category), place(.area), place(.provider))
    (staffCategory, status) = (place(.staffCategory), place(.status))
    (birthYear, contact) = (place(.birthYear), place(.contact))
    requiresEnd = mapping.requiresEnd
    fewestFields = max(client, staff, start, date, requiresEnd ? end : -1) + 1
    fieldCount = (reading.columns.lastIndex { $0.column != nil } ?? 0) + 1
    let places = [category, area, provider, staffCategory, status].filter { $0 >= 0 }
    let isRun = (places.max() ?? 0) - (places.min() ?? 0) == places.count - 1
    traitFields = places.isEmpty || !isRun ? nil : (places.min() ?? 0)...(places.max() ?? 0)
  }

  /// How the file is understood, whether or not that is enough.
  static func recognise(_ log: ExportBytes, _ mapping: ExportMapping) -> LogFileReading {
    recognised(log, mapping).reading
  }

  private static func recognised(
    _ log: ExportBytes, _ mapping: ExportMapping
  ) -> (reading: LogFileReading, header: ExportHeader) {
    let named = Dictionary(uniqueKeysWithValues: mapping.columns.map { ($0.rawValue, $1) })
    let header = ExportHeader(log, mapping.logColumns, named: named, mapping)
    let columns = zip(header.fields, header.columnOfField).enumerated().map { index, field in
      LogFileReading.Column(
        header: field.0, column: field.1.flatMap { LogColumn(rawValue: $0) },
        example: index < header.example.count ? header.example[index] : "")
    }
    let reading = LogFileReading(
      file: log.name, encoding: log.encoding, delimiter: header.delimiter, headerLine: log.row(ofLine: header.line),
      isCompressed: log.isCompressed, columns: columns, required: mapping.required)
    return (reading, header)
  }
}
