/// One call at a client's home, by one or more staff who start together.
public struct Visit: Hashable, Sendable {
  /// The visit's id.
  public var id: VisitID
  /// Who is visited.
  public var client: ClientID
  /// Earliest start.
  public var earliest: LocalDateTime
  /// Latest start.
  public var latest: LocalDateTime
  /// Length in minutes, above 0.
  public var minutes: Int
  /// How many staff are needed, at least 1.
  public var staff: Int
  /// Skills that every staff member on the visit must have; no duplicates.
  public var skills: [String]
  /// What the visit is for, such as `care` or `service`.
  public var kind: String
  /// Whether its staff count as met in the continuity period.
  public var counts: Bool
  /// Factor of the cost of leaving it unassigned, at least 1.
  public var priority: Int
  /// Staff who must be on the visit where it is assigned.
  public var pinned: [StaffID]
  /// The start it must have where it is assigned.
  public var pinnedStart: LocalDateTime?
  /// The series it belongs to, of the same client.
  public var series: SeriesID?
  /// Whether it may take place beside another visit of the client.
  public var alongside: Bool
  /// What is to be done.
  public var tasks: String?

  /// A visit.
  public init(
    id: VisitID, client: ClientID, earliest: LocalDateTime, latest: LocalDateTime, minutes: Int, staff: Int = 1,
    skills: [String] = [], kind: String = "care", counts: Bool = true, priority: Int = 1, pinned: [StaffID] = [],
    pinnedStart: LocalDateTime? = nil, series: SeriesID? = nil, alongside: Bool = false, tasks: String? = nil
  ) {
    self.id = id
    self.client = client
    self.earliest = earliest
    self.latest = latest
    self.minutes = minutes
    self.staff = staff
    self.skills = skills
    self.kind = kind
    self.counts = counts
    self.priority = priority
    self.pinned = pinned
    self.pinnedStart = pinnedStart
    self.series = series
    self.alongside = alongside
    self.tasks = tasks
  }
}
