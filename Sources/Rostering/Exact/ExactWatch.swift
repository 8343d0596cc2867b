/// Tells the exact solver when to stop short of a proof.
struct ExactWatch: Sendable {
  private let deadline: ContinuousClock.Instant?
  private let cancellation: Cancellation

  /// - Parameter seconds: from now; no limit where absent.
  init(seconds: Double?, cancellation: Cancellation) {
    deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    self.cancellation = cancellation
  }

  /// Whether time is over, or the caller said stop.
  var isOver: Bool { cancellation.isCancelled || deadline.map { ContinuousClock.now >= $0 } ?? false }
}
