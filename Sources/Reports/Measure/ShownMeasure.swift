import Continuity
import HomeCare
import Statistics

/// What an edition shows of the figures over many clients: the first page, its charts and its tables by group.
struct ShownMeasure: Sendable {
  /// By what clients are told apart.
  struct Classification: Sendable {
    let grouping: Grouping
    /// The names of each row's groups, mostly one.
    let names: [[String]]
  }

  /// One period.
  struct Period: Sendable {
    let dates: Range<LocalDate>
    let total: Row
    /// By classification, its rows.
    let rows: [[Row]]
    /// The mean that was planned, where a plan is laid beside.
    let planned: Double?
    /// How sure the change of the mean since the period before is; `nil` where that is not told.
    let change: Change?
  }

  /// The interval of a change, and whether that is a rise (above 0), a fall (below 0), or neither for sure.
  struct Change: Sendable {
    let interval: Interval
    let direction: Int
    /// Whether there are clients enough to tell.
    let isReliable: Bool

    /// What is shown of a change; `nil` where resamples cannot tell.
    init?(_ change: PeriodChange) {
      guard let interval = change.meanInterval else { return nil }
      (self.interval, direction, isReliable) = (interval, change.direction, change.isReliable)
    }
  }

  /// Figures of some clients together.
  struct Row: Sendable {
    /// How many; `nil` where fewer than may be told.
    var clients: Int?
    var mean: Double?
    /// The mean rounded to a whole number, as such figures are published.
    var wholeMean: Int?
    var median: Double?
    /// Those above each level.
    var above: [ShownShare] = []
    /// The interval of the mean; `nil` where there is none or it is not told.
    var interval: Interval?
  }

  let definition: Definition
  let basis: MeetingBasis
  let heading: ReportHeading
  /// Counts below this are not shown; `nil` where all are.
  let limit: Int?
  /// Decimals of means where more would tell too much; `nil` where as many are told as help.
  var mostPlaces: Int?
  /// Whether the periods are those that end on each day.
  var isRolling = false
  let classifications: [Classification]
  let periods: [Period]
  /// The chance that intervals hold the true figure.
  let level: Double?
  /// The control chart of the means; `nil` where there is none or it is not told.
  let chart: ChartedFigure?

  /// The figures' numbers of staff above which clients are counted: the target, and the highest threshold beyond.
  static func levels(_ definition: Definition) -> [Int] {
    [definition.target] + (definition.thresholds.max().map { $0 > definition.target ? [$0] : [] } ?? [])
  }

  var levels: [Int] { Self.levels(definition) }
  var last: Period? { periods.last }
}

/// A share of clients, as far as an edition shows it.
enum ShownShare: Sendable, Equatable {
  /// So many of so many; undefined where there are none.
  case exact(Ratio?)
  /// Fewer than the edition's limit.
  case few
  /// All but fewer than the limit.
  case allButFew
  /// Not shown, or one of the others could be worked out.
  case withheld

  /// The share as people read it.
  func shown(_ language: Language, limit: Int?) -> String {
    switch self {
    case .exact(let share): share.map { "\(language.percent($0)) (\($0.numerator))" } ?? Decimal.undefined
    case .few: language(.fewerThan, limit ?? 0)
    case .allButFew: language(.allButFewerThan, limit ?? 0)
    case .withheld: language(.notShown)
    }
  }

  /// The share; `nil` where it is not shown.
  var ratio: Ratio? { if case .exact(let share) = self { share } else { nil } }
}

extension MeasureReport {
  /// What the edition for work shows: everything.
  var shown: ShownMeasure {
    let levels = ShownMeasure.levels(measurer.definition)
    func row(_ summary: Summary, _ intervals: HeadlineIntervals?) -> ShownMeasure.Row {
      let headline = summary.headline
      return ShownMeasure.Row(
        clients: headline.clients, mean: headline.mean?.value,
        wholeMean: headline.mean.map { Int($0.value.rounded()) }, median: headline.median?.value,
        above: levels.map { .exact(headline.share(above: $0)) }, interval: intervals?.mean)
    }
    let series = series
    let last = listed.last
    let classifications = groupings.map { grouping in
      (grouping, last.map { groups($0, grouping).map(\.name) } ?? [])
    }
    let periods = series.enumerated().map { place, entry in
      ShownMeasure.Period(
        dates: entry.dates, total: row(entry.summary, entry.evidence?.intervals),
        rows: classifications.map { grouping, names in
          // Of rolling periods the groups of the last day alone may be known.
          let groups = (place + 1 == series.count ? last?.groups[grouping] : nil) ?? entry.groups[grouping] ?? []
          return names.map { name in
            row(groups.first { $0.name == name }?.summary ?? Summary(), intervals(of: name, grouping, entry.dates))
          }
        },
        planned: planned.count == series.count ? planned[place].summary.headline.mean?.value : nil,
        change: entry.change.flatMap(ShownMeasure.Change.init))
    }
    return ShownMeasure(
      definition: measurer.definition, basis: measurer.basis, heading: heading, limit: nil, isRolling: isRolling,
      classifications: classifications.map { grouping, names in
        .init(grouping: grouping, names: names.map { [name(ofGroup: $0, grouping)] })
      }, periods: periods, level: evidence?.resampling.level, chart: evidence?.chart(of: .mean))
  }
}
