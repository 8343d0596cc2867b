import HomeCare

/// A roster that a solver made, checked and scored.
public struct Plan: Sendable {
  /// The best roster found, with its score and summary filled in.
  public var roster: Roster
  /// Why each visit that the roster leaves unassigned is left, in the order of `roster.unassigned`.
  public var unassignedReasons: [UnassignedReason]
  /// What a reader should know of how the run ended, in a sentence; mostly nothing.
  public var remark: String?
  /// What confirms a bound on the total, where the options asked for it and the solver has any.
  public var certificate: BoundCertificate?
}

/// Makes plans of what a solver proposes; nothing that it says of its roster is taken on trust.
struct PlanJudge {
  private let solver: any RosterSolver
  private let instance: Instance
  private let options: SolverOptions
  private let cancellation: Cancellation
  private let begin = ContinuousClock.now

  /// A judge of a run that begins now; refuses options that the solver cannot take.
  init(
    _ solver: any RosterSolver, _ instance: Instance, _ options: SolverOptions, _ cancellation: Cancellation
  ) throws(ParameterProblem) {
    try options.check(against: solver.settings)
    self.solver = solver
    self.instance = instance
    self.options = options
    self.cancellation = cancellation
  }

  /// The plan that a proposal makes.
  func plan(_ outcome: SolverOutcome) throws(SolverFailure) -> Plan {
    let seconds = SearchBudget.seconds(ContinuousClock.now - begin)
    let checker = RosterChecker(instance)
    var roster = try outcome.roster.judged(by: checker)
    let isProven = outcome.lowerBound.map { $0 >= roster.score.total } ?? false
    let isEnded = outcome.status == .interrupted || cancellation.isCancelled
    roster.solve = SolveSummary(
      solver: outcome.method ?? solver.name, status: isProven ? .optimal : isEnded ? .interrupted : .feasible,
      lowerBound: outcome.lowerBound, unassignedBound: outcome.unassignedBound, distinctBound: outcome.distinctBound,
      seed: options.seed, seconds: options.seconds == nil ? nil : seconds, iterations: outcome.iterations,
      evaluatedMoves: outcome.evaluatedMoves)
    if outcome.lowerBound != nil || outcome.unassignedBound != nil || outcome.distinctBound != nil {
      // A bound above the roster's own figure is false.
      let contradictions = checker.check(roster).violations
      guard contradictions.isEmpty else { throw .invalid(contradictions) }
    }
    return Plan(
      roster: roster, unassignedReasons: outcome.reasons ?? UnassignedExplainer.reasons(for: roster, of: instance),
      remark: outcome.remark, certificate: outcome.certificate)
  }
}

extension Roster {
  /// The roster with the score that a checker gives it, and without what whoever made it says of it.
  ///
  /// - Throws: `SolverFailure.invalid` where it breaks a rule.
  public func judged(by checker: RosterChecker) throws(SolverFailure) -> Roster {
    var roster = self
    roster.solve = nil
    let check = checker.check(roster)
    let broken = check.violations.filter { $0.rule != .score }
    guard broken.isEmpty else { throw .invalid(broken) }
    roster.score = check.score
    return roster
  }
}
