/// A tie between two visits: how far apart they start, and whether they share staff.
public struct Link: Hashable, Sendable {
  /// What a link asks of the two visits' staff.
  public enum StaffRule: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case any
    /// The two visits have the same set of staff.
    case same
    /// The two visits share no staff member.
    case different
  }

  /// The visit from whose start the gap is measured.
  public var first: VisitID
  /// The visit to whose start the gap is measured.
  public var second: VisitID
  /// Fewest minutes from the first's start to the second's; may be negative; no bound where absent.
  public var minGap: Int?
  /// Most minutes from the first's start to the second's; no bound where absent.
  public var maxGap: Int?
  /// What is asked of the staff.
  public var staff: StaffRule

  /// A link; it binds where both visits are assigned.
  public init(first: VisitID, second: VisitID, minGap: Int? = nil, maxGap: Int? = nil, staff: StaffRule = .any) {
    self.first = first
    self.second = second
    self.minGap = minGap
    self.maxGap = maxGap
    self.staff = staff
  }
}
