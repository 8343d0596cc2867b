import Continuity
import HomeCare
import Interchange

extension LogQuality {
  /// How many rows could not be used, in the order of the reasons.
  var badByReason: [(reason: BadRowReason, rows: Int)] {
    BadRowReason.allCases.compactMap { reason in bad[reason].map { (reason, $0) } }
  }

  /// What was read and what was wrong with it.
  func text(of measurer: LogMeasurer, _ language: Language) -> String {
    let log = measurer.log
    var lines = [language(.dataLine, rows, used, log.duplicates, log.clients.count, log.staff.count)]
    lines += badByReason.map { language(.badRows, language.term("row", $0.reason.rawValue), $0.rows) }
    if !merged.isEmpty { lines.append(language(.idsInSeveralSpellings, merged.count)) }
    if absencesOfOthers > 0 { lines.append(language(.absencesOfOthersLine, absencesOfOthers)) }
    if let sha256 { lines.append("sha256 \(sha256)") }
    // A control character in a file must not reach the terminal.
    return lines.map(\.onOneLine).joined(separator: "\n") + "\n"
  }

  /// What must be answered before a log can be read, a line each, with how.
  public static func text(of questions: [InputProblem], _ language: Language) -> String {
    questions.map { language(.question, language.text(of: $0).onOneLine) + "\n" }.joined()
  }

  /// What should be decided of a log that can be read, a line each, with how.
  public func decisions(_ language: Language, showsIDs: Bool) -> String {
    ReadingWarning.ofReading(self).map { language(.question, $0.text(language, showsIDs: showsIDs).onOneLine) + "\n" }
      .joined()
  }

  /// How many rows could not be used, where any could not.
  ///
  /// - Parameter file: Where the rows are listed; `nil` where nowhere.
  public func unusableLine(_ language: Language, listedIn file: String?) -> String? {
    let bad = rows - used
    guard bad > 0 else { return nil }
    guard let file else { return language(.rowsUnusable, bad, rows) }
    return badRows.count < bad
      ? language(.rowsUnusableListedInPart, bad, rows, badRows.count, file)
      : language(.rowsUnusableListed, bad, rows, file)
  }

  /// That no visit was read, and why rows could not be used.
  public func noVisit(_ language: Language) -> String {
    if bad.isEmpty { return language(.noVisitOfAny) }
    let people = ReadingWarning.ofReading(self).map { $0.text(language, showsIDs: false) }
    // What cannot be read is shown as the first row has it.
    let starts =
      bad[.badStart] == nil
      ? [] : files.flatMap(\.columns).filter { $0.column == .start && !$0.example.isEmpty }.prefix(1)
    return
      ([language(.noVisitRead, reasons(language))]
      + starts.map { language(.startSuchAs, quoted($0.header), quoted($0.example)) } + unknownStatuses(language)
      + people)
      .joined(separator: "; ")
  }

  /// How many rows could not be used, and why; nothing where all could.
  public func unusable(_ language: Language) -> [String] {
    if bad.isEmpty { return [] }
    return ["\(language(.rowsUnusable, rows - used, rows)) (\(reasons(language)))"] + unknownStatuses(language)
  }

  private func reasons(_ language: Language) -> String {
    language.listed(badByReason.map { "\(language.name("row", $0.reason.rawValue)): \($0.rows)" })
  }

  /// Words of status whose meaning is not known, with how a mapping says it.
  private func unknownStatuses(_ language: Language) -> [String] {
    let words = words.filter { $0.column == .status && $0.meaning == nil }
    guard !words.isEmpty else { return [] }
    let listed = language.listed(words.prefix(10).map { "\($0.word) (\($0.rows))" })
    let example = "{\"values\": {\"status\": {\(quoted(words[0].word)): \"performed\"}}}"
    return [language(.unknownStatuses, listed, example)]
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
      if showsContent { csv.append(row.found.onOneLine) }
      csv.endRecord()
    }
    return csv.bytes
  }
}

extension LogFileReading.Column {
  /// What it is read as, and in which order its dates are; empty where it is not used.
  func role(_ language: Language) -> String {
    guard let column else { return "" }
    let role = language.name("role", column.rawValue)
    return dateOrder.map { language(.datesAs, role, language.name("order", $0.rawValue)) } ?? role
  }
}
