import HomeCare

/// Changes drawn at random for a roster: people fall ill, clients leave, visits come, go, move and grow.
enum DrawnChanges {
  static func drawn(
    for instance: Instance, _ roster: Roster, now: LocalDateTime?, _ random: inout SeededGenerator
  ) -> Changes {
    var changes = Changes()
    let day = instance.horizon.start.advanced(by: random.int(below: instance.horizon.days)).midnight
    let started = Set(roster.assignments.filter { $0.start < now ?? instance.horizon.firstMinute }.map(\.visit))
    let open = instance.visits.filter { !started.contains($0.id) }
    for _ in 0..<random.int(in: 0...2) {
      let from = random.chance(1, in: 2) ? day : day.advanced(by: random.int(in: 420...900))
      changes.absences.append(
        Changes.Absence(
          staff: random.pick(instance.staff).id, from: from, to: from.advanced(by: random.pick([120, 300, 1440, 2880])))
      )
    }
    if random.chance(1, in: 3) {
      let from = day.advanced(by: random.int(in: 0...900))
      changes.away.append(
        Changes.Away(
          client: random.pick(instance.clients).id, from: from, to: from.advanced(by: random.pick([300, 1440, 4320]))))
    }
    var left = open
    func draw() -> Visit? {
      left.isEmpty ? nil : left.remove(at: random.int(below: left.count))
    }
    if random.chance(1, in: 3), let visit = draw() { changes.cancelled.append(Changes.Cancellation(visit: visit.id)) }
    if random.chance(1, in: 3), let visit = draw() {
      let earliest = max(visit.earliest.advanced(by: random.int(in: -60...90)), instance.horizon.firstMinute)
      let latest = min(earliest.advanced(by: random.int(in: 0...90)), instance.horizon.end.advanced(by: -1))
      changes.moved.append(Changes.Move(visit: visit.id, earliest: min(earliest, latest), latest: latest))
    }
    if random.chance(1, in: 3), let visit = draw() {
      changes.lengthened.append(
        Changes.Lengthening(visit: visit.id, minutes: max(5, visit.minutes + random.int(in: -10...30))))
    }
    if random.chance(1, in: 3) || changes.isEmpty {
      var visit = random.pick(instance.visits)
      visit.id = "new"
      visit.pinned = []
      visit.pinnedStart = nil
      changes.added.append(visit)
    }
    return changes
  }
}
