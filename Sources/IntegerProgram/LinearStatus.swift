import CGLPK

/// How a run of the simplex method ended.
public enum LinearStatus: Sendable, Equatable {
  /// The best point was found.
  case optimal
  /// No point keeps all rows and bounds.
  case infeasible
  /// The objective grows without end.
  case unbounded
  /// The caller asked to stop; solving may be taken up again from there.
  case cancelled
  /// The method broke down from every basis tried.
  case brokenDown(String)
}

extension GLPKProblem {
  /// Runs the simplex method from the present basis, and from the all-slack basis if the present one breaks down; nil
  /// where the iterations were used up.
  func simplex(primal: Bool, iterations: Int32 = .max) throws(Interruption) -> LinearStatus? {
    var settings = glp_smcp()
    glp_init_smcp(&settings)
    // Output is swallowed, but each line of it is where the watch is asked whether to end.
    settings.msg_lev = GLP_MSG_ON
    settings.out_frq = 50
    settings.meth = primal ? GLP_PRIMAL : GLP_DUALP
    settings.it_lim = iterations
    var wasReset = false
    while true {
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
      case .iterationLimit: return nil
      case .badBasis(let text):
        if wasReset { return .brokenDown(text) }
        wasReset = true
        settings.meth = GLP_PRIMAL
        glp_std_basis(handle)
      case .objectiveLimit, .timeLimit, .stopped, .gapReached: return .brokenDown("unexpected code \(code)")
      case .failed(let text): return .brokenDown(text)
      }
    }
  }
}
