import HomeCare

/// The best roster of a tiny instance, found by trying every one: every set of shifts for every visit, every order of
/// the visits in each shift, every gap for each break.
///
/// Shares nothing with the planner; validity and score are the roster checker's. Start times need no enumeration: once
/// teams, orders and breaks are chosen, all that remains are least distances between times, whose earliest solution is
/// found by raising times until nothing is violated. The score does not see starts otherwise, save for the day that a
/// visit starts on, so that windows must not span midnight.
struct BruteForce {
  private let instance: Instance
  private let checker: RosterChecker
  private let visits: [Visit]
  private let shifts: [Shift]
  private let visitRows: [VisitID: Int]
  private let clients: [ClientID: Client]
  private let bases: [StaffID: LocationID]
  /// For each visit, every team of shifts that may serve it; an empty one leaves it unassigned.
  private let teams: [[[Int]]]

  private var chosen: [[Int]]
  private var best: Roster?
  private var routesOfLoad: [Load: [Route]] = [:]
  /// Rosters handed to the checker.
  private(set) var checked = 0

  /// What a shift is to serve, in order of visits.
  private struct Load: Hashable {
    let shift: Int
    let visits: [Int]
  }

  /// An order of a shift's visits, with the gap that the break is taken in.
  private struct Route {
    let shift: Int
    let visits: [Int]
    let breakGap: Int?
    let travel: Int
  }

  private init(_ instance: Instance) {
    self.instance = instance
    checker = RosterChecker(instance)
    visits = instance.visits
    shifts = instance.shifts
    visitRows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
    let clients = Dictionary(uniqueKeysWithValues: instance.clients.map { ($0.id, $0) })
    self.clients = clients
    bases = Dictionary(
      uniqueKeysWithValues: instance.staff.compactMap { member in member.location.map { (member.id, $0) } })
    teams = instance.visits.map { Self.teams(for: $0, in: instance, clients) }
    chosen = Array(repeating: [], count: instance.visits.count)
  }

  /// A roster that no valid roster scores below, and the number of rosters looked at.
  static func best(of instance: Instance) -> (roster: Roster, checked: Int) {
    for visit in instance.visits {
      precondition(visit.earliest.date == visit.latest.date, "a window spans midnight")
    }
    var search = BruteForce(instance)
    search.choose(visit: 0)
    guard let best = search.best else { preconditionFailure("the roster that assigns nothing is always valid") }
    return (best, search.checked)
  }

  /// Every set of shifts of distinct, able staff of the size that the visit asks for, and the empty set.
  private static func teams(for visit: Visit, in instance: Instance, _ clients: [ClientID: Client]) -> [[Int]] {
    let skills = Dictionary(uniqueKeysWithValues: instance.staff.map { ($0.id, $0.skills) })
    let blocked = clients[visit.client]?.blocked ?? []
    let able = instance.shifts.indices.filter { row in
      let shift = instance.shifts[row]
      return visit.skills.allSatisfy((skills[shift.staff] ?? []).contains) && !blocked.contains(shift.staff)
        && max(visit.earliest, shift.start) <= min(visit.latest, shift.end.advanced(by: -visit.minutes))
    }
    var teams: [[Int]] = [[]]
    for row in able {
      teams += teams.filter { team in
        team.count < visit.staff && !team.contains { instance.shifts[$0].staff == instance.shifts[row].staff }
      }.map { $0 + [row] }
    }
    return teams.filter { team in
      let staff = team.map { instance.shifts[$0].staff }
      return team.isEmpty || team.count == visit.staff && visit.pinned.allSatisfy(staff.contains)
    }
  }

  private mutating func choose(visit: Int) {
    if visit == visits.count {
      tryOrders()
      return
    }
    for team in teams[visit] {
      chosen[visit] = team
      if leastScore(ofFirst: visit + 1) < (best?.score.total ?? Int.max) { choose(visit: visit + 1) }
    }
    chosen[visit] = []
  }

  /// What the teams chosen so far cost at least: every other term only adds to it.
  private func leastScore(ofFirst count: Int) -> Int {
    var unassigned = 0
    var met: Set<[String]> = []
    for row in 0..<count {
      let visit = visits[row]
      if chosen[row].isEmpty { unassigned += visit.priority * visit.staff }
      guard visit.counts else { continue }
      let day = visit.earliest.date.dayNumber - instance.horizon.start.dayNumber
      for shift in chosen[row] {
        met.insert([
          visit.client.rawValue, shifts[shift].staff.rawValue, String(instance.horizon.period(ofDay: day)),
        ])
      }
    }
    return unassigned * instance.weights[.unassigned] + met.count * instance.weights[.distinct]
  }

  /// Tries every combination of routes of the shifts that serve something.
  private mutating func tryOrders() {
    var options: [[Route]] = []
    for shift in shifts.indices {
      let load = Load(shift: shift, visits: visits.indices.filter { chosen[$0].contains(shift) })
      if load.visits.isEmpty { continue }
      let routes = routesOfLoad[load] ?? self.routes(of: load)
      routesOfLoad[load] = routes
      if routes.isEmpty { return }
      options.append(routes)
    }
    combine(options, [])
  }

  private mutating func combine(_ options: [[Route]], _ routes: [Route]) {
    if routes.count < options.count {
      for route in options[routes.count] {
        let next = routes + [route]
        // A part that fits no times is not made to fit by more.
        if earliestStarts(next) != nil { combine(options, next) }
      }
      return
    }
    guard let starts = earliestStarts(routes) else { return }
    checked += 1
    var roster = Roster(instance: instance.name, assignments: [], unassigned: [], score: Score())
    for (row, visit) in visits.enumerated() {
      if chosen[row].isEmpty {
        roster.unassigned.append(visit.id)
      } else {
        let team = chosen[row].map { shifts[$0] }
        roster.assignments.append(
          Roster.Assignment(
            visit: visit.id, start: LocalDateTime(minuteNumber: starts[row]), staff: team.map(\.staff),
            shifts: team.map(\.id)))
      }
    }
    roster.score = checker.check(roster).score
    if roster.score.total < (best?.score.total ?? Int.max), checker.check(roster).isValid { best = roster }
  }

  /// Every order of a shift's visits and gap of its break that times could be found for were the shift alone.
  private func routes(of load: Load) -> [Route] {
    var routes: [Route] = []
    for order in Self.orders(of: load.visits) {
      let gaps: [Int?] = shifts[load.shift].breakRule == nil ? [nil] : (0...order.count).map { $0 }
      for gap in gaps {
        let route = Route(
          shift: load.shift, visits: order, breakGap: gap, travel: legs(order, load.shift).reduce(0, +))
        if earliestStarts([route]) != nil { routes.append(route) }
      }
    }
    // Break gaps of equal orders differ in times only; the shortest way first makes good rosters appear early.
    return routes.sorted { $0.travel < $1.travel }
  }

  private static func orders(of visits: [Int]) -> [[Int]] {
    guard visits.count > 1 else { return [visits] }
    return visits.indices.flatMap { first in
      var rest = visits
      let visit = rest.remove(at: first)
      return orders(of: rest).map { [visit] + $0 }
    }
  }

  /// Travel minutes from the base, between the visits, and to the base.
  private func legs(_ order: [Int], _ shift: Int) -> [Int] {
    let homes = order.map { clients[visits[$0].client]?.location }
    let base = bases[shifts[shift].staff]
    let stops = [base] + homes + [base]
    return zip(stops, stops.dropFirst()).map { origin, target in
      guard let origin, let target else { return 0 }
      return instance.travelMinutes(from: origin, to: target)
    }
  }

  /// The earliest start of each visit (in minutes of the calendar) under some routes, or `nil` where there is none.
  private func earliestStarts(_ routes: [Route]) -> [Int]? {
    // One time for each visit, then one for each route's break.
    var earliest = visits.map { ($0.pinnedStart ?? $0.earliest).minuteNumber }
    var latest = visits.map { ($0.pinnedStart ?? $0.latest).minuteNumber }
    // (from, to, least): to − from ≥ least.
    var distances: [(from: Int, to: Int, least: Int)] = []
    for (index, route) in routes.enumerated() {
      let shift = shifts[route.shift]
      let legs = legs(route.visits, route.shift)
      let pause = visits.count + index
      let minutes = shift.breakRule?.minutes ?? 0
      earliest.append(shift.breakRule?.from.minuteNumber ?? 0)
      latest.append(shift.breakRule?.to.minuteNumber ?? Int.max)
      for (gap, leg) in legs.enumerated() {
        let before = gap > 0 ? route.visits[gap - 1] : nil
        let after = gap < route.visits.count ? route.visits[gap] : nil
        let ended = before.map { visits[$0].minutes } ?? 0
        let needed = leg + (route.breakGap == gap ? minutes : 0)
        if let before, let after {
          distances.append((before, after, ended + needed))
        } else if let after {
          earliest[after] = max(earliest[after], shift.start.minuteNumber + needed)
        } else if let before {
          latest[before] = min(latest[before], shift.end.minuteNumber - needed - ended)
        }
        guard route.breakGap == gap else { continue }
        if let before {
          distances.append((before, pause, ended))
        } else {
          earliest[pause] = max(earliest[pause], shift.start.minuteNumber)
        }
        if let after {
          distances.append((pause, after, minutes))
        } else {
          latest[pause] = min(latest[pause], shift.end.minuteNumber - minutes)
        }
      }
    }
    let served = Set(routes.flatMap(\.visits))
    for link in instance.links {
      guard let first = visitRows[link.first], let second = visitRows[link.second], served.contains(first),
        served.contains(second)
      else { continue }
      if let least = link.minGap { distances.append((first, second, least)) }
      if let most = link.maxGap { distances.append((second, first, -most)) }
    }
    var isStable = false
    while !isStable {
      isStable = true
      for distance in distances where earliest[distance.to] < earliest[distance.from] + distance.least {
        earliest[distance.to] = earliest[distance.from] + distance.least
        if earliest[distance.to] > latest[distance.to] { return nil }
        isStable = false
      }
    }
    let isWithin = earliest.indices.allSatisfy {
      $0 < visits.count && !served.contains($0) || earliest[$0] <= latest[$0]
    }
    return isWithin ? Array(earliest.prefix(visits.count)) : nil
  }
}
