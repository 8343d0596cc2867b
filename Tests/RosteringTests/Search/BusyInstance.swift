import HomeCare

/// Instances of some forty visits in which every rule of the problem is at work at once, drawn at random.
///
/// There is more to do than the staff have time for, so that visits stay open; targets are one or two, so that every
/// change of faces crosses them; windows and shifts cross midnight, and with it the end of a continuity period.
enum BusyInstance {
  static let firstDay = LocalDate(dayNumber: 20_514)
  private static let places = 6

  /// An instance drawn from a seed.
  ///
  /// - Parameters:
  ///   - detoursCanSave: whether the matrix has legs longer than a way round by other places.
  ///   - imbalance: the weight of that name.
  ///   - ties: how many pairs of visits are to have the same staff member, whenever they start.
  static func drawn(
    seed: UInt64, days: Int = 3, window: Int = 2, detoursCanSave: Bool = false, imbalance: Int = 2, ties: Int = 0
  ) throws -> Instance {
    var random = SeededGenerator(seed: seed, stream: 78)
    let legs = detoursCanSave ? 1...45 : 4...14
    let matrix = (0..<places).map { row in (0..<places).map { $0 == row ? 0 : random.int(in: legs) } }
    var draft = InstanceDraft(
      name: "busy-\(seed)", horizon: Horizon(start: firstDay, days: days, window: window), travel: .matrix(matrix))
    draft.locations = (0..<places).map { Location(id: LocationID("L\($0)")) }
    draft.weights[.unassigned] = 300
    draft.weights[.distinct] = 100
    draft.weights[.overTarget] = 70
    draft.weights[.newFace] = 31
    draft.weights[.notContact] = 17
    draft.weights[.notPreferred] = 13
    draft.weights[.travel] = 3
    draft.weights[.poolShifts] = 90
    draft.weights[.imbalance] = imbalance
    addStaff(&draft, &random)
    addClients(&draft, &random)
    addVisits(&draft, &random)
    addLinks(&draft, &random)
    for _ in 0..<ties {
      let alone = draft.visits.filter { $0.staff == 1 && $0.pinned.isEmpty }
      let (first, second) = (random.pick(alone).id, random.pick(alone).id)
      let isTied = draft.links.contains { Set([$0.first, $0.second]) == Set([first, second]) }
      if first != second && !isTied { draft.links.append(Link(first: first, second: second, staff: .same)) }
    }
    if draft.problems().contains(where: { $0.severity == .error }) {
      // A pin to someone who cannot serve is refused; the rest of the instance is as good without.
      for index in draft.visits.indices { draft.visits[index].pinned = [] }
    }
    return try Instance(validating: draft)
  }

  private static func time(_ day: Int, _ minute: Int) -> LocalDateTime {
    firstDay.advanced(by: day).midnight.advanced(by: minute)
  }

  private static func addStaff(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for member in 0..<7 {
      let id = StaffID("S\(member)")
      draft.staff.append(
        StaffMember(
          id: id, skills: random.chance(2, in: 3) ? ["insulin"] : [],
          location: random.chance(2, in: 3) ? LocationID("L\(random.int(below: 2))") : nil,
          maxMinutes: random.chance(1, in: 3) ? random.int(in: 150...500) : nil))
      for day in 0..<draft.horizon.days where random.chance(4, in: 5) {
        // By day, late, or through the night; some work twice on a day.
        let begins = member == 0 ? [1320] : random.chance(1, in: 4) ? [420, 840] : [random.pick([420, 480, 840])]
        for start in begins {
          let length = member == 0 ? 480 : random.int(in: 240...390)
          draft.shifts.append(
            Shift(
              id: ShiftID("\(id)-\(day)-\(start)"), staff: id, start: time(day, start),
              end: time(day, start + length), kind: member >= 5 ? .pool : .rostered,
              breakRule: random.chance(2, in: 3)
                ? Shift.Break(
                  minutes: random.int(in: 15...40), from: time(day, start + random.int(in: 0...100)),
                  to: time(day, start + random.int(in: 100...200))) : nil))
        }
      }
    }
  }

  private static func addClients(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for number in 0..<6 {
      var client = Client(
        id: ClientID("C\(number)"), location: LocationID("L\(random.int(below: places))"),
        targetStaff: random.int(in: 1...2))
      if random.chance(2, in: 3) { client.contact = random.pick(draft.staff).id }
      if random.chance(1, in: 2) { client.preferred = [random.pick(draft.staff).id] }
      if random.chance(1, in: 3) { client.blocked = [random.pick(draft.staff).id] }
      draft.clients.append(client)
      for _ in 0..<random.int(in: 0...3) {
        draft.history.append(
          PastMeeting(
            client: client.id, staff: random.pick(draft.staff).id,
            date: firstDay.advanced(by: -random.pick([1, 2, 3, 20]))))
      }
    }
  }

  private static func addVisits(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for index in 0..<42 {
      let day = random.int(below: draft.horizon.days)
      let crossesMidnight = day + 1 < draft.horizon.days && random.chance(1, in: 7)
      let earliest = crossesMidnight ? random.int(in: 1350...1430) : random.int(in: 430...1000)
      let latest = earliest + (crossesMidnight ? 100 : random.pick([0, 20, 60, 150]))
      var visit = Visit(
        id: VisitID("V\(index)"), client: random.pick(draft.clients).id, earliest: time(day, earliest),
        latest: time(day, latest), minutes: random.int(in: 10...50), staff: random.chance(1, in: 6) ? 2 : 1,
        skills: random.chance(1, in: 6) ? ["insulin"] : [], counts: !random.chance(1, in: 6),
        priority: random.int(in: 1...3))
      if random.chance(1, in: 8) { visit.pinnedStart = visit.earliest }
      if random.chance(1, in: 8) {
        let working = draft.shifts.filter { $0.start < visit.earliest && visit.latest.advanced(by: 60) < $0.end }
        let able = draft.staff.filter { member in
          visit.skills.allSatisfy(member.skills.contains) && working.contains { $0.staff == member.id }
            && !draft.clients.contains { $0.id == visit.client && $0.blocked.contains(member.id) }
        }
        if !able.isEmpty { visit.pinned = [random.pick(able).id] }
      }
      draft.visits.append(visit)
    }
  }

  private static func addLinks(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    let rules: [Link.StaffRule] = [.any, .same, .different]
    for number in 0..<6 {
      let first = draft.visits[random.int(below: draft.visits.count)]
      let partners = draft.visits.filter {
        $0.id != first.id && abs($0.earliest.minutes(since: first.earliest)) < 300
          && (rules[number % 3] != .same || $0.staff == first.staff)
      }
      guard !partners.isEmpty else { continue }
      let second = random.pick(partners)
      let gap = second.earliest.minutes(since: first.earliest)
      draft.links.append(
        Link(
          first: first.id, second: second.id, minGap: random.chance(1, in: 4) ? nil : gap - 30,
          maxGap: random.chance(1, in: 4) ? nil : gap + random.int(in: 0...60), staff: rules[number % 3]))
    }
  }
}
