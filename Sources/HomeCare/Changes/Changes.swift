/// What has happened since a roster was made: who is absent or away, and which visits are others than planned.
public struct Changes: Hashable, Sendable {
  /// A staff member does not work from one time to another; whole days from midnight to midnight.
  public struct Absence: Hashable, Sendable {
    /// Who is absent.
    public var staff: StaffID
    /// When the absence begins.
    public var from: LocalDateTime
    /// When it ends; `.openEnd` where nobody knows yet.
    public var to: LocalDateTime

    /// An absence, without an end where none is given.
    public init(staff: StaffID, from: LocalDateTime, to: LocalDateTime = .openEnd) {
      self.staff = staff
      self.from = from
      self.to = to
    }
  }

  /// A client is not at home from one time to another, in hospital for one.
  public struct Away: Hashable, Sendable {
    /// Who is away.
    public var client: ClientID
    /// When the client leaves.
    public var from: LocalDateTime
    /// When the client is back; `.openEnd` where nobody knows yet.
    public var to: LocalDateTime

    /// A client's time away, without an end where none is given.
    public init(client: ClientID, from: LocalDateTime, to: LocalDateTime = .openEnd) {
      self.client = client
      self.from = from
      self.to = to
    }
  }

  /// A visit that is no longer wanted.
  public struct Cancellation: Hashable, Sendable {
    /// The visit.
    public var visit: VisitID

    /// A cancelled visit.
    public init(visit: VisitID) { self.visit = visit }
  }

  /// A visit that has another window.
  public struct Move: Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Its new earliest start.
    public var earliest: LocalDateTime
    /// Its new latest start.
    public var latest: LocalDateTime

    /// A moved visit.
    public init(visit: VisitID, earliest: LocalDateTime, latest: LocalDateTime) {
      self.visit = visit
      self.earliest = earliest
      self.latest = latest
    }
  }

  /// A visit that has another length, longer or shorter.
  public struct Lengthening: Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Its new length in minutes.
    public var minutes: Int

    /// A visit of another length.
    public init(visit: VisitID, minutes: Int) {
      self.visit = visit
      self.minutes = minutes
    }
  }

  /// Staff who are absent.
  public var absences: [Absence] = []
  /// Clients who are away.
  public var away: [Away] = []
  /// Visits no longer wanted.
  public var cancelled: [Cancellation] = []
  /// New visits.
  public var added: [Visit] = []
  /// Visits with another window.
  public var moved: [Move] = []
  /// Visits with another length.
  public var lengthened: [Lengthening] = []
  /// Series of new visits; those that the instance has already stay as they are.
  public var series: [Series] = []
  /// Further windows of new visits.
  public var alternatives: [AlternativeWindow] = []
  /// Ties of new visits.
  public var links: [Link] = []
  /// New clients; those that the instance has already stay as they are.
  public var newClients: [Client] = []
  /// Where new clients live; places that the instance has already stay as they are.
  public var newLocations: [Location] = []
  /// New staff.
  public var newStaff: [StaffMember] = []
  /// New shifts.
  public var newShifts: [Shift] = []
  /// Shifts that somebody else works.
  public var takenOver: [Takeover] = []
  /// Shifts that begin or end at another time.
  public var hours: [Hours] = []
  /// Staff who work after all.
  public var back: [Return] = []
  /// Staff with other skills.
  public var skills: [SkillChange] = []
  /// Clients with another contact.
  public var contacts: [ContactChange] = []
  /// What a person has allowed since.
  public var granted: [RuleException] = []
  /// Exceptions that hold no longer: those of the rule that name what a row names.
  public var withdrawn: [RuleException] = []

  /// No change at all.
  public init() {}

  /// Whether nothing has happened.
  public var isEmpty: Bool { self == Changes() }
}

/// Thrown where changes do not fit the instance and the roster: every problem found.
public struct InvalidChanges: Error, Hashable, Sendable, CustomStringConvertible {
  /// All problems; at least one.
  public var problems: [InstanceProblem]

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
