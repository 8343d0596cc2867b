import Interchange

extension LogFileReading {
  /// How each column is understood, for `--explain-columns`.
  ///
  /// - Parameter showsExamples: Whether the first values are shown, which may be ids.
  public func text(_ language: Language = .english, showsExamples: Bool = true) -> String {
    let delimiters: [UInt8: Phrase] = [9: .tab, 44: .comma, 59: .semicolon, 124: .bar]
    let mark = delimiters[delimiter].map { language($0) } ?? String(UnicodeScalar(delimiter))
    var table = TextTable([.column, .readAsTitle, .example].map { (language($0), .left) })
    for column in columns {
      let example = showsExamples && column.column != nil ? String(column.example.prefix(40)) : ""
      table.append([column.header, column.column?.rawValue ?? Decimal.undefined, example])
    }
    let facts = [encoding.rawValue, mark, language(.headerOnLine, headerLine)] + (isCompressed ? ["gzip"] : [])
    var text = "\(file): \(language.listed(facts))\n\(table.text)"
    for (phrase, isNeeded) in [(Phrase.missingAndNeeded, true), (.notThere, false)] {
      let columns = missing.filter { required.contains($0) == isNeeded }
      if !columns.isEmpty { text += language(phrase, language.listed(columns.map(\.rawValue))) + "\n" }
    }
    return text + LogQuality.text(of: questions, language)
  }
}
