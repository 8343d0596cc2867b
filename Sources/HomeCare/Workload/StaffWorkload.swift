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
    let staffRows = Dictionary(instance.staff.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { $1 })
    let visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let homes = Dictionary(instance.clients.map { ($0.id, $0.location) }, uniquingKeysWith: { $1 })
    var routes: [ShiftID: [(start: LocalDateTime, visit: Visit)]] = [:]
    for assignment in roster.assignments {
      guard let visit = visits[assignment.visit] else { continue }
      for shift in assignment.shifts { routes[shift, default: []].append((assignment.start, visit)) }
    }
    var loads = instance.staff.map { StaffWorkload(staff: $0.id) }
    var evenings = [Set<LocalDate>](repeating: [], count: loads.count)
    var weekends = evenings
    for shift in instance.shifts {
      guard let row = staffRows[shift.staff] else { continue }
      let stops = (routes[shift.id] ?? []).sorted { ($0.start, $0.visit.id) < ($1.start, $1.visit.id) }
      if shift.kind == .rostered || !stops.isEmpty {
        loads[row].contractMinutes += shift.workingMinutes
      }
      if stops.isEmpty { continue }
      loads[row].shifts += 1
      var here = instance.staff[row].location
      for (start, visit) in stops {
        loads[row].visits += 1
        loads[row].serviceMinutes += visit.minutes
        if let home = homes[visit.client] {
          if let here { loads[row].travelMinutes += instance.travelMinutes(from: here, to: home) }
          here = home
        }
        if start.minuteOfDay >= eveningBegins { evenings[row].insert(start.date) }
        if start.date.weekday >= 6 { weekends[row].insert(start.date) }
      }
      if let base = instance.staff[row].location, let here {
        loads[row].travelMinutes += instance.travelMinutes(from: here, to: base)
      }
    }
    for row in loads.indices {
      loads[row].evenings = evenings[row].count
      loads[row].weekendDays = weekends[row].count
    }
    return loads
  }
}
