import HomeCare

/// One planning run of a unit: construct, prove or bound as far as that is within reach, search for the rest of the time.
final class UnitRun {
  /// Most seconds for the roster that stands while bounds and proofs are sought.
  private static let warmUpSeconds = 1.0
  /// Part of the time that a proof may take before the search goes on.
  private static let proofShare = 0.6
  /// Part of the time, and most seconds, for the bounds of what is too large to prove; more in runs that are long enough
  /// for all that the bounds can say.
  private static let boundShare = 0.06
  private static let longBoundShare = 0.15
  private static let longSeconds = 120.0
  private static let boundSeconds = 45.0
  /// Part of the budget for one day, where every day asks the same.
  private static let dayShare = 0.2

  private let problem: CompiledProblem
  private let options: PlanOptions
  private let recipe: RunRecipe
  private var budget: SearchBudget
  private let report: ProgressReport
  private let search: RosterSearch
  private var proof: ExactOutcome?
  private var bounds: Bounds?

  init(
    _ instance: Instance, _ options: PlanOptions, _ recipe: RunRecipe, _ budget: SearchBudget, _ report: ProgressReport
  ) {
    problem = CompiledProblem(instance)
    self.options = options
    self.recipe = recipe
    self.budget = budget
    self.report = report
    search = RosterSearch(
      problem, parameters: options.parameters, seed: options.seed, threads: max(1, options.threads))
  }

  func plan() -> Plan {
    search.construct()
    if let start = options.start { search.start(from: start) }
    tell("construct", always: true)
    if recipe.searches && options.start == nil, let day = RepeatedDay(problem.instance) { plan(day) }
    let triesProof = triesProof
    if recipe.searches || triesProof { warmUp() }
    if triesProof { prove() }
    if recipe.bounds && proof?.lowerBound == nil { bound() }
    if recipe.searches && proof?.status != .optimal {
      search.anneal(within: budget) { _ in tell("search") }
    }
    return finished()
  }

  /// Anneals for a moment, so that a good roster stands early.
  private func warmUp() {
    if options.parameters.warmUp <= 0 { return }
    search.anneal(within: budget.part(options.parameters.warmUp, mostSeconds: Self.warmUpSeconds)) { _ in
      tell("search")
    }
    tell("search", always: true)
  }

  /// Plans the day that all days repeat, and begins from that day's roster on every day.
  private func plan(_ day: RepeatedDay) {
    let part = budget.part(Self.dayShare, mostSeconds: .infinity)
    var options = self.options
    (options.seconds, options.iterations) = (part.seconds, part.iterations)
    // What is proven of the day alone says nothing of the whole.
    var recipe = recipe
    recipe.bounds = false
    let run = UnitRun(day.instance, options, recipe, part, ProgressReport(budget: part, progress: nil))
    let roster = run.plan().roster
    search.start(from: day.repeated(roster))
    budget = budget.without(iterations: run.search.iterations)
  }

  // MARK: What can be proven

  private var triesProof: Bool {
    switch recipe.proof {
    case .always: return true
    case .never: return false
    case .withinReach:
      let reach = ExactReach(problem)
      // Without a clock nothing would end a proof that turns out to be vain.
      return reach == .near || (reach == .far && options.seconds != nil)
    }
  }

  private func prove() {
    var limits = ExactSolver.Limits()
    if let seconds = options.seconds {
      let left = max(0, seconds - budget.elapsed)
      limits.seconds = recipe.proof == .always ? left : left * Self.proofShare
    }
    let outcome = ExactSolver(problem).solve(
      incumbent: search.best.roster(), limits: limits, cancellation: budget.cancellation
    ) { bound, _ in
      report.tell("exact", lowerBound: bound, search.standing)
    }
    proof = outcome
    if outcome.roster.score.total < search.best.total { search.adopt(outcome.roster) }
  }

  private func bound() {
    var options = BoundOptions(threads: self.options.threads)
    if let seconds = budget.seconds {
      let share = seconds < Self.longSeconds ? Self.boundShare : Self.longBoundShare
      options.seconds = min(Self.boundSeconds, max(0, seconds - budget.elapsed) * share)
    } else {
      // By iterations alone the bounds must not depend on the clock: the clients' floors, without pricing.
      options.rounds = 0
    }
    bounds = BoundSolver(problem).run(options, cancellation: budget.cancellation, progress: nil)
    tell("bound")
  }

  // MARK: Outcome

  private func finished() -> Plan {
    var roster = search.best.roster()
    if let proof, proof.roster.score.total <= roster.score.total { roster = proof.roster }
    let lowerBound = lowerBound
    let isOptimal = lowerBound.map { $0 >= roster.score.total } ?? false
    roster.solve = SolveSummary(
      solver: proof?.status == .optimal ? "exact" : "heuristic",
      status: isOptimal ? .optimal : budget.isCancelled ? .interrupted : .feasible, lowerBound: lowerBound,
      unassignedBound: proof?.unassignedBound ?? bounds?.unassigned, distinctBound: distinctBound(of: roster),
      seed: options.seed, seconds: budget.seconds == nil ? nil : budget.elapsed, iterations: search.iterations,
      evaluatedMoves: search.evaluated)
    return Plan(roster: roster, unassignedReasons: reasons(for: roster), remark: remark)
  }

  /// What kept a run that was to prove its roster from doing so.
  private var remark: String? {
    guard recipe.proof == .always, let proof else { return nil }
    switch proof.status {
    case .optimal: return nil
    case .stopped: return "limit reached: the proof was not finished, and the roster is the best so far"
    case .tooLarge: return "limit reached: the routes are too many to list; the roster is that of a short search"
    }
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

  private func reasons(for roster: Roster) -> [UnassignedReason] {
    if roster.unassigned.isEmpty { return [] }
    let state = SearchState(problem)
    state.load(roster)
    return UnassignedExplainer(state).reasons()
  }

  private func tell(_ phase: String, always: Bool = false) {
    report.tell(phase, always: always, lowerBound: lowerBound, search.standing)
  }
}
