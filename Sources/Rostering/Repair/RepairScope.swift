import HomeCare

/// What a repair may touch.
///
/// Whatever lies outside it stays as it is: visits there keep staff and start, and those that have lost their place, or had
/// none, stay unassigned.
public struct RepairScope: Hashable, Sendable {
  /// The days whose visits may change; where `nil`, those that the changes themselves touch.
  public var days: Set<LocalDate>?
  /// Clients whose visits may change; all where this and `areas` are empty.
  public var clients: Set<ClientID> = []
  /// Areas whose clients' visits may change.
  public var areas: Set<String> = []
  /// Staff who may take visits or give some away; all where empty. The absent give theirs away anyhow.
  public var staff: Set<StaffID> = []

  /// The days that the changes touch, and everybody.
  public init() {}

  /// The days on which something may change.
  func days(of changed: ChangedInstance) -> Set<LocalDate> { days ?? changed.touchedDays }

  /// Whether a client's visits may change.
  func holds(_ client: Client) -> Bool {
    clients.isEmpty && areas.isEmpty || clients.contains(client.id) || client.area.map(areas.contains) ?? false
  }

  /// Whether a staff member may take visits or give some away.
  func holds(_ member: StaffID) -> Bool { staff.isEmpty || staff.contains(member) }

  /// Windows of a visit as far as the days leave them; all of them where no days are asked for.
  ///
  /// - Parameter start: Where the visit stands, which it may do on any day.
  func windows(_ windows: [VisitWindow], standing start: LocalDateTime?) -> [VisitWindow] {
    guard let days else { return windows }
    var stand: [VisitWindow] = []
    if let start, !days.contains(start.date), windows.contains(where: { $0.contains(start) }) {
      stand = [VisitWindow(earliest: start, latest: start)]
    }
    return stand
      + windows.flatMap { window -> [VisitWindow] in
        let dates = (window.earliest.date.dayNumber...window.latest.date.dayNumber).map { LocalDate(dayNumber: $0) }
        if dates.allSatisfy(days.contains) { return [window] }
        return dates.filter(days.contains).map { date in
          VisitWindow(
            earliest: max(window.earliest, date.midnight),
            latest: min(window.latest, date.advanced(by: 1).midnight.advanced(by: -1)))
        }
      }
  }
}

extension ChangedInstance {
  /// The days on which the changes make anything other than it was.
  var touchedDays: Set<LocalDate> {
    var days: Set<LocalDate> = []
    func add(_ from: LocalDateTime, _ to: LocalDateTime) {
      if from.date <= to.date {
        days.formUnion((from.date.dayNumber...to.date.dayNumber).map { LocalDate(dayNumber: $0) })
      }
    }
    func add(_ shift: Shift) { add(shift.start, shift.end.advanced(by: -1)) }
    let exceptions = Set(old.exceptions).symmetricDifference(instance.exceptions)
    let staff = Set(Set(old.staff).symmetricDifference(instance.staff).map(\.id))
      .union(exceptions.compactMap { $0.visit == nil ? $0.staff : nil })
    let clients = Set(Set(old.clients).symmetricDifference(instance.clients).map(\.id))
    let shifts = Set(old.shifts).symmetricDifference(instance.shifts)
    let named = Set(exceptions.compactMap(\.shift))
    for shift in shifts { add(shift) }
    for shift in instance.shifts where staff.contains(shift.staff) || named.contains(shift.id) { add(shift) }
    let excepted = Set(exceptions.flatMap { [$0.visit, $0.second] }.compactMap { $0 })
    let visits = Set(old.visits).symmetricDifference(instance.visits)
    let windows = Set(old.alternatives).symmetricDifference(instance.alternatives)
    let touched = Set(visits.map(\.id)).union(windows.map(\.visit)).union(excepted)
    for visit in old.visits + instance.visits where touched.contains(visit.id) || clients.contains(visit.client) {
      add(visit.earliest, visit.latest)
    }
    for window in windows { add(window.earliest, window.latest) }
    return days
  }
}
