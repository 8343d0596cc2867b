import Continuity
import Interchange

/// What the log was read as, and what must be known before the figures are trusted.
extension MeasurePage {
  /// The warnings, a sentence each.
  var warnings: [String] {
    (readAs?.warnings ?? []).map { $0.text(language, showsIDs: report.pseudonyms == nil) }
  }

  /// Columns, words and rows as tables.
  var readAsTables: HTML {
    guard let readAs else { return "" }
    var text: HTML = ""
    for file in readAs.quality.files {
      let titles = [Phrase.column, .readAsTitle, .why].map { (language.title($0), false) }
      var table = HTMLTable(caption: language(.readAsOf, file.file), titles)
      for column in file.columns {
        let role = column.column == nil ? Decimal.undefined : column.role(language)
        table.append([HTML.name(column.header), "\(role)", "\(language.why(column))"])
      }
      text += table.html
    }
    if !readAs.words.isEmpty { text += words(readAs) }
    return text + rows(readAs)
  }

  private func words(_ readAs: ReadAs) -> HTML {
    let titles = [Phrase.column, .word, .meaning, .rows, .verdict].map { (language.title($0), $0 == .rows) }
    var table = HTMLTable(caption: language(.wordsReadAs), titles)
    for word in readAs.shownWords {
      table.append([
        "\(language.name("grouping", word.word.column.rawValue))", HTML.name(word.word.word),
        "\(word.word.meaning.map(language.word) ?? language(.unknown))", "\(word.word.rows)",
        "\(language.name("verdict", word.verdict.rawValue))",
      ])
    }
    let left: HTML = readAs.wordsLeft > 0 ? "<p>\(language(.andMore, readAs.wordsLeft))</p>\n" : ""
    return table.html + left
  }

  private func rows(_ readAs: ReadAs) -> HTML {
    guard let account = readAs.account else { return "" }
    let (first, last) = (account.dates.lowerBound, account.dates.lastDate)
    var table = HTMLTable(
      caption: language(.rowsOf, readAs.quality.rows, readAs.quality.extraMeetings, first, last),
      [(language.title(.whatBecameOfRows), false), (language.title(.rows), true)])
    for (key, count) in readAs.rows { table.append(["\(language.rowKind(key))", figure("rows-\(key)", count)]) }
    return table.html
  }
}
