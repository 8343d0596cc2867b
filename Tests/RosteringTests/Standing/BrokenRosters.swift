import HomeCare

/// Rosters in which a few things are as no planner would leave them.
enum BrokenRosters {
  /// A roster with so many of its assignments spoilt: another start, other staff, too few of them, unknown ones, or a
  /// visit served twice.
  static func broken(
    _ roster: Roster, of instance: Instance, times: Int, _ random: inout SeededGenerator
  ) -> Roster {
    var broken = roster
    for _ in 0..<times where !broken.assignments.isEmpty {
      let index = random.int(below: broken.assignments.count)
      spoil(&broken, index, instance, &random)
    }
    return broken
  }

  private static func spoil(
    _ roster: inout Roster, _ index: Int, _ instance: Instance, _ random: inout SeededGenerator
  ) {
    switch random.int(below: 12) {
    case 0...4:
      let minutes = random.pick([1, 1, 2, 5, 10, 40, 130]) * (random.chance(1, in: 2) ? 1 : -1)
      let start = roster.assignments[index].start.advanced(by: minutes)
      if start >= instance.horizon.firstMinute && start < instance.horizon.end {
        roster.assignments[index].start = start
      }
    case 5...7:
      let start = roster.assignments[index].start
      let near = instance.shifts.filter { $0.start <= start && start <= $0.end }
      if near.isEmpty || roster.assignments[index].staff.isEmpty { return }
      let shift = random.pick(near)
      roster.assignments[index].staff[0] = shift.staff
      if !roster.assignments[index].shifts.isEmpty { roster.assignments[index].shifts[0] = shift.id }
    case 8:
      if roster.assignments[index].staff.isEmpty { return }
      roster.assignments[index].staff.removeLast()
      roster.assignments[index].shifts.removeLast()
    case 9:
      let visit = roster.assignments.remove(at: index).visit
      if random.chance(1, in: 2) { roster.unassigned.append(visit) }
    case 10:
      roster.assignments.append(roster.assignments[index])
    default:
      if !roster.assignments[index].staff.isEmpty { roster.assignments[index].staff[0] = "nobody" }
    }
  }
}

extension Roster {
  /// What the roster breaks, statements of its score apart, with further exceptions beside the instance's.
  func breaks(_ instance: Instance, allowing exceptions: [RuleException] = []) -> [Violation] {
    RosterChecker(instance).allowing(exceptions).check(self).violations.filter { $0.rule.isOfPlan }
  }
}
