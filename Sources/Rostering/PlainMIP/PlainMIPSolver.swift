import HomeCare
import IntegerProgram

/// Hands the whole problem to GLPK as one compact integer program, beginning from the constructed roster.
struct PlainMIPSolver: RosterSolver {
  let name = "plain-mip"
  let summary = "the whole problem as one compact integer program for GLPK; for tiny instances"

  let settings = [
    SolverSetting(name: "cuts", value: 0, range: 0...1, meaning: "1: GLPK adds its own cuts"),
    SolverSetting(
      name: "mostLegs", value: 20_000, range: 0...1_000_000,
      meaning: "ways from visit to visit beyond which no model is made"),
  ]

  func solve(
    _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
    progress: @escaping @Sendable (PlanProgress) -> Void
  ) throws -> SolverOutcome {
    let begin = ContinuousClock.now
    var options = options
    for setting in settings where options.settings[setting.name] == nil {
      options.settings[setting.name] = setting.value
    }
    let first = Planner(instance).plan(
      PlanOptions(iterations: 0, seed: options.seed, threads: 1), SammaSolvers.construct.recipe,
      cancellation: cancellation, progress: progress)
    var outcome = SolverOutcome(roster: first.roster)
    let problem = CompiledProblem(instance)
    let legs = PlainModel.legCount(of: problem)
    guard Double(legs) <= options.settings["mostLegs"] ?? 0 else {
      outcome.remark =
        "limit reached: the model would have \(legs) ways from visit to visit; the roster is the constructed one"
      return outcome
    }
    let plain = PlainModel(problem)
    let spent = SearchBudget.seconds(ContinuousClock.now - begin)
    let solved = try plain.model.solve(
      limits: SolveLimits(
        seconds: options.seconds.map { max(0, $0 - spent) }, nodes: options.iterations,
        cutoff: Double(first.roster.score.total)),
      settings: SearchSettings(addsCuts: options.settings["cuts"] == 1),
      callbacks: SolveCallbacks(isCancelled: { cancellation.isCancelled }))
    take(solved, plain, from: first.roster, into: &outcome)
    return outcome
  }

  /// Takes over what GLPK found and proved, as far as the checker agrees.
  private func take(_ solved: Outcome, _ plain: PlainModel, from first: Roster, into outcome: inout SolverOutcome) {
    outcome.iterations = solved.nodes
    outcome.status = solved.termination == .cancelled ? .interrupted : .feasible
    var total = first.score.total
    if let values = solved.values {
      // In floating point a row can be kept that is broken in whole minutes; the constructed roster then stands.
      guard let better = try? plain.roster(at: values).judged(by: RosterChecker(plain.problem.instance)) else {
        outcome.remark = "GLPK's solution does not keep the rules once it is rounded; the roster is the constructed one"
        return
      }
      if better.score.total < total {
        outcome.roster = better
        total = better.score.total
      }
    }
    switch solved.termination {
    case .infeasible, .unbounded:
      outcome.remark = "GLPK found the model without a solution, which it cannot be; nothing is proven"
    case .solverFailed(let reason):
      outcome.remark = "GLPK gave up: \(reason)"
    default:
      outcome.lowerBound = solved.safeBound.map { min(Int($0), total) }
      if outcome.lowerBound != total {
        outcome.remark = "limit reached after \(solved.nodes) nodes: the roster is the best so far"
      }
    }
  }
}
