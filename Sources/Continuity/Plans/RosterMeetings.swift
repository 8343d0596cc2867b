import HomeCare

/// A roster's meetings by client and continuity period, with staff as rows of the instance.
struct RosterMeetings {
  typealias Meeting = (start: LocalDateTime, staff: Int32)

  /// Meetings of counted visits, by client and period.
  private(set) var counted: [[[Meeting]]]
  /// Staff met on a date of the only period before the horizon, by client.
  private(set) var historyInPeriod: [[Int32]]
  /// Staff met at any time before the horizon, by client.
  private(set) var history: [[Int32]]
  /// For each staff row, whether the roster has them on a pool shift.
  private(set) var isSubstitute: [Bool]
  let staffRows: [StaffID: Int32]

  init(_ roster: Roster, of instance: Instance) {
    let horizon = instance.horizon
    let clientRows = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    let visitRows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    let pool = Set(instance.shifts.filter { $0.kind == .pool }.map(\.id))
    staffRows = Dictionary(uniqueKeysWithValues: instance.staff.enumerated().map { ($1.id, Int32($0)) })
    let none = [[Meeting]](repeating: [], count: horizon.periodCount)
    counted = Array(repeating: none, count: instance.clients.count)
    history = Array(repeating: [], count: instance.clients.count)
    historyInPeriod = history
    isSubstitute = Array(repeating: false, count: instance.staff.count)
    for assignment in roster.assignments {
      guard let row = visitRows[assignment.visit], let client = clientRows[instance.visits[row].client] else {
        continue
      }
      for (position, id) in assignment.staff.enumerated() {
        guard let member = staffRows[id] else { continue }
        if position < assignment.shifts.count, pool.contains(assignment.shifts[position]) {
          isSubstitute[Int(member)] = true
        }
        let day = assignment.start.date.dayNumber - horizon.start.dayNumber
        guard instance.visits[row].counts, (0..<horizon.days).contains(day) else { continue }
        counted[client][horizon.period(ofDay: day)].append((assignment.start, member))
      }
    }
    for past in instance.history {
      guard let client = clientRows[past.client], let member = staffRows[past.staff] else { continue }
      history[client].append(member)
      if horizon.dates(ofPeriod: 0).contains(past.date) { historyInPeriod[client].append(member) }
    }
  }

  /// Staff met before a period: in the period before it, or before the horizon; `nil` where nothing is known.
  func previous(client: Int, period: Int) -> [Int32]? {
    if period > 0 { return counted[client][period - 1].map(\.staff) }
    return history[client].isEmpty ? nil : history[client]
  }
}
