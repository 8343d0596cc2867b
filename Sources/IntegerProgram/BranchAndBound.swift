import CGLPK

/// One run of GLPK's branch and bound on one model, from loading to outcome.
///
/// It is used by one thread at a time: made by the caller, then run on the solver's thread.
final class BranchAndBound {
  let model: Model
  let watch: StopWatch
  let limits: SolveLimits
  let settings: SearchSettings
  let callbacks: SolveCallbacks
  /// Whether GLPK searches a simplified model rather than `model`.
  var isPresolved = false

  // What was found and proven, in the model's own terms.
  var incumbent: [Double]?
  var incumbentObjective: Double?
  var treeBound: Double?
  var nodes = 0
  var lazyRowPool: [LazyRow] = []
  var lazyRowCount = 0

  // What belongs to the search tree.
  var priorities: [Int] = []
  var cutoffPoint: [Double]?
  var treeObjective: Double?
  var stopReason: Outcome.Termination?
  var lastReport = 0.0

  init(
    _ model: Model, watch: StopWatch, limits: SolveLimits, settings: SearchSettings, callbacks: SolveCallbacks
  ) {
    self.model = model
    self.watch = watch
    self.limits = limits
    self.settings = settings
    self.callbacks = callbacks
  }

  /// The whole run; to be called on a solver thread.
  func run() -> Outcome {
    if model.hasCrossedBounds { return outcome(.infeasible) }
    do {
      try GLPKEnvironment.open(watch)
      defer { GLPKEnvironment.close() }
      return outcome(try search())
    } catch {
      return outcome(termination(of: error))
    }
  }

  /// Loads, simplifies, solves the root relaxation and searches the tree; solutions are kept on the way.
  private func search() throws(Interruption) -> Outcome.Termination {
    let problem = try GLPKProblem(model)
    if let reduced = try presolved(problem) {
      switch reduced {
      case .infeasible: return incumbent == nil ? .infeasible : .optimal
      case .problem(let small, let workspace):
        isPresolved = true
        priorities = (0..<small.variableCount).map { priority(ofReduced: small, $0) }
        return try searchTree(small) { () throws(Interruption) in
          try GLPKEnvironment.check(cglpk_postsolve(workspace, small.handle, problem.handle))
          return problem.integerValues()
        }
      }
    }
    priorities = model.variables.map(\.priority)
    return try searchTree(problem) { problem.integerValues() }
  }

  /// Solves the relaxation, then the tree; `extract` gives the values of GLPK's integer solution in the model's terms.
  private func searchTree(
    _ problem: GLPKProblem, extract: () throws(Interruption) -> [Double]
  ) throws(Interruption) -> Outcome.Termination {
    try GLPKEnvironment.check(cglpk_prepare(problem.handle))
    switch try problem.simplex(primal: true, within: watch) {
    case .optimal: break
    case .infeasible: return incumbent == nil ? .infeasible : .optimal
    case .unbounded: return .unbounded
    case .timeLimit:
      treeBound = problem.provenBound()
      return .timeLimit
    case .iterationLimit: return .solverFailed("unexpected iteration limit")
    case .cancelled: return .cancelled
    case .brokenDown(let text): return .solverFailed(text)
    }
    treeBound = glp_get_obj_val(problem.handle)

    var ending: Outcome.Termination
    do {
      ending = try runTree(problem)
    } catch {
      ending = termination(of: error)
    }
    // GLPK keeps its incumbent where it is even after having been left in mid-run.
    guard problem.hasIntegerSolution, !isCutoffPoint(problem) else {
      if ending == .optimal && incumbent == nil { ending = limits.cutoff == nil ? .infeasible : .cutoff }
      return ending
    }
    let values = try extract()
    if let cutoff = limits.cutoff, model.advantage(of: model.objective(at: values), over: cutoff) <= 0 {
      return ending == .optimal && incumbent == nil ? .cutoff : ending
    }
    guard adopt(values, checksLazyRows: false) else {
      return .solverFailed("the solution found breaks a row by more than rounding explains")
    }
    return ending
  }

  private func runTree(_ problem: GLPKProblem) throws(Interruption) -> Outcome.Termination {
    cutoffPoint = cutoffPoint(for: problem)
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = GLP_MSG_ON
    parameters.out_dly = 0
    parameters.tm_lim = watch.remainingMilliseconds
    parameters.tol_obj = pruningTolerance
    parameters.br_tech = settings.branching.glpkCode
    parameters.bt_tech = settings.backtracking.glpkCode
    parameters.mir_cuts = settings.addsCuts ? GLP_ON : GLP_OFF
    parameters.clq_cuts = settings.addsCuts ? GLP_ON : GLP_OFF
    // GLPK's own rounding would accept points that break lazy rows, unasked.
    parameters.sr_heur = callbacks.lazyRows == nil ? GLP_ON : GLP_OFF
    parameters.cb_func = { tree, info in
      guard let tree, let info else { return }
      Unmanaged<BranchAndBound>.fromOpaque(info).takeUnretainedValue().handleEvent(tree)
    }
    parameters.cb_info = Unmanaged.passUnretained(self).toOpaque()
    var code: Int32 = 0
    try GLPKEnvironment.check(cglpk_intopt(problem.handle, &parameters, &code))
    switch ReturnCode.meaning(of: code) {
    case .finished: return .optimal
    case .infeasible: return .optimal
    case .unbounded: return .unbounded
    case .timeLimit: return .timeLimit
    case .stopped: return stopReason ?? .cancelled
    case .gapReached: return .gapReached
    case .iterationLimit, .objectiveLimit: return .solverFailed("unexpected code \(code)")
    case .badBasis(let text), .failed(let text): return .solverFailed(text)
    }
  }

  /// GLPK drops nodes that are not better than the incumbent by this, relative to its size.
  ///
  /// Its usual 1e-7 would pass over whole steps of an objective of some millions.
  private var pruningTolerance: Double {
    guard let step = model.objectiveStep, step > 0, let treeBound else { return 1e-7 }
    return min(1e-7, max(1e-13, 0.01 * step / (1 + abs(treeBound))))
  }

  private func termination(of interruption: Interruption) -> Outcome.Termination {
    switch interruption {
    case .stopped: .cancelled
    case .failed(let text): .solverFailed(text)
    }
  }

  /// Takes over a solution if it is feasible and better than what is known; says whether it is feasible.
  @discardableResult
  func adopt(_ values: [Double], checksLazyRows: Bool = true) -> Bool {
    var values = values
    for index in values.indices where model.variables[index].isInteger { values[index].round() }
    guard model.isFeasible(values, tolerance: 1e-5) else { return false }
    let objective = model.objective(at: values)
    if checksLazyRows {
      let point = RelaxationPoint(values: values, objective: objective, isIntegral: true, depth: 0)
      guard violatedLazyRows(at: point).isEmpty else { return false }
    }
    if let known = incumbentObjective, model.advantage(of: objective, over: known) <= 0 { return true }
    incumbent = values
    incumbentObjective = objective
    return true
  }

  /// What no solution beats: the open nodes' bound, or what is known already where that is less demanding.
  var bestBound: Double? {
    guard var bound = treeBound else { return nil }
    for known in [incumbentObjective, treeObjective, limits.cutoff] {
      if let known, model.advantage(of: known, over: bound) > 0 { bound = known }
    }
    return bound
  }

  private func outcome(_ termination: Outcome.Termination) -> Outcome {
    var bound = bestBound
    switch termination {
    case .optimal: bound = incumbentObjective
    case .cutoff: bound = limits.cutoff
    case .infeasible, .unbounded: bound = nil
    case .gapReached, .timeLimit, .nodeLimit, .cancelled, .solverFailed: break
    }
    return Outcome(
      termination: termination,
      solutionStatus: incumbent == nil ? .none : termination == .optimal ? .optimal : .feasible,
      objective: incumbentObjective, values: incumbent, bestBound: bound, safeBound: bound.map(model.safeBound),
      nodes: nodes, lazyRows: lazyRowCount, seconds: watch.elapsed)
  }
}
