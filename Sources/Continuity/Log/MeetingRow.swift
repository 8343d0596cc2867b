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

  /// A meeting.
  @inlinable public init(client: Int32, staff: Int32, start: Int32, trait: Int32) {
    self.client = client
    self.staff = staff
    self.start = start
    self.trait = trait
  }
}
