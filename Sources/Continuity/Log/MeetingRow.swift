/// One meeting with numbers in the place of ids.
public struct MeetingRow: Hashable, Sendable {
  /// Number of the client.
  public var client: Int32
  /// Number of the staff member.
  public var staff: Int32
  /// Start in minutes since 1970-01-01T00:00 on the wall clock.
  public var start: Int32
  /// Number of the trait.
  public var trait: Int32
  /// Length in minutes; 0 where the end is not known.
  public var length: UInt16
  /// Minutes from the start to the one that was planned; `unplanned` where that is not known.
  public var plannedAfter: Int16

  /// What stands in the place of a planned start that is not known.
  public static let unplanned = Int16.min

  /// A meeting.
  @inlinable public init(
    client: Int32, staff: Int32, start: Int32, trait: Int32, length: UInt16 = 0, plannedAfter: Int16 = .min
  ) {
    self.client = client
    self.staff = staff
    self.start = start
    self.trait = trait
    self.length = length
    self.plannedAfter = plannedAfter
  }
}
