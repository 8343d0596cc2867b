import HomeCare

/// A way of making rosters that has a name: one of Samma's own, another program, or one that you write.
///
/// A solver only proposes: `plan(_:_:)` checks what it returns and scores it, and so does everything else that runs
/// solvers.
public protocol RosterSolver: Sendable {
  /// What it is called on the command line and in experiments: lower-case letters, digits and hyphens.
  var name: String { get }
  /// What it does, in one line.
  var summary: String { get }
  /// The settings that it takes; none by default.
  var settings: [SolverSetting] { get }

  /// Makes a roster within the options' limits.
  ///
  /// A limit reached is no error: return the best roster so far, with every visit unassigned if need be. Neither the
  /// score nor the summary in the roster need be filled in. A solver that computes without suspending, as Samma's own do,
  /// holds its caller's thread for as long as it runs.
  ///
  /// - Parameters:
  ///   - options: Limits, seed, threads and settings; settings have been checked against `settings`.
  ///   - cancellation: Look at it often, and end soon once it is raised.
  ///   - progress: To be told of better rosters, from one thread at a time; a few times a second is often enough.
  /// - Throws: `SolverFailure` where there is no roster at all.
  func solve(
    _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
    progress: @escaping @Sendable (PlanProgress) -> Void
  ) async throws -> SolverOutcome
}

extension RosterSolver {
  /// None.
  public var settings: [SolverSetting] { [] }

  /// Runs the solver, checks its roster, and scores it; nothing that the solver says of the roster is taken on trust.
  ///
  /// - Throws: `ParameterProblem` for a setting that it cannot take; `SolverFailure` where there is no valid roster.
  public func plan(
    _ instance: Instance, _ options: SolverOptions = SolverOptions(), cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
  ) async throws -> Plan {
    let judge = try PlanJudge(self, instance, options, cancellation)
    return try judge.plan(
      try await solve(instance, options: options, cancellation: cancellation, progress: progress))
  }
}
