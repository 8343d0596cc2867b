import HomeCare

/// One planning run of a unit: construct, prove where that is within reach, search for the rest of the time.
final class UnitRun {
  /// Visits up to which a proof is tried where the run is free to choose and limited by time.
  private static let provableVisits = 240
  /// The same where no clock ends a vain attempt.
  private static let surelyProvableVisits = 24

  private let problem: CompiledProblem
  private let options: PlanOptions
  private let budget: SearchBudget
  private let report: ProgressReport
  private let search: RosterSearch
  private var proof: ExactOutcome?

  init(_ instance: Instance, _ options: PlanOptions, _ budget: SearchBudget, _ report: ProgressReport) {
    problem = CompiledProblem(instance)
    self.options = options
    self.budget = budget
    self.report = report
    search = RosterSearch(
      problem, parameters: options.parameters, seed: options.seed, threads: max(1, options.threads))
  }

  func plan() -> Plan {
    search.construct()
    tell("construct", always: true)
    if triesProof {
      search.anneal(within: budget.part(Self.incumbentShare, mostSeconds: Self.incumbentSeconds)) { _ in tell("search")
      }
      prove()
    }
    if proof?.status != .optimal && (options.solver != .exact || !triesProof) {
      search.anneal(within: budget) { _ in tell("search") }
    }
    return finished()
  }

  // MARK: Proof

  /// Part of the budget, and most seconds, for the roster that the proof starts from.
  private static let incumbentShare = 0.1
  private static let incumbentSeconds = 1.0
  /// Part of the time that a proof may take before the search goes on.
  private static let proofShare = 0.6

  private var triesProof: Bool {
    switch options.solver {
    case .exact: true
    case .heuristic: false
    case .auto:
      problem.visitCount <= (options.seconds == nil ? Self.surelyProvableVisits : Self.provableVisits)
    }
  }

  private func prove() {
    var limits = ExactSolver.Limits()
    if let seconds = options.seconds {
      let left = max(0, seconds - budget.elapsed)
      limits.seconds = options.solver == .exact ? left : left * Self.proofShare
    }
    let outcome = ExactSolver(problem).solve(
      incumbent: search.best.roster(), limits: limits, cancellation: budget.cancellation
    ) { bound, _ in
      report.tell(
        "exact", iterations: search.iterations, evaluated: search.evaluated, lowerBound: bound,
        best: search.best.fullScore)
    }
    proof = outcome
    if outcome.roster.score.total < search.best.total { search.adopt(outcome.roster) }
  }

  // MARK: Outcome

  private func finished() -> Plan {
    var roster = search.best.roster()
    if let proof, proof.roster.score.total <= roster.score.total { roster = proof.roster }
    let bound = proof?.lowerBound
    let isOptimal = bound.map { $0 >= roster.score.total } ?? false
    roster.solve = SolveSummary(
      solver: proof?.status == .optimal ? "exact" : "heuristic",
      status: isOptimal ? .optimal : budget.isCancelled ? .interrupted : .feasible, lowerBound: bound,
      unassignedBound: isOptimal && roster.score.unassigned == 0 ? 0 : nil, seed: options.seed,
      seconds: budget.seconds == nil ? nil : budget.elapsed, iterations: search.iterations,
      evaluatedMoves: search.evaluated)
    return Plan(roster: roster, unassignedReasons: reasons(for: roster))
  }

  private func reasons(for roster: Roster) -> [UnassignedReason] {
    if roster.unassigned.isEmpty { return [] }
    let state = SearchState(problem)
    state.load(roster)
    return UnassignedExplainer(state).reasons()
  }

  private func tell(_ phase: String, always: Bool = false) {
    report.tell(
      phase, always: always, iterations: search.iterations, evaluated: search.evaluated,
      lowerBound: proof?.lowerBound, best: search.best.fullScore)
  }
}
