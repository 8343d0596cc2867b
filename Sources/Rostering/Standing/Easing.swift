import HomeCare

/// What is eased of an instance so that a roster stands in it although it breaks rules.
struct Easing {
  /// Exceptions granted for the time being.
  var exceptions: [RuleException] = []
  /// Staff of visits that have another number than they need.
  private var teams: [VisitID: Int] = [:]
  /// Visits whose pins are not kept.
  private var free: Set<VisitID> = []
  /// Links that are not kept.
  private var links: Set<Link> = []
  /// Minutes of visits that reach into the next one of their route.
  private var minutes: [VisitID: Int] = [:]
  /// Visits that nothing may move, since no exception covers what they break.
  private(set) var held: Set<VisitID> = []

  /// What a roster needs that breaks some rules.
  ///
  /// - Parameter roster: One whose every assignment names visits, staff and shifts of the instance that belong together.
  init(_ instance: Instance, _ roster: Roster, _ broken: BrokenRules) {
    exceptions = broken.exceptions
    if broken.uncovered.isEmpty { return }
    let visits = Dictionary(instance.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let served = Dictionary(roster.assignments.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    easeVisits(served, visits)
    easeLinks(instance, served)
    easeOverlaps(roster, visits)
  }

  private mutating func easeVisits(_ served: [VisitID: Roster.Assignment], _ visits: [VisitID: Visit]) {
    for (id, assignment) in served {
      guard let visit = visits[id] else { continue }
      if assignment.staff.count != visit.staff {
        teams[id] = assignment.staff.count
        held.insert(id)
      }
      let keepsStart = visit.pinnedStart.map { $0 == assignment.start } ?? true
      if !keepsStart || !visit.pinned.allSatisfy(assignment.staff.contains) {
        free.insert(id)
        held.insert(id)
      }
    }
  }

  private mutating func easeLinks(_ instance: Instance, _ served: [VisitID: Roster.Assignment]) {
    for link in instance.links {
      guard let first = served[link.first], let second = served[link.second] else { continue }
      let gap = second.start.minutes(since: first.start)
      let keepsStaff =
        switch link.staff {
        case .any: true
        case .same: Set(first.staff) == Set(second.staff)
        case .different: Set(first.staff).isDisjoint(with: second.staff)
        }
      let keepsGap = link.minGap.map { gap >= $0 } ?? true && link.maxGap.map { gap <= $0 } ?? true
      if keepsStaff && keepsGap && teams[link.first] == nil && teams[link.second] == nil { continue }
      links.insert(link)
      held.formUnion([link.first, link.second])
    }
  }

  /// A visit that is not over when the next one of its route starts is held to be over by then.
  private mutating func easeOverlaps(_ roster: Roster, _ visits: [VisitID: Visit]) {
    var routes: [ShiftID: [Roster.Assignment]] = [:]
    for assignment in roster.assignments {
      for shift in assignment.shifts { routes[shift, default: []].append(assignment) }
    }
    for route in routes.values {
      let stops = route.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }
      for (stop, next) in zip(stops, stops.dropFirst()) {
        let time = next.start.minutes(since: stop.start)
        guard let visit = visits[stop.visit], time > 0, time < minutes[stop.visit] ?? visit.minutes else { continue }
        minutes[stop.visit] = time
        held.formUnion([stop.visit, next.visit])
      }
    }
    // Ways are known only once all lengths are.
    for shift in routes.keys.sorted() {
      let stops = (routes[shift] ?? []).sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }
      for (stop, next) in zip(stops, stops.dropFirst()) {
        guard let length = minutes[stop.visit] else { continue }
        if next.start.minutes(since: stop.start) != length { continue }
        exceptions.append(
          RuleException(rule: .route, reason: "", visit: stop.visit, second: next.visit, minutes: 0))
      }
    }
  }

  /// An instance so eased; `nil` where that cannot be.
  ///
  /// - Parameter besides: Visits that are not eased.
  func applied(to instance: Instance, besides: Set<VisitID> = []) -> Instance? {
    if held.isEmpty { return instance.allowing(exceptions.of(instance)) }
    var draft = instance.tables
    for row in draft.visits.indices where !besides.contains(draft.visits[row].id) { ease(&draft.visits[row]) }
    draft.links.removeAll { links.contains($0) && !besides.contains($0.first) && !besides.contains($0.second) }
    guard let eased = try? Instance(validating: draft) else { return nil }
    return eased.allowing((instance.granted + exceptions).of(eased))
  }

  private func ease(_ visit: inout Visit) {
    if free.contains(visit.id) { (visit.pinned, visit.pinnedStart) = ([], nil) }
    if let team = teams[visit.id] {
      visit.staff = team
      if visit.pinned.count > team { visit.pinned = [] }
    }
    if let length = minutes[visit.id] { visit.minutes = length }
  }
}

extension [RuleException] {
  /// Those that name rows of an instance alone.
  func of(_ instance: Instance) -> [RuleException] {
    if isEmpty { return [] }
    let visits = Set(instance.visits.map(\.id))
    let shifts = Set(instance.shifts.map(\.id))
    let staff = Set(instance.staff.map(\.id))
    return filter { exception in
      [exception.visit, exception.second].allSatisfy { $0.map(visits.contains) ?? true }
        && exception.shift.map(shifts.contains) ?? true && exception.staff.map(staff.contains) ?? true
    }
  }
}
