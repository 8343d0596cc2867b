import Continuity
import HomeCare
import Statistics

extension Language {
  /// What the latest period comes to, in plain words, the first sentence of which is enough: the mean held against the target;
  /// whether chance explains that, whether it changed, and whether that is unlike what periods usually differ by.
  func conclusion(_ shown: ShownMeasure) -> [String] {
    guard let last = shown.last else { return [self(.noPeriod) + "."] }
    guard let mean = last.total.mean else {
      let (from, to) = (last.dates.lowerBound, last.dates.lastDate)
      return [shown.limit.map { self(.conclusionTooFew, from, to, $0) } ?? self(.conclusionNobody, from, to)]
    }
    let target = shown.definition.target
    let phrase = Self.compared(mean, Double(target), .conclusionAbove, .conclusionAt, .conclusionBelow)
    var sentences = [
      self(
        phrase, last.dates.lowerBound, last.dates.lastDate, number(mean, 1), distance(mean, Double(target)),
        target)
    ]
    if let interval = last.total.interval {
      let isFew = (last.total.clients ?? 0) < Resampling.fewClients
      let phrase: Phrase =
        isFew ? .concludedFew : interval.contains(Double(target)) ? .concludedNear : .concludedClear
      sentences.append(self(phrase, percent(shown.level, 0), self.interval(interval, 1)))
      if isFew { sentences.append(self(.fewClients, Resampling.fewClients)) }
    }
    if let before = shown.periods.dropLast().last?.total.mean {
      sentences.append(change(mean, since: before, last.change, places: shown.mostPlaces ?? 2))
    }
    if let chart = shown.chart, chart.periods.last == last.dates { sentences.append(standing(chart)) }
    return sentences
  }

  private func change(
    _ now: Double, since before: Double, _ change: ShownMeasure.Change?, places: Int
  ) -> String {
    guard let change else {
      let phrase = Self.compared(now, before, .conclusionRose, .conclusionStayed, .conclusionFell)
      return self(phrase, distance(now, before), number(before, 1))
    }
    let shown = interval(change.interval, places)
    return switch change.direction {
    case 1: self(.concludedRise, number(now - before, places), shown)
    case -1: self(.concludedFall, number(before - now, places), shown)
    default:
      self(
        change.isReliable ? .concludedNoChange : .concludedChangeOfFew, signed(now - before, places), shown)
    }
  }

  /// Whether the last value of a chart is unlike the others, in a sentence.
  private func standing(_ charted: ChartedFigure) -> String {
    let chart = charted.chart
    let usual = interval(Interval(chart.lowerLimit, chart.upperLimit), 1)
    let signals = chart.signals.filter { $0.place == chart.values.count - 1 }
    if signals.isEmpty { return self(.concludedUsual, usual) }
    return self(.concludedSignal, usual, listed(signals.map { name("signal", $0.rule.rawValue) }))
  }

  private func distance(_ one: Double, _ two: Double) -> String { number(abs(one - two), 1) }

  /// The phrase for a number that is above, at or below another one, by the decimal that people are shown.
  private static func compared(_ one: Double, _ two: Double, _ above: Phrase, _ at: Phrase, _ below: Phrase) -> Phrase {
    let tenths = ((one - two) * 10).rounded()
    return tenths == 0 ? at : tenths > 0 ? above : below
  }
}
