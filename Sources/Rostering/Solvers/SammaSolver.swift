import HomeCare

/// One of the solvers that Samma brings with it: stages that follow one another, and settings that belong to them.
public struct SammaSolver: RosterSolver {
  /// What it is called on the command line and in experiments.
  public let name: String
  /// What it does, in one line.
  public let summary: String
  /// What a run does, in order.
  let stages: [any RunStage]
  /// Whether what is larger than a unit is planned region by region.
  var dividesCities = true
  /// Settings that make the solver what it is, and so are not for its user to choose.
  var fixed: [String: Double] = [:]
  /// The settings that its stages read, where these are not all.
  var read: Set<String>?

  /// Proves what can be proven and searches otherwise; the usual one.
  public static let auto = SammaSolver(
    name: "auto", summary: "proves what can be proven and searches otherwise, with lower bounds by GLPK",
    stages: [
      Construct(), RepeatDay([Construct(), WarmUp(), Prove(.withinReach), Anneal()]), WarmUp(), Prove(.withinReach),
      Bound(), Anneal(), Mend(),
    ])

  /// Proves, for as long as it takes.
  public static let exact = SammaSolver(
    name: "exact", summary: "branch and price: routes priced by dynamic programming, linear programs by GLPK",
    stages: [Construct(), WarmUp(), Prove(.always), Bound()], dividesCities: false)

  /// Searches, and bounds what a roster can reach.
  public static let heuristic = SammaSolver(
    name: "heuristic", summary: "the large neighbourhood search, with lower bounds by GLPK in a part of the time",
    stages: [
      Construct(), RepeatDay([Construct(), WarmUp(), Anneal()]), WarmUp(), Bound(), Anneal(), Mend(),
    ])

  /// Makes the first roster and leaves it.
  public static let construct = SammaSolver(
    name: "construct", summary: "the first roster alone: each visit into its cheapest place, none moved again",
    stages: [Construct()], read: ["guideFactor", "guideExponent"])

  /// Searches by moves of single visits.
  public static let localSearch = SammaSolver(
    name: "local-search", summary: "annealing by relocations and exchanges of single visits; no GLPK",
    stages: largeNeighbourhood.stages,
    fixed: [
      "ruinPair": 0, "ruinNeighbours": 0, "ruinShifts": 0, "restart": 0, "makeRoom": 0, "slide": 0, "relocateBundle": 0,
      "exchangeBundles": 0, "ruinBundles": 0, "ruinSeries": 0, "takeOver": 0, "emptyShift": 0,
    ])

  /// Searches by moves of every kind.
  public static let largeNeighbourhood = SammaSolver(
    name: "large-neighbourhood", summary: "annealing that also ruins and recreates parts of the roster; no GLPK",
    stages: [Construct(), RepeatDay([Construct(), WarmUp(), Anneal()]), WarmUp(), Anneal(), Mend()])

  /// All of them, the usual one first.
  static let all = [auto, exact, heuristic, construct, localSearch, largeNeighbourhood]

  /// The settings that are for its user to choose.
  public var settings: [SolverSetting] {
    SearchParameters.all.filter { fixed[$0.name] == nil && read?.contains($0.name) != false }.map(\.offered)
  }

  /// Plans on the calling thread and returns when it is done; the roster is checked as any solver's is.
  ///
  /// - Throws: `ParameterProblem` for a setting that it cannot take; `SolverFailure` where there is no valid roster.
  public func plan(
    _ instance: Instance, _ options: SolverOptions = SolverOptions(), cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
  ) throws -> Plan {
    let judge = try PlanJudge(self, instance, options, cancellation)
    return try judge.plan(try solve(instance, options: options, cancellation: cancellation, progress: progress))
  }

  /// Goes through the stages within the options' limits.
  ///
  /// - Throws: `ParameterProblem` for a setting that there is not, or that cannot take its value.
  public func solve(
    _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
    progress: @escaping @Sendable (PlanProgress) -> Void
  ) throws -> SolverOutcome {
    run(
      instance, options, try SearchParameters(options.settings.merging(fixed) { $1 }), cancellation: cancellation,
      progress: progress)
  }

  /// Goes through the stages with these parameters of the search, whatever the options' settings say.
  func run(
    _ instance: Instance, _ options: SolverOptions, _ parameters: SearchParameters,
    cancellation: Cancellation = Cancellation(), progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) -> SolverOutcome {
    let budget = SearchBudget(
      RunTime(options.clock, threads: options.threads), seconds: options.seconds, iterations: options.iterations,
      cancellation: cancellation)
    let report = ProgressReport(budget: budget, progress: progress)
    var outcome =
      if dividesCities, let city = CityRun(instance, options, parameters, budget, report) {
        city.outcome(of: stages)
      } else {
        UnitRun(instance, options, parameters, budget, report).outcome(of: stages)
      }
    // A run that may prove says whether it did.
    if stages.contains(where: { $0 is Prove }) && outcome.method == nil { outcome.method = Self.heuristic.name }
    return outcome
  }
}
