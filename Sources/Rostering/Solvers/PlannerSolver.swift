import HomeCare

/// A way of solving that is made of the parts of a planning run.
struct PlannerSolver: RosterSolver {
  let name: String
  let summary: String
  let recipe: RunRecipe
  /// Settings that make the solver what it is, and so are not for its user to choose.
  var fixed: [String: Double] = [:]
  /// The settings of the parts it has.
  var isOwn: @Sendable (String) -> Bool = { _ in true }

  var settings: [SolverSetting] {
    let usual = SearchParameters()
    return SearchParameters.all.filter { fixed[$0.name] == nil && isOwn($0.name) }.map {
      SolverSetting(name: $0.name, value: usual[keyPath: $0.path], range: $0.range, meaning: $0.meaning)
    }
  }

  func solve(
    _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
    progress: @escaping @Sendable (PlanProgress) -> Void
  ) throws -> SolverOutcome {
    var plan = PlanOptions(
      seconds: options.seconds, iterations: options.iterations, seed: options.seed, threads: options.threads)
    plan.start = options.start
    for (name, value) in options.settings.merging(fixed, uniquingKeysWith: { $1 }) {
      try plan.parameters.set(name, to: value)
    }
    let made = Planner(instance).plan(plan, recipe, cancellation: cancellation, progress: progress)
    var outcome = SolverOutcome(roster: made.roster, remark: made.remark)
    outcome.reasons = made.unassignedReasons
    if let solve = made.roster.solve {
      outcome.status = solve.status
      outcome.lowerBound = solve.lowerBound
      outcome.unassignedBound = solve.unassignedBound
      outcome.distinctBound = solve.distinctBound
      outcome.iterations = solve.iterations
      outcome.evaluatedMoves = solve.evaluatedMoves
      // A run that may prove says whether it did.
      if recipe.proof != .never { outcome.method = solve.solver }
    }
    return outcome
  }
}
