import HomeCare

/// A planning run of an instance that is searched as a whole.
final class UnitRun {
  let problem: CompiledProblem
  let options: SolverOptions
  let parameters: SearchParameters
  /// What the run may use; stages that work on another instance take what they use off it.
  var budget: SearchBudget
  let search: RosterSearch
  /// What a proof has found.
  var proof: ExactOutcome?
  /// What is bounded where no proof has bounded it.
  var bounds: Bounds?
  /// What a reader should know of how a stage ended.
  var remark: String?
  private let report: ProgressReport

  init(
    _ instance: Instance, _ options: SolverOptions, _ parameters: SearchParameters, _ budget: SearchBudget,
    _ report: ProgressReport
  ) {
    problem = CompiledProblem(instance)
    self.options = options
    self.parameters = parameters
    self.budget = budget
    self.report = report
    search = RosterSearch(problem, parameters: parameters, seed: options.seed, threads: max(1, options.threads))
  }

  /// Goes through the stages until one has proven the roster best, and tells what came of them.
  func outcome(of stages: [any RunStage]) -> SolverOutcome {
    for stage in stages where proof?.status != .optimal { stage.perform(on: self) }
    if options.keepsCertificate && bounds == nil { Bound().perform(on: self) }
    var outcome = SolverOutcome(
      roster: search.best.roster(), status: budget.isCancelled ? .interrupted : .feasible, lowerBound: lowerBound,
      remark: remark)
    if let proof, proof.roster.score.total <= outcome.roster.score.total { outcome.roster = proof.roster }
    if proof?.status == .optimal { outcome.method = "exact" }
    outcome.unassignedBound = proof?.unassignedBound ?? bounds?.unassigned
    outcome.distinctBound = distinctBound(of: outcome.roster)
    outcome.certificate = bounds?.certificate
    outcome.iterations = search.iterations
    outcome.evaluatedMoves = search.evaluated
    return outcome
  }

  /// Tells of the progress; skipped where the last word is fresh and no better roster is there, unless `always`.
  func tell(_ phase: PlanProgress.Phase, always: Bool = false, lowerBound: Int? = nil) {
    report.tell(
      phase, always: always, lowerBound: lowerBound ?? self.lowerBound, best: search.best.total, search.standing)
  }

  private var lowerBound: Int? { proof?.lowerBound ?? bounds?.total }

  /// A bound on distinct holds for rosters that leave no more unassigned than it allowed for.
  private func distinctBound(of roster: Roster) -> Int? {
    if let proof, let bound = proof.distinctBound, proof.roster.score[.unassigned] >= roster.score[.unassigned] {
      return bound
    }
    guard let bounds, roster.score[.unassigned] <= bounds.unassignedAllowed else { return nil }
    return bounds.distinct
  }
}
