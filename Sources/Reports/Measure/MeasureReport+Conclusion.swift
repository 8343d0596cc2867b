import Continuity
import HomeCare
import Statistics

extension MeasureReport {
  /// What the latest period comes to, in a few sentences, the first of which is enough.
  public func conclusion(_ language: Language) -> [String] { language.conclusion(shown) }

  /// The level of the intervals, in percent.
  func level(_ language: Language) -> String { language.percent(evidence?.resampling.level, 0) }

  /// The intervals of a group of a listed period.
  func intervals(of group: String, _ grouping: Grouping, _ period: PeriodMeasure) -> HeadlineIntervals? {
    intervals(of: group, grouping, period.dates)
  }

  /// The intervals of a group of the listed period of some dates.
  func intervals(of group: String, _ grouping: Grouping, _ dates: Range<LocalDate>) -> HeadlineIntervals? {
    let period = listed.first { $0.dates == dates }
    guard let place = period?.groups[grouping]?.firstIndex(where: { $0.name == group }) else { return nil }
    return evidence?.period(dates)?.groups[grouping]?[place]
  }
}

extension Language {
  /// An interval with so many decimals.
  func interval(_ interval: Interval?, _ places: Int) -> String {
    interval.map { self(.fromTo, number($0.lower, places), number($0.upper, places)) } ?? Decimal.undefined
  }
}
