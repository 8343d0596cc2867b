import HomeCare

/// The distinct staff whom clients meet in every period that ends on a day of the horizon, meetings before it included.
///
/// A roster of two weeks may keep every target and yet show a client many faces in the two weeks that begin in the middle
/// of the last one. Periods are as long as the horizon's continuity period, and none begins before the history does.
public struct RollingMeetings: Sendable {
  /// The period in which one client meets the most distinct staff, the earliest of them.
  public struct Peak: Hashable, Sendable {
    /// The client.
    public var client: ClientID
    /// Distinct staff met.
    public var distinct: Int
    /// The client's own target.
    public var target: Int
    /// The period.
    public var dates: Range<LocalDate>
  }

  /// Length of every period in days.
  public let days: Int
  /// Number of periods.
  public let count: Int
  /// The last day of the first period; each other ends a day after the one before.
  public let firstEnd: LocalDate
  /// Distinct staff over all clients and periods in which the client meets anyone.
  public let headline: Headline
  /// How many clients and periods lie above the client's own target.
  public let aboveTarget: Int
  /// Each client's peak, those who meet the most staff first.
  public let peaks: [Peak]

  /// Measures a roster; `nil` where the instance has no history, or one so short that a single period ends in the horizon.
  ///
  /// Assignments of visits or staff that the instance does not know are left out: a checker reports them.
  public init?(_ roster: Roster, of instance: Instance) {
    let horizon = instance.horizon
    guard let first = instance.history.map(\.date).min() else { return nil }
    let last = horizon.lastDate
    // The first period ends on the horizon's first day, or later where the history does not reach back so far.
    let from = max(first, horizon.start.advanced(by: 1 - horizon.window))
    let log = MeetingLog(roster, of: instance, where: \.counts, history: { $0 >= from })
    var definition = Definition.plan
    definition.periodDays = horizon.window
    let measure = LogMeasurer(log, definition, basis: .planned).rolling(from...last, summarises: false)
    guard measure.count > 1 else { return nil }
    days = horizon.window
    count = measure.count
    firstEnd = measure.firstEnd
    var headline = Headline()
    var (aboveTarget, peaks) = (0, [Peak]())
    let targets = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0.targetStaff) })
    for (number, client) in log.clients.enumerated() {
      let row = measure.row(ofClient: number)
      let id = ClientID(client.id)
      guard let target = targets[id] else { continue }
      var peak: Peak?
      for period in 0..<measure.count where row[period].excluded == nil {
        let distinct = row[period].distinct
        headline.add(distinct)
        if distinct > target { aboveTarget += 1 }
        if distinct > peak?.distinct ?? 0 {
          peak = Peak(client: id, distinct: distinct, target: target, dates: measure.dates(of: period))
        }
      }
      if let peak { peaks.append(peak) }
    }
    self.headline = headline
    self.aboveTarget = aboveTarget
    self.peaks = peaks.sorted { ($1.distinct, $0.client) < ($0.distinct, $1.client) }
  }

  /// The share of clients and periods above the client's own target.
  public var shareAboveTarget: Ratio? { Ratio(aboveTarget, of: headline.clients) }
}
