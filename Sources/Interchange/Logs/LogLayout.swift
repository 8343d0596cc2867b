/// Where the columns of one file are.
struct LogLayout: Sendable {
  let dialect: CSVDialect
  let encoding: ExportMapping.Encoding
  let reading: LogFileReading
  /// The place of each column among the fields; -1 where the file has none.
  let client, staff, start, end, date, category, area, provider, staffCategory, status, birthYear, contact: Int
  /// The fields that make a trait, where they stand side by side.
  let traitFields: ClosedRange<Int>?
  /// Whether every row must say when its visit ended.
  let requiresEnd: Bool
  /// Fields that a row must have.
  let fewestFields: Int
  /// Fields up to the last one in use.
  let fieldCount: Int

  /// Recognises the columns of a log by its beginning.
  ///
  /// - Throws: `InputError` where a column that every log has cannot be found.
  init(_ log: LogBytes, _ mapping: ExportMapping) throws(InputError) {
    let reading = Self.recognise(log, mapping)
    let missing = reading.required.filter { reading.missing.contains($0) }
    guard missing.isEmpty else { throw Self.refusal(log, reading, missing) }
    self.reading = reading
    dialect = CSVDialect(delimiter: reading.delimiter)
    encoding = reading.encoding
    func place(_ column: LogColumn) -> Int { reading.columns.firstIndex { $0.column == column } ?? -1 }
    (client, staff, start, end) = (place(.client), place(.staff), place(.start), place(.end))
    (date, category, area, provider) = (place(.date), place(.category), place(.area), place(.provider))
    (staffCategory, status) = (place(.staffCategory), place(.status))
    (birthYear, contact) = (place(.birthYear), place(.contact))
    requiresEnd = mapping.requiresEnd
    fewestFields = max(client, staff, start, date, requiresEnd ? end : -1) + 1
    fieldCount =
      1
      + ([client, staff, start, end, date, category, area, provider, staffCategory, status, birthYear, contact].max()
        ?? 0)
    let places = [category, area, provider, staffCategory, status].filter { $0 >= 0 }
    let isRun = (places.max() ?? 0) - (places.min() ?? 0) == places.count - 1
    traitFields = places.isEmpty || !isRun ? nil : (places.min() ?? 0)...(places.max() ?? 0)
  }

  /// How the file is understood, whether or not that is enough.
  static func recognise(_ log: LogBytes, _ mapping: ExportMapping) -> LogFileReading {
    let candidates = mapping.delimiter.map { [$0] } ?? LogBytes.delimiters
    var best: (score: Int, reading: LogFileReading)?
    for delimiter in candidates {
      let records = log.firstRecords(delimiter)
      for (index, record) in records.enumerated() where mapping.headerLine == nil || record.line == mapping.headerLine {
        let columns = columns(
          record.fields, mapping, example: index + 1 < records.count ? records[index + 1].fields : [])
        let recognised = columns.compactMap(\.column)
        // A line with the columns that every log has beats any without them.
        let score = recognised.count + 100 * LogColumn.required.count { recognised.contains($0) }
        guard score > best?.score ?? -1 else { continue }
        best = (
          score,
          LogFileReading(
            file: log.name, encoding: log.encoding, delimiter: delimiter, headerLine: record.line,
            isCompressed: log.isCompressed, columns: columns, required: mapping.required)
        )
      }
    }
    return best?.reading
      ?? LogFileReading(
        file: log.name, encoding: log.encoding, delimiter: candidates[0], headerLine: mapping.headerLine ?? 1,
        isCompressed: log.isCompressed, columns: [], required: mapping.required)
  }

  private static func columns(
    _ header: [String], _ mapping: ExportMapping, example: [String]
  ) -> [LogFileReading.Column] {
    var taken: Set<LogColumn> = []
    // Columns that the mapping names go before those recognised.
    let named = header.map { text in
      mapping.columns.filter { LogWords.folded($0.value) == LogWords.folded(text) }.map(\.key).min {
        $0.rawValue < $1.rawValue
      }
    }
    let columns = header.enumerated().map { index, text -> LogColumn? in
      let found =
        named[index]
        ?? mapping.column(named: LogColumn.folded(text)).flatMap { column in
          mapping.columns[column] == nil ? column : nil
        }
      return found.flatMap { taken.insert($0).inserted ? $0 : nil }
    }
    return header.indices.map { index in
      LogFileReading.Column(
        header: header[index], column: columns[index], example: index < example.count ? example[index] : "")
    }
  }

  private static func refusal(_ log: LogBytes, _ reading: LogFileReading, _ missing: [LogColumn]) -> InputError {
    let headers = reading.columns.map { quoted($0.header) }.joined(separator: ", ")
    let found = headers.isEmpty ? "no header" : "the columns \(headers)"
    return InputError(
      problems: missing.map { column in
        InputProblem(
          file: log.name, position: TextPosition(line: reading.headerLine), found: found,
          expected: "a column \(column.rawValue), under one of the names in use or one that a mapping gives")
      })
  }
}
