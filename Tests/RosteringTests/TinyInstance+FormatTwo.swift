import HomeCare

/// Tiny instances of format 2, with every rule, table and exception of it drawn at random.
extension TinyInstance {
  /// An instance of format 2 drawn from a seed: few starts for each visit, so that all of them can be tried.
  static func drawnInFormatTwo(seed: UInt64, visits: Int = 4) throws -> Instance {
    var random = SeededGenerator(seed: seed, stream: 78)
    let days = random.int(in: 1...3)
    let longest = random.pick([3, 9])
    let places = 4
    func matrix() -> [[Int]] {
      (0..<places).map { row in (0..<places).map { $0 == row ? 0 : random.int(in: 1...longest) } }
    }
    var draft = InstanceDraft(
      format: .two, name: "tiny-two-\(seed)",
      horizon: Horizon(start: firstDay, days: days, window: random.pick([2, 14])), travel: .matrix(matrix()))
    draft.locations = (0..<places).map { Location(id: LocationID("L\($0)")) }
    drawWeights(&draft, &random)
    draft.weights[.poolMinutes] = random.pick([0, 1, 3])
    draft.weights[.unsteadyMinutes] = random.pick([0, 1, 5, 20])
    drawStaff(&draft, &random)
    draft.travelModes = [TravelMode(id: "bicycle", travel: .matrix(matrix()))]
    draft.staff[random.int(below: 3)].mode = random.chance(1, in: 2) ? "bicycle" : nil
    for index in draft.shifts.indices {
      if random.chance(1, in: 6) { draft.shifts[index].mode = "bicycle" }
      if random.chance(1, in: 2) { draft.shifts[index].breakRule?.minutes = 5 }
    }
    drawClients(&draft, &random)
    drawVisits(visits, &draft, &random)
    drawLinks(&draft, &random)
    for index in draft.visits.indices {
      let width = random.int(in: 0...3)
      draft.visits[index].latest = draft.visits[index].earliest.advanced(by: width)
      if draft.visits[index].pinnedStart != nil { draft.visits[index].pinnedStart = draft.visits[index].latest }
      draft.visits[index].alongside = random.chance(1, in: 6)
      if index >= 2 && draft.visits[index].staff == draft.visits[index - 2].staff && random.chance(4, in: 5) {
        // The same time as another visit of the client: they must not overlap, or lie on different days.
        let earliest = draft.visits[index - 2].earliest.minutes(since: firstDay.midnight) % 1440 - 480
        let first = draft.visits[index - 2].earliest.date.dayNumber - firstDay.dayNumber
        let day = random.chance(2, in: 3) ? first : random.int(below: days)
        draft.visits[index].minutes = random.int(in: 3...7)
        draft.visits[index].earliest = time(earliest + random.int(in: -1...1), day: day)
        draft.visits[index].latest = draft.visits[index].earliest.advanced(by: width)
        if draft.visits[index].pinnedStart != nil { draft.visits[index].pinnedStart = draft.visits[index].latest }
      }
    }
    drawAlternatives(&draft, &random)
    drawSeries(&draft, &random)
    drawExceptions(&draft, &random)
    for client in draft.clients where random.chance(1, in: 2) {
      draft.history.append(
        PastMeeting(client: client.id, staff: random.pick(draft.staff).id, date: firstDay.advanced(by: -1)))
    }
    if draft.problems().contains(where: { $0.severity == .error }) {
      for index in draft.visits.indices { draft.visits[index].pinned = [] }
    }
    return try Instance(validating: draft)
  }

  private static func drawAlternatives(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for visit in draft.visits where visit.pinnedStart == nil && random.chance(1, in: 3) {
      let earliest = time(random.int(in: 3...20), day: random.int(below: draft.horizon.days))
      let latest = earliest.advanced(by: random.int(in: 0...2))
      if latest < visit.earliest || visit.latest < earliest {
        draft.alternatives.append(AlternativeWindow(visit: visit.id, earliest: earliest, latest: latest))
      }
    }
  }

  private static func drawSeries(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for client in draft.clients {
      let id = SeriesID("Q\(client.id.rawValue)")
      let members = draft.visits.indices.filter { draft.visits[$0].client == client.id && random.chance(4, in: 5) }
      guard let first = members.first else { continue }
      let usual = draft.visits[first].earliest.minutes(since: firstDay.midnight) % 1440 + random.int(in: -2...4)
      draft.series.append(
        Series(
          id: id, client: client.id, usual: random.chance(1, in: 3) ? usual : nil, tolerance: random.int(in: 0...2)))
      for index in members { draft.visits[index].series = id }
    }
  }

  private static func drawExceptions(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    func note(_ exception: RuleException) {
      if random.chance(2, in: 3) { draft.exceptions.append(exception) }
    }
    let visit = random.pick(draft.visits)
    note(
      RuleException(
        rule: .window, reason: "late", visit: random.pick(draft.visits).id, before: random.int(in: 0...2), after: 1))
    let sameDay = draft.shifts.indices.filter {
      draft.shifts[$0].start.date == visit.earliest.date && draft.shifts[$0].breakRule == nil
    }
    if let index = sameDay.isEmpty ? nil : random.pick(sameDay) {
      // The shift ends about when the visit does, so that overtime may matter.
      let end = visit.latest.advanced(by: visit.minutes + random.int(in: -4...2))
      draft.shifts[index].end = max(draft.shifts[index].start.advanced(by: 8), min(draft.shifts[index].end, end))
      note(
        RuleException(
          rule: .shift, reason: "stays", shift: draft.shifts[index].id, before: random.int(in: 0...3),
          after: random.int(in: 2...6)))
    }
    for first in draft.visits {
      let later = draft.visits.filter { $0.earliest.date == first.earliest.date && $0.earliest > first.earliest }
      if let second = later.min(by: { $0.earliest < $1.earliest }) {
        note(
          RuleException(
            rule: .route, reason: "by car", visit: first.id, second: second.id, minutes: random.int(in: 0...9)))
      }
    }
    for shift in draft.shifts where shift.breakRule != nil {
      note(RuleException(rule: .breakRoom, reason: "eats with the client", shift: shift.id))
    }
    for skilled in draft.visits where !skilled.skills.isEmpty {
      note(RuleException(rule: .skills, reason: "accompanied", visit: skilled.id, staff: random.pick(draft.staff).id))
    }
    let blocking = Set(draft.clients.filter { !$0.blocked.isEmpty }.map(\.id))
    if let blocked = draft.visits.first(where: { blocking.contains($0.client) }) {
      note(RuleException(rule: .blocked, reason: "agreed", visit: blocked.id, staff: "S1"))
    }
    for index in draft.staff.indices where random.chance(1, in: 3) {
      draft.staff[index].maxMinutes = random.int(in: 6...14)
      note(RuleException(rule: .hours, reason: "paid", staff: draft.staff[index].id, minutes: random.int(in: 2...8)))
    }
    for (first, second) in [(0, 2), (1, 3)] where random.chance(2, in: 3) {
      note(
        RuleException(
          rule: .ownTime, reason: "may overlap", visit: draft.visits[first].id, second: draft.visits[second].id))
    }
  }
}
