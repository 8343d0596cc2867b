import Continuity
import Interchange

extension LogQuality {
  /// What was read and what was wrong with it.
  func text(of measurer: LogMeasurer) -> String {
    var lines = [
      "Data: \(rows) rows, \(used) used, \(measurer.log.duplicates) repeated, \(measurer.log.clients.count) clients, "
        + "\(measurer.log.staff.count) staff"
    ]
    for file in files {
      let columns = file.columns.compactMap { column in column.column.map { "\(column.header) as \($0.rawValue)" } }
      lines.append("\(file.file) read as: \(columns.joined(separator: ", "))")
    }
    for reason in BadRowReason.allCases {
      if let count = bad[reason] { lines.append("bad rows, \(reason.rawValue): \(count)") }
    }
    if !merged.isEmpty { lines.append("ids in several spellings: \(merged.count)") }
    for (column, words) in unknownWords.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("words of \(column.rawValue) without a known meaning: \(words.prefix(20).joined(separator: ", "))")
    }
    if absencesOfOthers > 0 { lines.append("absences of clients who are not in the log: \(absencesOfOthers)") }
    if let sha256 { lines.append("sha256 \(sha256)") }
    // A control character in a file must not reach the terminal.
    return lines.map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.map { $0.isPrintable ? $0 : "\u{FFFD}" }))
    }.joined(separator: "\n") + "\n"
  }

  /// The rows that could not be used, as CSV: file, line, reason, and what stands there.
  ///
  /// - Parameter showsContent: Whether the rows' content is shown, which holds ids.
  public func badRowsCSV(showsContent: Bool = true) -> [UInt8] {
    var csv = CSVWriter(guardsFormulas: true)
    for title in ["file", "line", "reason"] + (showsContent ? ["found"] : []) { csv.append(title) }
    csv.endRecord()
    for row in badRows {
      csv.append(row.file)
      csv.append(row.line)
      csv.append(row.reason.rawValue)
      if showsContent {
        csv.append(String(String.UnicodeScalarView(row.found.unicodeScalars.map { $0.isPrintable ? $0 : "\u{FFFD}" })))
      }
      csv.endRecord()
    }
    return csv.bytes
  }
}
