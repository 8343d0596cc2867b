import Continuity
import HomeCare

/// A day of a plan, a row a client, with the day's visits, who makes them and when.
public struct ClientDay: Sendable {
  /// A client and the day's visits.
  public struct Row: Sendable {
    /// The client.
    public let client: Client
    /// The visits, in the order of time; those that nobody serves stand at the beginning of their windows.
    public let visits: [Item]
    /// How many staff the client meets, in the period with the most.
    public let faces: Int
  }

  /// A visit and who serves it.
  public struct Item: Sendable {
    /// The visit.
    public let visit: Visit
    /// Who serves it, and when; nobody where absent.
    public let service: Roster.Assignment?
    /// Minutes by which its start differs from its series' usual time; negative where it is earlier.
    public let off: Int?

    /// When it begins, or could at the earliest.
    public var start: LocalDateTime { service?.start ?? visit.earliest }
  }

  /// The day.
  public let date: LocalDate
  /// Clients with visits on the day, in the instance's order.
  public let rows: [Row]
  /// From when to when the day's time axis goes, in whole hours.
  public let hours: Range<LocalDateTime>

  /// A day of a plan.
  public init(_ date: LocalDate, of plan: PlanInHand) {
    self.date = date
    let places = plan.roster.places
    let usual = Dictionary(plan.roster.series.map { ($0.id, $0.usual) }, uniquingKeysWith: { first, _ in first })
    let items = plan.instance.visits.map { visit -> Item in
      let service = places[visit.id]?.assignment
      let time = visit.series.flatMap { usual[$0] }
      let off = service.flatMap { service in time.map { service.start.minuteOfDay - $0 } }
      return Item(visit: visit, service: service, off: off)
    }.filter { $0.start.date == date }
    let byClient = Dictionary(grouping: items, by: \.visit.client)
    let faces = ClientFaces(plan)
    rows = plan.instance.clients.compactMap { client in
      byClient[client.id].map { items in
        Row(
          client: client,
          visits: items.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element), faces: faces[client.id])
      }
    }
    let begin = items.map(\.start).min() ?? date.midnight.advanced(by: 7 * 60)
    let end = items.map { $0.start.advanced(by: $0.visit.minutes) }.max() ?? date.midnight.advanced(by: 16 * 60)
    hours = begin.wholeHours(upTo: end, of: date)
  }
}

/// How many staff each client meets, in the period with the most.
public struct ClientFaces: Sendable {
  private let faces: [ClientID: Int]

  /// The faces of a plan's clients.
  public init(_ plan: PlanInHand) {
    faces = RosterContinuity(plan.roster, of: plan.instance).rows.reduce(into: [:]) { faces, row in
      faces[row.client] = max(faces[row.client] ?? 0, row.distinct)
    }
  }

  /// A client's; none for somebody who meets nobody.
  public subscript(_ client: ClientID) -> Int { faces[client] ?? 0 }
}

extension LocalDateTime {
  /// The whole hours of a day that hold a time and another, at least one of them.
  func wholeHours(upTo end: LocalDateTime, of date: LocalDate) -> Range<LocalDateTime> {
    let midnight = date.midnight
    let first = minutes(since: midnight) / 60 * 60
    let last = (end.minutes(since: midnight) + 59) / 60 * 60
    return midnight.advanced(by: first)..<midnight.advanced(by: max(last, first + 60))
  }
}
