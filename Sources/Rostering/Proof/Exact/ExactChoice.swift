import HomeCare

/// Chooses among listed routes, for the score's weights or others.
struct ExactChoice {
  /// What a search for the best choice brought.
  struct Result {
    /// The best roster known.
    var roster: Roster
    /// No valid roster costs less under the weights asked for.
    var bound: Int
    var isProven: Bool
    var nodes: Int
  }

  private let problem: CompiledProblem
  private let table: ExactTasks
  private let routes: [ExactRoutes]
  private let rules: TimingRules
  private let writer: ExactRoster

  init(_ problem: CompiledProblem, _ table: ExactTasks, _ routes: [ExactRoutes], rules: TimingRules) {
    self.problem = problem
    self.table = table
    self.routes = routes
    self.rules = rules
    writer = ExactRoster(problem, table, routes)
  }

  /// Weights under which fewer unassigned come before fewer distinct staff, and nothing else counts.
  static func unassignedThenDistinct(_ problem: CompiledProblem) -> Weights {
    // Above what all distinct staff together could cost.
    let left = 1 + problem.clientCount * problem.staffCount * problem.periodCount
    return Weights(only: [.unassigned: left, .distinct: 1])
  }

  /// The best choice under some weights; `nil` where its costs are too large to compute with.
  ///
  /// - Parameters:
  ///   - known: a valid roster to better.
  ///   - most: most cases to look at.
  func best(
    under weights: Weights, from known: Roster, most: Int = .max, watch: ExactWatch,
    progress: (_ bound: Int, _ nodes: Int) -> Void = { _, _ in }
  ) -> Result? {
    let master = ExactMaster(problem, table, rules, CostModel(weights))
    guard let scale = Self.scale(master) else { return nil }
    // Distinct staff whom history counts cost the same whatever the choice.
    let constant = weights[.distinct] * staffAlreadyMet
    let cost = known.score.total(under: weights)
    let tree = ExactTree(
      problem, table, master, routes, rules: rules, limit: cost - constant, scale: scale
    ) { choice, starts in
      writer.roster(choice, starts: starts).map { $0.score.total(under: weights) - constant }
    }
    // Where the arithmetic gives up, what was found and proven before stands.
    try? tree.run(from: chosen(by: known), most: most, watch: watch) { bound, nodes in
      progress(constant + Self.whole(bound, scale), nodes)
    }
    var result = Result(
      roster: known, bound: constant + Self.whole(tree.bound, scale), isProven: tree.isProven, nodes: tree.nodes)
    if let best = tree.best, let better = writer.roster(best.choice, starts: best.starts) { result.roster = better }
    result.bound = min(result.bound, result.roster.score.total(under: weights))
    return result
  }

  private var staffAlreadyMet: Int {
    problem.pairs.count { problem.pairFlags[$0].contains(.alreadyCounted) }
  }

  /// The routes that a roster chose, or the first ones of the same visits; −1 where there are none.
  private func chosen(by roster: Roster) -> [Int32] {
    let instance = problem.instance
    let visits = VisitRow.byID(instance.visits.map(\.id))
    let shifts = ShiftRow.byID(instance.shifts.map(\.id))
    let origin = instance.horizon.firstMinute
    var served = RowArray<ShiftRow, [VisitRow: Int]>(count: routes.count, repeating: [:])
    for assignment in roster.assignments {
      for shift in assignment.shifts.compactMap({ shifts[$0] }) {
        if let visit = visits[assignment.visit] { served[shift][visit] = assignment.start.minutes(since: origin) }
      }
    }
    return routes.map { ofShift in
      var mask: UInt64 = 0
      let visits = served[ofShift.shift]
      for (position, number) in ofShift.tasks.enumerated() {
        let task = table.tasks[number]
        guard let start = visits[task.visit], task.earliest <= start && start <= task.latest else { continue }
        mask |= 1 << UInt64(position)
      }
      return ofShift.masks.firstIndex(of: mask).map { Int32($0) } ?? -1
    }
  }

  /// Fractions of a point that bounds are computed in; `nil` where scores are too large for any.
  private static func scale(_ master: ExactMaster) -> Int? {
    let greatest = max(1, master.greatestCost)
    var scale = 1 << 16
    // Penalties and sums over rows take a reduced cost some thousand times beyond the greatest cost.
    while scale >= 1 << 4 && greatest > (1 << 40) / scale { scale >>= 1 }
    return scale >= 1 << 4 ? scale : nil
  }

  /// A scaled bound as the least whole number not below it.
  private static func whole(_ bound: Int, _ scale: Int) -> Int {
    let (quotient, remainder) = bound.quotientAndRemainder(dividingBy: scale)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
