import HomeCare

/// Answers "who could take this visit?" for one roster, exactly: every staff member and every start is tried.
///
/// All other visits keep their staff and their start, but for the one that an answer says would have to move. A roster
/// that breaks rules is answered for as it stands: see `broken`.
public final class Suggester {
  let instance: Instance
  let roster: Roster
  let standing: StandingRoster
  let problem: CompiledProblem
  let state: SearchState
  let explainer: UnassignedExplainer
  let allowances: Allowances
  /// Visits that no answer may ask to move.
  let isFixed: RowArray<VisitRow, Bool>

  private lazy var checker = RosterChecker(instance)
  /// Who scores answers where the roster breaks rules.
  private lazy var judge: SuggestionJudge? =
    broken.isEmpty ? nil : SuggestionJudge(instance, roster, allowing: broken.exceptions)

  /// What the roster breaks, and the exceptions that would cover it.
  public var broken: BrokenRules { standing.broken }

  /// A suggester for a roster of an instance, whatever the roster breaks.
  public convenience init(_ instance: Instance, _ roster: Roster) {
    // A pin is a lock: who or what it holds is not asked to move.
    self.init(
      instance, roster, isFixed: RowArray(instance.visits.map { !$0.pinned.isEmpty || $0.pinnedStart != nil }))
  }

  init(_ instance: Instance, _ roster: Roster, isFixed: RowArray<VisitRow, Bool>) {
    (self.instance, self.roster) = (instance, roster)
    standing = StandingRoster(instance, roster)
    problem = standing.problem
    state = standing.state
    explainer = UnassignedExplainer(state)
    allowances = Allowances(problem.instance)
    var isFixed = isFixed
    let held = standing.provisional.held
    if !held.isEmpty {
      for visit in standing.problem.visitRows where held.contains(standing.problem.instance[visit].id) {
        isFixed[visit] = true
      }
    }
    self.isFixed = isFixed
  }

  /// Every staff member for a visit, best first.
  ///
  /// - Parameters:
  ///   - replacing: Whose place is to be taken where several serve the visit; the first without a pin by default.
  ///   - exceptions: What exceptions an answer may ask for.
  public func suggestions(
    for visit: VisitID, replacing: StaffID? = nil, exceptions: OfferedExceptions = .usual
  ) throws(VisitQuestionError) -> Suggestions {
    try suggestions(for: visit, replacing: replacing, exceptions: exceptions, scoringExceptions: true)
  }

  /// - Parameter scoringExceptions: Whether answers that ask for exceptions are scored, which takes a check each.
  func suggestions(
    for visit: VisitID, replacing: StaffID? = nil, exceptions: OfferedExceptions, scoringExceptions: Bool
  ) throws(VisitQuestionError) -> Suggestions {
    guard let index = problem.instance.visits.firstIndex(where: { $0.id == visit }) else { throw .unknownVisit(visit) }
    let row = VisitRow(index)
    let now = roster.places[visit] ?? .unassigned
    if let replacing, now.assignment?.staff.contains(replacing) != true { throw .notServing(replacing, visit) }
    if now.assignment != nil && isConcerned(visit, row, now) {
      return answer(without: visit, row, now, replacing, exceptions)
    }
    var question = VisitQuestion(self, visit: row, now: now, replacing: replacing, judge: judge)
    question.scoresExceptions = scoringExceptions
    return suggestions(to: question, exceptions)
  }

  private func suggestions(to asked: VisitQuestion, _ exceptions: OfferedExceptions) -> Suggestions {
    var question = asked
    defer { question.restore() }
    let options = question.options(exceptions).map { allowed($0, exceptions) }
    let client = problem.instance[problem.visits[question.visit].client]
    return Suggestions(
      visit: problem.instance[question.visit].id, client: client.id, target: client.targetStaff, now: question.now,
      replacing: question.replacing,
      options: options.enumerated().sorted { Self.rank($0) < Self.rank($1) }.map(\.element), broken: broken)
  }

  /// An answer that leans on what nobody has allowed yet, such as overtime that the roster takes as it stands, says so.
  private func allowed(_ option: Suggestion, _ exceptions: OfferedExceptions) -> Suggestion {
    if broken.isEmpty || option.kind == .blocked || option.changes.isEmpty { return option }
    let changed = roster.applying(option.changes, order: instance.visits.map(\.id))
    let checker = checker.allowing(option.exceptions)
    let old = Set(broken.violations.map(\.place))
    let taken = option.changes.compactMap(\.after.assignment)
    // What is broken of a whole shift or of somebody's hours is not allowed yet, and whoever is given more leans on it.
    let new = checker.check(changed).violations.filter { violation in
      violation.rule.isOfPlan && (!old.contains(violation.place) || violation.isShared(by: taken))
    }
    guard let first = new.first else { return option }
    var told = option
    let proposed = exceptions == .none ? [] : checker.proposals(for: changed).exceptions
    let needed = proposed.filter { exception in
      new.contains { violation in
        violation.rule == exception.rule
          && (exception.visit == nil || exception.visit == violation.visit || exception.second == violation.visit)
          && (exception.shift == nil || violation.shift == nil || exception.shift == violation.shift)
          && (exception.visit != nil || exception.staff == nil || violation.staff == nil
            || exception.staff == violation.staff)
      }
    }
    if needed.isEmpty {
      told.kind = .blocked
      told.obstacle = Obstacle(first.rule, "found \(first.found); expected \(first.expected)")
      (told.changes, told.assignment, told.exceptions) = ([], nil, [])
      (told.change, told.facesAfter) = (Score(format: instance.format), told.facesBefore)
      told.minutesFromUsual = nil
      return told
    }
    told.kind = .withException
    told.exceptions += needed
    told.exceptionMinutes += needed.reduce(0) { $0 + $1.before + $1.after + ($1.minutes ?? 0) }
    return told
  }

  /// Readiness, then how much has to be allowed, then what the score says, then the order of the instance.
  private static func rank(_ entry: (offset: Int, element: Suggestion)) -> (Int, Int, Int, Int, Int) {
    let option = entry.element
    let kind = Suggestion.Kind.allCases.firstIndex(of: option.kind) ?? 0
    return (kind, option.exceptions.count, option.exceptionMinutes, option.change.total, entry.offset)
  }

  // MARK: Visits that bend a rule

  /// Whether what the roster breaks, or an exception would cover, has to do with a visit that is served.
  private func isConcerned(_ visit: VisitID, _ row: VisitRow, _ now: RosterChange.Place) -> Bool {
    if broken.isEmpty { return false }
    return !state.isAssigned(row) || standing.provisional.held.contains(visit)
      || broken.violations.contains { $0.visit == visit }
      || broken.exceptions.contains { exception in
        exception.visit == visit || exception.second == visit
          || now.assignment.map { service in
            exception.shift.map(service.shifts.contains) ?? false
              || exception.rule == .hours && exception.staff.map(service.staff.contains) ?? false
          } ?? false
      }
  }

  /// The answer for a visit that bends a rule: all others stand as they are, and for the visit itself nothing is bent.
  private func answer(
    without visit: VisitID, _ row: VisitRow, _ now: RosterChange.Place, _ replacing: StaffID?,
    _ exceptions: OfferedExceptions
  ) -> Suggestions {
    var rest = roster
    rest.leaveOut([visit])
    let team = now.assignment?.staff ?? []
    let own = instance.visits[row.index]
    let leaving = replacing ?? team.first { !own.pinned.contains($0) } ?? team.first
    let staying = team.filter { $0 != leaving }
    let suggester = Suggester(pinned(staying, to: row) ?? instance, rest, isFixed: isFixed)
    let question = VisitQuestion(
      suggester, visit: row, now: now, replacing: leaving, staying: staying, judge: judge)
    var suggestions = suggester.suggestions(to: question, exceptions)
    suggestions.broken = broken
    return suggestions
  }

  /// The instance with staff pinned to a visit; `nil` where they may not serve it.
  private func pinned(_ staff: [StaffID], to visit: VisitRow) -> Instance? {
    if staff.isEmpty { return instance }
    var draft = instance.tables
    draft.visits[visit.index].pinned += staff.filter { !draft.visits[visit.index].pinned.contains($0) }
    return (try? Instance(validating: draft))?.allowing(instance.granted)
  }

  /// Why a staff member's shifts, as the roster stands, do not take a visit: the rule that stops the nearest of them.
  func obstacle(_ visit: VisitRow, staff: StaffRow) -> Obstacle {
    let row = problem.instance[visit]
    let id = problem.instance[staff].id
    var first: Obstacle?
    for index in problem.staffShifts.indices(of: staff) {
      let shift = problem.staffShifts[index]
      let shiftRow = problem.instance[shift]
      guard explainer.meets(visit, shift) else { continue }
      let obstacle = explainer.block(visit, row, shift, shiftRow)
      // What the shift itself forbids says less than what fills it.
      if first == nil || obstacle.rule == .route || obstacle.rule == .hours { first = obstacle }
    }
    return first ?? explainer.personal(visit, row, staff: staff)
      ?? Obstacle(.shift, "\(id) does not work then")
  }
}

/// Which exceptions answers about a visit may ask for.
public enum OfferedExceptions: Sendable {
  /// None.
  case none
  /// Those of windows, overtime, breaks, skills and hours caps.
  case usual
  /// Those, and that a client is served by staff whom they block.
  case blockedToo
}

/// Scores answers by the checker, where the planner does not see the whole roster or somebody has to allow something.
struct SuggestionJudge {
  /// What the roster is like with the exceptions that would cover what it breaks.
  let before: RosterCheck
  private let checker: RosterChecker
  private let roster: Roster
  private let allowed: [RuleException]
  private let order: [VisitID]

  init(_ instance: Instance, _ roster: Roster, allowing exceptions: [RuleException]) {
    checker = RosterChecker(instance)
    self.roster = roster
    allowed = exceptions
    before = checker.allowing(exceptions).check(roster)
    order = instance.visits.map(\.id)
  }

  /// What the roster is like once some changes are carried out and more is allowed.
  func check(after changes: [RosterChange], allowing exceptions: [RuleException]) -> RosterCheck {
    checker.allowing(allowed + exceptions).check(roster.applying(changes, order: order))
  }
}

extension Violation {
  /// Whether the violation is of no single visit, but of a shift or of a staff member who serves some visits.
  fileprivate func isShared(by assignments: [Roster.Assignment]) -> Bool {
    guard visit == nil else { return false }
    return assignments.contains { assignment in
      shift.map(assignment.shifts.contains) ?? staff.map(assignment.staff.contains) ?? false
    }
  }
}

extension RosterCheck {
  /// Distinct staff whom a client meets in a period.
  func distinct(_ client: ClientID, in period: Int) -> Int {
    meetings.first { $0.client == client && $0.period == period }?.distinct ?? 0
  }
}
