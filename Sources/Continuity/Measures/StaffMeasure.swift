import HomeCare

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

extension LogMeasurer {
  /// The staff who have counted meetings with counted clients of a period, in the order of their numbers.
  func staff(of period: PeriodMeasure) -> [StaffMeasure] {
    var measures = (0..<log.staff.count).map { StaffMeasure(staff: $0) }
    var lastClient = [Int](repeating: -1, count: log.staff.count)
    for client in period.clients.map(\.client) {
      let contact = log.clients[client].contact
      var last: (start: Int32, staff: Int32)?
      for row in plan.rows(ofClient: client, in: period.dates) where plan.counts(row) {
        let (start, member) = (log.starts[row], log.staffNumbers[row])
        if let last, last.start == start, last.staff == member || !definition.countsAllStaffOfVisit { continue }
        last = (start, member)
        measures[Int(member)].meetings += 1
        if lastClient[Int(member)] != client {
          lastClient[Int(member)] = client
          measures[Int(member)].clients += 1
        }
        if contact == member { measures[Int(member)].withOwnClients += 1 }
      }
    }
    return measures.filter { $0.meetings > 0 }
  }
}
