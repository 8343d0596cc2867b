/// Finds the cheapest plan of one block at given prices of arcs: which staff a client meets, and who serves what.
///
/// Good plans are guessed first, from those of earlier calls and from the bids of a Lagrangian bound (`PlanDual`); size by
/// size, a search (`PlanTree`) then proves the best one or finds a better one. Whole numbers throughout, `unit` for one point, so every
/// bound is exact.
final class PlanOracle {
  /// What a call found.
  struct Answer {
    /// No plan costs less, in scaled units.
    var bound: Int64
    /// Cost of the best plan found, prices included, in scaled units; `Int64.max` where none was.
    var cost: Int64
  }

  let block: PlanBlock
  /// Nodes of the search that a call may use; then the bound is what is proven so far.
  var nodeLimit = 2_000

  private let costs: PlanCosts
  private let dual: PlanDual
  private let tree: PlanTree
  private var incumbent: [Bool]
  private(set) var incumbentCost = Int64.max
  private var memory: [[Bool]] = []
  private static let mostRemembered = 12

  init(_ block: PlanBlock, unit: Int64) {
    self.block = block
    costs = PlanCosts(block, unit: unit)
    dual = PlanDual(costs)
    tree = PlanTree(costs)
    incumbent = [Bool](repeating: false, count: costs.staffCount)
    if !block.smallestPlan.isEmpty {
      var set = block.opening.map { $0 == 0 }
      for staff in block.smallestPlan { set[staff] = true }
      memory.append(set)
    }
  }

  /// The cheapest plan where using an arc costs its price on top.
  ///
  /// Once `isOver`, the bound is what is proven so far.
  func solve(prices: ArcPrices, isOver: () -> Bool = { false }) -> Answer {
    costs.load(prices)
    incumbentCost = .max
    for set in memory { consider(set) }
    consider(costs.repaired([Bool](repeating: false, count: costs.staffCount)))
    polish()
    let unexplored = withoutActuallyEscaping(isOver) { searchSizes(isOver: $0) }
    remember()
    let bound = min(incumbentCost, unexplored)
    return Answer(bound: bound < .max ? max(0, bound) : 0, cost: incumbentCost)
  }

  /// Looks through the plans of each size, until larger ones cannot be better; returns the least that those could cost
  /// which were not looked at.
  private func searchSizes(isOver: @escaping () -> Bool) -> Int64 {
    var unexplored = Int64.max
    var nodesLeft = nodeLimit
    var size = block.leastStaff
    let paidStaff = block.opening.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    while size <= paidStaff {
      dual.improve(plansOf: size, towards: { incumbentCost }, repair: { consider(costs.repaired($0)) })
      if dual.bound < incumbentCost {
        tree.search(plansOf: size, below: incumbentCost, dual: dual, nodeLimit: nodesLeft, isOver: isOver)
        nodesLeft = tree.nodesLeft
        unexplored = min(unexplored, tree.unexplored)
        if tree.isBetter {
          incumbentCost = tree.best
          incumbent = tree.staff
        }
      }
      if dual.boundsLarger && dual.bound >= incumbentCost { break }
      size += 1
      if costs.leastService + Int64(size) * costs.leastOpening >= incumbentCost { break }
    }
    if paidStaff == 0 && incumbentCost == .max { unexplored = 0 }
    return unexplored
  }

  /// Some of the best plans known at the prices of the latest call, the best one last, as arcs and cost without prices in
  /// the block's own units.
  func plans(prices: ArcPrices, most: Int) -> [(arcs: [ArcRow], cost: Int)] {
    let others = memory.filter { $0 != incumbent }.map { (set: $0, cost: costs.value(of: $0)) }
      .filter { $0.cost < .max }.sorted { $0.cost < $1.cost }.prefix(most - 1)
    return others.reversed().map { plan(of: $0.set, prices: prices) } + [plan(prices: prices)]
  }

  /// The arcs of the best plan of the latest call, and its cost without prices in the block's own units.
  func plan(prices: ArcPrices) -> (arcs: [ArcRow], cost: Int) { plan(of: incumbent, prices: prices) }

  private func plan(of set: [Bool], prices: ArcPrices) -> (arcs: [ArcRow], cost: Int) {
    let rowCount = costs.rowCount
    var used = [Bool](repeating: false, count: costs.staffCount)
    var chosen: [ArcRow] = []
    var total = 0
    for (row, content) in block.rows.enumerated() {
      let ranked = content.cells.filter { set[$0.staff] && !$0.arcs.isEmpty }.map { cell in
        (
          cost: costs.cost[cell.staff * rowCount + row], staff: cell.staff, plain: cell.cost,
          arc: cell.arcs.min { (prices[$0], $0) < (prices[$1], $1) } ?? ArcRow.none
        )
      }.sorted { ($0.cost, $0.staff) < ($1.cost, $1.staff) }
      // Where prices make leaving the row cheaper, that is what the plan does.
      let chosenOnes = ranked.prefix(content.need)
      let price = chosenOnes.reduce(Int64(0)) { $0 + Int64(prices[$1.arc]) + PlanCosts.scaled($1.plain, costs.unit) }
      if let penalty = content.penalty, price >= PlanCosts.scaled(penalty, costs.unit) {
        total += penalty
        continue
      }
      for choice in chosenOnes {
        chosen.append(choice.arc)
        used[choice.staff] = true
        total += choice.plain
      }
    }
    for staff in 0..<costs.staffCount where used[staff] { total += block.opening[staff] }
    return (chosen, total)
  }

  private func remember() {
    guard incumbentCost < .max, !memory.contains(incumbent) else { return }
    memory.append(incumbent)
    if memory.count > Self.mostRemembered { memory.removeFirst() }
  }

  private func consider(_ set: [Bool]) {
    let cost = costs.value(of: set)
    if cost < incumbentCost {
      incumbentCost = cost
      incumbent = set
    }
  }

  /// Adds, drops and swaps staff of the incumbent while it helps.
  private func polish() {
    var improved = incumbentCost < .max
    while improved {
      improved = false
      let start = incumbentCost
      for staff in 0..<costs.staffCount where costs.opening[staff] > 0 {
        var set = incumbent
        set[staff].toggle()
        consider(set)
        if !set[staff] && incumbent != set {
          for other in 0..<costs.staffCount where !set[other] && other != staff {
            set[other] = true
            consider(set)
            set[other] = false
          }
        }
      }
      improved = incumbentCost < start
    }
  }
}
