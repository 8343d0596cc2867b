/// How a shift goes from its start to its end: visits, ways, the break, and the time between them.
public struct ShiftCourse: Hashable, Sendable {
  /// What a stretch of a shift is spent on.
  public enum Activity: Hashable, Sendable {
    /// On the way to the next visit.
    case way
    /// On the way to the base, after the last visit.
    case wayHome
    /// At a visit.
    case visit(VisitID)
    /// The break.
    case rest
    /// At the door, too short to be used for anything else.
    case waiting
    /// Without a visit for longer.
    case free
  }

  /// A stretch of a shift.
  public struct Stretch: Hashable, Sendable {
    /// What it is spent on.
    public var activity: Activity
    /// When it begins.
    public var start: LocalDateTime
    /// Its length.
    public var minutes: Int
    /// When it ends.
    public var end: LocalDateTime { start.advanced(by: minutes) }
  }

  /// Minutes up to which a stretch without a visit is waiting: 15.
  public static let longestWait = 15

  /// The shift.
  public let shift: Shift
  /// When it begins, overtime included.
  public let start: LocalDateTime
  /// When it ends, overtime included.
  public let end: LocalDateTime
  /// How its staff member travels; `nil` for the instance's own way.
  public let mode: TravelModeID?
  /// What it is spent on, in the order of time.
  public private(set) var stretches: [Stretch] = []

  /// The courses of all shifts that serve a visit, in the order of the instance.
  ///
  /// The roster does not say where a break lies: it is told where it leaves the fewest minutes without a visit in one
  /// stretch, as soon as its window allows. Assignments of visits, staff or shifts that the instance does not know are left
  /// out: a checker reports them.
  public static func all(of roster: Roster, _ instance: Instance) -> [ShiftCourse] {
    let facts = RosterFacts(roster, InstanceRows(instance))
    return facts.routes.map { ShiftCourse($0, facts.rows) }
  }

  /// Minutes spent on activities of some kind.
  public func minutes(_ isMeant: (Activity) -> Bool) -> Int {
    stretches.reduce(0) { isMeant($1.activity) ? $0 + $1.minutes : $0 }
  }

  private init(_ route: CheckedRoute, _ rows: InstanceRows) {
    shift = route.shift
    (start, end) = (rows.clock(route.start), rows.clock(route.end))
    mode = rows.instance.mode(of: route.shift)
    let breakGap = route.breakGap(rows)
    for (place, gap) in route.gaps.enumerated() {
      let isLast = place == route.stops.count
      let way: Activity = isLast ? .wayHome : .way
      fill(gap, way, rest: place == breakGap ? route.shift.breakRule : nil, rows)
      guard !isLast else { break }
      let stop = route.stops[place]
      append(.visit(rows.instance.visits[stop.visit].id), from: stop.start, stop.end - stop.start, rows)
    }
  }

  /// Fills an idle stretch: the break as soon as its window allows, on either side of the way or part-way through it.
  private mutating func fill(_ gap: CheckedRoute.Gap, _ way: Activity, rest: Shift.Break?, _ rows: InstanceRows) {
    guard let rest else {
      fill(from: gap.start, to: gap.end, way, gap.travel, rows)
      return
    }
    let latest = min(rows.minute(of: rest.to), gap.end - rest.minutes)
    let soonest = max(gap.start, rows.minute(of: rest.from))
    // Before the way where there is time for it afterwards, else after it, else in its midst.
    let afterWay = max(soonest, gap.start + gap.travel)
    let goesFirst = gap.end - soonest - rest.minutes < gap.travel
    let begin = goesFirst && afterWay <= latest ? afterWay : soonest
    let before = goesFirst ? min(gap.travel, begin - gap.start) : 0
    fill(from: gap.start, to: begin, way, before, rows)
    append(.rest, from: begin, rest.minutes, rows)
    fill(from: begin + rest.minutes, to: gap.end, way, gap.travel - before, rows)
  }

  /// A way and what time is left beside it: a short rest is waiting at the door, a long one comes before the way. After the
  /// last visit the way comes first.
  private mutating func fill(from start: Int, to end: Int, _ way: Activity, _ travel: Int, _ rows: InstanceRows) {
    let idle = max(0, end - start - travel)
    let rest: Activity = idle <= Self.longestWait ? .waiting : .free
    if rest == .free, way == .way {
      append(rest, from: start, idle, rows)
      append(way, from: start + idle, travel, rows)
    } else {
      append(way, from: start, travel, rows)
      append(way == .wayHome ? .free : rest, from: start + travel, idle, rows)
    }
  }

  private mutating func append(_ activity: Activity, from start: Int, _ minutes: Int, _ rows: InstanceRows) {
    guard minutes > 0 else { return }
    stretches.append(Stretch(activity: activity, start: rows.clock(start), minutes: minutes))
  }
}
