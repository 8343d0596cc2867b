/// Has staff of neighbouring regions take what those of a city's region could not.
struct Mend: RunStage {
  func perform(on run: UnitRun) {}

  func perform(on run: CityRun) { run.search.mend(within: run.budget) { run.tell(.mend) } }
}
