/// Anneals for a moment, so that a good roster stands early, while bounds and proofs are sought too.
struct WarmUp: RunStage {
  /// Most seconds of a unit, and until all regions of a city have been annealed once.
  private static let mostSeconds = 1.0
  private static let mostCitySeconds = 45.0

  func perform(on run: UnitRun) {
    if run.parameters.warmUp <= 0 { return }
    let part = run.budget.part(run.parameters.warmUp, mostSeconds: Self.mostSeconds)
    run.search.anneal(within: part) { _ in run.tell(.search) }
    run.tell(.search, always: true)
  }

  func perform(on run: CityRun) {
    if run.parameters.warmUp <= 0 { return }
    let part = run.budget.part(run.parameters.warmUp, mostSeconds: Self.mostCitySeconds)
    run.search.anneal(within: part) { run.tell(.search) }
    run.warmUpIterations.withLock { $0 = part.iterations ?? 0 }
  }
}
