import Continuity
import Disclosure
import HomeCare
import Interchange
import Statistics

/// A report for a board and the public: it holds no id, and no count of clients below a limit.
///
/// Everything that it writes is made of the figures here alone, which a `Protector` has let through; the log, its clients
/// and its staff are not at hand.
public struct BoardReport: MeasureOutput, Sendable {
  let shown: ShownMeasure
  let limit: Int
  /// By period, the clients by the number of staff they met, in bands.
  let bands: [[PublishedBand]]
  /// Groupings that were asked for and would have told too much.
  let leftOut: [Grouping]
  /// How many clients of the last period were left out, by rules; `nil` where that is not told.
  let excluded: [(rules: [Exclusion], clients: Int)]?
  /// Why clients of the last period met more than the target; empty where that is not told.
  let reasons: [(reason: AboveTargetReason, clients: Int)]
  /// What causes add to the mean of the last period; empty where that is not asked for or not told.
  let causes: [ShownCause]
  /// What was read; `nil` where a plan alone is measured.
  let input: Input?
  let published: [PublishedFigure]
  let producer: String

  /// What was read of the log: rows, never people.
  struct Input: Sendable {
    let rows: Int
    let used: Int
    let repeated: Int
    let bad: [(reason: BadRowReason, rows: Int)]
    let roles: [LogColumn]
    let unknownWords: [(column: LogColumn, count: Int)]
    let warnings: [ReadingWarning]
  }

  /// A report for the board of what a report for work tells.
  ///
  /// - Parameter limit: The smallest count of clients that is shown; 2 or more.
  /// - Throws: `BoardRefusal` where the report's periods overlap, since the difference of two such periods is a few days of
  ///   a few clients, or where it tells visits apart rather than clients.
  public init(_ report: MeasureReport, limit: Int) throws(BoardRefusal) {
    if report.rolling != nil { throw .rolling }
    for (one, two) in zip(report.periods, report.periods.dropFirst()) where two.dates.overlaps(one.dates) {
      throw .overlap(one.dates, two.dates)
    }
    if let grouping = report.groupings.first(where: { !$0.isOfClients }) { throw .grouping(grouping) }
    let definition = report.measurer.definition
    // What is read as places may be people, who are never named.
    let groupings = report.groupings.filter { grouping in
      let ofOne = report.quality?.groupsOfOne ?? []
      return !ofOne.contains { $0.rawValue == grouping.rawValue }
        && !(report.quality?.unreadPeople ?? []).contains { $0.column?.rawValue == grouping.rawValue }
    }
    let levels = ShownMeasure.levels(definition)
    // By grouping and period.
    let main = report.measurer.mainGroups(of: report.periods, by: groupings)
    let names = groupings.indices.map { place in
      // Names that differ by case alone keep an order of their own.
      Set(main[place].flatMap(\.self)).sorted().sorted { $0.isReadBefore($1) }
    }
    let numbers = names.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }
    let censuses = report.periods.enumerated().map { number, period in
      Census(
        period.clients.enumerated().map { place, client in
          Census.Person(
            groups: numbers.indices.map { numbers[$0][main[$0][number][place]] ?? 0 },
            value: client.measure.figures.distinct)
        })
    }
    let publication = Protector(limit: limit, levels: levels).publish(censuses, groups: names.map(\.count))
    // An interval is made of each client's number, so there must be enough for it to tell of none.
    let isKnown = publication.periods.map { period in
      period.total.sum != nil && (period.total.people ?? 0) >= Self.timesTheLimit * limit
    }
    let kept = groupings.indices.filter { publication.rows[$0] != nil }
    self.limit = limit
    bands = publication.periods.map(\.bands)
    leftOut = report.groupings.filter { grouping in
      groupings.firstIndex(of: grouping).map { publication.rows[$0] == nil } ?? true
    }
    shown = ShownMeasure(
      definition: definition, basis: report.measurer.basis, heading: report.heading, limit: limit,
      mostPlaces: Self.places,
      classifications: kept.map { place in
        .init(
          grouping: groupings[place],
          names: (publication.rows[place] ?? []).map { $0.map { names[place][$0] } })
      },
      periods: publication.periods.enumerated().map { place, period in
        let planned = place < report.planned.count ? report.planned[place].summary.headline : nil
        let known = isKnown[place] ? report.evidence?.period(report.periods[place].dates) : nil
        var total = ShownMeasure.Row(period.total)
        total.interval = known?.intervals.mean.map(Self.rounded)
        let change = place > 0 && isKnown[place - 1] ? known?.change : nil
        return ShownMeasure.Period(
          dates: report.periods[place].dates, total: total,
          rows: kept.map { classification in
            period.rows[classification].enumerated().map { row, published in
              let groups = publication.rows[classification]?[row] ?? []
              return Self.row(
                published, groups.map { names[classification][$0] }, groupings[classification], place, report, limit)
            }
          },
          planned: planned.flatMap { $0.clients >= limit ? $0.mean.map { Self.rounded($0.value) } : nil },
          change: change.flatMap(ShownMeasure.Change.init))
      }, level: report.evidence?.resampling.level,
      chart: publication.periods.allSatisfy { $0.total.sum != nil } ? report.evidence?.chart(of: .mean) : nil)
    excluded = Self.excluded(report.periods, limit)
    causes = Self.causes(of: report, limit: limit)
    reasons = Self.reasons(report.periods.last, shown.last, limit)
    input = report.quality.map { quality in
      Input(
        quality, repeated: report.measurer.log.duplicates,
        ReadingWarning.all(report, quality).filter(\.isForBoards))
    }
    published = report.published
    producer = report.producer
  }

  /// How many limits of clients an interval needs.
  static let timesTheLimit = 4
  /// Decimals of means and of their intervals in every form: with more, the sum over few clients could be worked out.
  static let places = 1

  /// A mean as the page shows it.
  static func rounded(_ mean: Double) -> Double {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    return (mean * scale).rounded() / scale
  }

  private static func rounded(_ interval: Interval) -> Interval {
    Interval(rounded(interval.lower), rounded(interval.upper))
  }

  /// A row of one group, with the interval of its mean, or of several groups together.
  private static func row(
    _ published: PublishedRow, _ names: [String], _ grouping: Grouping, _ place: Int, _ report: MeasureReport,
    _ limit: Int
  ) -> ShownMeasure.Row {
    var row = ShownMeasure.Row(published)
    guard published.sum != nil, let people = published.people, people >= timesTheLimit * limit, names.count == 1,
      let intervals = report.intervals(of: names[0], grouping, report.periods[place].dates),
      // The group's own interval is that of the row where it is made of the same clients.
      intervals.headline.clients == people, intervals.headline.sum == published.sum
    else { return row }
    row.interval = intervals.mean.map(rounded)
    return row
  }

  /// Those left out of the last period, rules of few clients together.
  ///
  /// Counted and left out make up the same log in every period, so a count that is small in any of them is told in none.
  private static func excluded(_ periods: [PeriodMeasure], _ limit: Int) -> [(rules: [Exclusion], clients: Int)]? {
    guard let last = periods.last, last.summary.headline.clients >= limit,
      periods.allSatisfy({ $0.excluded.isEmpty || $0.excluded.count >= limit })
    else { return nil }
    let byRule = last.excludedByRule
    return Protector(limit: limit, levels: []).parts(byRule.map(\.count)).map { places in
      (rules: places.map { byRule[$0].rule }, clients: places.reduce(0) { $0 + byRule[$1].count })
    }
  }

  /// Reasons of clients above the target, where none is of few and none leaves few.
  private static func reasons(
    _ period: PeriodMeasure?, _ shown: ShownMeasure.Period?, _ limit: Int
  ) -> [(reason: AboveTargetReason, clients: Int)] {
    guard let period, let above = shown?.total.above.first?.ratio?.numerator else { return [] }
    let counts = AboveTargetReason.allCases.map { reason in
      (reason: reason, clients: period.clients.count { $0.reasons.contains(reason) })
    }.filter { $0.clients > 0 }
    let isSafe = counts.allSatisfy { $0.clients >= limit && (above == $0.clients || above - $0.clients >= limit) }
    return isSafe ? counts : []
  }
}

/// Why a report cannot be made for a board.
public enum BoardRefusal: Error, CustomStringConvertible {
  /// The period that ends on each day was measured.
  case rolling
  /// Two periods overlap.
  case overlap(Range<LocalDate>, Range<LocalDate>)
  /// A grouping tells visits apart, not clients.
  case grouping(Grouping)

  /// What is in the way, and what to do.
  public var description: String {
    switch self {
    case .rolling:
      "a board's edition has no rolling periods: the difference of two is a few clients' days; leave --rolling out"
    case .overlap(let one, let two):
      """
      a board's edition has no periods that overlap, such as \(one.lowerBound) to \(one.lastDate) and \
      \(two.lowerBound) to \(two.lastDate): their difference is a few clients' days; give others
      """
    case .grouping(let grouping):
      "a board's edition tells clients apart by area and provider, not by \(grouping.rawValue)"
    }
  }
}

extension ShownMeasure.Row {
  /// A row that may be published.
  fileprivate init(_ row: PublishedRow) {
    self.init()
    clients = row.people
    let exact = row.sum.flatMap { Ratio($0, of: row.people ?? 0)?.value }
    mean = exact.map(BoardReport.rounded)
    wholeMean = exact.map { Int($0.rounded()) }
    median = row.doubledMedian.map { Double($0) / 2 }
    above = row.above.map { count in
      switch count {
      case .exact(let count): .exact(Ratio(count, of: row.people ?? 0))
      case .few: .few
      case .allButFew: .allButFew
      case .withheld: .withheld
      }
    }
  }
}

extension BoardReport.Input {
  /// What was read, without words and headers, in which ids may stand.
  fileprivate init(_ quality: LogQuality, repeated: Int, _ warnings: [ReadingWarning]) {
    rows = quality.rows
    used = quality.used
    self.repeated = repeated
    bad = quality.badByReason
    let columns = Set(quality.files.flatMap(\.columns).compactMap(\.column))
    roles = LogColumn.allCases.filter(columns.contains)
    unknownWords = quality.unknownWords.map { (column: $0, count: $1.count) }
      .sorted { $0.column.rawValue < $1.column.rawValue }
    self.warnings = warnings
  }
}
