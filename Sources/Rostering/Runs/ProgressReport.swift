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
    _ phase: PlanProgress.Phase, always: Bool = false, lowerBound: Int? = nil,
    _ standing: @autoclosure () -> RosterSearch.Standing
  ) {
    guard let progress else { return }
    lastTold.withLock { last in
      let now = budget.elapsed
      if !always && now - last < Self.interval { return }
      last = now
      let standing = standing()
      progress(
        PlanProgress(
          seconds: now, best: standing.best, phase: phase, iterations: standing.iterations,
          evaluatedMoves: standing.evaluated, lowerBound: lowerBound))
    }
  }
}
