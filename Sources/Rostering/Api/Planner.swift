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
    let budget = SearchBudget(
      begin: ContinuousClock().now, seconds: options.seconds, iterations: options.iterations,
      cancellation: cancellation)
    let report = ProgressReport(budget: budget, progress: progress)
    if options.solver != .exact, let city = CityRun(instance, options, budget, report) {
      return city.plan()
    }
    return UnitRun(instance, options, budget, report).plan()
  }
}
