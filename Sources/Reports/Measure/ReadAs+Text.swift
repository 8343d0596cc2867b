import Continuity
import Interchange

extension ReadAs {
  /// Columns, words and rows as tables.
  func text(_ language: Language) -> String {
    [columns(language), words(language), rows(language)].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func columns(_ language: Language) -> String {
    quality.files.map { file in
      var table = TextTable([.column, .readAsTitle, .why].map { (language($0), .left) })
      for column in file.columns {
        table.append([
          column.header.onOneLine, column.column == nil ? Decimal.undefined : column.role(language),
          language.why(column),
        ])
      }
      return language(.readAsOf, file.file).onOneLine + "\n" + table.text
    }.joined(separator: "\n")
  }

  private func words(_ language: Language) -> String {
    guard !words.isEmpty else { return "" }
    let titles: [Phrase] = [.column, .word, .meaning, .rows, .verdict]
    var table = TextTable(titles.map { (language($0), $0 == .rows ? .right : .left) })
    for word in shownWords {
      table.append([
        language.term("grouping", word.word.column.rawValue), word.word.word.onOneLine,
        word.word.meaning.map(language.word) ?? language(.unknown),
        "\(word.word.rows)", language.name("verdict", word.verdict.rawValue),
      ])
    }
    return table.text + (wordsLeft > 0 ? language(.andMore, wordsLeft) + "\n" : "")
  }

  private func rows(_ language: Language) -> String {
    guard let account else { return "" }
    var table = TextTable([(language(.whatBecameOfRows), .left), (language(.rows), .right)])
    for (key, count) in rows { table.append([language.rowKind(key), "\(count)"]) }
    let (first, last) = (account.dates.lowerBound, account.dates.lastDate)
    return language(.rowsOf, quality.rows, quality.extraMeetings, first, last) + "\n" + table.text
  }
}

extension Language {
  /// Why a column is read as it is; empty where it is not used.
  func why(_ column: LogFileReading.Column) -> String { column.reason.map { name("reason", $0.rawValue) } ?? "" }

  /// What a kind of rows is called.
  func rowKind(_ key: String) -> String {
    key.hasPrefix("bad-") ? self(.badRowsOf, name("row", String(key.dropFirst(4)))) : name("rowRule", key)
  }
}
