import HomeCare

extension RosterSolver {
  /// Runs the solver, checks its roster, and scores it; nothing that the solver says of the roster is taken on trust.
  ///
  /// - Throws: `ParameterProblem` for a setting that it cannot take; `SolverFailure` where there is no valid roster.
  public func plan(
    _ instance: Instance, _ options: SolverOptions = SolverOptions(), cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
  ) async throws -> Plan {
    try options.check(against: settings)
    let clock = ContinuousClock()
    let begin = clock.now
    let outcome = try await solve(instance, options: options, cancellation: cancellation, progress: progress)
    let seconds = SearchBudget.seconds(clock.now - begin)
    var roster = try outcome.roster.judged(by: RosterChecker(instance))
    let isProven = outcome.lowerBound.map { $0 >= roster.score.total } ?? false
    let isEnded = outcome.status == .interrupted || cancellation.isCancelled
    roster.solve = SolveSummary(
      solver: outcome.method ?? name, status: isProven ? .optimal : isEnded ? .interrupted : .feasible,
      lowerBound: outcome.lowerBound, unassignedBound: outcome.unassignedBound, distinctBound: outcome.distinctBound,
      seed: options.seed, seconds: options.seconds == nil ? nil : seconds, iterations: outcome.iterations,
      evaluatedMoves: outcome.evaluatedMoves)
    if outcome.lowerBound != nil || outcome.unassignedBound != nil || outcome.distinctBound != nil {
      // A bound above the roster's own figure is false.
      let contradictions = RosterChecker(instance).check(roster).violations
      guard contradictions.isEmpty else { throw SolverFailure.invalid(contradictions) }
    }
    return Plan(
      roster: roster, unassignedReasons: outcome.reasons ?? UnassignedExplainer.reasons(for: roster, of: instance),
      remark: outcome.remark)
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

extension UnassignedExplainer {
  /// Why each visit that a valid roster leaves is left.
  static func reasons(for roster: Roster, of instance: Instance) -> [UnassignedReason] {
    if roster.unassigned.isEmpty { return [] }
    let state = SearchState(CompiledProblem(instance))
    state.load(roster)
    return UnassignedExplainer(state).reasons()
  }
}
