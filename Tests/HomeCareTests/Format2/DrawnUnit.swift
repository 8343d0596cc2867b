import HomeCare

/// Small instances of format 2 with every table of it, and rosters that keep and break their rules, drawn at random.
struct DrawnUnit {
  let instance: Instance
  let roster: Roster

  private static let monday = LocalDate(year: 2026, month: 3, day: 2) ?? LocalDate(dayNumber: 0)

  private static func time(_ day: Int, _ minute: Int) -> LocalDateTime {
    monday.advanced(by: day).midnight.advanced(by: minute)
  }

  /// - Throws: `InvalidInstance` where a draw is unsound, which would be a mistake here.
  init(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func flip(_ percent: Int) -> Bool { int(1...100) <= percent }
    func matrix() -> Travel { .matrix((0..<4).map { _ in (0..<4).map { _ in int(0...12) } }) }

    var draft = InstanceDraft(
      format: .two, name: "drawn", horizon: Horizon(start: Self.monday, days: 3), travel: matrix())
    draft.locations = (0..<4).map { Location(id: LocationID("k\($0)")) }
    draft.travelModes = ["bicycle", "car"].map { TravelMode(id: $0, travel: matrix()) }
    draft.staff = (0..<4).map { number in
      StaffMember(
        id: StaffID("s\(number)"), skills: flip(70) ? ["insulin"] : [], location: flip(60) ? "k0" : nil,
        maxMinutes: flip(60) ? int(20...160) : nil, mode: flip(40) ? "bicycle" : nil)
    }
    for member in draft.staff {
      for day in 0..<3 {
        let start = int(420...480)
        let rest = Shift.Break(minutes: 30, from: Self.time(day, start + 60), to: Self.time(day, start + 150))
        draft.shifts.append(
          Shift(
            id: ShiftID("\(member.id)-\(day)"), staff: member.id, start: Self.time(day, start),
            end: Self.time(day, start + 240), kind: flip(30) ? .pool : .rostered, breakRule: flip(60) ? rest : nil,
            mode: flip(20) ? "car" : nil))
      }
    }
    draft.clients = (1...3).map { number in
      Client(
        id: ClientID("c\(number)"), location: LocationID("k\(number)"),
        blocked: flip(40) ? [StaffID("s\(int(0...3))")] : [])
    }
    for client in draft.clients {
      for number in 0..<2 {
        draft.series.append(
          Series(
            id: SeriesID("\(client.id)-\(number)"), client: client.id, usual: flip(30) ? int(420...700) : nil,
            tolerance: [0, 5, 15].randomElement(using: &random) ?? 0))
      }
      for day in 0..<3 {
        for number in 0..<2 where flip(85) {
          let earliest = int(430...600)
          var visit = Visit(
            id: VisitID("\(client.id)-\(day)\(number)"), client: client.id, earliest: Self.time(day, earliest),
            latest: Self.time(day, earliest + int(0...90)), minutes: int(10...40), staff: flip(15) ? 2 : 1,
            skills: flip(40) ? ["insulin"] : [])
          if flip(80) { visit.series = SeriesID("\(client.id)-\(number)") }
          visit.alongside = flip(10)
          if flip(10) { visit.pinnedStart = visit.earliest }
          draft.visits.append(visit)
          if flip(30) {
            let other = (day + 1) % 3
            let from = int(430...600)
            draft.alternatives.append(
              AlternativeWindow(
                visit: visit.id, earliest: Self.time(other, from), latest: Self.time(other, from + int(0...60))))
          }
        }
      }
    }
    func visit() -> Visit { draft.visits[int(0...(draft.visits.count - 1))] }
    for _ in 0..<2 {
      let (first, second) = (visit(), visit())
      if first.id != second.id {
        draft.links.append(
          Link(
            first: first.id, second: second.id, minGap: flip(50) ? int(-60...60) : nil,
            staff: flip(30) ? .different : .any))
      }
    }
    let assignments = Self.assignments(of: draft, &random)
    draft.exceptions = (0..<int(0...8)).compactMap { _ in
      Self.exception(of: draft, assignments, &random)
    }
    instance = try Instance(validating: draft)
    let served = Set(assignments.map(\.visit))
    roster = Roster(
      instance: "drawn", assignments: assignments,
      unassigned: draft.visits.map(\.id).filter { !served.contains($0) }, score: Score(format: .two))
  }

  /// Visits on shifts of their day, mostly in their windows and where nobody else is.
  private static func assignments(of draft: InstanceDraft, _ random: inout SplitMix) -> [Roster.Assignment] {
    var busy: [ShiftID: [Range<LocalDateTime>]] = [:]
    return draft.visits.compactMap { visit in
      let windows = [visit.window] + draft.alternatives.filter { $0.visit == visit.id }.map(\.window)
      let window = windows.randomElement(using: &random) ?? visit.window
      var start = window.earliest.advanced(
        by: Int.random(in: 0...window.latest.minutes(since: window.earliest), using: &random))
      if let pinned = visit.pinnedStart, Bool.random(using: &random) { start = pinned }
      if Int.random(in: 0..<8, using: &random) == 0 {
        start = start.advanced(by: Int.random(in: -50...50, using: &random))
      }
      let careless = Int.random(in: 0..<4, using: &random) == 0
      let shifts = draft.shifts.shuffled(using: &random).filter { shift in
        if shift.start.date != start.date { return false }
        let end = start.advanced(by: visit.minutes)
        return careless
          || shift.start.advanced(by: 12) <= start && end.advanced(by: 12) <= shift.end
            && !busy[shift.id, default: []].contains { $0.overlaps(start..<end.advanced(by: 12)) }
      }
      if shifts.count < visit.staff || Int.random(in: 0..<12, using: &random) == 0 { return nil }
      let team = shifts.prefix(visit.staff)
      for shift in team { busy[shift.id, default: []].append(start..<start.advanced(by: visit.minutes + 12)) }
      return Roster.Assignment(visit: visit.id, start: start, staff: team.map(\.staff), shifts: team.map(\.id))
    }
  }

  /// An exception of any rule, of what the roster does.
  private static func exception(
    of draft: InstanceDraft, _ assignments: [Roster.Assignment], _ random: inout SplitMix
  ) -> RuleException? {
    guard let one = assignments.randomElement(using: &random), let two = assignments.randomElement(using: &random),
      let rule = Rule.excepted.randomElement(using: &random)
    else { return nil }
    let minutes = [0, 1, 5, 30, 120].randomElement(using: &random) ?? 0
    var exception = RuleException(rule: rule, reason: "agreed")
    for field in RuleException.fields(of: rule) ?? [] {
      switch field {
      case .visit: exception.visit = one.visit
      case .second: exception.second = two.visit
      case .staff: exception.staff = one.staff[0]
      case .shift: exception.shift = one.shifts[0]
      case .minutes: exception.minutes = minutes
      case .before: exception.before = minutes
      case .after: exception.after = [0, 10, 60].randomElement(using: &random) ?? 0
      }
    }
    if rule == .route {
      // Of two visits that follow each other on a route.
      let route = assignments.filter { $0.shifts.contains(one.shifts[0]) }.sorted { $0.start < $1.start }
      guard let place = route.firstIndex(of: one), place + 1 < route.count else { return nil }
      exception.second = route[place + 1].visit
    }
    if let second = exception.second {
      if second == exception.visit { return nil }
      let clients = draft.visits.filter { $0.id == second || $0.id == exception.visit }.map(\.client)
      if rule == .ownTime && Set(clients).count > 1 { return nil }
    }
    return exception
  }
}
