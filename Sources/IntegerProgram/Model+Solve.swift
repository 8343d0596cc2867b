extension Model {
  /// Solves the model by GLPK's branch and bound and says how far it came; a limit reached is no error.
  ///
  /// Runs on a thread of its own, for which the caller waits. Any number of runs may go on at once. Repeating a run
  /// gives the same values unless a time limit or cancellation cut it short.
  ///
  /// - Parameters:
  ///   - limits: when to stop short of a proof.
  ///   - settings: how to search.
  ///   - start: a feasible solution already known, one value for each variable.
  ///   - callbacks: what the run asks and tells on its way.
  /// - Throws: `IntegerProgramError` for an unsound model, an infeasible `start`, or when no thread can be had. What
  ///   goes wrong inside GLPK is an outcome.
  public func solve(
    limits: SolveLimits = SolveLimits(), settings: SearchSettings = SearchSettings(), start: [Double]? = nil,
    callbacks: SolveCallbacks = SolveCallbacks()
  ) throws -> Outcome {
    let watch = StopWatch(seconds: limits.seconds, isCancelled: callbacks.isCancelled)
    let search = try preparedSearch(watch, limits, settings, start, callbacks)
    return try SolverThread.run { search.run() }
  }

  /// Solves the model as `solve` does, suspending the task instead of holding its thread.
  ///
  /// Cancelling the task ends the run with what was found.
  public func solution(
    limits: SolveLimits = SolveLimits(), settings: SearchSettings = SearchSettings(), start: [Double]? = nil,
    progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) async throws -> Outcome {
    let cancelled = CancellationFlag()
    let callbacks = SolveCallbacks(isCancelled: { cancelled.isRaised }, progress: progress)
    let watch = StopWatch(seconds: limits.seconds, isCancelled: callbacks.isCancelled)
    let search = try preparedSearch(watch, limits, settings, start, callbacks)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        do {
          try SolverThread.detach { continuation.resume(returning: search.run()) }
        } catch {
          continuation.resume(throwing: error)
        }
      }
    } onCancel: {
      cancelled.raise()
    }
  }

  private func preparedSearch(
    _ watch: StopWatch, _ limits: SolveLimits, _ settings: SearchSettings, _ start: [Double]?,
    _ callbacks: SolveCallbacks
  ) throws -> BranchAndBound {
    try requireSound()
    let search = BranchAndBound(self, watch: watch, limits: limits, settings: settings, callbacks: callbacks)
    if let start {
      guard start.count == variables.count else {
        throw IntegerProgramError.wrongCount(of: "start", found: start.count, expected: variables.count)
      }
      guard search.adopt(start) else { throw IntegerProgramError.infeasibleStart }
    }
    return search
  }

  /// Throws with every problem of an unsound model.
  func requireSound() throws {
    let problems = problems()
    guard problems.isEmpty else { throw IntegerProgramError.unsoundModel(problems) }
  }
}
