extension Roster {
  /// The meetings that the roster plans on visits that count, as the next period's history: one for each client, staff
  /// member and date.
  ///
  /// Assignments of visits that the instance does not know are left out.
  public func pastMeetings(of instance: Instance) -> [PastMeeting] {
    let visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var meetings: Set<PastMeeting> = []
    for assignment in assignments {
      guard let visit = visits[assignment.visit], visit.counts else { continue }
      for member in assignment.staff {
        meetings.insert(PastMeeting(client: visit.client, staff: member, date: assignment.start.date))
      }
    }
    return meetings.sorted { ($0.date, $0.client, $0.staff) < ($1.date, $1.client, $1.staff) }
  }
}

extension Instance {
  /// What visits are for of which none counts, such as `service`; history leaves such visits out.
  public var uncountedKinds: Set<String> {
    Set(visits.map(\.kind)).subtracting(visits.filter(\.counts).map(\.kind))
  }

  /// An instance that knows of more meetings before its horizon.
  public struct Historied: Sendable {
    /// The instance with the meetings.
    public var instance: Instance
    /// Meetings taken up.
    public var added: Int
    /// Meetings left out: of clients or staff whom the instance does not have, or not before its horizon.
    public var left: Int
  }

  /// The instance with meetings added to its history; equal ones stand once.
  public func addingHistory(_ meetings: [PastMeeting]) throws(InvalidInstance) -> Historied {
    let clients = Set(clients.map(\.id))
    let staff = Set(staff.map(\.id))
    let fitting = meetings.filter {
      clients.contains($0.client) && staff.contains($0.staff) && $0.date < horizon.start
    }
    var draft = tables
    var known = Set(draft.history)
    for meeting in fitting where known.insert(meeting).inserted { draft.history.append(meeting) }
    return Historied(
      instance: try Instance(validating: draft), added: draft.history.count - history.count,
      left: meetings.count - fitting.count)
  }
}
