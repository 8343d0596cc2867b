import HomeCare

/// The rules and the score of format 2 written down plainly from their definitions, without regard to speed: what the
/// checker is compared with.
struct PlainCheck {
  private(set) var broken: [String] = []
  private(set) var parts: [ScorePart: Int] = [:]

  /// The rules broken, each once.
  var rules: Set<String> { Set(broken.map { String($0.prefix { $0 != " " }) }) }

  private let instance: Instance
  private let roster: Roster
  private let exceptions: [RuleException]
  private var routes: [(shift: Shift, stops: [(start: Int, end: Int, visit: Visit)], ways: [Int])] = []

  /// Judges a roster, by some of the instance's exceptions.
  init(_ instance: Instance, _ roster: Roster, exceptions: [RuleException]? = nil) {
    self.instance = instance
    self.roster = roster
    self.exceptions = exceptions ?? instance.exceptions
    judgeVisits()
    routes = drivenRoutes()
    judgeRoutes()
    judgeHours()
    judgePairs()
    // Judged by other exceptions than the instance's, the broken rules alone are asked for.
    if exceptions == nil { count() }
  }

  private func exceptions(_ rule: Rule) -> [RuleException] { exceptions.filter { $0.rule == rule } }

  private func visit(_ id: VisitID) -> Visit { instance.visits.first { $0.id == id }! }
  private func shift(_ id: ShiftID) -> Shift { instance.shifts.first { $0.id == id }! }
  private func member(_ id: StaffID) -> StaffMember { instance.staff.first { $0.id == id }! }
  private func client(of visit: Visit) -> Client { instance.clients.first { $0.id == visit.client }! }

  private func windows(of visit: Visit) -> [(own: VisitWindow, wide: VisitWindow)] {
    let rows = exceptions(.window).filter { $0.visit == visit.id }
    let (before, after) = (rows.map(\.before).max() ?? 0, rows.map(\.after).max() ?? 0)
    let all =
      [(visit.earliest, visit.latest)]
      + instance.alternatives.filter { $0.visit == visit.id }.map { ($0.earliest, $0.latest) }
    return all.map { earliest, latest in
      (
        VisitWindow(earliest: earliest, latest: latest),
        VisitWindow(earliest: earliest.advanced(by: -before), latest: latest.advanced(by: after))
      )
    }
  }

  private func hours(of shift: Shift) -> (start: Int, end: Int) {
    let rows = exceptions(.shift).filter { $0.shift == shift.id }
    return (
      shift.start.minuteNumber - (rows.map(\.before).max() ?? 0),
      shift.end.minuteNumber + (rows.map(\.after).max() ?? 0)
    )
  }

  private mutating func judgeVisits() {
    for assignment in roster.assignments {
      let visit = visit(assignment.visit)
      let start = assignment.start
      if assignment.staff.count != visit.staff || Set(assignment.staff).count != visit.staff { broken.append("H1") }
      if !windows(of: visit).contains(where: { $0.wide.earliest <= start && start <= $0.wide.latest }) {
        broken.append("H2 \(visit.id)")
      }
      for (staff, id) in zip(assignment.staff, assignment.shifts) {
        let (from, to) = hours(of: shift(id))
        if start.minuteNumber < from || start.minuteNumber + visit.minutes > to {
          broken.append("H3 \(visit.id) \(id)")
        }
        let permits = exceptions.filter { $0.visit == visit.id && $0.staff == staff }.map(\.rule)
        if !Set(visit.skills).isSubset(of: member(staff).skills) && !permits.contains(.skills) {
          broken.append("H7 \(visit.id) \(staff)")
        }
        if client(of: visit).blocked.contains(staff) && !permits.contains(.blocked) {
          broken.append("H8 \(visit.id) \(staff)")
        }
      }
      if visit.pinnedStart.map({ $0 != start }) ?? false { broken.append("H9 \(visit.id)") }
      if !Set(visit.pinned).isSubset(of: assignment.staff) { broken.append("H9 \(visit.id)") }
    }
  }

  /// The visits of each shift in the order of their starts, with travel and gaps.
  private func drivenRoutes() -> [(shift: Shift, stops: [(start: Int, end: Int, visit: Visit)], ways: [Int])] {
    instance.shifts.compactMap { shift in
      var stops = roster.assignments.filter { $0.shifts.contains(shift.id) }.map { assignment in
        let visit = visit(assignment.visit)
        return (start: assignment.start.minuteNumber, end: assignment.start.minuteNumber + visit.minutes, visit: visit)
      }
      if stops.isEmpty { return nil }
      stops.sort {
        ($0.start, $0.end, client(of: $0.visit).location, $0.visit.id)
          < ($1.start, $1.end, client(of: $1.visit).location, $1.visit.id)
      }
      let base = member(shift.staff).location
      let mode = shift.mode ?? member(shift.staff).mode
      let travel = mode.map { id in instance.travelModes.first { $0.id == id }!.travel } ?? instance.travel
      func minutes(_ from: LocationID?, _ to: LocationID?) -> Int {
        guard let from, let to else { return 0 }
        let (one, two) = (
          instance.locations.firstIndex { $0.id == from }!, instance.locations.firstIndex { $0.id == to }!
        )
        return travel.minutes(from: (one, instance.locations[one]), to: (two, instance.locations[two]))
      }
      var ways: [Int] = []
      for (position, stop) in stops.enumerated() {
        let home = client(of: stop.visit).location
        if position == 0 {
          ways.append(minutes(base, home))
        } else {
          let last = stops[position - 1].visit
          let excepted = exceptions(.route).last { $0.visit == last.id && $0.second == stop.visit.id }
          ways.append(excepted?.minutes ?? minutes(client(of: last).location, home))
        }
      }
      ways.append(base == nil ? 0 : minutes(client(of: stops[stops.count - 1].visit).location, base))
      return (shift, stops, ways)
    }
  }

  private mutating func judgeRoutes() {
    for (shift, stops, ways) in routes {
      let (from, to) = hours(of: shift)
      for position in stops.indices.dropFirst()
      where stops[position].start < stops[position - 1].end + ways[position] {
        broken.append("H4 \(stops[position].visit.id) \(shift.id)")
      }
      let (first, last) = (stops[0], stops[stops.count - 1])
      if first.start >= from && first.start < from + ways[0] { broken.append("H5 \(shift.id) out") }
      if last.end <= to && last.end + ways[stops.count] > to { broken.append("H5 \(shift.id) back") }
      guard let rest = shift.breakRule, !exceptions(.breakRoom).contains(where: { $0.shift == shift.id }) else {
        continue
      }
      let begins = [from] + stops.map(\.end)
      let ends = stops.map(\.start) + [to]
      let hasRoom = begins.indices.contains { gap in
        // Every minute at which the break may begin is tried.
        let (begin, end) = (begins[gap], ends[gap])
        guard end - begin >= ways[gap] + rest.minutes else { return false }
        return (rest.from.minuteNumber...rest.to.minuteNumber).contains { begin <= $0 && $0 + rest.minutes <= end }
      }
      if !hasRoom { broken.append("H6 \(shift.id)") }
    }
  }

  private mutating func judgeHours() {
    for member in instance.staff {
      guard let cap = member.maxMinutes else { continue }
      var minutes = 0
      for (shift, stops, ways) in routes where shift.staff == member.id {
        minutes += stops.reduce(0) { $0 + $1.end - $1.start } + ways.reduce(0, +)
      }
      let more = exceptions(.hours).filter { $0.staff == member.id }.reduce(0) { $0 + ($1.minutes ?? 0) }
      if minutes > cap + more { broken.append("H11 \(member.id)") }
    }
  }

  private mutating func judgePairs() {
    func served(_ id: VisitID) -> Roster.Assignment? { roster.assignments.first { $0.visit == id } }
    for link in instance.links {
      guard let first = served(link.first), let second = served(link.second) else { continue }
      let gap = second.start.minuteNumber - first.start.minuteNumber
      if gap < link.minGap ?? gap || gap > link.maxGap ?? gap { broken.append("H10 \(link.first) \(link.second)") }
      if link.staff == .same && Set(first.staff) != Set(second.staff) { broken.append("H10 same") }
      if link.staff == .different && !Set(first.staff).isDisjoint(with: second.staff) { broken.append("H10 different") }
    }
    for (position, first) in roster.assignments.enumerated() {
      for second in roster.assignments[(position + 1)...] {
        let (one, two) = (visit(first.visit), visit(second.visit))
        if one.client != two.client || one.alongside || two.alongside { continue }
        let pair: Set = [one.id, two.id]
        if instance.links.contains(where: { [$0.first, $0.second] == pair }) { continue }
        if exceptions(.ownTime).contains(where: { Set([$0.visit, $0.second].compactMap { $0 }) == pair }) { continue }
        let (a, b) = (first.start.minuteNumber, second.start.minuteNumber)
        let clash = (a..<(a + one.minutes)).contains { b <= $0 && $0 < b + two.minutes }
        if clash { broken.append("H12 \(one.id) \(two.id)") }
      }
    }
  }

  private mutating func count() {
    parts[.travel] = routes.reduce(0) { $0 + $1.ways.reduce(0, +) }
    let pool = routes.map(\.shift).filter { $0.kind == .pool }
    parts[.poolShifts] = pool.count
    parts[.poolMinutes] = pool.reduce(0) {
      $0 + $1.end.minutes(since: $1.start) - ($1.breakRule?.minutes ?? 0)
    }
    parts[.unsteadyMinutes] = instance.series.reduce(0) { sum, series in
      let clocks = roster.assignments.compactMap { assignment -> Int? in
        let visit = visit(assignment.visit)
        let window = windows(of: visit).first {
          $0.wide.earliest <= assignment.start && assignment.start <= $0.wide.latest
        }
        guard visit.series == series.id, let window else { return nil }
        return assignment.start.minutes(since: window.own.earliest.date.midnight)
      }
      func minutes(_ usual: Int) -> Int { clocks.reduce(0) { $0 + max(0, abs($1 - usual) - series.tolerance) } }
      if let usual = series.usual { return sum + minutes(usual) }
      guard let first = clocks.min(), let last = clocks.max() else { return sum }
      // Beside the starts, every time is worse than the nearest of them.
      return sum + ((first...last).map(minutes).min() ?? 0)
    }
  }
}
