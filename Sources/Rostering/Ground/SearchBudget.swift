/// How much of a run is used up, by the clock and by iterations, whichever is further.
struct SearchBudget {
  /// The run's time.
  let time: RunTime
  let seconds: Double?
  let iterations: Int?
  let cancellation: Cancellation

  /// A budget of a run's time.
  init(_ time: RunTime = RunTime(), seconds: Double?, iterations: Int?, cancellation: Cancellation) {
    self.time = time
    self.seconds = seconds
    self.iterations = iterations
    self.cancellation = cancellation
  }

  /// Iterations of a part where the whole has no limit at all.
  private static let partOfNoLimit = 20_000

  /// A budget of the same run that ends after a part of this one, at most some seconds from now.
  func part(_ share: Double, mostSeconds: Double) -> SearchBudget {
    SearchBudget(
      time, seconds: seconds.map { min($0 * share, elapsed + mostSeconds) },
      iterations: iterations.map { Int(Double($0) * share) } ?? (seconds == nil ? Self.partOfNoLimit : nil),
      cancellation: cancellation)
  }

  /// What is left after iterations spent elsewhere; the time runs on by itself.
  func without(iterations spent: Int) -> SearchBudget {
    SearchBudget(
      time, seconds: seconds, iterations: iterations.map { max(0, $0 - spent) }, cancellation: cancellation)
  }

  /// Seconds since the run began.
  var elapsed: Double { time.elapsed }

  /// The used part of the budget after some iterations; at least 1 where it is used up.
  func progress(after done: Int) -> Double {
    var part = 0.0
    if let iterations { part = iterations <= 0 ? 1 : Double(done) / Double(iterations) }
    if let seconds { part = max(part, elapsed / max(seconds, 1e-9)) }
    return cancellation.isCancelled ? max(part, 1) : part
  }

  var isCancelled: Bool { cancellation.isCancelled }

  /// A duration in seconds.
  static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
