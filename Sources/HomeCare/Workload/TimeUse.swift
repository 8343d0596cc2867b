/// How a roster uses the time of shifts: empty ones, short ones, idle stretches, and minutes with clients.
public struct TimeUse: Hashable, Sendable {
  /// Minutes above which an idle stretch is long: 120.
  public static let longIdle = 120
  /// Visits up to which a shift that serves any serves few: 2.
  public static let fewVisits = 2

  /// The shifts of one kind.
  public struct Shifts: Hashable, Sendable {
    /// Shifts that serve a visit.
    public var serving = 0
    /// Shifts that serve nobody.
    public var empty = 0
    /// Minutes with clients.
    public var clientMinutes = 0
    /// Length of the shifts that are paid, breaks left out: of all rostered shifts, and of the pool shifts called in.
    public var workingMinutes = 0
  }

  /// A stretch of a shift without client, way or break.
  public struct Idle: Hashable, Sendable {
    /// Whose shift it is.
    public var staff: StaffID
    /// The shift.
    public var shift: ShiftID
    /// The end of the visit before, or the shift's start.
    public var start: LocalDateTime
    /// Its length: from there to the next visit or the shift's end, less the way, and less the break where it holds that.
    public var minutes: Int
  }

  /// The rostered shifts.
  public private(set) var rostered = Shifts()
  /// The pool shifts.
  public private(set) var pool = Shifts()
  /// Shifts that serve one visit or two.
  public private(set) var fewVisits = 0
  /// The long idle stretches of shifts that serve a visit, the longest first.
  public private(set) var idle: [Idle] = []

  /// The use that a roster makes of the shifts of its instance.
  ///
  /// Assignments of visits, staff or shifts that the instance does not know are left out: a checker reports them.
  public init(_ roster: Roster, of instance: Instance) {
    let facts = RosterFacts(roster, InstanceRows(instance))
    for shift in instance.shifts where shift.kind == .rostered {
      rostered.empty += 1
      rostered.workingMinutes += shift.workingMinutes
    }
    pool.empty = instance.shifts.count - rostered.empty
    for route in facts.routes {
      switch route.shift.kind {
      case .rostered: rostered.add(route)
      case .pool:
        pool.add(route)
        pool.workingMinutes += route.shift.workingMinutes
      }
      if route.stops.count <= Self.fewVisits { fewVisits += 1 }
      idle += Self.longIdle(of: route, facts.rows)
    }
    idle.sort { ($1.minutes, $0.start, $0.shift) < ($0.minutes, $1.start, $1.shift) }
  }

  private static func longIdle(of route: CheckedRoute, _ rows: InstanceRows) -> [Idle] {
    var minutes = route.gaps.map(\.idle)
    if let gap = route.breakGap(rows), let rule = route.shift.breakRule { minutes[gap] -= rule.minutes }
    return route.gaps.indices.filter { minutes[$0] > longIdle }.map { index in
      Idle(
        staff: route.shift.staff, shift: route.shift.id, start: rows.clock(route.gaps[index].start),
        minutes: minutes[index])
    }
  }
}

extension TimeUse.Shifts {
  fileprivate mutating func add(_ route: CheckedRoute) {
    serving += 1
    empty -= 1
    clientMinutes += route.service
  }
}
