import HomeCare
import Synchronization

/// Hands progress on to the caller, at most a few times a second, from one thread at a time.
final class ProgressReport: Sendable {
  private static let interval = 0.2

  private let budget: SearchBudget
  private let progress: (@Sendable (PlanProgress) -> Void)?
  private let lastTold = Mutex(-Double.infinity)

  init(budget: SearchBudget, progress: (@Sendable (PlanProgress) -> Void)?) {
    self.budget = budget
    self.progress = progress
  }

  /// Tells where the run stands; skipped where the last word is fresh, unless `always`.
  func tell(
    _ phase: String, always: Bool = false, iterations: Int = 0, evaluated: Int = 0, lowerBound: Int? = nil,
    best: @autoclosure () -> Score
  ) {
    guard let progress else { return }
    lastTold.withLock { last in
      let now = budget.elapsed
      if !always && now - last < Self.interval { return }
      last = now
      progress(
        PlanProgress(
          seconds: now, best: best(), phase: phase, iterations: iterations, evaluatedMoves: evaluated,
          lowerBound: lowerBound))
    }
  }
}
