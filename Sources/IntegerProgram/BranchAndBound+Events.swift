import CGLPK

/// What the search does when GLPK calls back; between nodes, and several times within one.
extension BranchAndBound {
  func handleEvent(_ tree: OpaquePointer) {
    guard let handle = glp_ios_get_prob(tree) else { return }
    let problem = GLPKProblem(handle: handle)
    let reason = glp_ios_reason(tree)
    if reason == GLP_ISELECT && nodes == 0 { offer(cutoffPoint, tree) }
    observe(tree, problem)
    if mustStop(reason) {
      glp_ios_terminate(tree)
      return
    }
    switch reason {
    case GLP_ISELECT: nodes += 1
    case GLP_IROWGEN: addLazyRows(tree, problem)
    case GLP_IHEUR: askHeuristic(tree, problem)
    case GLP_IBRANCH: branch(tree, problem)
    default: break
    }
    if stopReason != nil { glp_ios_terminate(tree) }
  }

  /// Notes GLPK's incumbent and bound and reports them.
  private func observe(_ tree: OpaquePointer, _ problem: GLPKProblem) {
    var isBetter = false
    if problem.hasIntegerSolution {
      let objective = glp_mip_obj_val(problem.handle)
      if objective != treeObjective && !isCutoffPoint(problem) {
        treeObjective = objective
        isBetter = true
      }
    }
    let best = glp_ios_best_node(tree)
    if best != 0 {
      let bound = glp_ios_node_bound(tree, best)
      // The root has no bound yet; its relaxation, solved beforehand, has one.
      if abs(bound) < .greatestFiniteMagnitude { tightenBound(to: bound) }
    }
    guard let progress = callbacks.progress else { return }
    let now = watch.elapsed
    guard isBetter || now - lastReport >= 0.25 else { return }
    lastReport = now
    var open: Int32 = 0
    glp_ios_tree_size(tree, &open, nil, nil)
    progress(
      SolveProgress(
        seconds: now, nodes: nodes, openNodes: Int(open), objective: knownObjective, bestBound: bestBound))
  }

  /// Bounds only ever improve; a node below the best one so far is an artefact of rounding.
  private func tightenBound(to bound: Double) {
    guard let known = treeBound else {
      treeBound = bound
      return
    }
    if model.advantage(of: known, over: bound) > 0 { treeBound = bound }
  }

  /// The objective of the best solution so far, GLPK's or the caller's.
  private var knownObjective: Double? {
    guard let incumbentObjective, let treeObjective else { return incumbentObjective ?? treeObjective }
    return model.advantage(of: treeObjective, over: incumbentObjective) > 0 ? treeObjective : incumbentObjective
  }

  private func mustStop(_ reason: Int32) -> Bool {
    if stopReason != nil { return true }
    if watch.pollCancelled() {
      stopReason = .cancelled
    } else if watch.isOver {
      stopReason = .timeLimit
    } else if let objective = knownObjective, let bound = bestBound,
      isGapReached(abs(objective - bound), objective)
    {
      stopReason = .gapReached
    } else if reason == GLP_ISELECT, let limit = limits.nodes, nodes >= limit {
      stopReason = .nodeLimit
    }
    return stopReason != nil
  }

  private func isGapReached(_ gap: Double, _ objective: Double) -> Bool {
    if limits.absoluteGap > 0 && gap <= limits.absoluteGap { return true }
    return limits.relativeGap > 0 && gap <= limits.relativeGap * max(1, abs(objective))
  }

  private func offer(_ values: [Double]?, _ tree: OpaquePointer) {
    guard let values else { return }
    var rejected: Int32 = 0
    // A failure here is kept by the guard and ends the search once this callback returns.
    _ = cglpk_offer_solution(tree, [0] + values, &rejected)
  }

  private func currentPoint(_ tree: OpaquePointer, _ problem: GLPKProblem) -> RelaxationPoint {
    let values = problem.relaxedValues()
    let isIntegral = zip(model.variables, values).allSatisfy {
      !$0.isInteger || abs($1 - $1.rounded()) <= 1e-5
    }
    let node = glp_ios_curr_node(tree)
    return RelaxationPoint(
      values: values, objective: glp_get_obj_val(problem.handle), isIntegral: isIntegral,
      depth: node == 0 ? 0 : Int(glp_ios_node_level(tree, node)))
  }

  private func addLazyRows(_ tree: OpaquePointer, _ problem: GLPKProblem) {
    guard callbacks.lazyRows != nil else { return }
    for row in violatedLazyRows(at: currentPoint(tree, problem)) {
      let columns = [0] + row.terms.map { Int32($0.variable + 1) }
      let coefficients = [0] + row.terms.map(\.coefficient)
      let type = GLPKProblem.boundType(row.lower, row.upper)
      _ = cglpk_add_lazy_row(
        tree, Int32(row.terms.count), columns, coefficients, type, row.lower, row.upper)
      lazyRowCount += 1
    }
  }

  /// The lazy rows that a point breaks: from the pool, or else as the caller knows them.
  ///
  /// GLPK drops a node's rows when it leaves the node, so all are kept here.
  func violatedLazyRows(at point: RelaxationPoint) -> [LazyRow] {
    guard let lazyRows = callbacks.lazyRows else { return [] }
    let known = lazyRowPool.filter { isViolated($0, point.values) }
    if !known.isEmpty { return known }
    let fresh = lazyRows(point)
    if let unsound = fresh.lazy.compactMap(unsoundness).first {
      stopReason = .solverFailed("lazy row: \(unsound)")
      return []
    }
    let violated = fresh.filter { isViolated($0, point.values) }
    lazyRowPool += violated
    return violated
  }

  /// Broken by more than the simplex method's own tolerance; less would be returned for ever.
  private func isViolated(_ row: LazyRow, _ values: [Double]) -> Bool {
    !Model.isWithin(row.activity(at: values), row.lower, row.upper, 1e-6)
  }

  private func unsoundness(_ row: LazyRow) -> String? {
    for term in row.terms {
      if !model.variables.indices.contains(term.variable) { return "names the unknown variable \(term.variable)" }
      if !term.coefficient.isFinite { return "has the coefficient \(term.coefficient)" }
    }
    if !Model.isLowerBound(row.lower) || !Model.isUpperBound(row.upper) || row.lower > row.upper {
      return "has the bounds \(row.lower) and \(row.upper)"
    }
    return nil
  }

  private func askHeuristic(_ tree: OpaquePointer, _ problem: GLPKProblem) {
    guard let heuristic = callbacks.heuristic, let values = heuristic(currentPoint(tree, problem)),
      values.count == model.variables.count, adopt(values), let incumbent
    else { return }
    offer(incumbent, tree)
  }

  /// Chooses among the fractional variables of the highest priority.
  private func branch(_ tree: OpaquePointer, _ problem: GLPKProblem) {
    var chosen: (column: Int32, priority: Int, distance: Double)?
    for column in 1...Int32(priorities.count) where glp_ios_can_branch(tree, column) != 0 {
      let priority = priorities[Int(column - 1)]
      let value = glp_get_col_prim(problem.handle, column)
      let distance = abs(value - value.rounded())
      guard let best = chosen else {
        chosen = (column, priority, distance)
        continue
      }
      guard priority >= best.priority else { continue }
      let isPreferred =
        switch settings.branching {
        case .firstFractional: false
        case .lastFractional: true
        case .mostFractional: distance > best.distance
        case .driebeckTomlin, .pseudocosts: false
        }
      if priority > best.priority || isPreferred { chosen = (column, priority, distance) }
    }
    switch settings.branching {
    case .driebeckTomlin, .pseudocosts: return
    case .firstFractional, .lastFractional, .mostFractional: break
    }
    guard let chosen else { return }
    glp_ios_branch_upon(tree, chosen.column, direction(of: glp_get_col_prim(problem.handle, chosen.column)))
  }

  private func direction(of value: Double) -> Int32 {
    switch settings.branchFirst {
    case .nearest: value - value.rounded(.down) < 0.5 ? GLP_DN_BRNCH : GLP_UP_BRNCH
    case .down: GLP_DN_BRNCH
    case .up: GLP_UP_BRNCH
    }
  }
}
