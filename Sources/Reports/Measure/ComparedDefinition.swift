import Continuity
import HomeCare
import Interchange

/// Another definition, mostly an older version, by which a report's log is measured too, to be laid beside it.
public struct ComparedDefinition: Sendable {
  /// The definition.
  public let definition: Definition
  /// Its periods that end on the same days as the report's.
  public let periods: [PeriodMeasure]

  /// Measures the log of a report by another definition.
  public init(_ definition: Definition, beside report: MeasureReport) {
    self.definition = definition
    let ends = report.listed.map(\.dates.upperBound)
    periods = LogMeasurer(report.measurer.log, definition, basis: report.measurer.basis)
      .measure(ends.map { $0.advanced(by: -definition.periodDays)..<$0 })
  }
}

extension Language {
  /// What one definition says otherwise than another, a line for each of the two.
  public func differences(_ new: Definition, _ old: Definition) -> [String] {
    let (settings, others) = (statements(new), statements(old))
    func line(_ definition: Definition, _ all: [String], without known: [String]) -> String? {
      let own = all.filter { !known.contains($0) }
      return own.isEmpty ? nil : self(.settingsOf, definition.name, definition.version, listed(own, "; "))
    }
    let lines = [line(new, settings, without: others), line(old, others, without: settings)].compactMap(\.self)
    return lines.isEmpty ? [self(.sameSettings)] : lines
  }

  /// Everything that a definition says, a statement each.
  private func statements(_ definition: Definition) -> [String] {
    settings(definition) + [
      self(.titleAndValue, self(.target), definition.target), self(.above, listed(definition.thresholds)),
    ]
  }
}

extension MeasureReport {
  /// The figures of the listed periods by this definition and by the other, side by side; `nil` where there is none.
  func comparedTable(_ language: Language) -> ReportTable? {
    guard let compared else { return nil }
    let figures = self.figures.filter { $0.places.contains(.periods) }
    let titles = [Phrase.definition, .from, .to].map { (title: language($0), isNumber: false) }
    let rows = zip(listed, compared.periods).flatMap { period, other in
      [(measurer.definition, period), (compared.definition, other)]
    }
    return ReportTable(
      language(.comparedDefinition, language.line(compared.definition)),
      titles + figures.map { (title: $0.title(language), isNumber: true) }, of: rows, limit: nil
    ) { definition, measure in
      [
        "\(definition.name) \(definition.version)", measure.dates.lowerBound.description,
        measure.dates.lastDate.description,
      ] + figures.map { $0.value(of: measure.summary).shown(language) }
    }
  }

  /// The listed periods by the other definition and by this one, with who makes up the difference.
  var comparedSplits: [(period: PeriodMeasure, other: PeriodMeasure, split: CountedSplit)] {
    zip(listed, compared?.periods ?? []).map { ($0, $1, CountedSplit($1, $0)) }
  }

  /// Why the means differ: who is counted by both definitions, and who by one alone; `nil` where there is none.
  func comparedSplitTable(_ language: Language) -> ReportTable? {
    guard let compared else { return nil }
    let names = [measurer.definition, compared.definition].map { "\($0.name) \($0.version)" }
    let titles = [
      language(.difference), language(.countedByBoth), language(.ofThem), language(.countedByOne, names[0]),
      language(.ofThem), language(.countedByOne, names[1]), language(.ofThem),
    ]
    return ReportTable(
      language(.whyMeansDiffer, names[0], names[1]),
      [Phrase.from, .to].map { (language($0), false) } + titles.map { ($0, true) }, of: comparedSplits, limit: nil
    ) { period, other, split in
      let means = [period, other].map { $0.summary.headline.mean?.value }
      let difference = zip(means[0].map { [$0] } ?? [], means[1].map { [$0] } ?? []).map { $0 - $1 }.first
      func signed(_ value: Double?) -> String { value.map { language.signed($0, 2) } ?? Decimal.undefined }
      return [
        period.dates.lowerBound.description, period.dates.lastDate.description, signed(difference), "\(split.both)",
        signed(split.mean.stayed?.value), "\(Self.clients(split.secondAlone))", signed(split.mean.came?.value),
        "\(Self.clients(split.firstAlone))", signed(split.mean.left?.value),
      ]
    }
  }

  /// By which rules each definition leaves out whom the other counts in the latest period.
  func comparedNotes(_ language: Language) -> [String] {
    guard let compared, let split = comparedSplits.last?.split else { return [] }
    let parts = [(split.firstAlone, measurer.definition), (split.secondAlone, compared.definition)]
    return parts.filter { !$0.0.isEmpty }.map { rules, definition in
      language(
        .leavesOut, "\(definition.name) \(definition.version)",
        language.listed(rules.map { "\(language.name("exclusion", $0.rule.rawValue)) \($0.count)" }))
    }
  }

  static func clients(_ rules: [(rule: Exclusion, count: Int)]) -> Int { rules.reduce(0) { $0 + $1.count } }

  /// Those tables as text, below what the two definitions say otherwise.
  func comparedText(_ language: Language) -> String {
    guard let compared, let table = comparedTable(language), let why = comparedSplitTable(language) else { return "" }
    let lines = [table.caption] + language.differences(measurer.definition, compared.definition)
    return lines.map { $0 + "\n" }.joined() + table.text + "\n" + why.caption + "\n" + why.text
      + comparedNotes(language).map { $0 + "\n" }.joined()
  }

  /// The figures of the clients with so many hours of service a day; `nil` where the definition has no strata.
  func strataTable(_ language: Language) -> ReportTable? {
    let strata = (listed.last?.strata(measurer.definition.hourStrata) ?? []).filter {
      !$0.isUnknown || $0.summary.headline.clients > 0
    }
    if strata.isEmpty { return nil }
    let figures = self.figures.filter { $0.places.contains(.pageGroups) }
    return ReportTable(
      language(.hoursOfService),
      [(title: language(.hoursOfService), isNumber: false)]
        + figures.map { (title: $0.title(language), isNumber: true) }, of: strata, limit: nil
    ) { stratum in
      [language.hours(of: stratum)] + figures.map { $0.value(of: stratum.summary).shown(language) }
    }
  }
}

extension Language {
  /// The hours of a stratum in words.
  func hours(of stratum: StratumMeasure) -> String {
    switch (stratum.from, stratum.to) {
    case (nil, nil): self(.hoursUnknown)
    case (nil, let to?): self(.hoursBelow, to)
    case (let from?, nil): self(.above, from)
    case (let from?, let to?): self(.hoursFromTo, from, to)
    }
  }
}
