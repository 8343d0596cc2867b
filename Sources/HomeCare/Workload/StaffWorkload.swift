/// What a roster asks of one staff member over the horizon.
public struct StaffWorkload: Hashable, Sendable {
  /// From this minute of the day on, a visit belongs to the evening: 18:00.
  public static let eveningBegins = 18 * 60

  /// The staff member.
  public var staff: StaffID
  /// Visits served.
  public var visits = 0
  /// Minutes with clients.
  public var serviceMinutes = 0
  /// Minutes of travel, base legs included.
  public var travelMinutes = 0
  /// Length of the rostered shifts and of the pool shifts called in, breaks left out: what the contract is held to.
  public var contractMinutes = 0
  /// Shifts that serve a visit.
  public var shifts = 0
  /// Days on which a visit starts at 18:00 or later.
  public var evenings = 0
  /// Saturdays and Sundays with a visit.
  public var weekendDays = 0

  /// The share of the contract spent with clients; `nil` where there is no contract time.
  public var clientShare: Double? {
    contractMinutes == 0 ? nil : Double(serviceMinutes) / Double(contractMinutes)
  }

  /// The workload of every staff member of a roster, in the order of the instance.
  ///
  /// Assignments of visits, staff or shifts that the instance does not know are left out: a checker reports them.
  public static func all(of roster: Roster, _ instance: Instance) -> [StaffWorkload] {
    let facts = RosterFacts(roster, InstanceRows(instance))
    var loads = instance.staff.map { StaffWorkload(staff: $0.id) }
    for shift in instance.shifts where shift.kind == .rostered {
      if let row = facts.rows.staff[shift.staff] { loads[row].contractMinutes += shift.workingMinutes }
    }
    var evenings = [Set<LocalDate>](repeating: [], count: loads.count)
    var weekends = evenings
    for route in facts.routes {
      guard let row = facts.rows.staff[route.shift.staff] else { continue }
      if route.shift.kind == .pool { loads[row].contractMinutes += route.shift.workingMinutes }
      loads[row].shifts += 1
      loads[row].visits += route.stops.count
      loads[row].serviceMinutes += route.service
      loads[row].travelMinutes += route.travel
      for stop in route.stops {
        let start = facts.rows.clock(stop.start)
        if start.minuteOfDay >= eveningBegins { evenings[row].insert(start.date) }
        if start.date.weekday >= 6 { weekends[row].insert(start.date) }
      }
    }
    for row in loads.indices {
      loads[row].evenings = evenings[row].count
      loads[row].weekendDays = weekends[row].count
    }
    return loads
  }
}
