/// The visits of one shift in the order of their starts, with the travel between them.
struct CheckedRoute {
  /// One visit on the route, in minutes from the horizon's start.
  struct Stop {
    let start: Int
    let end: Int
    /// The visit's row.
    let visit: Int
  }

  /// An idle stretch of the shift, and the travel that must fit in it.
  struct Gap {
    let start: Int
    let end: Int
    let travel: Int

    /// Minutes beside the travel.
    var idle: Int { end - start - travel }
  }

  let shift: Shift
  /// The shift's start and end, overtime included, in minutes from the horizon's start.
  let start: Int
  let end: Int
  let stops: [Stop]
  /// The stretches before the first visit, between visits, and after the last.
  let gaps: [Gap]

  /// Minutes of travel, base legs included.
  var travel: Int { gaps.reduce(0) { $0 + $1.travel } }
  /// Minutes with clients.
  var service: Int { stops.reduce(0) { $0 + $1.end - $1.start } }

  /// The places in `gaps` of those that hold a break beside their travel.
  func gaps(holding rule: Shift.Break, _ rows: InstanceRows) -> [Int] {
    let (from, to) = (rows.minute(of: rule.from), rows.minute(of: rule.to))
    return gaps.indices.filter { index in
      let gap = gaps[index]
      return gap.end - gap.start >= gap.travel + rule.minutes && max(gap.start, from) <= min(gap.end - rule.minutes, to)
    }
  }

  /// The place in `gaps` of the one in which the break lies; `nil` where the shift needs none or has no room for it.
  ///
  /// The roster does not say it: it is taken where it leaves the fewest idle minutes in one stretch.
  func breakGap(_ rows: InstanceRows) -> Int? {
    guard let rule = shift.breakRule, !rows.exceptions.spareBreak(of: shift.id) else { return nil }
    return gaps(holding: rule, rows).max { gaps[$0].idle < gaps[$1].idle }
  }

  /// The routes of services, without shifts that serve nobody.
  static func all(of services: [RosterFacts.Service], _ rows: InstanceRows) -> [CheckedRoute] {
    var stops: [[Stop]] = Array(repeating: [], count: rows.instance.shifts.count)
    for service in services {
      let end = service.start + rows.instance.visits[service.visit].minutes
      for case let shift? in service.shifts {
        stops[shift].append(Stop(start: service.start, end: end, visit: service.visit))
      }
    }
    return zip(rows.instance.shifts, stops).compactMap { $1.isEmpty ? nil : CheckedRoute($0, $1, rows) }
  }

  private init(_ shift: Shift, _ visits: [Stop], _ rows: InstanceRows) {
    self.shift = shift
    let overtime = rows.exceptions.overtime(of: shift.id)
    start = shift.start.minutes(since: rows.instance.horizon.firstMinute) - overtime.before
    end = shift.end.minutes(since: rows.instance.horizon.firstMinute) + overtime.after
    let travel = rows.instance.travel(of: shift)
    stops = visits.sorted { Self.isBefore($0, $1, rows) }
    let base = rows.staff[shift.staff].flatMap { rows.bases[$0] }
    var gaps: [Gap] = []
    var free = start
    var place = base
    var last: VisitID?
    for stop in stops {
      let (home, visit) = (rows.home(ofVisit: stop.visit), rows.instance.visits[stop.visit].id)
      let excepted = last.flatMap { rows.exceptions.way(from: $0, to: visit) }
      let way = excepted ?? rows.travel(travel, from: place, to: home)
      gaps.append(Gap(start: free, end: stop.start, travel: way))
      (free, place, last) = (stop.end, home, visit)
    }
    gaps.append(Gap(start: free, end: end, travel: base == nil ? 0 : rows.travel(travel, from: place, to: base)))
    self.gaps = gaps
  }

  /// Visits by start; the rest of the key only makes the travel of overlapping visits definite.
  private static func isBefore(_ left: Stop, _ right: Stop, _ rows: InstanceRows) -> Bool {
    if (left.start, left.end) != (right.start, right.end) {
      return (left.start, left.end) < (right.start, right.end)
    }
    let (place, other) = (rows.home(ofVisit: left.visit), rows.home(ofVisit: right.visit))
    if place != other { return rows.instance.locations[place].id < rows.instance.locations[other].id }
    return rows.instance.visits[left.visit].id < rows.instance.visits[right.visit].id
  }
}
