/// What one staff member's counted meetings of a period were.
public struct StaffMeasure: Hashable, Sendable {
  /// The staff member's number in the log.
  public let staff: Int
  /// Distinct clients met.
  public internal(set) var clients = 0
  /// Meetings.
  public internal(set) var meetings = 0
  /// Meetings with clients whose fixed contact this is.
  public internal(set) var withOwnClients = 0

  /// The share of meetings with clients whose fixed contact this is; undefined where nobody's contact is known.
  public var ownShare: Ratio? { Ratio(withOwnClients, of: meetings) }

  init(staff: Int) { self.staff = staff }
}

/// Counts the meetings of staff with clients, client after client.
struct StaffTally {
  /// The staff met so far.
  private(set) var measures: [StaffMeasure] = []
  /// For each of them the last client met.
  private var lastClient: [Int] = []
  /// For each staff member the place among the measures; below 0 where not met.
  private var places: [Int32]

  init(staffCount: Int) { places = Array(repeating: -1, count: staffCount) }

  /// Adds the staff of a client's visits, visit after visit.
  mutating func add(_ staff: [Int32], of client: Int, contact: Int32?) {
    for member in staff {
      let place = place(of: Int(member))
      measures[place].meetings += 1
      if lastClient[place] != client {
        lastClient[place] = client
        measures[place].clients += 1
      }
      if contact == member { measures[place].withOwnClients += 1 }
    }
  }

  /// Adds what was counted of other clients.
  mutating func add(_ others: [StaffMeasure]) {
    for other in others {
      let place = place(of: other.staff)
      measures[place].meetings += other.meetings
      measures[place].clients += other.clients
      measures[place].withOwnClients += other.withOwnClients
    }
  }

  private mutating func place(of member: Int) -> Int {
    if places[member] < 0 {
      places[member] = Int32(truncatingIfNeeded: measures.count)
      measures.append(StaffMeasure(staff: member))
      lastClient.append(-1)
    }
    return Int(places[member])
  }
}
