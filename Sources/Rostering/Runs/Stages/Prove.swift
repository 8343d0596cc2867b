/// Proves a roster best by branch and price, as far as that gets.
struct Prove: RunStage {
  /// When a proof is tried.
  enum Condition: Sendable {
    /// Where the instance looks small enough; the search goes on where the proof takes too long.
    case withinReach
    /// On any instance, for as long as there is time.
    case always
  }

  /// Part of the time that is left, where a search is to follow.
  private static let share = 0.6
  /// Cases looked at where no clock ends a proof, which steadiness can make a long one.
  private static let mostUntimedNodes = 1_000

  private let condition: Condition

  init(_ condition: Condition) { self.condition = condition }

  func perform(on run: UnitRun) {
    guard isTried(on: run) else { return }
    var limits = ExactSolver.Limits()
    if let seconds = run.budget.seconds {
      let left = max(0, seconds - run.budget.elapsed)
      limits.seconds = condition == .always ? left : left * Self.share
    } else if condition == .withinReach && run.problem.weighsSteadiness {
      limits.nodes = Self.mostUntimedNodes
    }
    let proof = ExactSolver(run.problem).solve(
      incumbent: run.search.best.roster(), limits: limits, cancellation: run.budget.cancellation
    ) { bound, _ in run.tell(.exact, lowerBound: bound) }
    run.proof = proof
    if condition == .always { run.remark = Self.remark(on: proof.status) }
    if proof.roster.score.total < run.search.best.total {
      run.search.adopt(proof.roster)
      run.tell(.exact)
    }
  }

  private func isTried(on run: UnitRun) -> Bool {
    if condition == .always { return true }
    let reach = ExactReach(run.problem)
    // Without a clock nothing would end a proof that turns out to be vain.
    return reach == .near || (reach == .far && run.budget.seconds != nil)
  }

  /// What kept a run that was to prove its roster from doing so.
  private static func remark(on status: ExactOutcome.Status) -> String? {
    switch status {
    case .optimal: nil
    case .stopped: "limit reached: the proof was not finished, and the roster is the best so far"
    case .tooLarge: "limit reached: the routes are too many to list; the roster is that of a short search"
    }
  }
}
