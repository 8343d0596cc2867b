import HomeCare

/// One planning run of a city: region by region.
struct CityRun {
  private let search: RegionSearch
  private let options: PlanOptions
  private let recipe: RunRecipe
  private let budget: SearchBudget
  private let report: ProgressReport

  /// A run; `nil` where the instance is no larger than a unit.
  init?(
    _ instance: Instance, _ options: PlanOptions, _ recipe: RunRecipe, _ budget: SearchBudget, _ report: ProgressReport
  ) {
    guard
      let search = RegionSearch(
        instance, parameters: options.parameters, seed: options.seed, threads: options.threads)
    else { return nil }
    self.search = search
    self.options = options
    self.recipe = recipe
    self.budget = budget
    self.report = report
  }

  func plan() -> Plan {
    search.construct()
    report.tell("construct", always: true, best: search.score())
    if recipe.searches {
      search.anneal(within: budget) { report.tell("search", best: search.score()) }
      search.mend(within: budget) { report.tell("mend", best: search.score()) }
    }
    var (roster, evaluated, iterations) = search.roster()
    roster.solve = SolveSummary(
      solver: "heuristic", status: budget.isCancelled ? .interrupted : .feasible, seed: options.seed,
      seconds: budget.seconds == nil ? nil : budget.elapsed, iterations: iterations, evaluatedMoves: evaluated)
    return Plan(roster: roster, unassignedReasons: search.reasons(for: roster))
  }
}
