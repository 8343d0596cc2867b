import Continuity
import HomeCare
import Statistics

extension MeasureReport {
  /// How sure a change is and who makes it up, in lines.
  func lines(of change: PeriodChange, _ language: Language) -> [String] {
    let points = change.aboveTargetInterval.map { Interval($0.lower * 100, $0.upper * 100) }
    let intervals = language(
      .intervalsOfChange, level(language), language.interval(change.meanInterval, 2),
      language.interval(change.medianInterval, 2), language.interval(points, 2))
    let (came, left) = (change.came.reduce(0) { $0 + $1.count }, change.left.reduce(0) { $0 + $1.count })
    guard let stayed = change.mean.stayed?.value, let arrived = change.mean.came?.value,
      let gone = change.mean.left?.value
    else { return [intervals, language(.nobodyStayed, came, left)] }
    let split = language(
      .splitOfChange, change.stayed, language.signed(stayed, 2), language.interval(change.stayedInterval, 2), came,
      language.signed(arrived, 2), left, language.signed(gone, 2))
    return [intervals, split]
  }

  /// Why the latest period is as it is, part by part, for `--why`.
  func reasonsText(_ language: Language) -> String {
    guard let last = contributions.last else { return "" }
    let change = listed.last.flatMap { evidence?.period($0.dates)?.change }
    let parts = [change.map { changeText($0, language) } ?? "", chartsText(language), text(of: last, language)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func changeText(_ change: PeriodChange, _ language: Language) -> String {
    func rules(_ counts: [(rule: Exclusion, count: Int)]) -> String {
      language.listed(counts.map { "\(language.term("exclusion", $0.rule.rawValue)) \($0.count)" })
    }
    var lines: [String] = []
    let share = [change.aboveTarget.stayed, change.aboveTarget.came, change.aboveTarget.left].compactMap { part in
      part.map { language.signed($0.value * 100, 2) }
    }
    if share.count == 3 { lines.append(language(.splitOfShare, share[0], share[1], share[2])) }
    if !change.came.isEmpty { lines.append(language(.cameBecause, rules(change.came))) }
    if !change.left.isEmpty { lines.append(language(.leftBecause, rules(change.left))) }
    var text = lines.map { $0 + "\n" }.joined()
    for grouping in Grouping.allCases {
      if let shift = change.groups[grouping] {
        text += "\n" + self.text(of: shift, grouping, change.previous, language)
      }
    }
    return text
  }

  private func text(
    of shift: GroupShift, _ grouping: Grouping, _ previous: Range<LocalDate>, _ language: Language
  ) -> String {
    let by = language.term("grouping", grouping.rawValue)
    let titles = [Phrase.clientsBefore, .clientsNow, .meanBefore, .clientsNow, .within, .between]
    var table = TextTable([(by, .left)] + titles.map { (language($0), .right) })
    for part in shift.parts {
      table.append([
        part.name.isEmpty ? Decimal.undefined : name(ofGroup: part.name, grouping), "\(part.clients.before)",
        "\(part.clients.now)", language.number(part.means.before, 2), language.number(part.means.now, 2),
        language.signed(part.within, 2), language.signed(part.between, 2),
      ])
    }
    let title = language(
      .changeBy, previous.lowerBound, previous.lastDate, by, language.signed(shift.within, 2),
      language.signed(shift.between, 2))
    return title + "\n" + table.text
  }

  private func chartsText(_ language: Language) -> String {
    guard let charts = evidence?.charts, let first = charts.first else {
      return language(.noControlChart, ControlChart.fewest) + "\n"
    }
    var table = TextTable(
      [(language(.figure), .left)] + [Phrase.centre, .lowerLimit, .upperLimit].map { (language($0), .right) })
    var signals: [String] = []
    for charted in charts {
      let (chart, name) = (charted.chart, language.name("charted", charted.kind.rawValue))
      let values = [chart.centre, chart.lowerLimit, chart.upperLimit]
      table.append([name] + values.map { charted.kind.shown($0, language) })
      signals += chart.signals.map { signal in
        let dates = charted.periods[signal.place]
        let side = language(signal.isUpward ? .high : .low)
        return language(
          .signalAt, dates.lowerBound, dates.lastDate, name,
          "\(side), \(language.name("signal", signal.rule.rawValue))")
      }
    }
    var text = language(.controlChart, first.chart.values.count) + "\n" + table.text
    if first.chart.isProvisional { text += language(.provisionalLimits, ControlChart.settled) + "\n" }
    text += "\(language(.signals)): \(signals.isEmpty ? language(.noSignal) : "")\n"
    return text + signals.map { "  \($0)\n" }.joined()
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
