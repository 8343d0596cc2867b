import IntegerProgram

/// Plans as columns of the master.
extension PriceMaster {
  /// The best plan of each block at the latest prices, where it is new.
  func newColumns() -> [(column: Column, cost: Int)] {
    var found: [(column: Column, cost: Int)] = []
    for (block, oracle) in pricing.oracles.enumerated() where oracle.incumbentCost < .max {
      let plan = oracle.plan(prices: pricing.prices)
      let column = Column(block: block, arcs: plan.arcs.sorted())
      if known.insert(column).inserted { found.append((column, plan.cost)) }
    }
    return found
  }

  func register(_ column: Column, variable: Int) {
    for arc in column.arcs {
      columnsOfShift[Int(arcs.shift[arc])].append((columns.count, arcs.position[arc]))
    }
    columns.append(column)
    variableOfColumn.append(variable)
  }

  /// Adds the new plans at the latest prices; returns how many there are.
  func addColumns(_ session: inout LinearProgramSession) throws -> Int {
    let found = newColumns()
    for (column, cost) in found {
      var terms = [RowTerm(column.block, 1)]
      var byShift: [Int: [Int32]] = [:]
      for arc in column.arcs { byShift[Int(arcs.shift[arc]), default: []].append(arcs.position[arc]) }
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
}
