import CGLPK

/// When to stop short of a proof.
public struct SolveLimits: Sendable, Equatable {
  /// Wall-clock seconds from the call; nil for no limit.
  public var seconds: Double?
  /// Nodes of the search tree; nil for no limit.
  public var nodes: Int?

  /// Limits; by default none.
  public init(seconds: Double? = nil, nodes: Int? = nil) {
    self.seconds = seconds
    self.nodes = nodes
  }
}

extension Model {
  /// Solves the model by GLPK's branch and bound and says how far it came; a limit reached is no error.
  ///
  /// Runs on a thread of its own, for which the caller waits. Any number of runs may go on at once. Repeating a run
  /// gives the same values unless a time limit or cancellation cut it short.
  ///
  /// - Parameters:
  ///   - limits: when to stop short of a proof.
  ///   - addsCuts: whether GLPK adds its own mixed-integer-rounding and clique cuts.
  ///   - isCancelled: asked often, on the solver's thread; true ends the run.
  /// - Throws: `IntegerProgramError` for an unsound model, or when no thread can be had. What goes wrong inside GLPK is
  ///   an outcome.
  public func solve(
    limits: SolveLimits = SolveLimits(), addsCuts: Bool = false, isCancelled: (() -> Bool)? = nil
  ) throws -> Outcome {
    try requireSound()
    let watch = StopWatch(seconds: limits.seconds, isCancelled: isCancelled)
    let search = BranchAndBound(self, watch: watch, nodes: limits.nodes, addsCuts: addsCuts)
    return try SolverThread.run { search.run() }
  }
}

/// One run of GLPK's branch and bound on one model, from loading to outcome.
///
/// It is used by one thread at a time: made by the caller, then run on the solver's thread.
private final class BranchAndBound {
  private let model: Model
  private let watch: StopWatch
  private let mostNodes: Int?
  private let addsCuts: Bool

  private var nodes = 0
  /// What GLPK proved of the open nodes.
  private var bound: Double?
  private var stopReason: Outcome.Termination?

  init(_ model: Model, watch: StopWatch, nodes: Int?, addsCuts: Bool) {
    self.model = model
    self.watch = watch
    mostNodes = nodes
    self.addsCuts = addsCuts
  }

  /// The whole run; to be called on a solver thread.
  func run() -> Outcome {
    if model.hasCrossedBounds { return outcome(.infeasible, nil) }
    do throws(Interruption) {
      try GLPKEnvironment.open(watch)
      defer { GLPKEnvironment.close() }
      let problem = try GLPKProblem(model)
      let ending = try search(problem)
      return outcome(ending, problem.hasIntegerSolution ? problem.integerValues() : nil)
    } catch {
      switch error {
      case .stopped: return outcome(watch.wasCancelled ? .cancelled : .timeLimit, nil)
      case .failed(let text): return outcome(.solverFailed(text), nil)
      }
    }
  }

  private func search(_ problem: GLPKProblem) throws(Interruption) -> Outcome.Termination {
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = GLP_MSG_ON
    parameters.out_dly = 0
    parameters.tm_lim = watch.remainingMilliseconds
    parameters.presolve = GLP_ON
    // Nodes that are not better than the best solution by this, relative to its size, are dropped. The usual 1e-7 would
    // pass over whole steps of an objective of some millions.
    if model.objectiveStep != nil { parameters.tol_obj = 1e-10 }
    parameters.mir_cuts = addsCuts ? GLP_ON : GLP_OFF
    parameters.clq_cuts = addsCuts ? GLP_ON : GLP_OFF
    parameters.cb_func = { tree, info in
      guard let tree, let info else { return }
      Unmanaged<BranchAndBound>.fromOpaque(info).takeUnretainedValue().handleEvent(tree)
    }
    parameters.cb_info = Unmanaged.passUnretained(self).toOpaque()
    var code: Int32 = 0
    try GLPKEnvironment.check(cglpk_intopt(problem.handle, &parameters, &code))
    switch ReturnCode.meaning(of: code) {
    case .finished: return problem.hasIntegerSolution ? .optimal : .infeasible
    case .infeasible: return .infeasible
    // The presolver cannot tell an unbounded model from an infeasible one; the simplex method can.
    case .unbounded: return try problem.simplex(primal: true) == .infeasible ? .infeasible : .unbounded
    case .timeLimit: return .timeLimit
    case .stopped: return stopReason ?? .cancelled
    case .gapReached, .iterationLimit, .objectiveLimit: return .solverFailed("unexpected code \(code)")
    case .badBasis(let text), .failed(let text): return .solverFailed(text)
    }
  }

  /// What is done when GLPK calls back: between nodes, and several times within one.
  private func handleEvent(_ tree: OpaquePointer) {
    let best = glp_ios_best_node(tree)
    if best != 0 {
      let bound = glp_ios_node_bound(tree, best)
      // The root has no bound at first; and bounds only ever improve, but for rounding.
      let isBetter = self.bound.map { model.advantage(of: $0, over: bound) > 0 } ?? true
      if abs(bound) < .greatestFiniteMagnitude && isBetter { self.bound = bound }
    }
    let reason = glp_ios_reason(tree)
    if watch.pollCancelled() {
      stopReason = .cancelled
    } else if watch.isOver {
      stopReason = .timeLimit
    } else if reason == GLP_ISELECT, let mostNodes, nodes >= mostNodes {
      stopReason = .nodeLimit
    }
    if stopReason != nil {
      glp_ios_terminate(tree)
    } else if reason == GLP_ISELECT {
      nodes += 1
    }
  }

  private func outcome(_ termination: Outcome.Termination, _ values: [Double]?) -> Outcome {
    var (termination, objective, bound) = (termination, nil as Double?, bound)
    var rounded = values
    for index in values?.indices ?? 0..<0 where model.variables[index].isInteger { rounded?[index].round() }
    if let point = rounded, model.isFeasible(point, tolerance: 1e-5) {
      objective = model.objective(at: point)
    } else {
      rounded = nil
      if termination == .optimal { termination = .solverFailed("the solution does not keep the rows") }
    }
    switch termination {
    case .optimal: bound = objective
    case .infeasible, .unbounded: bound = nil
    case .timeLimit, .nodeLimit, .cancelled, .solverFailed:
      // Nothing is proven beyond the best solution found.
      if let found = objective, let known = bound, model.advantage(of: found, over: known) > 0 { bound = found }
    }
    return Outcome(
      termination: termination, objective: objective, values: rounded, bestBound: bound, nodes: nodes)
  }
}
