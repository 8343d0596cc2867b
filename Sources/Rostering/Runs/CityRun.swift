import HomeCare
import Synchronization

/// A planning run of a city that is searched region by region.
final class CityRun: Sendable {
  let options: SolverOptions
  let parameters: SearchParameters
  let budget: SearchBudget
  let search: RegionSearch
  /// Iterations that the warm-up was given.
  let warmUpIterations = Mutex(0)
  private let report: ProgressReport

  /// A run; `nil` where the instance is no larger than a unit.
  init?(
    _ instance: Instance, _ options: SolverOptions, _ parameters: SearchParameters, _ budget: SearchBudget,
    _ report: ProgressReport
  ) {
    guard
      let search = RegionSearch(instance, parameters: parameters, seed: options.seed, threads: options.threads)
    else { return nil }
    self.options = options
    self.parameters = parameters
    self.budget = budget
    self.search = search
    self.report = report
  }

  /// Goes through the stages and tells what came of them.
  func outcome(of stages: [any RunStage]) -> SolverOutcome {
    for stage in stages { stage.perform(on: self) }
    var outcome = SolverOutcome(
      roster: search.roster(), status: budget.isCancelled ? .interrupted : .feasible)
    let work = search.standing
    outcome.iterations = work.iterations
    outcome.evaluatedMoves = work.evaluated
    outcome.reasons = search.reasons(for: outcome.roster)
    return outcome
  }

  /// Tells of the progress; skipped where the last word is fresh, unless `always`.
  func tell(_ phase: PlanProgress.Phase, always: Bool = false) { report.tell(phase, always: always, search.standing) }
}
