/// Meetings in no particular order, with numbers in the place of ids.
public struct MeetingRows: Sendable {
  /// One meeting.
  public struct Row: Hashable, Sendable {
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

  /// The meetings.
  public var rows: [Row] = []

  /// No meetings.
  public init() {}

  /// Number of meetings.
  public var count: Int { rows.count }

  /// Adds a meeting.
  @inlinable public mutating func append(_ row: Row) { rows.append(row) }
}
