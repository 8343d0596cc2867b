import Continuity
import HomeCare
import Interchange

extension BoardReport {
  /// The conclusion, a row for each period and group, what was left out, and what was read, for a terminal.
  public func text(_ language: Language = .english, limit _: Int = 0) -> String {
    let warnings = warnings(language).map { language(.warning, $0) + "\n" }.joined()
    var parts = [heading(language), warnings, language.conclusion(shown).map { $0 + "\n" }.joined(), periods(language)]
    if let last = shown.last {
      parts += zip(shown.classifications, last.rows).map { table($0, $1, language) }
    }
    if let table = causeTable(language) { parts.append(table.caption + "\n" + table.text) }
    for lines in [reasonLines(language), leftOutLines(language), notes(language)] {
      parts.append(lines.map { $0 + "\n" }.joined())
    }
    parts.append(definition(language))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n").printable
  }

  private func heading(_ language: Language) -> String {
    let title = shown.heading.title ?? language(.pageTitle)
    return ([title] + (shown.heading.parts.isEmpty ? [] : [language.listed(shown.heading.parts)])).joined(
      separator: "\n")
      + "\n"
  }

  private func periods(_ language: Language) -> String {
    var table = TextTable([Phrase.from, .to].map { (language($0), .left) } + titles(language))
    for period in shown.periods {
      table.append(
        [period.dates.lowerBound.description, period.dates.lastDate.description] + cells(period.total, language))
    }
    return table.text
  }

  private func table(
    _ classification: ShownMeasure.Classification, _ rows: [ShownMeasure.Row], _ language: Language
  ) -> String {
    var table = TextTable([(language.term("grouping", classification.grouping.rawValue), .left)] + titles(language))
    for (names, row) in zip(classification.names, rows) {
      table.append([language.groupName(names, classification.grouping)] + cells(row, language))
    }
    return table.text
  }

  private func titles(_ language: Language) -> [(title: String, alignment: TextTable.Alignment)] {
    language.titles(of: shown).map { ($0, .right) }
  }

  private func cells(_ row: ShownMeasure.Row, _ language: Language) -> [String] { language.cells(of: row, shown) }

  /// What is not shown, and why.
  func notes(_ language: Language) -> [String] {
    var notes = [language(.boardEdition, limit)]
    if !shown.classifications.isEmpty { notes.append(language(.boardGroups)) }
    notes += leftOut.map { language(.boardLeftOut, language.name("grouping", $0.rawValue)) }
    if excluded == nil { notes.append(language(.leftOutNotTold)) }
    return notes
  }

  /// Who was left out, by rules.
  func leftOutLines(_ language: Language) -> [String] {
    (excluded ?? []).map { rules, clients in
      language(.leftOutByRules, clients, language.listed(rules.map { language.name("exclusion", $0.rawValue) }))
    }
  }

  /// Why clients met more than the target.
  private func reasonLines(_ language: Language) -> [String] {
    reasons.map { language(.reasonOfClients, language.name("above", $0.reason.rawValue), $0.clients) }
  }

  private func definition(_ language: Language) -> String {
    var lines = [
      language(.definitionLine, language.line(shown.definition)),
      language.listed(language.settings(shown.definition), "; "), language(.ownCalculation),
    ]
    lines += inputLines(language)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What must be known before the figures are trusted.
  public func warnings(_ language: Language) -> [String] {
    let all = input?.warnings.map { $0.textForBoards(language, limit: limit) } ?? []
    return all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
  }

  /// What was read, in rows.
  func inputLines(_ language: Language) -> [String] {
    guard let input else { return [] }
    var lines = [language(.rowsRead, input.rows, input.used, input.repeated)]
    lines += input.bad.map { language(.badRows, language.name("row", $0.reason.rawValue), $0.rows) }
    lines.append(language(.rolesFound, language.listed(input.roles.map { language.name("role", $0.rawValue) })))
    lines += input.unknownWords.map { language(.unknownWordCount, language.name("role", $0.column.rawValue), $0.count) }
    return lines
  }
}

extension Language {
  /// The titles of an edition's columns.
  func titles(of shown: ShownMeasure) -> [String] {
    [self(.clients), self(.mean), intervalTitle(shown), self(.median)] + shown.levels.map { self(.above, $0) }
  }

  /// The title of the intervals of means.
  func intervalTitle(_ shown: ShownMeasure) -> String { self(.interval, percent(shown.level, 0)) }

  /// The cells of a row of an edition.
  func cells(of row: ShownMeasure.Row, _ shown: ShownMeasure) -> [String] {
    let clients = row.clients.map(String.init) ?? shown.limit.map { self(.fewerThan, $0) } ?? Decimal.undefined
    return [clients, number(row.mean, 1), interval(row.interval, 1), number(row.median, 1)]
      + row.above.map { row.clients == 0 ? Decimal.undefined : $0.shown(self, limit: shown.limit) }
  }

  /// A group's name; categories have words in each language, areas and providers go by their own.
  func word(ofGroup name: String, _ grouping: Grouping) -> String { grouping.isOfClients ? name : word(name) }

  /// The name of a row: of its group, or of all that share it.
  func groupName(_ names: [String], _ grouping: Grouping) -> String {
    let shown = names.map { $0.isEmpty ? self(.unknown) : word(ofGroup: $0, grouping) }
    return shown.count == 1 ? shown[0] : self(.putTogether, listed(shown))
  }
}
