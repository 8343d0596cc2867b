import Continuity
import Statistics

extension MeasureReport {
  /// What the latest period comes to, in a few sentences, the first of which is enough: the mean with its interval held
  /// against the target, whether it changed, and whether that is unlike what periods usually differ by.
  public func conclusion(_ language: Language) -> [String] {
    guard let entry = series.last, let mean = entry.summary.headline.mean, let known = entry.evidence else { return [] }
    var sentences = [standing(mean, known.intervals, language)]
    if !known.intervals.isReliable, known.intervals.mean != nil {
      sentences.append(language(.fewClients, Resampling.fewClients))
    }
    if let change = entry.comparison.mean, let interval = known.change?.meanInterval {
      let shown = language.interval(interval, 2)
      let sentence =
        switch known.change?.direction {
        case 1: language(.concludedRise, language.number(change, 2), shown)
        case -1: language(.concludedFall, language.number(-change, 2), shown)
        default: language(.concludedNoChange, language.signed(change, 2), shown)
        }
      sentences.append(sentence)
    }
    if let chart = evidence?.charts.first(where: { $0.kind == .mean }), chart.periods.last == entry.dates {
      sentences.append(language.standing(chart))
    }
    return sentences
  }

  private func standing(_ mean: Ratio, _ intervals: HeadlineIntervals, _ language: Language) -> String {
    let (clients, target) = (intervals.headline.clients, measurer.definition.target)
    guard let interval = intervals.mean else {
      return language(.concludedWithoutInterval, clients, language.number(mean, 1), target)
    }
    let side: Phrase =
      interval.lower > Double(target)
      ? .concludedAbove : interval.upper < Double(target) ? .concludedBelow : .concludedNear
    return language(
      side, clients, language.number(mean, 1), level(language), language.interval(interval, 1), target)
  }

  /// The level of the intervals, in percent.
  func level(_ language: Language) -> String { language.percent(evidence?.resampling.level, 0) }

  /// The intervals of a group of a listed period.
  func intervals(of group: String, _ grouping: Grouping, _ period: PeriodMeasure) -> HeadlineIntervals? {
    guard let place = period.groups[grouping]?.firstIndex(where: { $0.name == group }) else { return nil }
    return evidence?.period(period.dates)?.groups[grouping]?[place]
  }
}

extension Language {
  /// An interval with so many decimals.
  func interval(_ interval: Interval?, _ places: Int) -> String {
    interval.map { self(.fromTo, number($0.lower, places), number($0.upper, places)) } ?? Decimal.undefined
  }

  /// Whether the last value of a chart is unlike the others, in a sentence.
  fileprivate func standing(_ charted: ChartedFigure) -> String {
    let chart = charted.chart
    let usual = interval(Interval(chart.lowerLimit, chart.upperLimit), 1)
    let signals = chart.signals.filter { $0.place == chart.values.count - 1 }
    if signals.isEmpty { return self(.concludedUsual, usual) }
    return self(.concludedSignal, usual, listed(signals.map { name("signal", $0.rule.rawValue) }))
  }
}
