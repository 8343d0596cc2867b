import HomeCare
import Synchronization

/// Hands progress on to the caller, each better roster and otherwise a few times a second at most, from one thread at a
/// time.
final class ProgressReport: Sendable {
  private static let interval = 0.2

  private let budget: SearchBudget
  private let progress: (@Sendable (PlanProgress) -> Void)?
  private let lastTold = Mutex((seconds: -Double.infinity, best: Int.max))

  init(budget: SearchBudget, progress: (@Sendable (PlanProgress) -> Void)?) {
    self.budget = budget
    self.progress = progress
  }

  /// Tells where the run stands; skipped where the last word is fresh and the best roster the same, unless `always`.
  ///
  /// - Parameter best: The best roster's cost by the search's own count, where it is known without counting: only whether it
  ///   falls is asked.
  func tell(
    _ phase: PlanProgress.Phase, always: Bool = false, lowerBound: Int? = nil, best: Int? = nil,
    _ standing: @autoclosure () -> RosterSearch.Standing
  ) {
    guard let progress else { return }
    lastTold.withLock { last in
      let now = budget.elapsed
      let isBetter = best.map { $0 < last.best } ?? false
      if !always && !isBetter && now - last.seconds < Self.interval { return }
      last = (now, min(last.best, best ?? last.best))
      let standing = standing()
      progress(
        PlanProgress(
          seconds: now, best: standing.best, phase: phase, iterations: standing.iterations,
          evaluatedMoves: standing.evaluated, lowerBound: lowerBound))
    }
  }
}
