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

  /// The visit left.
  public var visit: VisitID
  /// Whether no valid roster at all can assign the visit.
  public var isImpossible: Bool
  /// One sentence that sums it up and says how it could be mended.
  public var summary: String
  /// Every shift that overlaps the visit's window, and why it does not take the visit.
  public var candidates: [Blocked]
}
