import HomeCare

/// Instances of a few short visits in short days, with every rule drawn at random.
enum TinyInstance {
  static let firstDay = LocalDate(dayNumber: 20_514)

  /// Minute 0 is 08:00 of the day.
  static func time(_ minute: Int, day: Int = 0) -> LocalDateTime {
    firstDay.advanced(by: day).midnight.advanced(by: 480 + minute)
  }

  /// An instance drawn from a seed.
  static func drawn(seed: UInt64, visits: Int = 4) throws -> Instance {
    var random = SeededGenerator(seed: seed, stream: 77)
    let days = random.int(in: 1...2)
    // Directions differ, and every other matrix has detours that save time.
    let longest = random.pick([3, 9])
    let places = 4
    let matrix = (0..<places).map { row in (0..<places).map { $0 == row ? 0 : random.int(in: 1...longest) } }
    var draft = InstanceDraft(
      name: "tiny-\(seed)", horizon: Horizon(start: firstDay, days: days, window: random.pick([1, 2, 14])),
      travel: .matrix(matrix))
    draft.locations = (0..<places).map { Location(id: LocationID("L\($0)")) }
    drawWeights(&draft, &random)
    drawStaff(&draft, &random)
    drawClients(&draft, &random)
    drawVisits(visits, &draft, &random)
    drawLinks(&draft, &random)
    for client in draft.clients where random.chance(1, in: 2) {
      draft.history.append(
        PastMeeting(
          client: client.id, staff: random.pick(draft.staff).id,
          date: firstDay.advanced(by: -random.pick([1, 3, 30]))))
    }
    if draft.problems().contains(where: { $0.severity == .error }) {
      // A pin to someone who cannot serve is refused; the rest of the instance is as good without.
      for index in draft.visits.indices { draft.visits[index].pinned = [] }
    }
    return try Instance(validating: draft)
  }

  static func drawWeights(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    draft.weights[.unassigned] = random.pick([30, 150, 1000])
    draft.weights[.distinct] = random.pick([0, 20, 100])
    draft.weights[.overTarget] = random.int(in: 0...60)
    draft.weights[.newFace] = random.int(in: 0...30)
    draft.weights[.notContact] = random.int(in: 0...30)
    draft.weights[.notPreferred] = random.int(in: 0...30)
    draft.weights[.travel] = random.pick([0, 1, 7])
    draft.weights[.poolShifts] = random.int(in: 0...40)
    draft.weights[.imbalance] = random.pick([0, 1, 6])
  }

  static func drawStaff(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for member in 0..<3 {
      let id = StaffID("S\(member)")
      draft.staff.append(
        StaffMember(
          id: id, skills: random.chance(2, in: 3) ? ["insulin"] : [],
          location: random.chance(2, in: 3) ? "L0" : nil,
          maxMinutes: random.chance(1, in: 4) ? random.int(in: 8...24) : nil))
      for day in 0..<draft.horizon.days where random.chance(4, in: 5) {
        let start = random.int(in: 0...4)
        let end = random.int(in: 24...40)
        let hasSecond = random.chance(1, in: 5)
        let cut = hasSecond ? (start + end) / 2 : end
        draft.shifts.append(
          Shift(
            id: ShiftID("D\(member)-\(day)"), staff: id, start: time(start, day: day), end: time(cut, day: day),
            kind: member == 2 ? .pool : .rostered,
            breakRule: random.chance(1, in: 2) && cut - start > 9
              ? Shift.Break(
                minutes: random.int(in: 2...4), from: time(start + random.int(in: 0...3), day: day),
                to: time(cut - 5, day: day)) : nil))
        if hasSecond {
          draft.shifts.append(
            Shift(id: ShiftID("E\(member)-\(day)"), staff: id, start: time(cut, day: day), end: time(end, day: day)))
        }
      }
    }
  }

  static func drawClients(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for client in 0..<2 {
      var row = Client(
        id: ClientID("C\(client)"), location: LocationID("L\(random.int(in: 1...3))"),
        targetStaff: random.int(in: 0...2))
      if random.chance(1, in: 2) { row.contact = random.pick(draft.staff).id }
      if random.chance(1, in: 3) { row.preferred = [random.pick(draft.staff).id] }
      if random.chance(1, in: 4) { row.blocked = ["S1"] }
      draft.clients.append(row)
    }
  }

  static func drawVisits(_ count: Int, _ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for index in 0..<count {
      let day = random.int(below: draft.horizon.days)
      let earliest = random.int(in: 3...20)
      let client = draft.clients[index % 2]
      var visit = Visit(
        id: VisitID("V\(index)"), client: client.id, earliest: time(earliest, day: day),
        latest: time(earliest + random.int(in: 0...9), day: day), minutes: random.int(in: 2...5),
        staff: random.chance(1, in: 3) ? 2 : 1, skills: random.chance(1, in: 6) ? ["insulin"] : [],
        counts: !random.chance(1, in: 6), priority: random.int(in: 1...2))
      let able = draft.staff.filter { member in
        visit.skills.allSatisfy(member.skills.contains) && !client.blocked.contains(member.id)
          && draft.shifts.contains {
            $0.staff == member.id && $0.start <= visit.earliest && visit.latest.advanced(by: visit.minutes) <= $0.end
          }
      }
      if !able.isEmpty && random.chance(1, in: 5) { visit.pinned = [random.pick(able).id] }
      if random.chance(1, in: 8) { visit.pinnedStart = visit.latest }
      draft.visits.append(visit)
    }
  }

  static func drawLinks(_ draft: inout InstanceDraft, _ random: inout SeededGenerator) {
    for _ in 0..<random.int(in: 0...2) {
      let first = random.int(below: draft.visits.count - 1)
      let second = random.int(in: first + 1...draft.visits.count - 1)
      if draft.links.contains(where: { $0.first == draft.visits[first].id && $0.second == draft.visits[second].id }) {
        continue
      }
      var link = Link(first: draft.visits[first].id, second: draft.visits[second].id)
      if random.chance(2, in: 3) { link.minGap = random.int(in: -8...4) }
      if random.chance(1, in: 2) { link.maxGap = (link.minGap ?? -3) + random.int(in: 0...8) }
      link.staff =
        draft.visits[first].staff == draft.visits[second].staff
        ? random.pick([.any, .same, .different]) : random.pick([.any, .different])
      draft.links.append(link)
    }
  }
}
