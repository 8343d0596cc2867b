/// A day before the horizon on which a client met a staff member.
public struct PastMeeting: Hashable, Sendable {
  /// Who was visited.
  public var client: ClientID
  /// Who came.
  public var staff: StaffID
  /// The date of the meeting.
  public var date: LocalDate

  /// A past meeting.
  public init(client: ClientID, staff: StaffID, date: LocalDate) {
    self.client = client
    self.staff = staff
    self.date = date
  }
}
