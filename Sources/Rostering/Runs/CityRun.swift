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
    search.construct(from: options.start)
    tell("construct", always: true)
    if recipe.searches {
      search.anneal(within: budget) { tell("search") }
      search.mend(within: budget) { tell("mend") }
    }
    var roster = search.roster()
    let work = search.standing
    roster.solve = SolveSummary(
      solver: "heuristic", status: budget.isCancelled ? .interrupted : .feasible, seed: options.seed,
      seconds: budget.seconds == nil ? nil : budget.elapsed, iterations: work.iterations,
      evaluatedMoves: work.evaluated)
    return Plan(roster: roster, unassignedReasons: search.reasons(for: roster))
  }

  private func tell(_ phase: String, always: Bool = false) { report.tell(phase, always: always, search.standing) }
}
