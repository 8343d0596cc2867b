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

  private var latestChange: PeriodChange? { report.listed.last.flatMap { report.evidence?.period($0.dates)?.change } }

  private func table(of shift: GroupShift, _ grouping: Grouping, _ change: PeriodChange) -> ReportTable {
    let by = language.term("grouping", grouping.rawValue)
    let caption = language(
      .changeBy, change.previous.lowerBound, change.previous.lastDate, by, language.signed(shift.within, 2),
      language.signed(shift.between, 2))
    let titles = [Phrase.clientsBefore, .clientsNow, .meanBefore, .clientsNow, .within, .between]
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

  /// The signals of the control charts, in words; empty where there are none.
  var signals: [String] {
    (report.evidence?.charts ?? []).flatMap { charted in
      charted.chart.signals.map { signal in
        let dates = charted.periods[signal.place]
        let side = language(signal.isUpward ? .high : .low)
        return language(
          .signalAt, dates.lowerBound, dates.lastDate, language.name("charted", charted.kind.rawValue),
          "\(side), \(language.name("signal", signal.rule.rawValue))")
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
      (.unknownToLog, outcome.unknownStaff),
    ]
    return [missed] + counts.filter { $0.1 > 0 }.map { language($0.0, $0.1) }
  }

  /// The change of the share above the target in its parts, and why clients came and left.
  var changeNotes: [String] {
    guard let change = latestChange else { return [] }
    func rules(_ counts: [(rule: Exclusion, count: Int)]) -> String {
      language.listed(counts.map { "\(language.term("exclusion", $0.rule.rawValue)) \($0.count)" })
    }
    var notes: [String] = []
    let share = [change.aboveTarget.stayed, change.aboveTarget.came, change.aboveTarget.left].compactMap { part in
      part.map { language.signed($0.value * 100, 2) }
    }
    if share.count == 3 { notes.append(language(.splitOfShare, share[0], share[1], share[2])) }
    if !change.came.isEmpty { notes.append(language(.cameBecause, rules(change.came))) }
    if !change.left.isEmpty { notes.append(language(.leftBecause, rules(change.left))) }
    return notes
  }

  /// What stands below the limits of the control charts.
  var controlNotes: [String] {
    guard let first = report.evidence?.charts.first else { return [language(.noControlChart, ControlChart.fewest)] }
    let found = "\(language(.signals)): \(signals.isEmpty ? language(.noSignal) : "")"
    return (first.chart.isProvisional ? [language(.provisionalLimits, ControlChart.settled)] : []) + [found]
      + signals.map { "  \($0)" }
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
