/// Anneals the roster for the rest of the budget.
struct Anneal: RunStage {
  func perform(on run: UnitRun) {
    run.search.anneal(within: run.budget) { _ in run.tell(.search) }
  }

  func perform(on run: CityRun) {
    let spent = run.warmUpIterations.withLock { $0 }
    run.search.anneal(within: run.budget.without(iterations: spent)) { run.tell(.search) }
  }
}
