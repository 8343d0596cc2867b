import HomeCare

/// Makes rosters for one instance.
public struct Planner: Sendable {
  /// The instance planned.
  public let instance: Instance

  /// A planner of an instance.
  public init(_ instance: Instance) { self.instance = instance }

  /// Plans within the options' limits and returns the best roster found; a limit reached is no error.
  ///
  /// Blocks the calling thread until done. `progress` is called from one thread at a time, at most a few times a second.
  public func plan(
    _ options: PlanOptions = PlanOptions(), cancellation: Cancellation = Cancellation(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) -> Plan {
    plan(options, RunRecipe(options.solver), cancellation: cancellation, progress: progress)
  }

  /// Plans with some parts of a run.
  func plan(
    _ options: PlanOptions, _ recipe: RunRecipe, cancellation: Cancellation,
    progress: (@Sendable (PlanProgress) -> Void)?
  ) -> Plan {
    let budget = SearchBudget(
      begin: ContinuousClock().now, seconds: options.seconds, iterations: options.iterations,
      cancellation: cancellation)
    let report = ProgressReport(budget: budget, progress: progress)
    if recipe.proof != .always, let city = CityRun(instance, options, recipe, budget, report) {
      return city.plan()
    }
    return UnitRun(instance, options, recipe, budget, report).plan()
  }
}
