import HomeCare

/// Thrown where work is asked of a roster that breaks rules.
public struct RefusedRoster: Error, Sendable, CustomStringConvertible {
  /// What the roster breaks; at least one.
  public var violations: [Violation]

  /// One sentence with the first violation.
  public var description: String {
    let more = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
    return violations.first.map { "the roster breaks a rule, \($0)\(more)" } ?? "the roster breaks a rule"
  }
}

/// A valid roster in a search state, with every start held.
struct StandingRoster {
  let problem: CompiledProblem
  let state: SearchState

  /// Takes over a roster.
  ///
  /// - Throws: `RefusedRoster` where it breaks a rule of the instance; a wrong stated score is let pass.
  init(_ instance: Instance, _ roster: Roster) throws(RefusedRoster) {
    let violations = RosterChecker(instance).check(roster).violations.filter { $0.rule != .score && $0.rule != .bound }
    if !violations.isEmpty { throw RefusedRoster(violations: violations) }
    problem = CompiledProblem(instance)
    state = SearchState(problem)
    let left = state.hold(state.assignments(of: roster))
    assert(left.isEmpty, "\(left.count) services of a valid roster were not taken over")
  }

  var instance: Instance { problem.instance }

  /// What the roster does with a visit now.
  func place(of visit: VisitRow) -> RosterChange.Place { state.place(of: visit) }
}

extension SearchState {
  /// What the roster does with a visit whose start is held.
  func place(of visit: VisitRow) -> RosterChange.Place {
    guard isAssigned(visit) else { return .unassigned }
    let row = problem.visits[visit]
    let instance = problem.instance
    let shifts = row.slots.map { instance[slotShift[$0]] }
    return .served(
      Roster.Assignment(
        visit: instance[visit].id,
        start: instance.horizon.firstMinute.advanced(by: Int(earliestStart[visit])),
        staff: shifts.map(\.staff), shifts: shifts.map(\.id)))
  }
}
