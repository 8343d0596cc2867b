/// The smallest exceptions that would cover what a roster breaks, and what none covers.
public struct ExceptionProposals: Hashable, Sendable {
  /// Exceptions with which the roster would be valid but for what is uncovered; their reasons are left to be filled in.
  public var exceptions: [RuleException]
  /// Broken rules that no exception covers: of teams, pins, links, overlapping visits of one route, and of the roster's
  /// own consistency.
  public var uncovered: [Violation]
}

extension RosterChecker {
  /// Finds for every broken rule that exceptions can cover the smallest that does.
  ///
  /// They count from the rows of the instance, so that those of the instance may stand beside them.
  public func proposals(for roster: Roster) -> ExceptionProposals {
    var proposer = ExceptionProposer()
    proposer.look(at: facts(of: roster))
    // Overtime and shorter ways leave other gaps, and with them other breaks and hours.
    proposer.lookAtRoutes(of: allowing(proposer.exceptions).facts(of: roster))
    return ExceptionProposals(
      exceptions: proposer.exceptions,
      uncovered: allowing(proposer.exceptions).check(roster).violations.filter { $0.rule.isOfPlan })
  }
}

extension Rule {
  /// Whether the rule is about who serves what when, rather than about what a roster states of itself.
  public var isOfPlan: Bool {
    switch self {
    case .score, .usualTime, .bound: false
    default: true
    }
  }
}

/// Gathers the exceptions that a roster would need.
private struct ExceptionProposer {
  private(set) var exceptions: [RuleException] = []

  private mutating func propose(
    _ rule: Rule, visit: VisitID? = nil, second: VisitID? = nil, staff: StaffID? = nil, shift: ShiftID? = nil,
    before: Int = 0, after: Int = 0, minutes: Int? = nil
  ) {
    exceptions.append(
      RuleException(
        rule: rule, reason: "", visit: visit, second: second, staff: staff, shift: shift, before: before,
        after: after, minutes: minutes))
  }

  /// Looks at everything that no other exception changes.
  mutating func look(at facts: RosterFacts) {
    for service in facts.services {
      lookAtWindow(service, facts)
      lookAtStaff(service, facts)
    }
    for route in facts.routes { lookAtHours(of: route, facts) }
    lookAtWays(facts)
    lookAtOwnTime(facts)
  }

  /// Looks at breaks, and at the hours of staff.
  mutating func lookAtRoutes(of facts: RosterFacts) {
    var violations: [Violation] = []
    BreakRule.judge(facts, &violations)
    for violation in violations { propose(.breakRoom, shift: violation.shift) }
    for (member, minutes, cap) in HoursRule.passed(facts) {
      if InputLimits.exceptionMinutes.contains(minutes - cap) {
        propose(.hours, staff: member, minutes: minutes - cap)
      }
    }
  }

  private mutating func lookAtWindow(_ service: RosterFacts.Service, _ facts: RosterFacts) {
    let start = service.assignment.start
    if facts.rows.windows(ofVisit: service.visit).contains(where: { $0.contains(start) }) { return }
    let visit = facts.instance.visits[service.visit]
    let sides = facts.instance.windows(of: visit).map { window in
      start < window.earliest
        ? (before: window.earliest.minutes(since: start), after: 0)
        : (before: 0, after: start.minutes(since: window.latest))
    }
    guard let least = sides.min(by: { $0.before + $0.after < $1.before + $1.after }),
      InputLimits.widening.contains(least.before + least.after)
    else { return }
    propose(.window, visit: visit.id, before: least.before, after: least.after)
  }

  private mutating func lookAtStaff(_ service: RosterFacts.Service, _ facts: RosterFacts) {
    let visit = service.assignment.visit
    for member in Set(service.assignment.staff).sorted() {
      for rule in ServingRule.all where rule.breach(by: member, service, facts) != nil {
        propose(rule.rule, visit: visit, staff: member)
      }
    }
  }

  /// Overtime before and after a shift, for its visits and for the ways from and to the base.
  private mutating func lookAtHours(of route: CheckedRoute, _ facts: RosterFacts) {
    guard let first = route.stops.first, let out = route.gaps.first?.travel, let back = route.gaps.last?.travel,
      let end = route.stops.map(\.end).max()
    else { return }
    let zero = facts.instance.horizon.firstMinute
    let (begin, last) = (first.start - out, end + back)
    let before = begin < route.start ? route.shift.start.minutes(since: zero) - begin : 0
    let after = last > route.end ? last - route.shift.end.minutes(since: zero) : 0
    if before == 0 && after == 0 { return }
    guard InputLimits.widening.contains(before) && InputLimits.widening.contains(after) else { return }
    propose(.shift, shift: route.shift.id, before: before, after: after)
  }

  /// Ways that take no longer than the time between two visits, as of people who know a shorter one.
  private mutating func lookAtWays(_ facts: RosterFacts) {
    var seen: Set<[VisitID]> = []
    for route in facts.routes {
      for position in 1..<max(1, route.stops.count) {
        let (previous, stop) = (route.stops[position - 1], route.stops[position])
        let time = stop.start - previous.end
        guard time >= 0, time < route.gaps[position].travel else { continue }
        let pair = [facts.instance.visits[previous.visit].id, facts.instance.visits[stop.visit].id]
        if seen.insert(pair).inserted { propose(.route, visit: pair[0], second: pair[1], minutes: time) }
      }
    }
  }

  private mutating func lookAtOwnTime(_ facts: RosterFacts) {
    for (first, second) in OwnTimeRule.overlaps(facts) { propose(.ownTime, visit: first, second: second) }
  }
}
