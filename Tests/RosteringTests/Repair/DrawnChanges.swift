import HomeCare

@testable import Rostering

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

  /// Those and changes of who works when: shifts end at another time or change hands, somebody is back, skills are lost.
  static func drawnWithWork(
    for instance: Instance, _ roster: Roster, now: LocalDateTime?, _ random: inout SeededGenerator
  ) -> Changes {
    var changes = drawn(for: instance, roster, now: now, &random)
    let shift = random.pick(instance.shifts)
    switch random.int(below: 5) {
    case 0: changes.hours = [Changes.Hours(shift: shift.id, end: shift.end.advanced(by: random.pick([-120, -60, 45])))]
    case 1:
      let free = instance.staff.filter { member in
        !instance.shifts.contains { $0.staff == member.id && $0.start < shift.end && shift.start < $0.end }
      }
      if !free.isEmpty { changes.takenOver = [Changes.Takeover(shift: shift.id, staff: random.pick(free).id)] }
    case 2:
      let from = shift.start.advanced(by: -random.int(in: 0...120))
      changes.back = [Changes.Return(staff: shift.staff, from: from, to: shift.start.advanced(by: 60))]
    case 3: changes.skills = [Changes.SkillChange(staff: shift.staff, lost: ["insulin"])]
    default: break
    }
    return changes
  }

  /// A scope that a coordinator may ask for: a day or two, a client or two, or some of the staff.
  static func drawnScope(of changed: ChangedInstance, _ random: inout SeededGenerator) -> RepairScope {
    var scope = RepairScope()
    let instance = changed.instance
    switch random.int(below: 3) {
    case 0:
      let first = instance.horizon.start.advanced(by: random.int(below: instance.horizon.days))
      scope.days = [first, first.advanced(by: random.int(below: 2))]
    case 1: scope.clients = [random.pick(instance.clients).id, random.pick(instance.clients).id]
    default: scope.staff = Set((0..<4).map { _ in random.pick(instance.staff).id })
    }
    return scope
  }
}
