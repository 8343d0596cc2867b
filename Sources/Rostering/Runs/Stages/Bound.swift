/// Proves lower bounds of what no proof has bounded.
struct Bound: RunStage {
  /// Part of the time, by the seconds of a run, and most seconds: more where there is time for what prices can say.
  private static func share(of seconds: Double) -> Double {
    if seconds < 30 { return 0.06 }
    return seconds < 120 ? 0.12 : 0.15
  }
  private static let mostSeconds = 45.0
  /// Rounds of prices where a certificate is asked for and no time is given.
  private static let roundsOfCertificate = 100

  func perform(on run: UnitRun) {
    // A proof by routes leaves nothing that a certificate could hold.
    if run.proof?.lowerBound != nil && !run.options.keepsCertificate { return }
    var options = BoundOptions(threads: run.options.threads, clock: run.options.clock)
    if let seconds = run.budget.seconds {
      options.seconds = min(Self.mostSeconds, max(0, seconds - run.budget.elapsed) * Self.share(of: seconds))
    } else {
      // By iterations alone the bounds must not depend on the clock: the clients' floors, without pricing.
      options.rounds = run.options.keepsCertificate ? Self.roundsOfCertificate : 0
    }
    options.keepsCertificate = run.options.keepsCertificate
    run.bounds = BoundSolver(run.problem).run(options, cancellation: run.budget.cancellation, progress: nil)
    run.tell(.bound)
  }
}
