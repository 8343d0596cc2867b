import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// The definition, the headline of each period, the exclusions, the data quality, and the clients of the last period
  /// who met the most staff, for a terminal.
  ///
  /// - Parameter limit: Clients listed at most.
  public func text(_ language: Language = .english, limit: Int = 20) -> String {
    MeasureText(report: self, language: language, limit: limit).text
  }
}

/// The text of a report, part by part.
private struct MeasureText {
  let report: MeasureReport
  let language: Language
  let limit: Int

  private var definition: Definition { report.measurer.definition }

  var text: String {
    let readAs = report.readAs
    var parts = [definitionText, warnings(readAs), conclusion, periods, report.comparedText(language)]
    if let last = report.listed.last, let entry = report.series.last {
      parts += [
        headline(entry), report.changeText(language), report.outcomeText(language), report.reasonsText(language),
      ]
      parts.append(report.strataTable(language)?.text ?? "")
      parts +=
        report.groupings.map { group($0, last) } + [
          clients(last), report.shared(last).text(language, limit), exclusions(last),
        ]
    }
    if let readAs { parts += [readAs.quality.text(of: report.measurer, language), readAs.text(language)] }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What must be known before the figures are trusted.
  private func warnings(_ readAs: ReadAs?) -> String {
    let showsIDs = report.pseudonyms == nil
    return (readAs?.warnings ?? []).map {
      language(.warning, $0.text(language, showsIDs: showsIDs)).onOneLine + "\n"
    }.joined()
  }

  private var definitionText: String {
    let basis = report.measurer.basis == .planned ? language(.plannedVisits) : ""
    return """
      \(language(.definitionLine, language.line(definition)))
      \(language.listed(language.settings(definition), "; "))\(basis)
      \(language(.ownCalculation))

      """
  }

  /// What is to be known first.
  private var conclusion: String { report.conclusion(language).map { $0 + "\n" }.joined() }

  private var periods: String {
    let figures = report.figures.filter { $0.places.contains(.periods) }
    var titles = figures.map { $0.title(language) }
    titles.insert(language(.excluded), at: 1)
    let mean = figures.firstIndex { $0.interval != nil }.map { $0 + 2 }
    if let mean { titles.insert(language(.interval, report.level(language)), at: mean) }
    var table = TextTable([Phrase.from, .to].map { (language($0), .left) } + titles.map { ($0, .right) })
    for entry in report.periodEntries + report.rollingEntries {
      var cells = figures.map { $0.value(of: entry.summary).shown(language) }
      cells.insert("\(entry.excluded.reduce(0) { $0 + $1.count })", at: 1)
      if let mean {
        cells.insert(figures[mean - 2].shown(entry.evidence?.intervals, of: entry.summary, language), at: mean)
      }
      table.append([entry.dates.lowerBound.description, entry.dates.lastDate.description] + cells)
    }
    return table.text + (report.isRolling && report.evidence != nil ? language(.intervalsApart) + "\n" : "")
  }

  /// The last period with its numerators and denominators, beside the target and the period before.
  private func headline(_ entry: MeasureReport.Entry) -> String {
    let (headline, comparison) = (entry.summary.headline, entry.comparison)
    var lines = [language(.lastPeriod, entry.dates.lowerBound, entry.dates.lastDate)]
    lines.append(
      language(
        .meanAndMedian, language.number(headline.mean, 2), headline.sum, headline.clients,
        language.number(headline.mean, 0), language.number(headline.median, 1), language.number(headline.median, 0)))
    for figure in report.figures {
      guard let title = figure.title, figure.interval != nil else { continue }
      let interval = figure.shown(entry.evidence?.intervals, of: entry.summary, language)
      if case .share(let share) = figure.value(of: entry.summary) {
        lines.append(language.share(figure.title(language), share) + language(.withInterval, interval))
      } else {
        lines.append(language(.intervalOf, report.level(language), language(title), interval))
      }
    }
    for figure in report.figures where figure.places.contains(.lines) {
      let value = figure.value(of: entry.summary)
      if value.exact != nil { lines.append(language(.titleAndValue, figure.title(language), value.shown(language))) }
    }
    if let known = report.listed.last?.knownShare {
      lines.append(language(.knownStaffLine, language.number(known.mean, 2), known.clients))
    }
    var target = language.share(language(.aboveTheTarget, comparison.target), comparison.aboveTarget)
    if let difference = comparison.meanToTarget { target += language(.meanToTarget, language.signed(difference, 2)) }
    lines.append(target)
    return lines.joined(separator: "\n") + "\n"
  }

  private func group(_ grouping: Grouping, _ period: PeriodMeasure) -> String {
    let figures = report.figures.filter { $0.places.contains(.groups) }
    var titles = figures.map { $0.title(language) }
    let mean = figures.firstIndex { $0.interval != nil }
    if let mean { titles.insert(language(.interval, report.level(language)), at: mean + 1) }
    var table = TextTable(
      [(language.term("grouping", grouping.rawValue), .left)] + titles.map { ($0, .right) })
    var hasFew = false
    for group in report.groups(period, grouping) {
      let name = group.name.isEmpty ? Decimal.undefined : report.name(ofGroup: group.name, grouping)
      var cells = figures.map { $0.value(of: group.summary).shown(language) }
      if let mean {
        let intervals = report.intervals(of: group.name, grouping, period)
        let isFew = intervals.map { $0.mean != nil && !$0.isReliable } ?? false
        cells.insert(
          figures[mean].shown(intervals, of: group.summary, language) + (isFew ? " *" : ""), at: mean + 1)
        hasFew = hasFew || isFew
      }
      table.append([language.word(ofGroup: name, grouping)] + cells)
    }
    return table.text + (hasFew ? language(.fewClientsMarked, Resampling.fewClients) + "\n" : "")
  }

  private func clients(_ period: PeriodMeasure) -> String {
    let contributions = report.contributions(period)
    let titles =
      [Phrase.client, .met, .floor] + ClientFigure.titles + [.whyAboveTarget]
      + (contributions == nil ? [] : [.fewerWithout])
    let ofWords: [Phrase] = [.client, .whyAboveTarget, .fewerWithout]
    var table = TextTable(titles.map { (language($0), ofWords.contains($0) ? .left : .right) })
    for client in report.worstFirst(period).prefix(limit) {
      let reasons = client.reasons.map { language.term("above", $0.rawValue) }
      table.append(
        [
          report.label(ofClient: client.client), "\(client.measure.figures.distinct)",
          language.count(report.floor(ofClient: client.client)),
        ] + ClientFigure.cells(client.measure, language) + [language.listed(reasons)]
          + (contributions.map { [language.reasons(ofClient: client.client, $0)] } ?? []))
    }
    let left = period.clients.count - min(limit, period.clients.count)
    var text = language(.clientsMostStaffFirst, period.dates.lowerBound, period.dates.lastDate) + "\n" + table.text
    if left > 0 { text += language(.andMore, left) + "\n" }
    if period.summary.unknownAge > 0 { text += language(.countedAtUnknownAge, period.summary.unknownAge) + "\n" }
    return text
  }

  private func exclusions(_ period: PeriodMeasure) -> String {
    guard !period.excluded.isEmpty else { return "" }
    var lines = [language(.clientsLeftOutOf, period.excluded.count, report.measurer.log.clients.count)]
    for (rule, count) in period.excludedByRule {
      let names = report.excluded(period).lazy.filter { $0.rule == rule }.prefix(limit)
        .map { report.label(ofClient: $0.client) }
      let more = count > limit ? " " + language(.andMore, count - limit) : ""
      lines.append("\(language.term("exclusion", rule.rawValue)) \(count): \(language.listed(names))\(more)".printable)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
