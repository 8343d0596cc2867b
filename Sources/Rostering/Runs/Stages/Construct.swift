/// Builds the first roster, beside the one that the run starts from where there is one.
struct Construct: RunStage {
  func perform(on run: UnitRun) {
    run.search.construct()
    if let start = run.options.start { run.search.start(from: start) }
    run.tell(.construct, always: true)
  }

  func perform(on run: CityRun) {
    run.search.construct(from: run.options.start)
    run.tell(.construct, always: true)
  }
}
