import HomeCare

/// How steadily the same visit starts at the same time of day, series by series.
///
/// Where an instance has no series, visits that look like one thing on different days stand in their place; see
/// `InstanceDraft.recurringVisits`. Only series with two assigned visits or more are measured.
public struct RosterSteadiness: Sendable {
  /// One start of a series.
  public struct Start: Hashable, Sendable {
    /// The day of the window in which the visit starts; where it starts outside all of them, the day of the start.
    public var day: LocalDate
    /// The start in minutes from the midnight that begins the day.
    public var minute: Int
  }

  /// One series.
  public struct Row: Hashable, Sendable {
    /// The series; `nil` where the instance has none.
    public var series: SeriesID?
    /// The client.
    public var client: ClientID
    /// The usual time in minutes from midnight: the series' own, else of those that suit the starts best the nearest to
    /// the start in the middle. Rosters state the smallest of them.
    public var usual: Int
    /// Minutes beside the usual time that nobody minds.
    public var tolerance: Int
    /// The starts in the order of days.
    public var starts: [Start]
    /// Minutes beyond the tolerance, of all starts.
    public var unsteadyMinutes: Int

    /// The smallest start and the largest, in minutes from midnight.
    public var range: ClosedRange<Int> {
      let minutes = starts.map(\.minute)
      return (minutes.min() ?? usual)...(minutes.max() ?? usual)
    }

    /// Minutes from the smallest start to the largest.
    public var spread: Int { range.upperBound - range.lowerBound }

    /// Minutes between each start and the next, sooner or later.
    public var changes: [Int] { zip(starts, starts.dropFirst()).map { abs($0.minute - $1.minute) } }
  }

  /// Spread up to which a series is steady: 30 minutes.
  public static let steadySpread = 30
  /// Change above which a start is another time of day: 60 minutes.
  public static let largeChange = 60

  /// Whether the series are the instance's own.
  public let hasSeries: Bool
  /// The series, those with the largest spread first.
  public let rows: [Row]
  /// Minutes from the smallest start to the largest, of all series.
  public let spreads: OrderedNumbers
  /// Minutes between each start and the next, of all series.
  public let changes: OrderedNumbers

  /// Measures a roster.
  ///
  /// Assignments of visits that the instance does not know are left out: a checker reports them.
  public init(_ roster: Roster, of instance: Instance) {
    let visitRows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    let allowances = Allowances(instance)
    var starts = [Start?](repeating: nil, count: instance.visits.count)
    for assignment in roster.assignments {
      guard let row = visitRows[assignment.visit], starts[row] == nil else { continue }
      starts[row] = Start(assignment.start, visit: row, instance, allowances)
    }
    hasSeries = !instance.series.isEmpty
    let series = hasSeries ? Self.series(of: instance) : Self.guesses(of: instance)
    rows = series.compactMap { series, visits in
      Row(series, visits.compactMap { starts[$0] }, isGuess: instance.series.isEmpty)
    }.sorted { Self.isBefore($0, $1) }
    spreads = OrderedNumbers(rows.map(\.spread))
    changes = OrderedNumbers(rows.flatMap(\.changes))
  }

  /// Series with the rows of their visits.
  private typealias Visits = (series: Series, visits: [Int])

  private static func series(of instance: Instance) -> [Visits] {
    var visits: [SeriesID: [Int]] = [:]
    for (row, visit) in instance.visits.enumerated() {
      if let series = visit.series { visits[series, default: []].append(row) }
    }
    return instance.series.compactMap { series in visits[series.id].map { (series, $0) } }
  }

  private static func guesses(of instance: Instance) -> [Visits] {
    instance.tables.recurringVisits.map { visits in
      let first = instance.visits[visits[0]]
      return (Series(id: SeriesID(first.id.rawValue), client: first.client), visits)
    }
  }

  /// The order of rows: it depends on nothing but what they say.
  private static func isBefore(_ left: Row, _ right: Row) -> Bool {
    if left.spread != right.spread { return left.spread > right.spread }
    if left.unsteadyMinutes != right.unsteadyMinutes { return left.unsteadyMinutes > right.unsteadyMinutes }
    if left.client != right.client { return left.client < right.client }
    if left.series != right.series { return left.series?.rawValue ?? "" < right.series?.rawValue ?? "" }
    return left.starts.lexicographicallyPrecedes(right.starts) { ($0.day, $0.minute) < ($1.day, $1.minute) }
  }

  /// The share of series whose starts lie within 30 minutes.
  public var steady: Ratio? { spreads.share { $0 <= Self.steadySpread } }
  /// The share of changes of more than 60 minutes.
  public var largeChanges: Ratio? { changes.share { $0 > Self.largeChange } }
  /// Unsteady minutes by visit, over all visits of the series.
  public var unsteadyPerVisit: Ratio? {
    Ratio(rows.reduce(0) { $0 + $1.unsteadyMinutes }, of: rows.reduce(0) { $0 + $1.starts.count })
  }
}

extension RosterSteadiness.Start {
  fileprivate init(_ start: LocalDateTime, visit row: Int, _ instance: Instance, _ allowances: Allowances) {
    let windows = allowances.windows(of: row, in: instance)
    // An exception may let the start lie on the day before the window's own.
    let place = windows.firstIndex { $0.contains(start) }
    let midnight = place.map { instance.windows(of: instance.visits[row])[$0].midnight } ?? start.date.midnight
    self.init(day: midnight.date, minute: start.minutes(since: midnight))
  }
}

extension RosterSteadiness.Row {
  /// A series' row; `nil` where fewer than two of its visits are assigned.
  fileprivate init?(_ series: Series, _ starts: [RosterSteadiness.Start], isGuess: Bool) {
    guard starts.count > 1 else { return nil }
    let clocks = SeriesStarts(series: series, clocks: starts.map(\.minute))
    self.init(
      series: isGuess ? nil : series.id, client: series.client, usual: clocks.shownTime, tolerance: series.tolerance,
      starts: starts.sorted { ($0.day, $0.minute) < ($1.day, $1.minute) }, unsteadyMinutes: clocks.unsteadyMinutes)
  }
}
