import IntegerProgram

/// Finds what a fractional solution asks of a shift that no mixture of its routes can give.
///
/// The shares of a shift's visits are covered by as little of its routes as can be, a linear program with a column a
/// route; where that takes more than the one shift there is, its duals are weights of a violated cut (D. Applegate,
/// R. Bixby, V. Chvátal, W. Cook, "TSP cuts which do not conform to the template paradigm", Computational Combinatorial
/// Optimization, LNCS 2241, 2001). The weights are made whole, what the heaviest route then weighs is the capacity, and
/// visits that the solution does not use are lifted in.
final class RouteCuts: @unchecked Sendable {
  // Used by one thread at a time.
  private let load: ShiftLoad
  private let number: ShiftRow
  /// Routes found before, as positions; they are columns again the next time.
  private var pool: Set<[Int]> = []

  /// Parts of a whole into which the weights of the linear program are rounded.
  private static let scale = 1_000_000.0
  /// Capacities tried for the whole weights, the plainest first.
  private static let capacities: [Int64] = [1, 2, 3, 4, 6, 12, 60, 360]
  /// Visits tried for lifting: those that many plans use matter, the rest take time.
  private static let mostLifted = 30
  /// Routes priced for one cut.
  private static let mostRounds = 60

  init(_ load: ShiftLoad, number: ShiftRow) {
    self.load = load
    self.number = number
  }

  /// A cut that the shares of the shift's visits, by position, violate by more than `margin` of the capacity.
  ///
  /// `lifting` lists the positions to lift in, first to last. None too where a limit was reached.
  func violated(by shares: [Double], margin: Double, lifting: [Int]) -> ShiftCut? {
    let present = shares.indices.filter { shares[$0] > 1e-6 }
    guard present.count > 1, present.count <= HeaviestRoute.mostItems, shares.reduce(0, +) > 1 + margin else {
      return nil
    }
    // Made anew each time: what it works in is far larger than what is known of the shift.
    let routes = HeaviestRoute(load)
    guard let cover = try? cover(present, by: routes, shares: shares), cover.routes > 1 + margin else { return nil }
    var best: (excess: Double, weighted: [HeaviestRoute.Weighted], capacity: Int64)?
    for capacity in Self.capacities {
      let weighted = zip(present, cover.weights).map {
        HeaviestRoute.Weighted(item: $0, weight: Int64(($1 * Double(capacity)).rounded()))
      }
      guard let heaviest = routes.find(weighted), heaviest.weight > 0 else { continue }
      let excess = weighted.reduce(0) { $0 + Double($1.weight) * shares[$1.item] } / Double(heaviest.weight) - 1
      if excess > (best?.excess ?? margin) { best = (excess, weighted, heaviest.weight) }
      if excess > 0.95 * (cover.routes - 1) { break }
    }
    guard let best else { return nil }
    return lifted(best.weighted, capacity: best.capacity, by: lifting, routes)
  }

  /// The least cover of shares by routes.
  private struct Cover {
    /// The dual weight of each visit.
    var weights: [Double]
    /// How many routes it takes; 0 where a limit was reached.
    var routes: Double
  }

  /// Covers the shares by as little of the shift's routes as can be.
  private func cover(_ present: [Int], by routes: HeaviestRoute, shares: [Double]) throws -> Cover {
    let rowOf = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
    var columns = Set(present.indices.map { [$0] })
    for route in pool {
      let rows = route.compactMap { rowOf[$0] }.sorted()
      if rows.count > 1 { columns.insert(rows) }
    }
    var model = Model(.minimize)
    let listed = columns.sorted { $0.lexicographicallyPrecedes($1) }
    for _ in listed { model.addVariable(objective: 1) }
    for (row, item) in present.enumerated() {
      model.addRow(
        lower: shares[item], listed.indices.filter { listed[$0].contains(row) }.map { Model.Term($0, 1) })
    }
    return try LinearProgramSession.run(model) { session in
      for _ in 0..<Self.mostRounds {
        guard try session.solve() == .optimal else { return Cover(weights: [], routes: 0) }
        if session.objective <= 1 + 1e-6 { return Cover(weights: [], routes: session.objective) }
        let weights = session.rowDuals().map { max(0, $0) }
        let found = routes.find(
          zip(present, weights).map { .init(item: $0, weight: Int64(($1 * Self.scale).rounded())) })
        guard let found else { return Cover(weights: [], routes: 0) }
        let rows = found.items.compactMap { rowOf[$0] }.sorted()
        if Double(found.weight) <= Self.scale * 1.0001 || !columns.insert(rows).inserted {
          return Cover(weights: weights, routes: session.objective)
        }
        pool.insert(found.items.sorted())
        try session.addVariable(objective: 1, rows.map { RowTerm($0, 1) })
      }
      return Cover(weights: [], routes: 0)
    }
  }

  /// The cut with further visits, each with the most weight that keeps every route within the capacity.
  private func lifted(
    _ weighted: [HeaviestRoute.Weighted], capacity: Int64, by items: [Int], _ routes: HeaviestRoute
  ) -> ShiftCut {
    var weighted = weighted
    let known = Set(weighted.map(\.item))
    for item in items.prefix(Self.mostLifted)
    where !known.contains(item) && weighted.count < HeaviestRoute.mostItems - 1 {
      // So heavy that the heaviest route is the heaviest with the visit.
      let forced = 2 * weighted.reduce(1) { $0 + $1.weight }
      guard let heaviest = routes.find(weighted + [.init(item: item, weight: forced)]), heaviest.weight >= forced else {
        continue
      }
      let room = capacity - (heaviest.weight - forced)
      if room > 0 { weighted.append(.init(item: item, weight: room)) }
    }
    var weights = [Int32](repeating: 0, count: load.items.count)
    for entry in weighted { weights[entry.item] = Int32(entry.weight) }
    return ShiftCut(shift: number, weights: weights, capacity: Int32(capacity))
  }
}
