import IntegerProgram

/// The linear program of all cases: the side variables and the routes that have come in so far, under the master's rows and
/// the cuts that have come in so far.
///
/// Side variables come before routes, and the master's rows before cuts.
struct RestrictedProgram {
  /// A point of the linear program that no route betters.
  struct Point {
    var side: [Double]
    var used: [(shift: Int, route: Int32, value: Double)]
  }

  private let master: ExactMaster
  private let routes: [ExactRoutes]
  private let scale: Int
  private(set) var cuts: [TimingCut] = []
  private var columns: [(shift: Int, route: Int32)] = []
  private var columnOf: [[Int32: Int]]
  private var isOpen: [Bool] = []
  /// What was last said of the side variables.
  private var told: [(cost: Int, lower: Int, upper: Int)]

  init(_ master: ExactMaster, _ routes: [ExactRoutes], scale: Int) {
    (self.master, self.routes, self.scale) = (master, routes, scale)
    told = master.side.map { ($0.cost, $0.lower, $0.upper) }
    columnOf = routes.map { _ in [:] }
  }

  // MARK: What is told to it

  /// Tells it the bounds and costs of a case, and which routes the case allows of those not forgotten.
  mutating func tell(
    _ side: [ExactMaster.SideVariable], _ filters: [RoutePricer.Filter], alive isAlive: [[Bool]],
    _ session: inout LinearProgramSession
  ) throws {
    for (index, variable) in side.enumerated() {
      if told[index].cost != variable.cost {
        try session.setObjective(ofVariable: index, to: Double(variable.cost))
      }
      if told[index].lower != variable.lower || told[index].upper != variable.upper {
        try session.setBounds(ofVariable: index, lower: Double(variable.lower), upper: Double(variable.upper))
      }
      told[index] = (variable.cost, variable.lower, variable.upper)
    }
    for (index, column) in columns.enumerated() {
      let allowed =
        isAlive[column.shift][Int(column.route)]
        && filters[column.shift].allows(column.route, routes[column.shift].masks[Int(column.route)])
      if allowed != isOpen[index] {
        try session.setBounds(ofVariable: told.count + index, lower: 0, upper: allowed ? .infinity : 0)
        isOpen[index] = allowed
      }
    }
  }

  /// Adds routes whose reduced cost is below 0 by more than noise; returns whether there were any new ones.
  mutating func add(_ better: [RoutePricer.Priced], _ session: inout LinearProgramSession) throws -> Bool {
    let fresh = better.filter { $0.cost < -scale / 256 && columnOf[$0.shift][$0.route] == nil }
    for priced in fresh { try add(priced.route, of: priced.shift, &session) }
    return !fresh.isEmpty
  }

  /// Adds a route of a shift.
  mutating func add(_ route: Int32, of shift: Int, _ session: inout LinearProgramSession) throws {
    var terms = master.terms(of: routes[shift], Int(route)).map { RowTerm($0.row, Double($0.value)) }
    for (index, cut) in cuts.enumerated() {
      let coefficient = cut.coefficient(of: Int(route), among: routes[shift])
      if coefficient != 0 { terms.append(RowTerm(master.rows.count + index, Double(coefficient))) }
    }
    try session.addVariable(objective: Double(master.cost(of: routes[shift], Int(route))), terms)
    columnOf[shift][route] = columns.count
    columns.append((shift, route))
    isOpen.append(true)
  }

  /// Takes forgotten routes out once they are many.
  mutating func dropForgotten(alive isAlive: [[Bool]], _ session: inout LinearProgramSession) throws {
    let dead = columns.indices.filter { !isAlive[columns[$0].shift][Int(columns[$0].route)] }
    if dead.count < 500 || dead.count * 4 < columns.count { return }
    try session.removeVariables(dead.map { told.count + $0 })
    let isDead = Set(dead)
    columns = columns.indices.filter { !isDead.contains($0) }.map { columns[$0] }
    isOpen = isOpen.indices.filter { !isDead.contains($0) }.map { isOpen[$0] }
    columnOf = routes.map { _ in [:] }
    for (index, column) in columns.enumerated() { columnOf[column.shift][column.route] = index }
  }

  /// Adds a cut as the row behind all others.
  mutating func add(_ cut: TimingCut, _ session: inout LinearProgramSession) throws {
    var terms: [Model.Term] = []
    for (index, column) in columns.enumerated() {
      let coefficient = cut.coefficient(of: Int(column.route), among: routes[column.shift])
      if coefficient != 0 { terms.append(Model.Term(told.count + index, Double(coefficient))) }
    }
    for series in cut.series.sorted() where master.unsteady[series] >= 0 {
      terms.append(Model.Term(master.unsteady[series], -1))
    }
    try session.addRow(upper: Double(cut.bound), terms)
    cuts.append(cut)
  }

  // MARK: What it answers

  /// The point that its values make.
  func point(_ values: [Double]) -> Point {
    var used: [(shift: Int, route: Int32, value: Double)] = []
    for (index, column) in columns.enumerated() where values[told.count + index] > 1e-7 {
      used.append((column.shift, column.route, values[told.count + index]))
    }
    return Point(side: Array(values.prefix(told.count)), used: used)
  }

  /// Its rows' duals, scaled and whole.
  func scaled(_ duals: [Double]) -> [Int] {
    duals.enumerated().map { row, dual in
      // Any dual is a valid one; what is no number or beyond all costs is as good as none.
      // Unsteady minutes come in the thousands: a dual cut down never makes one cheaper than nothing.
      let cut = row - master.rows.count
      let isOfSeries = cut >= 0 && !cuts[cut].series.isEmpty
      let scaled = (dual * Double(scale)).rounded(isOfSeries ? .towardZero : .toNearestOrAwayFromZero)
      let value = abs(scaled) < 0x1p52 ? Int(scaled) : 0
      switch row < master.rows.count ? master.rows[row].kind : .atMost {
      case .equal: return value
      case .atLeast: return max(0, value)
      case .atMost: return min(0, value)
      }
    }
  }
}
