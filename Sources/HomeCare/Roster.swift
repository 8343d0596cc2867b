/// An answer to an instance: who serves each visit and when, and which visits are left.
public struct Roster: Hashable, Sendable {
  /// One visit's staff and start.
  public struct Assignment: Hashable, Sendable {
    /// The visit served.
    public var visit: VisitID
    /// When it starts.
    public var start: LocalDateTime
    /// Who serves it; as many distinct staff as the visit needs.
    public var staff: [StaffID]
    /// The shift of each staff member, in the order of `staff`.
    public var shifts: [ShiftID]

    /// An assigned visit.
    public init(visit: VisitID, start: LocalDateTime, staff: [StaffID], shifts: [ShiftID]) {
      self.visit = visit
      self.start = start
      self.staff = staff
      self.shifts = shifts
    }
  }

  /// When a client may expect the visits of a series.
  public struct UsualTime: Hashable, Sendable {
    /// The series.
    public var id: SeriesID
    /// The usual time, in minutes from midnight.
    public var usual: Int

    /// A usual time.
    public init(id: SeriesID, usual: Int) {
      self.id = id
      self.usual = usual
    }
  }

  /// The name of the instance answered.
  public var instance: String
  /// Every assigned visit.
  public var assignments: [Assignment]
  /// Every other visit.
  public var unassigned: [VisitID]
  /// The score as stated by whoever made the roster.
  public var score: Score
  /// How the roster was found, where known.
  public var solve: SolveSummary?
  /// The usual times of series that suit the roster, which a later instance can take over.
  public var series: [UsualTime]

  /// A roster.
  public init(
    instance: String, assignments: [Assignment], unassigned: [VisitID], score: Score, solve: SolveSummary? = nil,
    series: [UsualTime] = []
  ) {
    self.instance = instance
    self.assignments = assignments
    self.unassigned = unassigned
    self.score = score
    self.solve = solve
    self.series = series
  }
}
