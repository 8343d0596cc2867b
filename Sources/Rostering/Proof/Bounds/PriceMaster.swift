import HomeCare
import IntegerProgram

/// Finds prices of shift capacity at which the clients' cheapest plans bound every roster.
///
/// Dantzig–Wolfe decomposition by client: the master program mixes each client's plans so that every cut of every shift
/// holds, its duals price the shifts, and `PlanOracle` finds plans that pay at those prices. At any prices at all the
/// plans' costs minus what the shifts' capacity is worth bound every roster; the master only leads to good ones. Duals
/// are smoothed towards the best prices so far (P. Wentges, "Weighted Dantzig–Wolfe decomposition for linear mixed-integer
/// programming", International Transactions in Operational Research 4, 1997).
final class PriceMaster {
  /// One plan of one block as a column.
  struct Column: Hashable {
    let block: Int
    let arcs: [ArcRow]
  }

  private let problem: CompiledProblem
  private let arcs: BoundArcs
  private let loads: [ShiftLoad]
  private let pricing: PlanPricing
  private let constant: Int64

  private(set) var cuts: [ShiftCut] = []
  /// The best prices so far: for each cut what a unit of its weight costs, in scaled units.
  private(set) var bestRates: [Int64] = []
  /// The best bound so far, in scaled units.
  private var best = Int64.min

  private var columns: [Column] = []
  private var known: Set<Column> = []
  private var columnsOfShift: RowArray<ShiftRow, [(column: Int, position: Int32)]>
  private var variableOfColumn: [Int] = []
  private var intervalCuts: [IntervalCuts]
  private let routeCuts: [RouteCuts]
  private var centre: [Double] = []
  /// Whether the time is up.
  private var isOver: @Sendable () -> Bool = { false }

  /// What a cut may be overstepped for, per multiple of its capacity; keeps the duals bounded.
  private let overstepping: Double

  /// A master for blocks whose costs are scaled by `unit`; `meeting` is what meeting one more staff member costs.
  init(
    _ problem: CompiledProblem, arcs: BoundArcs, loads: [ShiftLoad], blocks: [PlanBlock], unit: Int64, meeting: Int,
    threads: Int
  ) {
    overstepping = 4 * Double(max(1, meeting))
    self.problem = problem
    self.arcs = arcs
    self.loads = loads
    pricing = PlanPricing(blocks, at: ArcPrices(count: arcs.count, unit: unit), threads: threads)
    constant = blocks.reduce(0) { $0 + Int64($1.constant) } * unit
    columnsOfShift = RowArray(count: problem.shiftCount, repeating: [])
    routeCuts = loads.indices.map { RouteCuts(loads[$0], number: ShiftRow($0)) }
    intervalCuts = loads.indices.map { IntervalCuts(loads[$0], number: ShiftRow($0)) }
  }

  /// Bounds all rosters at prices found for another measure of the same shifts, and begins from them.
  func adopt(
    _ cuts: [ShiftCut], rates: [Int64], isOver: @escaping @Sendable () -> Bool, report: (Int64) -> Void
  ) {
    self.isOver = isOver
    self.cuts = cuts
    // Cuts added since the best prices were found have none.
    let rates = rates + [Int64](repeating: 0, count: cuts.count - rates.count)
    pricing.setNodeLimit(20_000)
    _ = tryRates(rates, report)
    centre = cuts.indices.map { Double(rates[$0]) * Double(cuts[$0].capacity) / Double(pricing.unit) }
  }

  /// Improves the bound until `isOver`, or until the master has nothing more to say; reports every better bound.
  func run(isOver: @escaping @Sendable () -> Bool, rounds: Int, report: (Int64) -> Void) throws {
    self.isOver = isOver
    let inherited = cuts
    cuts = []
    _ = tryPrices([], report)
    var model = Model(.minimize)
    let first = newColumns()
    for column in first { model.addVariable(objective: Double(column.cost)) }
    for block in pricing.oracles.indices {
      let terms = first.indices.filter { first[$0].column.block == block }.map { Model.Term($0, 1) }
      model.addRow(lower: 1, upper: 1, terms)
    }
    for (variable, column) in first.enumerated() { register(column.column, variable: variable) }
    try LinearProgramSession.run(model) { session in
      for cut in inherited { try self.add(cut, to: &session) }
      try self.generate(&session, rounds: rounds, report: report)
    }
  }

  private func generate(
    _ session: inout LinearProgramSession, rounds: Int, report: (Int64) -> Void
  ) throws {
    var quiet = 0
    for round in 0..<rounds {
      if isOver() { return }
      guard try session.solve(isCancelled: isOver) == .optimal else { return }
      var added = 0
      if round < 3 || round % 3 == 0 || reach(session) < 0.3 {
        added = try addCuts(&session, margin: round < 20 ? 0.03 : 0.005)
        if added > 0 { guard try session.solve(isCancelled: isOver) == .optimal else { return } }
      }
      let duals = cutDuals(session)
      centre += [Double](repeating: 0, count: cuts.count - centre.count)
      let smooth = zip(centre, duals).map { 0.6 * $0 + 0.4 * $1 }
      var fresh = 0
      for candidate in [smooth, duals] {
        if isOver() { return }
        if tryPrices(candidate, report) { centre = candidate }
        fresh += try addColumns(&session)
      }
      // Plans found in haste lead the way as long as there are new ones; then only more exact bounds help.
      let slack = Double(pricing.slack) / Double(pricing.unit)
      if fresh * 16 < pricing.oracles.count || (slack > 0.5 * reach(session) && round > 6) {
        pricing.deepen(to: 20_000)
      }
      quiet = added == 0 && fresh == 0 ? quiet + 1 : 0
      if quiet >= 6 && (reach(session) < 0.01 || quiet >= 20) { return }
    }
  }

  /// How far the master's cost lies above the best bound, in units of the measure.
  private func reach(_ session: borrowing LinearProgramSession) -> Double {
    session.objective - Double(best - constant) / Double(pricing.unit)
  }

  // MARK: Prices

  /// Bounds all rosters at the given duals; true where it is the best bound so far.
  private func tryPrices(_ duals: [Double], _ report: (Int64) -> Void) -> Bool {
    var rates = [Int64](repeating: 0, count: cuts.count)
    for (index, dual) in duals.enumerated() where dual.isFinite {
      rates[index] = max(0, Int64(min(dual, overstepping) * Double(pricing.unit) / Double(cuts[index].capacity)))
    }
    return tryRates(rates, report)
  }

  private func tryRates(_ rates: [Int64], _ report: (Int64) -> Void) -> Bool {
    let worth = setPrices(rates)
    let bound = pricing.solve(isOver: isOver) - worth + constant
    guard bound > best else { return false }
    best = bound
    bestRates = rates
    report(bound)
    return true
  }

  /// Prices every arc by its weights in the cuts; returns what all capacity is worth.
  private func setPrices(_ rates: [Int64]) -> Int64 {
    var exact = RowArray<ArcRow, Int64>(count: arcs.count, repeating: 0)
    var worth: Int64 = 0
    for (index, cut) in cuts.enumerated() where rates[index] > 0 {
      worth += rates[index] * Int64(cut.capacity)
      for (position, weight) in cut.weights.enumerated() where weight > 0 {
        exact[arcs.arc(ofShift: cut.shift, at: position)] += rates[index] * Int64(weight)
      }
    }
    // A price lowered is still a price: the bound only gets weaker.
    for arc in arcs.rows { pricing.prices[arc] = Int32(clamping: min(exact[arc], Int64(PlanCosts.absent) / 2)) }
    return worth
  }

  private func cutDuals(_ session: borrowing LinearProgramSession) -> [Double] {
    let duals = session.rowDuals()
    return cuts.indices.map { max(0, -duals[pricing.oracles.count + $0]) }
  }

  // MARK: Plans as columns

  /// The best plan of each block at the latest prices, where it is new.
  private func newColumns() -> [(column: Column, cost: Int)] {
    var found: [(column: Column, cost: Int)] = []
    for (block, oracle) in pricing.oracles.enumerated() where oracle.incumbentCost < .max {
      let plan = oracle.plan(prices: pricing.prices)
      let column = Column(block: block, arcs: plan.arcs.sorted())
      if known.insert(column).inserted { found.append((column, plan.cost)) }
    }
    return found
  }

  private func register(_ column: Column, variable: Int) {
    for arc in column.arcs {
      columnsOfShift[arcs.shift[arc]].append((columns.count, arcs.position[arc]))
    }
    columns.append(column)
    variableOfColumn.append(variable)
  }

  /// Adds the new plans at the latest prices; returns how many there are.
  private func addColumns(_ session: inout LinearProgramSession) throws -> Int {
    let found = newColumns()
    for (column, cost) in found {
      var terms = [RowTerm(column.block, 1)]
      var byShift: [ShiftRow: [Int32]] = [:]
      for arc in column.arcs { byShift[arcs.shift[arc], default: []].append(arcs.position[arc]) }
      for (index, cut) in cuts.enumerated() {
        guard let positions = byShift[cut.shift] else { continue }
        let weight = positions.reduce(Int32(0)) { $0 + cut.weights[Int($1)] }
        if weight > 0 {
          terms.append(RowTerm(pricing.oracles.count + index, Double(weight) / Double(cut.capacity)))
        }
      }
      let variable = try session.addVariable(objective: Double(cost), terms)
      register(column, variable: variable)
    }
    return found.count
  }

  // MARK: Cuts as rows

  /// Adds cuts that the master's solution violates by more than `margin` of their capacity; returns how many.
  ///
  /// Intervals are found at once; only where they have little to say, mixtures of routes are looked through.
  private func addCuts(_ session: inout LinearProgramSession, margin: Double) throws -> Int {
    let shares = sharesOfArcs(session)
    var found: [ShiftCut] = []
    for shift in loads.indices { found += intervalCuts[shift].violated(by: shares[shift], margin: margin, limit: 3) }
    if found.count * 10 < loads.count {
      let (routeCuts, isOver, lifting) = (routeCuts, isOver, problem.shiftRows.map(positionsInUse))
      found += SharedWork.map(loads.count, threads: pricing.threads) { shift in
        isOver() ? nil : routeCuts[shift].violated(by: shares[shift], margin: margin, lifting: lifting[shift])
      }.compactMap(\.self)
    }
    for cut in found { try add(cut, to: &session) }
    return found.count
  }

  /// How much of each shift's arcs the master's solution uses, by position.
  private func sharesOfArcs(_ session: borrowing LinearProgramSession) -> [[Double]] {
    let values = session.values()
    var shares = RowArray<ArcRow, Double>(count: arcs.count, repeating: 0)
    for (index, column) in columns.enumerated() where values[variableOfColumn[index]] > 1e-9 {
      for arc in column.arcs { shares[arc] += values[variableOfColumn[index]] }
    }
    return loads.indices.map { shift in arcs.arcs(ofShift: ShiftRow(shift)).map { shares[$0] } }
  }

  /// The positions of a shift's arcs that plans use, those of most plans first.
  private func positionsInUse(ofShift shift: ShiftRow) -> [Int] {
    var uses: [Int: Int] = [:]
    for (_, position) in columnsOfShift[shift] { uses[Int(position), default: 0] += 1 }
    return uses.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
  }

  private func add(_ cut: ShiftCut, to session: inout LinearProgramSession) throws {
    var weightOf: [Int: Int32] = [:]
    for (column, position) in columnsOfShift[cut.shift] where cut.weights[Int(position)] > 0 {
      weightOf[column, default: 0] += cut.weights[Int(position)]
    }
    let terms = weightOf.sorted { $0.key < $1.key }.map {
      Model.Term(variableOfColumn[$0.key], Double($0.value) / Double(cut.capacity))
    }
    let row = try session.addRow(upper: 1, terms)
    try session.addVariable(objective: overstepping, [RowTerm(row, -1)])
    cuts.append(cut)
  }
}
