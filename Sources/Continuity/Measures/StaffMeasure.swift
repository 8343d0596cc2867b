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
  /// Adds to periods the staff who have counted meetings with their counted clients, in the order of their numbers.
  func addStaff(to periods: inout [PeriodMeasure]) {
    let none = (0..<log.staff.count).map { StaffMeasure(staff: $0) }
    var measures = periods.map { _ in none }
    var lastClient = [Int](repeating: -1, count: log.staff.count)
    var next = periods.map { _ in 0 }
    var visits = ClientVisits(plan)
    for client in log.clients.indices {
      // The counted clients of each period are in the order of their numbers.
      let counted = periods.indices.filter {
        next[$0] < periods[$0].clients.count && periods[$0].clients[next[$0]].client == client
      }
      guard !counted.isEmpty else { continue }
      visits.load(client)
      let contact = log.clients[client].contact
      for period in counted {
        next[period] += 1
        let stamp = client * periods.count + period
        for member in visits.sequence.staff(ofVisits: visits.sequence.visits(in: periods[period].dates)) {
          let place = Int(member)
          measures[period][place].meetings += 1
          if lastClient[place] != stamp {
            lastClient[place] = stamp
            measures[period][place].clients += 1
          }
          if contact == member { measures[period][place].withOwnClients += 1 }
        }
      }
    }
    for period in periods.indices { periods[period].staff = measures[period].filter { $0.meetings > 0 } }
  }
}
