import IntegerProgram

/// Cuts of shifts as rows of the master.
extension PriceMaster {
  /// Adds cuts that the master's solution violates by more than `margin` of their capacity; returns how many.
  ///
  /// Intervals are found at once; only where they have little to say, mixtures of routes are looked through.
  func addCuts(_ session: inout LinearProgramSession, margin: Double) throws -> Int {
    let shares = sharesOfArcs(session)
    var found: [ShiftCut] = []
    for shift in loads.indices { found += intervalCuts[shift].violated(by: shares[shift], margin: margin, limit: 3) }
    if found.count * 10 < loads.count {
      let (routeCuts, isOver, lifting) = (routeCuts, isOver, loads.indices.map(positionsInUse))
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
    var shares = [Double](repeating: 0, count: arcs.count)
    for (index, column) in columns.enumerated() where values[variableOfColumn[index]] > 1e-9 {
      for arc in column.arcs { shares[Int(arc)] += values[variableOfColumn[index]] }
    }
    return loads.indices.map { shift in arcs.arcs(ofShift: shift).map { shares[Int($0)] } }
  }

  /// The positions of a shift's arcs that plans use, those of most plans first.
  private func positionsInUse(ofShift shift: Int) -> [Int] {
    var uses: [Int: Int] = [:]
    for (_, position) in columnsOfShift[shift] { uses[Int(position), default: 0] += 1 }
    return uses.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
  }

  func add(_ cut: ShiftCut, to session: inout LinearProgramSession) throws {
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
