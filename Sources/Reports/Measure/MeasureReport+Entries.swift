import Continuity
import HomeCare

extension MeasureReport {
  /// One period's figures, be it one of the given periods or the one that ends on a day.
  struct Entry {
    let dates: Range<LocalDate>
    let summary: Summary
    let excluded: [(rule: Exclusion, count: Int)]
    let groups: [Grouping: [GroupMeasure]]
    let comparison: PeriodComparison
    /// How sure the figures are; `nil` for plans, and for rolling periods but those that end whole periods before the
    /// latest day.
    let evidence: Evidence.Period?

    /// The change of the mean since the period before, in parts.
    var change: PeriodChange? { evidence?.change }
  }

  /// The given periods, each compared with the one before it.
  var periodEntries: [Entry] { entries(of: periods, evidence) }

  /// Periods as entries, each compared with the one before it.
  func entries(of periods: [PeriodMeasure], _ evidence: Evidence? = nil) -> [Entry] {
    periods.indices.map { index in
      let period = periods[index]
      let before = index > 0 ? (periods[index - 1].dates, periods[index - 1].summary) : nil
      return Entry(
        dates: period.dates, summary: period.summary, excluded: period.excludedByRule, groups: period.groups,
        comparison: compare(period.summary, before), evidence: evidence?.period(period.dates))
    }
  }

  /// The periods that end on each day, each compared with the one that ends on the day before it begins.
  var rollingEntries: [Entry] {
    guard let rolling else { return [] }
    return (0..<rolling.count).map { day in
      let before = day - rolling.periodDays
      return Entry(
        dates: rolling.dates(of: day), summary: rolling.summaries[day],
        excluded: Exclusion.allCases.compactMap { rule in rolling.excluded[day][rule].map { (rule, $0) } },
        groups: rolling.groups(of: day),
        comparison: compare(
          rolling.summaries[day], before >= 0 ? (rolling.dates(of: before), rolling.summaries[before]) : nil),
        evidence: evidence?.period(rolling.dates(of: day)))
    }
  }

  /// Whether the report speaks of the periods that end on each day.
  var isRolling: Bool { periods.isEmpty && rolling != nil }

  /// What the report speaks of: the given periods, or those that end on each day.
  var series: [Entry] { periods.isEmpty ? rollingEntries : periodEntries }

  private func compare(_ summary: Summary, _ before: (Range<LocalDate>, Summary)?) -> PeriodComparison {
    PeriodComparison(
      summary, target: measurer.definition.target, previous: before.map { (dates: $0.0, summary: $0.1) })
  }
}
