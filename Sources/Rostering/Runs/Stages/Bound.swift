/// Proves lower bounds of what no proof has bounded.
struct Bound: RunStage {
  /// Part of the time, and most seconds; more in runs that are long enough for all that the bounds can say.
  private static let share = 0.06
  private static let longShare = 0.15
  private static let longSeconds = 120.0
  private static let mostSeconds = 45.0

  func perform(on run: UnitRun) {
    if run.proof?.lowerBound != nil { return }
    var options = BoundOptions(threads: run.options.threads)
    if let seconds = run.budget.seconds {
      let share = seconds < Self.longSeconds ? Self.share : Self.longShare
      options.seconds = min(Self.mostSeconds, max(0, seconds - run.budget.elapsed) * share)
    } else {
      // By iterations alone the bounds must not depend on the clock: the clients' floors, without pricing.
      options.rounds = 0
    }
    run.bounds = BoundSolver(run.problem).run(options, cancellation: run.budget.cancellation, progress: nil)
    run.tell(.bound)
  }
}
