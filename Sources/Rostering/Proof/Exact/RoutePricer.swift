import Foundation

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

    /// Whether it leaves all.
    var isOpen: Bool { banned == 0 && required == 0 && only < 0 && bannedRoutes.isEmpty }

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

  /// What a round of pricing over all routes found.
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
    var minutes: Minutes
    var mask: UInt64
    var cost: Int
  }

  let scale: Int
  private(set) var entries: [[Entry]]
  /// For each shift, where the most promising entries of the last full round stand.
  private var promising: [[Int32]]

  /// How many routes of a shift stay promising, and how many join the linear program at a time.
  private static let mostPromising = 1000
  private static let mostJoining = 12

  init(_ routes: [ExactRoutes], _ master: ExactMaster, scale: Int) {
    self.scale = scale
    promising = Array(repeating: [], count: routes.count)
    entries = routes.map { ofShift in
      (0..<ofShift.count).map {
        Entry(
          route: Int32($0), minutes: ofShift.minutes[$0], mask: ofShift.masks[$0],
          cost: master.cost(of: ofShift, $0) * scale)
      }
    }
  }

  var count: Int { entries.reduce(0) { $0 + $1.count } }

  /// What holds while a linear program is priced.
  struct Terms {
    let master: ExactMaster
    let cuts: [TimingCut]
    /// How many routes of each shift were listed.
    let routeCounts: [Int]
    /// One for each row, cuts included, scaled, of the sign its row's kind asks for.
    let duals: [Int]
    /// The side variables with the bounds and costs that hold now.
    let side: [ExactMaster.SideVariable]
    let filters: [Filter]
  }

  /// What a shift's routes pay for their tasks, for whom they meet, for being, and for each minute.
  private struct Prices {
    /// Sums of the tasks' prices for each eight of them and each choice among the eight.
    private var ofTasks: [Int]
    private var touches: [(mask: UInt64, price: Int)]
    private var ofShift: Int
    private var ofMinute: Int
    /// What cuts ask of each route; empty where they ask nothing.
    private var ofRoute: [Int] = []

    init(_ shift: Int, _ terms: Terms) {
      let (master, duals) = (terms.master, terms.duals)
      let prices = master.taskTerms[shift].map { terms in terms.reduce(0) { $0 + $1.value * duals[$1.row] } }
      ofTasks = Array(repeating: 0, count: ((prices.count + 7) / 8) << 8)
      for first in stride(from: 0, to: prices.count, by: 8) {
        let base = first << 5
        for choice in 1..<1 << min(8, prices.count - first) {
          ofTasks[base + choice] = ofTasks[base + choice & (choice - 1)] + prices[first + choice.trailingZeroBitCount]
        }
      }
      touches = master.touches[shift].compactMap { duals[$0.row] == 0 ? nil : ($0.mask, duals[$0.row]) }
      ofShift = duals[master.shiftRow[shift]]
      ofMinute = master.capRow[shift] >= 0 ? duals[master.capRow[shift]] : 0
      for (index, cut) in terms.cuts.enumerated() {
        let dual = duals[master.rows.count + index]
        if dual == 0 { continue }
        guard let listed = cut.routes[ShiftRow(shift)] else { continue }
        if ofRoute.isEmpty { ofRoute = Array(repeating: 0, count: terms.routeCounts[shift]) }
        for entry in listed { ofRoute[Int(entry.route)] -= dual * entry.coefficient }
      }
    }

    /// The reduced cost of a route; where it reaches the limit, some number from the limit up to it.
    @inline(__always) func reducedCost(_ entry: Entry, limit: Int = .max) -> Int {
      var cost = entry.cost - ofShift - Int(entry.minutes) * ofMinute
      if !ofRoute.isEmpty { cost += ofRoute[Int(entry.route)] }
      var rest = entry.mask
      var base = 0
      while rest != 0 {
        cost -= ofTasks[base + Int(rest & 255)]
        rest >>= 8
        base += 256
      }
      // Meeting anyone only costs more.
      if cost >= limit { return cost }
      for touch in touches where touch.mask & entry.mask != 0 { cost += touch.price }
      return cost
    }
  }

  /// Prices every route that the filters allow and proves a bound.
  mutating func price(_ terms: Terms) -> Round {
    var bound = 0
    for (row, dual) in zip(terms.master.rows, terms.duals) { bound += row.bound * dual }
    for (index, cut) in terms.cuts.enumerated() { bound += cut.bound * terms.duals[terms.master.rows.count + index] }
    var sideCosts = [Int](repeating: 0, count: terms.side.count)
    for (index, variable) in terms.side.enumerated() {
      var cost = variable.cost * scale
      for term in variable.terms { cost -= term.value * terms.duals[term.row] }
      sideCosts[index] = cost
      bound += cost * (cost > 0 ? variable.lower : variable.upper)
    }
    var round = Round(bound: 0, least: [], sideCosts: sideCosts, better: [])
    let kept = bestOfShifts(terms)
    for (shift, best) in kept.enumerated() {
      let least = min(0, best.first?.cost ?? 0)
      round.least.append(least)
      bound += least
      for candidate in best.prefix(Self.mostJoining) where candidate.cost < 0 {
        round.better.append(Priced(shift: shift, route: entries[shift][candidate.entry].route, cost: candidate.cost))
      }
      promising[shift] = best.map { Int32($0.entry) }
    }
    round.bound = bound
    return round
  }

  /// Prices the routes that were promising in the last full round: those of negative reduced cost, the best of each
  /// shift. Proves nothing, and is quick.
  func priceAgain(_ terms: Terms) -> [Priced] {
    var better: [Priced] = []
    for shift in entries.indices where !promising[shift].isEmpty {
      let prices = Prices(shift, terms)
      var best: [Priced] = []
      for index in promising[shift] {
        let entry = entries[shift][Int(index)]
        let cost = prices.reducedCost(entry, limit: 0)
        if cost < 0 && terms.filters[shift].allows(entry.route, entry.mask) {
          best.append(Priced(shift: shift, route: entry.route, cost: cost))
        }
      }
      best.sort { ($0.cost, $0.route) < ($1.cost, $1.route) }
      better += best.prefix(Self.mostJoining)
    }
    return better
  }

  private struct Candidate {
    var entry: Int
    var cost: Int
  }

  /// The most promising entries of each shift, best first; shifts are spread over the cores.
  private func bestOfShifts(_ terms: Terms) -> [[Candidate]] {
    if count < 50_000 { return entries.indices.map { best(of: $0, terms) } }
    return [[Candidate]](unsafeUninitializedCapacity: entries.count) { buffer, initialized in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: entries.count) { shift in
        slots.initializeElement(at: shift, to: best(of: shift, terms))
      }
      initialized = entries.count
    }
  }

  private func best(of shift: Int, _ terms: Terms) -> [Candidate] {
    let prices = Prices(shift, terms)
    let filter = terms.filters[shift]
    let isFree = filter.isOpen
    var best: [Candidate] = []
    // A few points above 0, a route may well be next.
    var limit = 50 * scale
    entries[shift].withUnsafeBufferPointer { entries in
      for (index, entry) in entries.enumerated() where isFree || filter.allows(entry.route, entry.mask) {
        let cost = prices.reducedCost(entry, limit: limit)
        if cost >= limit { continue }
        best.append(Candidate(entry: index, cost: cost))
        if best.count >= 2 * Self.mostPromising {
          best.sort { ($0.cost, $0.entry) < ($1.cost, $1.entry) }
          best.removeLast(best.count - Self.mostPromising)
          limit = best[Self.mostPromising - 1].cost
        }
      }
    }
    best.sort { ($0.cost, $0.entry) < ($1.cost, $1.entry) }
    return best
  }

  /// Forgets every route whose use would lift the bound to the limit, given the round that proved the bound.
  mutating func forget(from round: Round, limit: Int, _ terms: Terms, dropping dead: [UInt64]) {
    for shift in entries.indices {
      let prices = Prices(shift, terms)
      let most = limit - (round.bound - round.least[shift])
      entries[shift].removeAll { $0.mask & dead[shift] != 0 || prices.reducedCost($0, limit: most) >= most }
      promising[shift] = []
    }
  }
}
