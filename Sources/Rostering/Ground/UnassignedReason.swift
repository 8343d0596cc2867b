import HomeCare

/// Why no shift takes a visit in the roster as it stands.
public struct UnassignedReason: Sendable {
  /// One candidate shift and the rule that keeps the visit out of it.
  public struct Blocked: Sendable {
    /// The shift.
    public var shift: ShiftID
    /// Who works it.
    public var staff: StaffID
    /// Why it does not take the visit.
    public var obstacle: Obstacle
  }

  /// What a person could allow so that the visit has a place, everything else left as it is.
  public struct Remedy: Sendable {
    /// The exceptions, the fewest and smallest; their reasons are left to be filled in.
    public var exceptions: [RuleException]
    /// The visit as it would be served.
    public var assignment: Roster.Assignment
  }

  /// The visit left.
  public var visit: VisitID
  /// Whether no valid roster at all can assign the visit.
  public var isImpossible: Bool
  /// One sentence that sums it up and says how it could be mended.
  public var summary: String
  /// Every shift that overlaps the visit's window, and why it does not take the visit.
  public var candidates: [Blocked]
  /// What exceptions would place the visit, where that was asked and some would.
  public var remedy: Remedy?
}
