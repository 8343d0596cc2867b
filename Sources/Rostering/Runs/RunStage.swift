/// One step of a planning run, with its share of the run's budget.
protocol RunStage: Sendable {
  /// Does the step for an instance that is searched as a whole.
  func perform(on run: UnitRun)
  /// Does the step for a city that is searched region by region; nothing where it is of no use there.
  func perform(on run: CityRun)
}

extension RunStage {
  func perform(on run: CityRun) {}
}
