/// Tells the exact solver when to stop short of a proof.
struct ExactWatch: Sendable {
  private let deadline: ContinuousClock.Instant?
  private let cancellation: Cancellation

  /// - Parameter seconds: from now; no limit where absent.
  init(seconds: Double?, cancellation: Cancellation) {
    deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    self.cancellation = cancellation
  }

  private init(deadline: ContinuousClock.Instant?, cancellation: Cancellation) {
    self.deadline = deadline
    self.cancellation = cancellation
  }

  /// The same, but over some seconds from now at the latest, where there is a limit at all.
  ///
  /// Without a limit the run has no clock, so that equal runs give equal answers.
  func within(seconds: Double) -> ExactWatch {
    ExactWatch(deadline: deadline.map { min($0, ContinuousClock.now + .seconds(seconds)) }, cancellation: cancellation)
  }

  /// Whether time is over, or the caller said stop.
  var isOver: Bool { cancellation.isCancelled || deadline.map { ContinuousClock.now >= $0 } ?? false }
}
