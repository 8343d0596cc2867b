import HomeCare

/// Answers "who could take this visit?" for one roster, exactly: every staff member and every start is tried.
///
/// All other visits keep their staff and their start, but for the one that an answer says would have to move.
public final class Suggester {
  let standing: StandingRoster
  let problem: CompiledProblem
  let state: SearchState
  private let checker: UnassignedExplainer
  /// Visits that no answer may ask to move.
  let isFixed: RowArray<VisitRow, Bool>

  /// A suggester for a roster of an instance.
  ///
  /// - Throws: `RefusedRoster` where the roster breaks a rule.
  public convenience init(_ instance: Instance, _ roster: Roster) throws(RefusedRoster) {
    // A pin is a lock: who or what it holds is not asked to move.
    try self.init(
      instance, roster, isFixed: RowArray(instance.visits.map { !$0.pinned.isEmpty || $0.pinnedStart != nil }))
  }

  init(_ instance: Instance, _ roster: Roster, isFixed: RowArray<VisitRow, Bool>) throws(RefusedRoster) {
    self.isFixed = isFixed
    standing = try StandingRoster(instance, roster)
    problem = standing.problem
    state = standing.state
    checker = UnassignedExplainer(state)
  }

  /// Every staff member for a visit, best first.
  ///
  /// - Parameter replacing: Whose place is to be taken where several serve the visit; the first without a pin by default.
  public func suggestions(
    for visit: VisitID, replacing: StaffID? = nil
  ) throws(VisitQuestionError) -> Suggestions {
    guard let index = problem.instance.visits.firstIndex(where: { $0.id == visit }) else { throw .unknownVisit(visit) }
    let row = VisitRow(index)
    let now = state.place(of: row)
    if let replacing, now.assignment?.staff.contains(replacing) != true { throw .notServing(replacing, visit) }
    var question = VisitQuestion(self, visit: row, now: now, replacing: replacing)
    defer { question.restore() }
    let options = problem.staffRows.map { question.option(for: $0) }
    let client = problem.instance[problem.visits[row].client]
    return Suggestions(
      visit: visit, client: client.id, target: client.targetStaff, now: now, replacing: question.replacing,
      options: options.enumerated().sorted { Self.rank($0) < Self.rank($1) }.map(\.element))
  }

  /// Readiness, then what the score says, then the order of the instance.
  private static func rank(_ entry: (offset: Int, element: Suggestion)) -> (Int, Int, Int) {
    let kind = Suggestion.Kind.allCases.firstIndex(of: entry.element.kind) ?? 0
    return (kind, entry.element.change.total, entry.offset)
  }

  /// Why a staff member's shifts, as the roster stands, do not take a visit: the rule that stops the nearest of them.
  func obstacle(_ visit: VisitRow, staff: StaffRow) -> Obstacle {
    let row = problem.instance[visit]
    let id = problem.instance[staff].id
    var first: Obstacle?
    for index in problem.staffShifts.indices(of: staff) {
      let shift = problem.staffShifts[index]
      let shiftRow = problem.instance[shift]
      guard shiftRow.start < row.latest.advanced(by: row.minutes), shiftRow.end > row.earliest else { continue }
      let obstacle = checker.block(visit, row, shift, shiftRow)
      // What the shift itself forbids says less than what fills it.
      if first == nil || obstacle.rule == .route || obstacle.rule == .hours { first = obstacle }
    }
    return first ?? checker.personal(visit, row, staff: staff)
      ?? Obstacle(.shift, "\(id) does not work then")
  }
}
