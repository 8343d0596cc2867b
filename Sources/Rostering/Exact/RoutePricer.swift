/// Looks through all routes for those that could better a linear program, and proves what no choice of routes beats.
///
/// All in whole numbers: the duals of the linear program are rounded to multiples of 1/`scale` first. Any duals give a
/// valid bound (the Lagrangian one, where each shift still works at most one route), so nothing of the proof hangs on
/// the floating-point arithmetic that found them.
struct RoutePricer {
  /// What a search node leaves of a shift's routes.
  struct Filter {
    /// Tasks that the shift must not and must serve.
    var banned: UInt64 = 0
    var required: UInt64 = 0
    /// The one route allowed; −1 for any.
    var only: Int32 = -1
    var bannedRoutes: Set<Int32> = []

    func allows(_ route: Int32, _ mask: UInt64) -> Bool {
      mask & banned == 0 && mask & required == required && (only < 0 || only == route)
        && (bannedRoutes.isEmpty || !bannedRoutes.contains(route))
    }
  }

  /// A route and its reduced cost, scaled.
  struct Priced {
    var shift: Int
    var route: Int32
    var cost: Int
  }

  /// What a round of pricing found.
  struct Round {
    /// Scaled lower bound.
    var bound: Int
    /// The least reduced cost of each shift's routes, at most 0.
    var least: [Int]
    /// Reduced cost of each side variable.
    var sideCosts: [Int]
    /// Routes of negative reduced cost, the best of each shift.
    var better: [Priced]
  }

  /// Routes of one shift that are still in the game.
  struct Entry {
    var route: Int32
    var minutes: Int32
    var mask: UInt64
    var cost: Int
  }

  let scale: Int
  private(set) var entries: [[Entry]]

  init(_ routes: [ExactRoutes], _ master: ExactMaster, scale: Int) {
    self.scale = scale
    entries = routes.map { ofShift in
      (0..<ofShift.count).map {
        Entry(
          route: Int32($0), minutes: ofShift.minutes[$0], mask: ofShift.masks[$0],
          cost: master.cost(of: ofShift, $0) * scale)
      }
    }
  }

  var count: Int { entries.reduce(0) { $0 + $1.count } }

  /// What a shift's routes pay for their tasks, for whom they meet, for being, and for each minute.
  private struct Prices {
    var ofTask: [Int]
    var touches: [(mask: UInt64, price: Int)]
    var ofShift: Int
    var ofMinute: Int

    init(_ shift: Int, _ master: ExactMaster, duals: [Int]) {
      ofTask = master.taskTerms[shift].map { terms in terms.reduce(0) { $0 + $1.value * duals[$1.row] } }
      touches = master.touches[shift].compactMap { duals[$0.row] == 0 ? nil : ($0.mask, duals[$0.row]) }
      ofShift = duals[master.shiftRow[shift]]
      ofMinute = master.capRow[shift] >= 0 ? duals[master.capRow[shift]] : 0
    }

    @inline(__always) func reducedCost(_ entry: Entry) -> Int {
      var cost = entry.cost - ofShift - Int(entry.minutes) * ofMinute
      var rest = entry.mask
      while rest != 0 {
        cost -= ofTask[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      for touch in touches where touch.mask & entry.mask != 0 { cost += touch.price }
      return cost
    }
  }

  /// Prices every route that the filters allow.
  ///
  /// - Parameters:
  ///   - duals: one for each row, cuts included, scaled, of the sign its row's kind asks for.
  ///   - side: the side variables with the bounds and costs that hold now.
  ///   - most: how many routes of a shift to hand back.
  func price(
    _ master: ExactMaster, cuts: [TimingCut], duals: [Int], side: [ExactMaster.SideVariable], filters: [Filter],
    most: Int
  ) -> Round {
    var bound = 0
    for (row, dual) in zip(master.rows, duals) { bound += row.bound * dual }
    for (index, cut) in cuts.enumerated() { bound += cut.bound * duals[master.rows.count + index] }
    var sideCosts = [Int](repeating: 0, count: side.count)
    for (index, variable) in side.enumerated() {
      var cost = variable.cost * scale
      for term in variable.terms { cost -= term.value * duals[term.row] }
      sideCosts[index] = cost
      bound += cost * (cost > 0 ? variable.lower : variable.upper)
    }
    var round = Round(
      bound: 0, least: [Int](repeating: 0, count: entries.count), sideCosts: sideCosts, better: [])
    for shift in entries.indices {
      let prices = Prices(shift, master, duals: duals)
      let penalties = penalties(shift, master, cuts, duals)
      var best: [Priced] = []
      var worstKept = 0
      let filter = filters[shift]
      for entry in entries[shift] where filter.allows(entry.route, entry.mask) {
        var cost = prices.reducedCost(entry)
        if !penalties.isEmpty { cost += penalties[entry.route] ?? 0 }
        if cost >= worstKept { continue }
        best.append(Priced(shift: shift, route: entry.route, cost: cost))
        if best.count >= 2 * most {
          best.sort { ($0.cost, $0.route) < ($1.cost, $1.route) }
          best.removeLast(best.count - most)
          worstKept = best[most - 1].cost
        }
      }
      best.sort { ($0.cost, $0.route) < ($1.cost, $1.route) }
      round.least[shift] = best.first?.cost ?? 0
      bound += round.least[shift]
      round.better += best.prefix(most)
    }
    round.bound = bound
    return round
  }

  /// What the cuts add to the reduced costs of the routes they hold.
  private func penalties(_ shift: Int, _ master: ExactMaster, _ cuts: [TimingCut], _ duals: [Int]) -> [Int32: Int] {
    var penalties: [Int32: Int] = [:]
    for (index, cut) in cuts.enumerated() {
      let dual = duals[master.rows.count + index]
      if dual == 0 { continue }
      for route in cut.routes[shift] ?? [] { penalties[route, default: 0] -= dual }
    }
    return penalties
  }

  /// Forgets every route whose use would lift the bound to the limit, given the round that proved the bound.
  mutating func forget(
    from round: Round, limit: Int, _ master: ExactMaster, cuts: [TimingCut], duals: [Int], dropping dead: [UInt64]
  ) {
    for shift in entries.indices {
      let prices = Prices(shift, master, duals: duals)
      let penalties = penalties(shift, master, cuts, duals)
      let without = round.bound - round.least[shift]
      entries[shift].removeAll { entry in
        entry.mask & dead[shift] != 0
          || without + prices.reducedCost(entry) + (penalties[entry.route] ?? 0) >= limit
      }
    }
  }
}
