import IntegerProgram

/// Branch and price: a tree of cases, each with a linear program that takes in routes as it needs them.
///
/// A case says of some visits that they are left, of some clients that they meet a staff member, of some tasks that a
/// shift serves them, or that not. What a case rules out is priced so high rather than forbidden that every linear
/// program stays feasible; its bound then says "nothing below the best roster known". Times that bind several routes
/// are checked on whole solutions, and conflicts become rows for the whole tree, as does what steadiness they forgo (branch
/// and check).
final class ExactTree {
  /// What tells one case from another.
  enum Decision {
    /// A side variable is 0 or at least 1.
    case side(Int, Bool)
    /// A shift serves the task at a position, or not.
    case serves(shift: Int, position: Int, Bool)
    /// A shift works a route, or not.
    case works(shift: Int, route: Int32, Bool)
  }

  private struct Node {
    /// The decision that made it and its parent's, in `decisions`.
    var decision: Int
    /// Scaled bound proven for it or a case it is part of.
    var bound: Int
    var depth: Int
  }

  let problem: CompiledProblem
  let master: ExactMaster
  let routes: [ExactRoutes]
  let rules: TimingRules
  let table: ExactTasks
  let scale: Int
  /// What a whole choice of routes costs; `nil` where it is none at all.
  private let cost: ([Int32], [VisitRow: Minutes]) -> Int?
  private(set) var pricer: RoutePricer
  private var program: RestrictedProgram
  private var decisions: [(decision: Decision, parent: Int)] = []

  /// Only choices of less cost are sought.
  private(set) var limit: Int
  /// The cheapest choice found, if any is below the first limit: a route (or −1) for each shift, and the starts.
  private(set) var best: (choice: [Int32], starts: [VisitRow: Minutes])?
  private(set) var nodes = 0
  /// Scaled bound on all choices, with the best one's cost where proven.
  private(set) var bound = 0
  private(set) var isProven = false

  // What holds in the case at hand.
  private(set) var side: [ExactMaster.SideVariable]
  private(set) var filters: [RoutePricer.Filter] = []
  /// Side variables that the case rules out by their price.
  private(set) var isForbidden: [Bool] = []
  /// For each shift, the routes not forgotten.
  private var isAlive: [[Bool]]

  init(
    _ problem: CompiledProblem, _ table: ExactTasks, _ master: ExactMaster, _ routes: [ExactRoutes],
    rules: TimingRules, limit: Int, scale: Int, cost: @escaping ([Int32], [VisitRow: Minutes]) -> Int?
  ) {
    self.problem = problem
    self.table = table
    self.master = master
    self.routes = routes
    self.rules = rules
    self.limit = limit
    self.scale = scale
    self.cost = cost
    isAlive = routes.map { Array(repeating: true, count: $0.count) }
    pricer = RoutePricer(routes, master, scale: scale)
    program = RestrictedProgram(master, routes, scale: scale)
    side = master.side
  }

  /// Searches until all is proven or `watch` says stop.
  ///
  /// - Parameters:
  ///   - first: for each shift a route that may well be good, or −1.
  ///   - most: most cases to look at.
  /// - Throws: `IntegerProgramError` where GLPK gives up; the bound so far stands.
  func run(from first: [Int32], most: Int, watch: ExactWatch, progress: (_ bound: Int, _ nodes: Int) -> Void) throws {
    try LinearProgramSession.run(master.model()) { session in
      for (shift, route) in first.enumerated() where route >= 0 { try program.add(route, of: shift, &session) }
      try search(&session, most: most, watch: watch, progress: progress)
    }
  }

  private func search(
    _ session: inout LinearProgramSession, most: Int, watch: ExactWatch, progress: (Int, Int) -> Void
  ) throws {
    var open = [Node(decision: -1, bound: bound, depth: 0)]
    var diving: Node?
    while true {
      open.removeAll { isPruned($0.bound) }
      if let node = diving, isPruned(node.bound) { diving = nil }
      let least = min(open.map(\.bound).min() ?? Int.max, diving?.bound ?? Int.max)
      if least == Int.max {
        isProven = true
        bound = limit * scale
        return
      }
      bound = least
      progress(bound, nodes)
      if watch.isOver || nodes >= most { return }
      var node: Node
      if let next = diving {
        node = next
        diving = nil
      } else {
        let index = open.indices.min { open[$0].bound < open[$1].bound } ?? 0
        node = open.remove(at: index)
      }
      nodes += 1
      penalty = Self.leastPenalty
      try program.dropForgotten(alive: isAlive, &session)
      // Who was since proven to meet in no choice below the limit cannot be made to meet.
      if !enter(node) { continue }
      var point = try solve(&node, &session, watch: watch)
      // A little of what is ruled out can be worth its price while the rest is settled; a higher price mends that.
      while let split = point, branching(split) == nil, penalty < Self.greatestPenalty {
        penalty *= 16
        _ = enter(node)
        point = try solve(&node, &session, watch: watch)
      }
      guard let point else {
        // Pruned, or out of time with its bound still standing.
        if !isPruned(node.bound) { open.append(node) }
        continue
      }
      guard let decision = branching(point) else {
        throw IntegerProgramError.solverFailed("a settled case stays split")
      }
      let first = decisions.count
      decisions.append((decision, node.decision))
      decisions.append((Self.opposite(decision), node.decision))
      diving = Node(decision: first, bound: node.bound, depth: node.depth + 1)
      open.append(Node(decision: first + 1, bound: node.bound, depth: node.depth + 1))
    }
  }

  /// Whether no choice with this scaled bound is below the limit.
  private func isPruned(_ bound: Int) -> Bool { bound > (limit - 1) * scale }

  // MARK: Cases

  private static func opposite(_ decision: Decision) -> Decision {
    switch decision {
    case .side(let variable, let value): .side(variable, !value)
    case .serves(let shift, let position, let value): .serves(shift: shift, position: position, !value)
    case .works(let shift, let route, let value): .works(shift: shift, route: route, !value)
    }
  }

  /// Sets bounds, costs and filters to those of a case; returns whether they leave any choice below the limit.
  private func enter(_ node: Node) -> Bool {
    for index in side.indices {
      side[index].lower = master.side[index].lower
      side[index].upper = min(master.side[index].upper, isShut[index] ? 0 : Int.max)
      side[index].cost = master.side[index].cost
    }
    filters = Array(repeating: RoutePricer.Filter(), count: routes.count)
    isForbidden = Array(repeating: false, count: side.count)
    var at = node.decision
    while at >= 0 {
      apply(decisions[at].decision)
      at = decisions[at].parent
    }
    for shift in routes.indices {
      for touch in master.touches[shift] where side[touch.variable].upper == 0 {
        filters[shift].banned |= touch.mask
      }
    }
    return side.allSatisfy { $0.lower <= $0.upper }
  }

  private func apply(_ decision: Decision) {
    switch decision {
    case .side(let variable, true):
      side[variable].lower = 1
    case .side(let variable, false):
      if case .unassigned = side[variable].role { forbid(variable) } else { side[variable].upper = 0 }
    case .serves(let shift, let position, false):
      filters[shift].banned |= 1 << UInt64(position)
    case .serves(let shift, let position, true):
      filters[shift].required |= 1 << UInt64(position)
      forbid(master.unused[shift])
      let visit = table.tasks[routes[shift].tasks[position]].visit
      forbid(master.unassigned[visit])
      if problem.visits[visit].need > 1 { return }
      for other in routes.indices {
        for (place, task) in routes[other].tasks.enumerated() where table.tasks[task].visit == visit {
          if other != shift || place != position { filters[other].banned |= 1 << UInt64(place) }
        }
      }
    case .works(let shift, let route, false):
      filters[shift].bannedRoutes.insert(route)
    case .works(let shift, let route, true):
      filters[shift].only = route
      forbid(master.unused[shift])
    }
  }

  /// Prices a side variable out of every choice below the limit.
  private func forbid(_ variable: Int) {
    side[variable].cost = max(master.side[variable].cost, limit) * penalty
    isForbidden[variable] = true
  }

  private static let leastPenalty = 2
  private static let greatestPenalty = 1 << 9
  private var penalty = ExactTree.leastPenalty

  // MARK: Bounds

  /// Side variables proven 0 in every choice below the limit.
  private lazy var isShut = [Bool](repeating: false, count: master.side.count)

  /// What was proven of all choices together, for forgetting more as the limit falls.
  private var root: (round: RoutePricer.Round, terms: RoutePricer.Terms)?

  /// Rounds of cuts that a mixture of routes gives rise to, in the first case and in every other.
  private static let mostRootRounds = 40
  private static let mostRounds = 6

  typealias Point = RestrictedProgram.Point

  /// Solves a case; `nil` where it is pruned, found whole, or time is over.
  private func solve(_ node: inout Node, _ session: inout LinearProgramSession, watch: ExactWatch) throws -> Point? {
    var lastTold: [Int32] = []
    var rounds = 0
    while true {
      if watch.isOver { return nil }
      try program.tell(side, filters, alive: isAlive, &session)
      let status = try session.solve(isCancelled: { watch.isOver })
      if status == .cancelled { return nil }
      guard status == .optimal else { throw IntegerProgramError.solverFailed("a case ended as \(status)") }
      let terms = RoutePricer.Terms(
        master: master, cuts: program.cuts, routeCounts: routes.map(\.count),
        duals: program.scaled(session.rowDuals()),
        side: side, filters: filters)
      if try program.add(pricer.priceAgain(terms), &session) { continue }
      let round = pricer.price(terms)
      node.bound = max(node.bound, round.bound)
      if isPruned(node.bound) { return nil }
      if try program.add(round.better, &session) { continue }
      if node.depth == 0 {
        root = (round, terms)
        forget()
      }
      let point = program.point(session.values())
      guard point.used.allSatisfy({ abs($0.value - $0.value.rounded()) < 1e-6 }) else {
        rounds += 1
        if rounds <= (node.depth == 0 ? Self.mostRootRounds : Self.mostRounds), try addSeriesCuts(at: point, &session) {
          continue
        }
        return point
      }
      var choice = [Int32](repeating: -1, count: routes.count)
      for used in point.used where used.value > 0.5 { choice[used.shift] = used.route }
      switch timing(choice) {
      case .apart(let conflict):
        try addCut(TimingCut(conflict, routes, rules: rules), &session)
        continue
      case .kept(let starts, let minutes, let proofs):
        if let cost = cost(choice, starts), cost < limit {
          limit = cost
          best = (choice, starts)
          forget()
        }
        // Cuts that tell the linear program nothing new are not told again.
        if minutes > unsteady(point, choice), !isPruned(node.bound), choice != lastTold {
          lastTold = choice
          for proof in proofs { try addCut(TimingCut(proof, routes, rules: rules), &session) }
          continue
        }
      }
      return isPruned(node.bound) ? nil : point
    }
  }

  /// Shuts side variables and forgets routes that cannot be part of a choice below the limit.
  private func forget() {
    guard let (round, terms) = root else { return }
    let most = (limit - 1) * scale + 1
    for (index, cost) in round.sideCosts.enumerated() where cost > 0 && !isShut[index] {
      guard case .meets = side[index].role else { continue }
      if round.bound + cost >= most { isShut[index] = true }
    }
    let dead = routes.indices.map { shift in
      master.touches[shift].reduce(UInt64(0)) { isShut[$1.variable] ? $0 | $1.mask : $0 }
    }
    pricer.forget(from: round, limit: most, terms, dropping: dead)
    for shift in routes.indices {
      isAlive[shift] = Array(repeating: false, count: routes[shift].count)
      for entry in pricer.entries[shift] { isAlive[shift][Int(entry.route)] = true }
    }
  }

  /// How the routes of a choice fit together.
  private func timing(_ choice: [Int32]) -> Timing {
    var chains: [(shift: ShiftRow, chain: [TimedStop])] = []
    for (shift, route) in choice.enumerated() where route >= 0 {
      let chain = routes[shift].timedStops(Int(route))
      if !chain.isEmpty { chains.append((ShiftRow(shift), Array(chain))) }
    }
    return rules.timing(of: chains, steadily: master.weighsSteadiness)
  }

  /// The unsteady minutes that the linear program has for a choice, as far as cuts have told it of them.
  private func unsteady(_ point: Point, _ choice: [Int32]) -> Int {
    var minutes = 0.0
    for variable in master.unsteady.elements where variable >= 0 { minutes += point.side[variable] }
    for (shift, route) in choice.enumerated() where route >= 0 {
      minutes += Double(rules.leastUnsteady(routes[shift].timedStops(Int(route))))
    }
    return Int((minutes + 0.01).rounded(.down))
  }

  /// Adds a cut to the linear program and to what its series' side variables are priced by.
  func addCut(_ cut: TimingCut, _ session: inout LinearProgramSession) throws {
    let row = master.rows.count + program.cuts.count
    for series in cut.series where master.unsteady[series] >= 0 {
      side[master.unsteady[series]].terms.append(ExactMaster.Coefficient(row: row, value: -1))
    }
    try program.add(cut, &session)
  }
}
