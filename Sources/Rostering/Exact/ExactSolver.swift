import HomeCare

/// What the exact solver found and proved.
struct ExactOutcome {
  enum Status {
    /// The roster is proven best.
    case optimal
    /// Time was over, or the caller or the arithmetic called a halt.
    case stopped
    /// The routes are too many to list.
    case tooLarge
  }

  var status: Status
  /// The best roster known, valid and with its score; the one handed in where none better was found.
  var roster: Roster
  /// Proven lower bound on the total of any valid roster.
  var lowerBound: Int?
  /// Cases looked at.
  var nodes = 0
  /// Routes listed.
  var routes = 0
}

/// Finds a roster that is proven best, where the instance is small enough.
///
/// All routes of each shift are listed; branch and price then chooses among them. Exact on the full score and every
/// rule.
struct ExactSolver {
  /// How far to go before giving up.
  struct Limits {
    /// Seconds from the call; no limit where absent.
    var seconds: Double?
    /// Most partial routes of one shift.
    var labels = 2_000_000
    /// Most routes in all.
    var routes = 6_000_000
  }

  private let problem: CompiledProblem

  init(_ problem: CompiledProblem) { self.problem = problem }

  /// Solves the problem, starting from a roster already known.
  ///
  /// - Parameter progress: told the proven bound and the cases looked at, now and then.
  func solve(
    incumbent: Roster? = nil, limits: Limits = Limits(), cancellation: Cancellation = Cancellation(),
    progress: (_ lowerBound: Int, _ nodes: Int) -> Void = { _, _ in }
  ) -> ExactOutcome {
    let watch = ExactWatch(seconds: limits.seconds, cancellation: cancellation)
    let table = ExactTasks(problem)
    let writer = ExactRoster(problem, table, [])
    let known = incumbent.flatMap(writer.scored) ?? writer.scored(nothing) ?? nothing
    var outcome = ExactOutcome(status: .stopped, roster: known)
    let links = TimedLinks(problem)
    guard let routes = routes(table, links, limits, watch: watch) else {
      outcome.status = watch.isOver ? .stopped : .tooLarge
      return outcome
    }
    outcome.routes = routes.reduce(0) { $0 + $1.count }

    let master = ExactMaster(problem, table, weights: problem.weights)
    guard let scale = Self.scale(master) else {
      outcome.status = .tooLarge
      return outcome
    }
    let constant = problem.weights.distinct * knownFaces
    let roster = ExactRoster(problem, table, routes)
    let tree = ExactTree(
      problem, table, master, routes, links: links, limit: known.score.total - constant, scale: scale
    ) { choice, times in
      roster.roster(choice, times: times).map { $0.score.total - constant }
    }
    // Where the arithmetic gives up, what was found and proven before stands.
    try? tree.run(watch: watch) { bound, nodes in progress(constant + Self.rounded(bound, scale), nodes) }
    if let best = tree.best, let better = roster.roster(best, times: tree.timedRoutes(best)) {
      outcome.roster = better
    }
    outcome.status = tree.isProven ? .optimal : .stopped
    outcome.lowerBound = min(outcome.roster.score.total, constant + Self.rounded(tree.bound, scale))
    outcome.nodes = tree.nodes
    return outcome
  }

  /// The roster that leaves every visit.
  private var nothing: Roster {
    Roster(
      instance: problem.instance.name, assignments: [], unassigned: problem.instance.visits.map(\.id), score: Score())
  }

  /// Faces that history counts, whatever the roster does.
  private var knownFaces: Int {
    (0..<problem.staffCount * problem.clientCount).filter { problem.pairFlags[$0] & PairFlag.alreadyCounted != 0 }
      .count
  }

  private func routes(
    _ table: ExactTasks, _ links: TimedLinks, _ limits: Limits, watch: ExactWatch
  ) -> [ExactRoutes]? {
    var all: [ExactRoutes] = []
    var count = 0
    for shift in 0..<problem.shiftCount {
      guard
        let routes = RouteEnumerator.routes(
          of: shift, table, problem, links: links, limit: limits.labels, watch: watch)
      else { return nil }
      count += routes.count
      if count > limits.routes { return nil }
      all.append(routes)
    }
    return all
  }

  /// Fractions of a point that bounds are computed in; `nil` where scores are too large for any.
  private static func scale(_ master: ExactMaster) -> Int? {
    let greatest = max(1, master.greatestCost)
    var scale = 1 << 16
    // Reduced costs sum up a few times the greatest cost.
    while scale >= 1 << 8 && greatest > (1 << 45) / scale { scale >>= 1 }
    return scale >= 1 << 8 ? scale : nil
  }

  /// A scaled bound as a whole total.
  private static func rounded(_ bound: Int, _ scale: Int) -> Int { -((-bound).flooredQuotient(scale)) }
}

extension Int {
  /// The quotient rounded towards minus infinity; the divisor is above 0.
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
