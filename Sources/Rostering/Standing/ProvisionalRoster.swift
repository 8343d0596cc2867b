import HomeCare

/// A roster with the instance in which it stands as it is, whatever rules it breaks.
struct ProvisionalRoster {
  /// Passes in which visits are left out that break a rule even so.
  private static let mostPasses = 8

  /// What the roster breaks of the instance as given.
  let broken: BrokenRules
  /// What is eased so that it breaks nothing.
  let easing: Easing
  /// The instance, eased.
  let instance: Instance
  /// What of the roster is valid in it.
  let roster: Roster
  /// What no easing makes valid. It stays in whatever is handed out, and the planner does not see it.
  let leftOut: [Roster.Assignment]

  /// Visits that nothing may move.
  var held: Set<VisitID> { easing.held.union(leftOut.map(\.visit)) }

  init(_ instance: Instance, _ roster: Roster) {
    broken = BrokenRules(instance, roster)
    if broken.isEmpty {
      (easing, self.instance, self.roster, leftOut) = (Easing(instance, roster, broken), instance, roster, [])
      return
    }
    let consistent = Self.consistent(roster, of: instance)
    easing = Easing(instance, consistent, broken)
    var standing = consistent
    if let eased = easing.applied(to: instance) {
      self.instance = eased
    } else {
      self.instance = instance.allowing(broken.exceptions)
      standing.leaveOut(easing.held)
    }
    let checker = RosterChecker(self.instance)
    for _ in 0..<Self.mostPasses {
      let violations = checker.check(standing).violations.filter { $0.rule.isOfPlan }
      if violations.isEmpty { break }
      standing.leaveOut(Self.visits(of: violations, in: standing))
    }
    self.roster = standing
    let stands = Set(standing.assignments.map(\.visit))
    let known = Set(instance.visits.map(\.id))
    var seen = stands
    leftOut = roster.assignments.filter { known.contains($0.visit) && seen.insert($0.visit).inserted }
  }

  /// The roster with each visit of the instance once, and in assignments only staff and shifts that belong together.
  private static func consistent(_ roster: Roster, of instance: Instance) -> Roster {
    let visits = Set(instance.visits.map(\.id))
    let owners = Dictionary(instance.shifts.map { ($0.id, $0.staff) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<VisitID> = []
    var result = roster
    result.instance = instance.name
    result.assignments = roster.assignments.filter { assignment in
      visits.contains(assignment.visit) && seen.insert(assignment.visit).inserted && !assignment.staff.isEmpty
        && Set(assignment.staff).count == assignment.staff.count
        && assignment.shifts.count == assignment.staff.count
        && zip(assignment.staff, assignment.shifts).allSatisfy { owners[$1] == $0 }
    }
    let served = Set(result.assignments.map(\.visit))
    result.unassigned = instance.visits.map(\.id).filter { !served.contains($0) }
    return result
  }

  /// The visits that violations name; of a shift or a staff member, those it serves last.
  private static func visits(of violations: [Violation], in roster: Roster) -> Set<VisitID> {
    Set(
      violations.compactMap { violation in
        violation.visit
          ?? roster.assignments.filter { assignment in
            violation.shift.map(assignment.shifts.contains) ?? violation.staff.map(assignment.staff.contains) ?? false
          }.max { ($0.start, $0.visit) < ($1.start, $1.visit) }?.visit
      })
  }
}

extension Roster {
  /// Unassigns some visits.
  mutating func leaveOut(_ visits: Set<VisitID>) {
    unassigned += assignments.map(\.visit).filter(visits.contains)
    assignments.removeAll { visits.contains($0.visit) }
  }
}
