import HomeCare

/// Makes rosters for one instance.
public struct Planner: Sendable {
  /// The instance planned.
  public let instance: Instance

  /// A planner of an instance.
  public init(_ instance: Instance) { self.instance = instance }

  /// Plans within the options' limits and returns the best roster found; a limit reached is no error.
  ///
  /// Blocks the calling thread until done. `progress` is called from one thread at a time.
  public func plan(
    _ options: PlanOptions = PlanOptions(), cancellation: Cancellation = Cancellation(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) -> Plan {
    let problem = CompiledProblem(instance)
    let search = RosterSearch(
      problem, parameters: options.parameters, seed: options.seed, threads: max(1, options.threads))
    let budget = SearchBudget(
      begin: ContinuousClock().now, seconds: options.seconds, iterations: options.iterations,
      cancellation: cancellation)
    search.construct()
    search.anneal(within: budget) { standing in
      progress?(
        PlanProgress(
          seconds: budget.elapsed, iterations: standing.iterations, evaluatedMoves: standing.evaluated,
          best: standing.best, lowerBound: nil, phase: "search"))
    }
    var roster = search.best.roster()
    roster.solve = SolveSummary(
      solver: "heuristic", status: cancellation.isCancelled ? .interrupted : .feasible, seed: options.seed,
      iterations: search.iterations, evaluatedMoves: search.evaluated)
    return Plan(roster: roster, unassignedReasons: [])
  }
}
