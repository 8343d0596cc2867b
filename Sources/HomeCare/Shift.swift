/// A stretch of time in which one staff member works.
public struct Shift: Hashable, Sendable {
  /// Whether the shift is worked anyhow or called in when needed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// On the staff member's own schedule.
    case rostered
    /// Called in where needed; costs `poolShift` where it serves a visit.
    case pool
  }

  /// The break that a shift with visits must hold.
  public struct Break: Hashable, Sendable {
    /// Length in minutes, above 0.
    public var minutes: Int
    /// Earliest time at which the break may begin.
    public var from: LocalDateTime
    /// Latest time at which the break may begin.
    public var to: LocalDateTime

    /// A break of `minutes` that begins between `from` and `to`.
    public init(minutes: Int, from: LocalDateTime, to: LocalDateTime) {
      self.minutes = minutes
      self.from = from
      self.to = to
    }
  }

  /// The shift's id.
  public var id: ShiftID
  /// Who works it.
  public var staff: StaffID
  /// When it begins.
  public var start: LocalDateTime
  /// When it ends, after `start`.
  public var end: LocalDateTime
  /// Rostered or pool.
  public var kind: Kind
  /// The break, where the shift has one.
  public var breakRule: Break?
  /// How its staff member travels in it; as they do otherwise where absent.
  public var mode: TravelModeID?

  /// A shift.
  public init(
    id: ShiftID, staff: StaffID, start: LocalDateTime, end: LocalDateTime, kind: Kind = .rostered,
    breakRule: Break? = nil, mode: TravelModeID? = nil
  ) {
    self.id = id
    self.staff = staff
    self.start = start
    self.end = end
    self.kind = kind
    self.breakRule = breakRule
    self.mode = mode
  }

  /// Minutes from start to end, the break left out.
  package var workingMinutes: Int { end.minutes(since: start) - (breakRule?.minutes ?? 0) }
}
