import HomeCare

/// Sees to it that an option of a repair breaks no rule that was not broken before it.
struct RuleKeeper {
  private let basis: RepairBasis
  /// What still stands before anything is placed anew, and how often it breaks which rule where.
  private let standing: Roster
  private let known: [Violation]
  private let checker: RosterChecker
  private let order: [VisitID]

  init(_ basis: RepairBasis) {
    self.basis = basis
    order = basis.changed.instance.visits.map(\.id)
    checker = RosterChecker(basis.changed.instance)
    standing = Self.whole(basis.state.roster(keepingStarts: true), basis, order)
    known = checker.check(standing).violations
  }

  /// A roster of the search with what the search could not hold, and without what would break a further rule.
  func kept(_ roster: Roster) -> Roster {
    var roster = Self.whole(roster, basis, order)
    let before = standing.places
    for _ in 0..<roster.assignments.count {
      let more = checker.check(roster).violations.beyond(known).filter { $0.rule.isOfPlan }
      // What was placed last and has to do with it gives way.
      let placed = roster.assignments.filter { assignment in
        before[assignment.visit].map { !$0.isSame(as: .served(assignment)) } ?? true
          && more.contains { $0.concerns(assignment) }
      }
      guard let last = placed.max(by: { ($0.start, $0.visit) < ($1.start, $1.visit) }) else { return roster }
      roster.leaveOut([last.visit])
    }
    return roster
  }

  /// What a roster breaks of the plan's rules.
  func violations(of roster: Roster) -> [Violation] { checker.check(roster).violations.filter { $0.rule.isOfPlan } }

  /// A roster of the search with what the search could not hold.
  func whole(_ roster: Roster) -> Roster { Self.whole(roster, basis, order) }

  private static func whole(_ roster: Roster, _ basis: RepairBasis, _ order: [VisitID]) -> Roster {
    if basis.leftOut.isEmpty { return roster }
    var places = roster.places
    for assignment in basis.leftOut { places[assignment.visit] = .served(assignment) }
    var whole = roster
    whole.assignments = order.compactMap { places[$0]?.assignment }
    whole.unassigned = order.filter { places[$0] == .unassigned }
    return whole
  }
}

extension Violation {
  /// Whether the violation is of a visit, of a shift that serves it, or of somebody who does.
  fileprivate func concerns(_ assignment: Roster.Assignment) -> Bool {
    visit == assignment.visit || shift.map(assignment.shifts.contains) ?? false
      || staff.map(assignment.staff.contains) ?? false
  }
}
