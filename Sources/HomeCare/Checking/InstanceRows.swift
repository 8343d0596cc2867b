/// An instance with the rows of its ids, as the checker looks them up.
struct InstanceRows: Sendable {
  let instance: Instance
  let visits: [VisitID: Int]
  let shifts: [ShiftID: Int]
  let staff: [StaffID: Int]
  let clients: [ClientID: Int]
  /// For each visit, its client's row.
  let clientOfVisit: [Int]
  /// For each client, the row of their location.
  let homes: [Int]
  /// For each staff member, the row of their base.
  let bases: [Int?]
  /// For each staff member, what they are able and allowed to do.
  let skills: [Set<String>]
  /// What exceptions allow.
  var exceptions: CheckedExceptions
  /// Pairs of visits that a link binds.
  private let ties: Set<Set<VisitID>>

  init(_ instance: Instance) {
    self.instance = instance
    visits = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    shifts = Dictionary(uniqueKeysWithValues: instance.shifts.enumerated().map { ($1.id, $0) })
    staff = Dictionary(uniqueKeysWithValues: instance.staff.enumerated().map { ($1.id, $0) })
    let clients = Dictionary(uniqueKeysWithValues: instance.clients.enumerated().map { ($1.id, $0) })
    self.clients = clients
    clientOfVisit = instance.visits.map { clients[$0.client] ?? 0 }
    homes = instance.clients.map { instance.index(of: $0.location) }
    bases = instance.staff.map { $0.location.map { instance.index(of: $0) } }
    skills = instance.staff.map { Set($0.skills) }
    exceptions = CheckedExceptions(instance.exceptions)
    ties = instance.format == .one ? [] : Set(instance.links.map { [$0.first, $0.second] })
  }

  /// The client of a visit's row.
  func client(ofVisit row: Int) -> Client { instance.clients[clientOfVisit[row]] }

  /// The row of the location of a visit's row.
  func home(ofVisit row: Int) -> Int { homes[clientOfVisit[row]] }

  /// Whether a link binds two visits.
  func areTied(_ visit: VisitID, _ other: VisitID) -> Bool { ties.contains([visit, other]) }

  /// The windows of a visit's row as exceptions widen them, its own first.
  func windows(ofVisit row: Int) -> [VisitWindow] {
    let visit = instance.visits[row]
    return instance.windows(of: visit).map { exceptions.widened($0, of: visit.id) }
  }

  /// Travel minutes on a shift; 0 where there is no place to come from or go to.
  func travel(_ travel: Travel, from origin: Int?, to target: Int?) -> Int {
    guard let origin, let target else { return 0 }
    return travel.minutes(
      from: (origin, instance.locations[origin]), to: (target, instance.locations[target]))
  }

  /// Minutes from the horizon's start, held within the calendar so that no sum can overflow.
  func minute(of time: LocalDateTime) -> Int {
    let first = LocalDate(dayNumber: LocalDate.calendar.lowerBound).midnight
    let last = LocalDate(dayNumber: LocalDate.calendar.upperBound).midnight
    return min(max(time, first), last).minutes(since: instance.horizon.firstMinute)
  }

  /// The time so many minutes from the horizon's start.
  func clock(_ minute: Int) -> LocalDateTime { instance.horizon.firstMinute.advanced(by: minute) }
}
