/// Meetings in no particular order, column by column, with numbers in the place of ids.
public struct MeetingColumns: Sendable {
  /// Numbers of clients.
  public var client: [Int32] = []
  /// Numbers of staff.
  public var staff: [Int32] = []
  /// Starts in minutes since 1970-01-01T00:00 on the wall clock.
  public var start: [Int32] = []
  /// Numbers of traits.
  public var trait: [Int32] = []

  /// No meetings.
  public init() {}

  /// Makes room for so many meetings.
  public mutating func reserve(_ count: Int) {
    client.reserveCapacity(count)
    staff.reserveCapacity(count)
    start.reserveCapacity(count)
    trait.reserveCapacity(count)
  }

  /// Number of meetings.
  public var count: Int { client.count }

  /// Adds a meeting.
  @inlinable public mutating func append(client: Int32, staff: Int32, start: Int32, trait: Int32) {
    self.client.append(client)
    self.staff.append(staff)
    self.start.append(start)
    self.trait.append(trait)
  }
}
