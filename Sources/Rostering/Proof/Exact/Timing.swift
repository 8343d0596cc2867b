/// How the starts of chosen routes fit together, and what steadiness they allow.
enum Timing {
  /// Facts that prove that starts cost so many unsteady minutes, those of other reasons of the same list apart.
  struct Reason {
    var facts: TimedRoutes.Conflict
    var minutes: Int
    /// The series whose minutes they are.
    var series: Set<SeriesRow>
  }

  /// Facts that cannot all hold.
  case apart(TimedRoutes.Conflict)
  /// Starts of the timed stops with the fewest unsteady minutes, and proofs that there are no fewer.
  case kept(starts: [VisitRow: Minutes], minutes: Int, proofs: [[Reason]])
}

/// What binds the starts of routes beside the routes themselves: links, one thing at a time for each client, and
/// steadiness.
struct TimingRules {
  let links: TimedLinks
  let steadiness: MeasuredSeries
  private let problem: CompiledProblem
  private let midnights: [Minutes]
  private let visits: [VisitRow]

  init(_ problem: CompiledProblem, _ table: ExactTasks) {
    self.problem = problem
    links = TimedLinks(problem)
    steadiness = table.steadiness
    midnights = table.tasks.map(\.midnight)
    visits = table.tasks.map(\.visit)
  }

  func visit(ofTask task: Int) -> VisitRow { visits[task] }

  /// Whether a fact of a route tells as much where the route is another shift's: in format 2, of visits for one.
  func holdsForAnyShift(_ fact: TimedRoutes.Fact) -> Bool {
    problem.instance.format >= .two && fact.visits.contains { problem.visits[$0].need == 1 }
  }

  /// The midnight from which a stop's start is measured.
  func midnight(of stop: TimedStop) -> Minutes { midnights[Int(stop.task)] }

  /// The unsteady minutes that a route has at least, of all series or some.
  func leastUnsteady(_ chain: ArraySlice<TimedStop>, of series: Set<SeriesRow>? = nil) -> Int {
    chain.reduce(0) { sum, stop in
      let isMeant = series?.contains(steadiness.series(of: stop.visit)) ?? true
      return isMeant ? sum + steadiness.least(of: stop, midnight: midnight(of: stop)) : sum
    }
  }

  /// How chosen routes fit together; steadiness passed over where it is not asked for.
  func timing(of chains: [(shift: ShiftRow, chain: [TimedStop])], steadily: Bool) -> Timing {
    var search = TimingSearch(rules: self, chains: chains, partners: partners(among: chains), steadily: steadily)
    search.look(with: [])
    return search.timing
  }

  /// The visits of one client that must not overlap and are on no common route, which would keep them apart.
  private func partners(among chains: [(shift: ShiftRow, chain: [TimedStop])]) -> [(VisitRow, VisitRow)] {
    var shifts: [VisitRow: Set<ShiftRow>] = [:]
    for (shift, chain) in chains { for stop in chain { shifts[stop.visit, default: []].insert(shift) } }
    return shifts.keys.sorted().flatMap { first in
      problem.partners.indices(of: first).map { problem.partners[$0] }.filter { second in
        first < second && shifts[second].map { $0.isDisjoint(with: shifts[first] ?? []) } ?? false
      }.map { (first, $0) }
    }
  }

  /// That a visit is over when another one starts.
  func order(_ first: VisitRow, before second: VisitRow) -> TimedLinks.Gap {
    TimedLinks.Gap(first: first, second: second, least: problem.visits[first].minutes)
  }
}

/// Looks through the orders of visits that must not overlap for the steadiest starts.
private struct TimingSearch {
  let rules: TimingRules
  let chains: [(shift: ShiftRow, chain: [TimedStop])]
  let partners: [(VisitRow, VisitRow)]
  let steadily: Bool
  private var best: (starts: [VisitRow: Minutes], minutes: Int)?
  /// What the routes cost at least whatever the orders are.
  private var first: (minutes: Int, reasons: [Timing.Reason])?
  /// All that rules out better starts, in every order.
  private var facts: TimedRoutes.Conflict = []
  private var series: Set<SeriesRow> = []

  init(
    rules: TimingRules, chains: [(shift: ShiftRow, chain: [TimedStop])], partners: [(VisitRow, VisitRow)],
    steadily: Bool
  ) {
    self.rules = rules
    self.chains = chains
    self.partners = partners
    self.steadily = steadily
  }

  /// Looks for starts that keep some orders.
  mutating func look(with orders: [TimedLinks.Gap]) {
    let routes = TimedRoutes(chains: chains, links: rules.links, orders: orders)
    let found: (starts: [VisitRow: Minutes], minutes: Int, reasons: [Timing.Reason])
    switch routes.solve() {
    case .conflict(let conflict):
      facts += conflict
      return
    case .starts(let starts):
      found = steadily ? routes.steadiest(rules) : (starts: starts, minutes: 0, reasons: [])
    }
    if orders.isEmpty { first = (found.minutes, found.reasons) }
    if let best, found.minutes >= best.minutes {
      take(found.reasons)
      return
    }
    let overlap = partners.first { first, second in
      guard let one = found.starts[first], let other = found.starts[second] else { return false }
      let (ahead, behind) = (rules.order(first, before: second), rules.order(second, before: first))
      return other - one < ahead.least && one - other < behind.least
    }
    guard let (first, second) = overlap else {
      best = (found.starts, found.minutes)
      take(found.reasons)
      return
    }
    facts += routes.presence(of: [first, second])
    look(with: orders + [rules.order(first, before: second)])
    look(with: orders + [rules.order(second, before: first)])
  }

  private mutating func take(_ reasons: [Timing.Reason]) {
    for reason in reasons {
      facts += reason.facts
      series.formUnion(reason.series)
    }
  }

  var timing: Timing {
    guard let best else { return .apart(facts) }
    var proofs = [first?.reasons ?? []]
    if best.minutes > first?.minutes ?? 0 {
      proofs.append([Timing.Reason(facts: facts, minutes: best.minutes, series: series)])
    }
    return .kept(starts: best.starts, minutes: best.minutes, proofs: proofs.filter { !$0.isEmpty })
  }
}
