import CGLPK

/// How a run of the simplex method ended.
public enum LinearStatus: Sendable, Equatable {
  /// The best point was found.
  case optimal
  /// No point keeps all rows and bounds.
  case infeasible
  /// The objective grows without end.
  case unbounded
  /// The time was over; solving may be taken up again from there.
  case timeLimit
  /// The iterations were used up; solving may be taken up again from there.
  case iterationLimit
  /// The caller asked to stop; solving may be taken up again from there.
  case cancelled
  /// The method broke down from every basis tried.
  case brokenDown(String)
}

/// Which simplex method to run.
public enum SimplexMethod: Sendable, Equatable {
  /// Primal at first and after new columns or objectives, dual after new rows or bounds.
  case automatic
  /// Keeps the point feasible on its way; best after new columns, and for a first run.
  case primal
  /// Keeps the bound valid on its way; best after new rows or bounds.
  case dual
}

extension GLPKProblem {
  /// Runs the simplex method from the present basis, and from the all-slack basis if the present one breaks down.
  func simplex(
    primal: Bool, within watch: StopWatch, iterations: Int32 = .max
  ) throws(Interruption) -> LinearStatus {
    var settings = glp_smcp()
    glp_init_smcp(&settings)
    // Output is swallowed, but each line of it is where cancellation is polled.
    settings.msg_lev = GLP_MSG_ON
    settings.out_frq = 50
    settings.meth = primal ? GLP_PRIMAL : GLP_DUALP
    settings.it_lim = iterations
    var wasReset = false
    while true {
      settings.tm_lim = watch.remainingMilliseconds
      var code: Int32 = 0
      try GLPKEnvironment.check(cglpk_simplex(handle, &settings, &code))
      switch ReturnCode.meaning(of: code) {
      case .finished:
        switch glp_get_status(handle) {
        case GLP_OPT: return .optimal
        case GLP_NOFEAS: return .infeasible
        case GLP_UNBND: return .unbounded
        default:
          // The dual method found no dual feasible basis; only the primal tells unbounded from infeasible.
          if settings.meth == GLP_PRIMAL { return .brokenDown("the simplex method left no status") }
          settings.meth = GLP_PRIMAL
        }
      case .infeasible: return .infeasible
      case .unbounded: return .unbounded
      case .timeLimit: return .timeLimit
      case .iterationLimit: return .iterationLimit
      case .badBasis(let text):
        if wasReset { return .brokenDown(text) }
        wasReset = true
        settings.meth = GLP_PRIMAL
        glp_std_basis(handle)
      case .objectiveLimit, .stopped, .gapReached: return .brokenDown("unexpected code \(code)")
      case .failed(let text): return .brokenDown(text)
      }
    }
  }
}
