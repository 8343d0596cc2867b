import Continuity
import HomeCare
import Statistics

/// The tables that tell why the latest period is as it is, for texts and pages.
struct EvidenceTables {
  let report: MeasureReport
  let language: Language

  /// What changed within each group and by its size; one table for each grouping.
  var shifts: [ReportTable] {
    guard let change = latestChange else { return [] }
    return Grouping.allCases.compactMap { grouping in change.groups[grouping].map { table(of: $0, grouping, change) } }
  }

  /// What changed since the period before, with intervals and by who makes it up; `nil` where there is no such period.
  var change: ReportTable? {
    guard let entry = report.series.last, let previous = entry.comparison.previous, let mean = entry.comparison.mean,
      let median = entry.comparison.median
    else { return nil }
    let (comparison, change) = (entry.comparison, entry.change)
    func points(_ value: Double?) -> Double? { value.map { $0 * 100 } }
    func row(
      _ title: String, _ value: Double, _ interval: Interval?, _ parts: [Double?]
    ) -> [String] {
      [title, language.signed(value, 2), language.interval(interval, 2)]
        + parts.map { $0.map { language.signed($0, 2) } ?? Decimal.undefined }
    }
    let ofMean = [change?.mean.stayed?.value, change?.mean.came?.value, change?.mean.left?.value]
    let ofShare = [change?.aboveTarget.stayed?.value, change?.aboveTarget.came?.value, change?.aboveTarget.left?.value]
    let rows = [
      row(language(.mean), mean, change?.meanInterval, ofMean),
      row(language(.median), median, change?.medianInterval, [nil, nil, nil]),
      row(
        language(.pointsAboveTarget), (comparison.shareAboveTarget ?? 0) * 100,
        change?.aboveTargetInterval.map { Interval($0.lower * 100, $0.upper * 100) }, ofShare.map(points)),
    ]
    let titles = [
      language(.figure), language(.change), language(.interval, report.level(language)),
      language(.stayed, change?.stayed ?? 0),
      language(.came, MeasureReport.clients(change?.came ?? [])),
      language(.wentAway, MeasureReport.clients(change?.left ?? [])),
    ]
    return ReportTable(
      language(.changeSince, previous.lowerBound, previous.lastDate),
      titles.enumerated().map { ($0.element, $0.offset > 0) }, of: rows, limit: nil
    ) { $0 }
  }

  private var latestChange: PeriodChange? { report.listed.last.flatMap { report.evidence?.period($0.dates)?.change } }

  private func table(of shift: GroupShift, _ grouping: Grouping, _ change: PeriodChange) -> ReportTable {
    let by = language.name("grouping", grouping.rawValue)
    let caption = language(
      .changeBy, change.previous.lowerBound, change.previous.lastDate, by, language.signed(shift.within, 2),
      language.signed(shift.between, 2))
    let titles = [Phrase.clientsBefore, .clientsNow, .meanBefore, .meanNow, .within, .between]
    return ReportTable(caption, [(by, false)] + titles.map { (language($0), true) }, of: shift.parts, limit: nil) {
      [
        $0.name.isEmpty ? Decimal.undefined : report.name(ofGroup: $0.name, grouping), "\($0.clients.before)",
        "\($0.clients.now)", language.number($0.means.before, 2), language.number($0.means.now, 2),
        language.signed($0.within, 2), language.signed($0.between, 2),
      ]
    }
  }

  /// The limits of the control charts; `nil` where there is none.
  var control: ReportTable? {
    guard let charts = report.evidence?.charts, let first = charts.first else { return nil }
    let titles = [Phrase.centre, .lowerLimit, .upperLimit]
    return ReportTable(
      language(.controlChart, first.chart.values.count),
      [(language(.figure), false)] + titles.map { (language($0), true) }, of: charts, limit: nil
    ) { charted in
      let values = [charted.chart.centre, charted.chart.lowerLimit, charted.chart.upperLimit]
      return [language.name("charted", charted.kind.rawValue)] + values.map { charted.kind.shown($0, language) }
    }
  }

  /// The signals of the control charts in words, a line for each period and side; empty where there are none.
  var signals: [String] {
    (report.evidence?.charts ?? []).flatMap { charted in
      charted.periods.indices.flatMap { place in
        [true, false].compactMap { isUpward in
          let found = charted.chart.signals.filter { $0.place == place && $0.isUpward == isUpward }
          if found.isEmpty { return nil }
          let dates = charted.periods[place]
          let rules = language.listed(found.map { language.name("signal", $0.rule.rawValue) }, "; ")
          return language(
            .signalAt, dates.lowerBound, dates.lastDate, language.name("charted", charted.kind.rawValue),
            "\(language(isUpward ? .high : .low)), \(rules)")
        }
      }
    }
  }

  /// What each cause adds to the latest period, the largest first; `nil` where nobody asks why.
  var causes: ReportTable? {
    guard let contributions = report.contributions.last else { return nil }
    let rows = contributions.rows.enumerated().filter { $0.element.meetings > 0 }.sorted {
      ($1.element.lowering?.numerator ?? 0, $0.offset) < ($0.element.lowering?.numerator ?? 0, $1.offset)
    }
    let titles = [Phrase.meetings, .meanWithout, .fewer, .interval, .clientsWithFewer].map {
      $0 == .interval ? language($0, report.level(language)) : language($0)
    }
    return ReportTable(
      language(.whatCausesAdd, contributions.dates.lowerBound, contributions.dates.lastDate),
      [(language(.cause), false)] + titles.map { ($0, true) }, of: rows.map(\.element), limit: nil
    ) {
      [
        language.cause($0.cause), "\($0.meetings)", language.number($0.without.mean, 2),
        language.number($0.lowering, 2),
        language.interval($0.interval, 2), "\($0.clients)",
      ]
    }
  }

  /// What became of the plan in the latest period that shares days with it; `nil` where there is no plan.
  var outcome: ReportTable? {
    guard let outcome = report.outcomes.last else { return nil }
    let titles = [Phrase.meetings, .bringsStaff, .fewerWithout]
    return ReportTable(
      language(
        .planAgainstOutcome, outcome.dates.lowerBound, outcome.dates.lastDate, language.number(outcome.plannedMean, 2),
        language.number(outcome.metMean, 2), outcome.clients),
      [(language(.meetingIs), false)] + titles.map { (language($0), true) },
      of: outcome.rows.filter { $0.meetings > 0 }, limit: nil
    ) {
      [
        language.name("outcome", $0.kind.rawValue), "\($0.meetings)",
        language.number(Ratio($0.brought, of: outcome.clients), 2),
        language.number(Ratio($0.lowering, of: outcome.clients), 2),
      ]
    }
  }

  /// What stands below the table of the outcome.
  var outcomeNotes: [String] {
    guard let outcome = report.outcomes.last else { return [] }
    let missed = language(.plannedNotMet, language.number(Ratio(outcome.missed, of: outcome.clients), 2))
    let counts: [(Phrase, Int)] = [
      (.plannedNotMade, outcome.visitsNotMade), (.unknownToPlan, outcome.unknownClients),
      (.unknownToLog, outcome.unknownStaff), (.foundInOtherSpelling, outcome.otherSpellings),
    ]
    return [missed] + counts.filter { $0.1 > 0 }.map { language($0.0, $0.1) }
  }

  /// Why clients came and left.
  var changeNotes: [String] {
    guard let change = latestChange else { return [] }
    func rules(_ counts: [(rule: Exclusion, count: Int)]) -> String {
      language.listed(counts.map { "\(language.name("exclusion", $0.rule.rawValue)) \($0.count)" })
    }
    var notes: [String] = []
    if change.mean.stayed == nil { notes.append(language(.nobodyStayed)) }
    if !change.came.isEmpty { notes.append(language(.cameBecause, rules(change.came))) }
    if !change.left.isEmpty { notes.append(language(.leftBecause, rules(change.left))) }
    return notes
  }

  /// What stands below the limits of the control charts, above the signals.
  var controlNotes: [String] {
    guard let first = report.evidence?.charts.first else { return [language(.noControlChart, ControlChart.fewest)] }
    return (first.chart.isProvisional ? [language(.provisionalLimits, ControlChart.settled)] : [])
      + [language(signals.isEmpty ? .noSignal : .signals)]
  }
}

extension ChartedFigure.Kind {
  /// A value as people read it.
  func shown(_ value: Double, _ language: Language) -> String {
    switch self {
    case .mean: language.number(value, 2)
    case .aboveTarget: language.percent(value)
    }
  }
}
