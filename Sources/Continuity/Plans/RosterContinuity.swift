import HomeCare

/// Whom each client of a roster meets: definition `plan`, which counts exactly as the score's `distinct` does.
public struct RosterContinuity: Sendable {
  /// One client in one continuity period.
  public struct Row: Sendable {
    /// The client.
    public let client: ClientID
    /// The client's name, where there is one.
    public let name: String?
    /// The client's area, where there is one.
    public let area: String?
    /// The continuity period, 0 = first.
    public let period: Int
    /// The score's `d`: staff on counted visits of the period, and staff met in it before the horizon.
    public let distinct: Int
    /// The client's own target.
    public let target: Int
    /// Everything measured over the roster's counted visits of the period, history left out.
    public let measure: ClientMeasure
    /// Why the client is above the target; empty where not.
    public let reasons: [AboveTargetReason]
  }

  /// The dates of each continuity period.
  public let periods: [Range<LocalDate>]
  /// Clients who meet anyone, by period and in the order of the instance's clients.
  public let rows: [Row]
  /// Clients and periods in which the client meets no one: not part of the headline.
  public let withoutMeetings: Int
  /// The headline over all rows.
  public let headline: Headline

  /// Measures a roster.
  ///
  /// Assignments of visits or staff that the instance does not know are left out: a checker reports them.
  public init(_ roster: Roster, of instance: Instance) {
    let meetings = RosterMeetings(roster, of: instance)
    var measurer = ClientMeasurer(staffCount: instance.staff.count)
    let horizon = instance.horizon
    var rows: [Row] = []
    var headline = Headline()
    var withoutMeetings = 0
    periods = (0..<horizon.periodCount).map { horizon.dates(ofPeriod: $0) }
    for (period, dates) in periods.enumerated() {
      for (index, client) in instance.clients.enumerated() {
        let visits = VisitSequence(meetings.counted[index][period])
        let history = horizon.isSinglePeriod ? meetings.historyInPeriod[index] : []
        let distinct = Set(visits.staff).union(history).count
        guard distinct > 0 else {
          withoutMeetings += 1
          continue
        }
        let context = ClientMeasurer.Context(
          lastDay: dates.lastDate, contact: client.contact.flatMap { meetings.staffRows[$0] },
          previous: meetings.previous(client: index, period: period), isSubstitute: meetings.isSubstitute)
        let measure = measurer.measure(visits, context)
        rows.append(
          Row(
            client: client.id, name: client.name, area: client.area, period: period, distinct: distinct,
            target: client.targetStaff, measure: measure,
            reasons: measure.reasons(aboveTarget: client.targetStaff, days: horizon.daysPlanned(inPeriod: period))))
        headline.add(distinct)
      }
    }
    (self.rows, self.headline, self.withoutMeetings) = (rows, headline, withoutMeetings)
  }

  /// The rows with the most distinct staff first; those with equally many in the order of their indices and then ids.
  public var worstFirst: [Row] {
    rows.sorted {
      ($1.distinct, $0.measure.figures.meetings, $0.client, $0.period)
        < ($0.distinct, $1.measure.figures.meetings, $1.client, $1.period)
    }
  }

  /// The share of rows above the client's own target.
  public var shareAboveTarget: Ratio? { Ratio(rows.count { $0.distinct > $0.target }, of: rows.count) }
}

extension Horizon {
  /// Days of the horizon that fall in a period.
  func daysPlanned(inPeriod period: Int) -> Int {
    let dates = dates(ofPeriod: period)
    return dates.upperBound.dayNumber - max(dates.lowerBound, start).dayNumber
  }
}
