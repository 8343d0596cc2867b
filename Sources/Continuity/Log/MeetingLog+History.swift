import HomeCare

extension MeetingLog {
  /// The meetings as history of an instance: one for each client, staff member and date, performed ones where any are
  /// known to be and planned ones otherwise.
  ///
  /// - Parameter kinds: What visits are for that do not count, such as an instance's `uncountedKinds`: so a log gives the
  ///   history that the roster it tells of would give.
  public func pastMeetings(without kinds: Set<String> = []) -> [PastMeeting] {
    let basis = basis
    let counts = traits.map { basis.includes($0.status) && !kinds.contains($0.category) }
    var meetings: Set<PastMeeting> = []
    for (row, client) in clients.enumerated() {
      for index in bounds[row]..<bounds[row + 1] where counts[Int(traitNumbers[index])] {
        meetings.insert(
          PastMeeting(
            client: ClientID(client.id), staff: StaffID(staff[Int(staffNumbers[index])]),
            date: Self.date(ofMinute: starts[index])))
      }
    }
    return meetings.sorted { ($0.date, $0.client, $0.staff) < ($1.date, $1.client, $1.staff) }
  }
}
