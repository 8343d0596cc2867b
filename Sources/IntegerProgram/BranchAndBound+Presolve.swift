import CGLPK

extension BranchAndBound {
  /// What GLPK's presolver made of a problem.
  enum Presolved {
    case infeasible
    case problem(GLPKProblem, workspace: OpaquePointer)
  }

  /// Simplifies the problem, unless it must be searched as it is.
  ///
  /// GLPK could presolve within its search, but would then neither watch the clock in the root relaxation nor tell
  /// which variable is which, so that priorities would be lost.
  func presolved(_ problem: GLPKProblem) throws(Interruption) -> Presolved? {
    guard settings.presolves, callbacks.lazyRows == nil, callbacks.heuristic == nil else { return nil }
    try GLPKEnvironment.check(cglpk_number_columns(problem.handle))
    let small = try GLPKProblem()
    var workspace: OpaquePointer?
    var code: Int32 = 0
    try GLPKEnvironment.check(cglpk_presolve(problem.handle, small.handle, &workspace, &code))
    switch ReturnCode.meaning(of: code) {
    case .finished:
      guard let workspace else { return nil }
      return .problem(small, workspace: workspace)
    case .infeasible: return .infeasible
    default:
      // The presolver cannot tell an unbounded model from an infeasible one; the simplex method on the whole can.
      return nil
    }
  }

  /// The priority of a simplified problem's variable; what the presolver made up comes last.
  func priority(ofReduced small: GLPKProblem, _ variable: Int) -> Int {
    guard let name = glp_get_col_name(small.handle, Int32(variable + 1)),
      let number = Int(String(cString: name)), model.variables.indices.contains(number - 1)
    else { return .min }
    return model.variables[number - 1].priority
  }

  /// A point that GLPK is given as if it were a solution, so that it prunes all that is not better than the cutoff.
  ///
  /// GLPK takes no cutoff, only solutions, and checks nothing but that integers are whole. In the model's own terms a
  /// real solution serves; otherwise one variable is set so that the objective is the cutoff or just worse.
  func cutoffPoint(for problem: GLPKProblem) -> [Double]? {
    guard var cutoff = incumbentObjective ?? limits.cutoff, cutoff.isFinite else { return nil }
    if let other = limits.cutoff, model.advantage(of: other, over: cutoff) > 0 { cutoff = other }
    if !isPresolved, let incumbent, cutoff == incumbentObjective { return incumbent }

    var chosen: (variable: Int, coefficient: Double, isInteger: Bool)?
    for variable in 0..<problem.variableCount {
      let coefficient = glp_get_obj_coef(problem.handle, Int32(variable + 1))
      guard coefficient != 0 else { continue }
      let isInteger = glp_get_col_kind(problem.handle, Int32(variable + 1)) != GLP_CV
      guard let best = chosen else {
        chosen = (variable, coefficient, isInteger)
        continue
      }
      // The finer the steps of the objective, the closer to the cutoff.
      if best.isInteger && (!isInteger || abs(coefficient) < abs(best.coefficient)) {
        chosen = (variable, coefficient, isInteger)
      }
    }
    guard let chosen else { return nil }
    var value = (cutoff - glp_get_obj_coef(problem.handle, 0)) / chosen.coefficient
    if chosen.isInteger {
      let worseIsUp = (chosen.coefficient > 0) != problem.isMaximized
      let noise = 1e-9 * max(1, abs(value))
      value = worseIsUp ? (value - noise).rounded(.up) : (value + noise).rounded(.down)
    }
    var point = [Double](repeating: 0, count: problem.variableCount)
    point[chosen.variable] = value
    return point
  }

  /// Whether GLPK's integer solution is nothing but the cutoff point.
  func isCutoffPoint(_ problem: GLPKProblem) -> Bool {
    guard let cutoffPoint else { return false }
    return cutoffPoint.indices.allSatisfy { cutoffPoint[$0] == glp_mip_col_val(problem.handle, Int32($0 + 1)) }
  }
}

extension SearchSettings.BranchingRule {
  var glpkCode: Int32 {
    switch self {
    case .firstFractional: GLP_BR_FFV
    case .lastFractional: GLP_BR_LFV
    case .mostFractional: GLP_BR_MFV
    case .driebeckTomlin: GLP_BR_DTH
    case .pseudocosts: GLP_BR_PCH
    }
  }
}

extension SearchSettings.Backtracking {
  var glpkCode: Int32 {
    switch self {
    case .bestBound: GLP_BT_BLB
    case .depthFirst: GLP_BT_DFS
    case .bestProjection: GLP_BT_BPH
    }
  }
}
