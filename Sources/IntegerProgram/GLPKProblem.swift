import CGLPK

/// A problem object of GLPK, by variable and row numbers counted from 0.
///
/// It belongs to the thread's `GLPKEnvironment` and dies with it.
struct GLPKProblem {
  let handle: OpaquePointer

  /// An empty problem.
  init() throws(Interruption) {
    var handle: OpaquePointer?
    try GLPKEnvironment.check(cglpk_create(&handle))
    guard let handle else { throw .failed("no problem object") }
    self.handle = handle
  }

  /// A sound model without crossed bounds.
  init(_ model: Model) throws(Interruption) {
    try self.init()
    glp_set_obj_dir(handle, model.sense == .minimize ? GLP_MIN : GLP_MAX)
    glp_set_obj_coef(handle, 0, model.objectiveConstant)
    // GLPK refuses to add none.
    if !model.variables.isEmpty {
      try GLPKEnvironment.check(cglpk_add_columns(handle, Int32(model.variables.count)))
    }
    if model.rowCount > 0 { try GLPKEnvironment.check(cglpk_add_rows(handle, Int32(model.rowCount))) }
    for (index, variable) in model.variables.enumerated() {
      let bounds = model.effectiveBounds(ofVariable: index)
      setBounds(ofVariable: index, lower: bounds.lower, upper: bounds.upper)
      glp_set_obj_coef(handle, Int32(index + 1), variable.objective)
      if variable.isInteger { glp_set_col_kind(handle, Int32(index + 1), GLP_IV) }
    }
    for row in 0..<model.rowCount {
      setBounds(ofRow: row, lower: model.rowLower[row], upper: model.rowUpper[row])
    }
    try loadMatrix(model)
  }

  private func loadMatrix(_ model: Model) throws(Interruption) {
    guard model.termCount > 0 else { return }
    // GLPK counts from 1 and leaves slot 0 of each array unread.
    var rows: [Int32] = [0]
    var columns: [Int32] = [0]
    rows.reserveCapacity(model.termCount + 1)
    columns.reserveCapacity(model.termCount + 1)
    for row in 0..<model.rowCount {
      for index in model.rowStart[row]..<model.rowStart[row + 1] {
        rows.append(Int32(row + 1))
        columns.append(model.termVariables[index] + 1)
      }
    }
    try GLPKEnvironment.check(
      cglpk_load_matrix(handle, Int32(model.termCount), rows, columns, [0] + model.termCoefficients))
  }

  var variableCount: Int { Int(glp_get_num_cols(handle)) }
  var rowCount: Int { Int(glp_get_num_rows(handle)) }

  func setBounds(ofVariable variable: Int, lower: Double, upper: Double) {
    glp_set_col_bnds(handle, Int32(variable + 1), Self.boundType(lower, upper), lower, upper)
  }

  func setBounds(ofRow row: Int, lower: Double, upper: Double) {
    glp_set_row_bnds(handle, Int32(row + 1), Self.boundType(lower, upper), lower, upper)
  }

  /// The bounds of a variable, infinite where it has none.
  func bounds(ofVariable variable: Int) -> (lower: Double, upper: Double) {
    let type = glp_get_col_type(handle, Int32(variable + 1))
    return (
      type == GLP_FR || type == GLP_UP ? -.infinity : glp_get_col_lb(handle, Int32(variable + 1)),
      type == GLP_FR || type == GLP_LO ? .infinity : glp_get_col_ub(handle, Int32(variable + 1))
    )
  }

  /// GLPK's name for a pair of bounds; it refuses equal ones as a range.
  static func boundType(_ lower: Double, _ upper: Double) -> Int32 {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): GLP_FR
    case (true, false): GLP_LO
    case (false, true): GLP_UP
    case (true, true): lower == upper ? GLP_FX : GLP_DB
    }
  }

  /// The values of the latest linear relaxation.
  func relaxedValues() -> [Double] { (0..<variableCount).map { glp_get_col_prim(handle, Int32($0 + 1)) } }

  /// The values of the latest integer solution.
  func integerValues() -> [Double] { (0..<variableCount).map { glp_mip_col_val(handle, Int32($0 + 1)) } }

  /// What the latest simplex run says of each row: the objective gained for each unit its bound is moved.
  func rowDuals() -> [Double] { (0..<rowCount).map { glp_get_row_dual(handle, Int32($0 + 1)) } }

  /// Whether GLPK holds an integer solution, proven best or not.
  var hasIntegerSolution: Bool { [GLP_FEAS, GLP_OPT].contains(glp_mip_status(handle)) }
}
