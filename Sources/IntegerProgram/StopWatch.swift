/// Tells when a run must end: at its deadline, or when its caller says so.
final class StopWatch {
  private let began = ContinuousClock.now
  private let limit: Double?
  private let isCancelled: (() -> Bool)?
  private(set) var wasCancelled = false

  init(seconds limit: Double?, isCancelled: (() -> Bool)?) {
    self.limit = limit
    self.isCancelled = isCancelled
  }

  /// Seconds since the run began.
  var elapsed: Double {
    let passed = (ContinuousClock.now - began).components
    return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
  }

  /// Whether the time is over.
  var isOver: Bool { limit.map { elapsed >= $0 } ?? false }

  /// Whether the caller has said stop; once said, it stays.
  func pollCancelled() -> Bool {
    if !wasCancelled, let isCancelled, isCancelled() { wasCancelled = true }
    return wasCancelled
  }

  /// Whether the run must end for either reason.
  func mustEnd() -> Bool { pollCancelled() || isOver }

  /// What is left, as GLPK takes it: whole milliseconds, the greatest Int32 for no limit.
  var remainingMilliseconds: Int32 {
    guard let limit else { return .max }
    return Int32(min(max(0, (limit - elapsed) * 1000), Double(Int32.max)))
  }
}
