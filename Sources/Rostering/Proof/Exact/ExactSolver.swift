import HomeCare

/// What the exact solver found and proved.
struct ExactOutcome {
  /// Why it ended.
  enum Status {
    /// The roster is proven best.
    case optimal
    /// Time was over, the caller called a halt, or the arithmetic gave up.
    case stopped
    /// The routes are too many to list.
    case tooLarge
  }

  var status: Status
  /// The best roster known, valid and with its score; the one handed in where none better was found.
  var roster: Roster
  /// Proven lower bound on the total of any valid roster.
  var lowerBound: Int?
  /// Proven lower bound on `score.unassigned` of any valid roster.
  var unassignedBound: Int?
  /// Proven lower bound on `score.distinct` of any valid roster that leaves no more unassigned than this one.
  var distinctBound: Int?
  /// Cases looked at.
  var nodes = 0
  /// Routes listed.
  var routes = 0
}

/// Finds a roster that is proven best, where the instance is small enough.
///
/// All routes of each shift are listed; branch and price then chooses among them. Exact on the full score and every
/// rule, and never without an answer: at worst that is the roster handed in, or the one that leaves every visit.
struct ExactSolver {
  /// How far to go before giving up.
  struct Limits {
    /// Seconds from the call; no limit where absent.
    var seconds: Double?
    /// Most partial routes of one shift.
    var labels = 1_000_000
    /// Most routes in all.
    var routes = 2_000_000
    /// Most cases to look at.
    var nodes = Int.max
  }

  /// What the bounds of the parts may take in any case.
  private static let leastSeconds = 0.5
  private static let leastNodes = 20

  private let problem: CompiledProblem

  init(_ problem: CompiledProblem) { self.problem = problem }

  /// Solves the problem, starting from a roster already known.
  ///
  /// - Parameter progress: told the proven bound on the total and the cases looked at, now and then.
  func solve(
    incumbent: Roster? = nil, limits: Limits = Limits(), cancellation: Cancellation = Cancellation(),
    progress: (_ lowerBound: Int, _ nodes: Int) -> Void = { _, _ in }
  ) -> ExactOutcome {
    let watch = ExactWatch(seconds: limits.seconds, cancellation: cancellation)
    let begin = ContinuousClock.now
    let table = ExactTasks(problem)
    let plainWriter = ExactRoster(problem, table, [])
    var outcome = ExactOutcome(
      status: .stopped, roster: incumbent.flatMap(plainWriter.scored) ?? plainWriter.emptyRoster)
    let rules = TimingRules(problem, table)
    let listing = RouteListing(problem, table, links: rules.links, labels: limits.labels, routes: limits.routes)
    guard let routes = listing.routes(watch: watch) else {
      outcome.status = watch.isOver ? .stopped : .tooLarge
      return outcome
    }
    outcome.routes = routes.reduce(0) { $0 + $1.count }

    let choice = ExactChoice(problem, table, routes, rules: rules)
    guard
      let total = choice.best(
        under: problem.weights, from: outcome.roster, most: limits.nodes, watch: watch, progress: progress)
    else {
      outcome.status = .tooLarge
      return outcome
    }
    outcome.status = total.isProven ? .optimal : .stopped
    outcome.roster = total.roster
    outcome.lowerBound = total.bound
    outcome.nodes = total.nodes

    // What the parts alone cost at least: worth as much effort as the whole, and no more.
    let weights = ExactChoice.unassignedThenDistinct(problem)
    let left = weights[.unassigned] * outcome.roster.score[.unassigned]
    let spent = ContinuousClock.now - begin
    let rest = watch.within(seconds: max(Self.leastSeconds, spent / .seconds(1)))
    let most = max(Self.leastNodes, total.nodes)
    if let parts = choice.best(under: weights, from: outcome.roster, most: most, watch: rest) {
      outcome.unassignedBound = parts.bound / weights[.unassigned]
      outcome.distinctBound = max(0, parts.bound - left)
    }
    return outcome
  }
}
