/// Plans the day that all days repeat, where they do, and begins from that day's roster on every day.
struct RepeatDay: RunStage {
  /// Part of the budget for the day.
  private static let share = 0.2

  /// What is done for the day alone; bounds of it would say nothing of the whole.
  private let stages: [any RunStage]

  init(_ stages: [any RunStage]) { self.stages = stages }

  func perform(on run: UnitRun) {
    guard run.options.start == nil, let day = RepeatedDay(run.problem.instance) else { return }
    let part = run.budget.part(Self.share, mostSeconds: .infinity)
    var options = run.options
    options.keepsCertificate = false
    let alone = UnitRun(
      day.instance, options, run.parameters, part, ProgressReport(budget: part, progress: nil))
    run.search.start(from: day.repeated(alone.outcome(of: stages).roster))
    run.budget = run.budget.without(iterations: alone.search.iterations)
  }
}
