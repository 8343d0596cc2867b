/// Checks of each shift's route (H3, H4, H5, H6), with its travel, and of hours (H11).
extension RosterChecker {
  /// An idle stretch of a shift, and the travel that must fit in it.
  private struct Gap {
    let start: Int
    let end: Int
    let travel: Int
  }

  func checkRoutes(_ tally: inout RosterTally) {
    for (row, shift) in instance.shifts.enumerated() where !tally.stops[row].isEmpty {
      let stops = tally.stops[row].sorted(by: isBefore)
      let gaps = checkRoute(of: shift, stops, &tally)
      let travel = gaps.reduce(0) { $0 + $1.travel }
      let service = stops.reduce(0) { $0 + $1.end - $1.start }
      tally.score[.travel] += travel
      if shift.kind == .pool { tally.score[.poolShifts] += 1 }
      if let member = staffRows[shift.staff] { tally.minutes[member] += service + travel }
      if let rule = shift.breakRule { checkBreak(rule, of: shift, gaps, &tally) }
    }
  }

  func checkHours(_ tally: inout RosterTally) {
    for (row, member) in instance.staff.enumerated() {
      guard let cap = member.maxMinutes, tally.minutes[row] > cap else { continue }
      tally.violations.append(
        Violation(
          .hours, staff: member.id, found: "\(tally.minutes[row]) minutes of service and travel",
          expected: "at most \(cap)"))
    }
  }

  /// Visits by start; the rest of the key only makes the travel of overlapping visits definite.
  private func isBefore(_ left: RosterTally.Stop, _ right: RosterTally.Stop) -> Bool {
    if (left.start, left.end) != (right.start, right.end) {
      return (left.start, left.end) < (right.start, right.end)
    }
    let (place, other) = (homes[clientOfVisit[left.visit]], homes[clientOfVisit[right.visit]])
    if place != other { return instance.locations[place].id < instance.locations[other].id }
    return instance.visits[left.visit].id < instance.visits[right.visit].id
  }

  /// Checks times along a route and returns its gaps: before the first visit, between visits, after the last.
  private func checkRoute(of shift: Shift, _ stops: [RosterTally.Stop], _ tally: inout RosterTally) -> [Gap] {
    let shiftStart = shift.start.minutes(since: instance.horizon.firstMinute)
    let shiftEnd = shift.end.minutes(since: instance.horizon.firstMinute)
    let base = staffRows[shift.staff].flatMap { bases[$0] }
    var gaps: [Gap] = []
    var free = shiftStart
    var place = base
    var previous: RosterTally.Stop?
    for stop in stops {
      let home = homes[clientOfVisit[stop.visit]]
      let leg = travel(from: place, to: home)
      let id = instance.visits[stop.visit].id
      if stop.start < shiftStart || stop.end > shiftEnd {
        tally.violations.append(
          Violation(
            .shift, visit: id, shift: shift.id, staff: shift.staff,
            found: "service \(clock(stop.start)) to \(clock(stop.end))",
            expected: "service within the shift, \(shift.start) to \(shift.end)"))
      }
      if let previous, stop.start < free + leg {
        tally.violations.append(
          Violation(
            .route, visit: id, shift: shift.id, staff: shift.staff,
            found: "start \(clock(stop.start)), after \(instance.visits[previous.visit].id) ends \(clock(free))"
              + " and \(leg) minutes of travel",
            expected: "a start at or after \(clock(free + leg))"))
      } else if previous == nil, stop.start >= shiftStart, stop.start < free + leg {
        tally.violations.append(
          Violation(
            .base, visit: id, shift: shift.id, staff: shift.staff,
            found: "start \(clock(stop.start)), \(leg) minutes of travel from the base",
            expected: "a start at or after \(clock(free + leg))"))
      }
      gaps.append(Gap(start: free, end: stop.start, travel: leg))
      (free, place, previous) = (stop.end, home, stop)
    }
    let leg = base == nil ? 0 : travel(from: place, to: base)
    if free <= shiftEnd, free + leg > shiftEnd, let previous {
      tally.violations.append(
        Violation(
          .base, visit: instance.visits[previous.visit].id, shift: shift.id, staff: shift.staff,
          found: "end \(clock(free)), \(leg) minutes of travel to the base",
          expected: "an end at or before \(clock(shiftEnd - leg))"))
    }
    gaps.append(Gap(start: free, end: shiftEnd, travel: leg))
    return gaps
  }

  private func checkBreak(_ rule: Shift.Break, of shift: Shift, _ gaps: [Gap], _ tally: inout RosterTally) {
    let from = rule.from.minutes(since: instance.horizon.firstMinute)
    let to = rule.to.minutes(since: instance.horizon.firstMinute)
    let hasRoom = gaps.contains { gap in
      gap.end - gap.start >= gap.travel + rule.minutes && max(gap.start, from) <= min(gap.end - rule.minutes, to)
    }
    if hasRoom { return }
    tally.violations.append(
      Violation(
        .breakRoom, shift: shift.id, staff: shift.staff,
        found: "no idle gap of \(rule.minutes) minutes beside its travel",
        expected: "a break of \(rule.minutes) minutes that begins from \(rule.from) to \(rule.to)"))
  }

  /// Travel minutes; 0 where there is no place to come from or go to.
  private func travel(from origin: Int?, to target: Int?) -> Int {
    guard let origin, let target else { return 0 }
    return instance.travel.minutes(
      from: (origin, instance.locations[origin]), to: (target, instance.locations[target]))
  }

  private func clock(_ minute: Int) -> LocalDateTime { instance.horizon.firstMinute.advanced(by: minute) }
}
