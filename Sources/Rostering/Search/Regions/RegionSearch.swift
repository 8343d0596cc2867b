import HomeCare
import Synchronization

/// Searches a city region by region, several at a time.
final class RegionSearch: Sendable {
  /// A region with the best roster of it so far.
  struct Part {
    var region: Region
    var instance: Instance
    var roster: Roster
    var evaluated = 0
    var iterations = 0
    var pace = RosterSearch.Pace()
  }

  /// Part of the budget for the annealings; the rest is for mending and for joining the parts.
  private static let annealingShare = 0.96

  let whole: Instance
  let parts: Mutex<[Part]>
  let parameters: SearchParameters
  let seed: UInt64
  let threads: Int

  /// Divides an instance; `nil` where it is one region, or where a region cannot stand alone.
  init?(_ instance: Instance, parameters: SearchParameters, seed: UInt64, threads: Int) {
    let split = RegionSplit(instance).regions()
    if split.count < 2 { return nil }
    var instances: [Instance] = []
    for region in split {
      guard let part = try? instance.restricted(to: region) else { return nil }
      instances.append(part)
    }
    // A link across regions could be broken by either side.
    let inside = instances.reduce(0) { $0 + $1.links.count }
    if inside != instance.links.count { return nil }
    whole = instance
    self.parameters = parameters
    self.seed = seed
    self.threads = max(1, threads)
    let empty = zip(split, instances).map { region, instance in
      Part(
        region: region, instance: instance,
        roster: Roster(instance: instance.name, assignments: [], unassigned: [], score: Score()))
    }
    parts = Mutex(empty)
  }

  /// Builds a first roster of every region; of the roster that the run starts from, each takes over what is its own.
  func construct(from start: Roster?) {
    perform { index, search, _ in
      search.construct()
      if let start { search.start(from: start) }
      self.store(search, at: index)
    }
  }

  /// Anneals every region for its share of the budget, by its number of visits; tells of each.
  func anneal(within budget: SearchBudget, each report: @Sendable () -> Void) {
    let visits = max(1, parts.withLock { $0.reduce(0) { $0 + $1.instance.visits.count } })
    let left = budget.seconds.map { max(0, $0 - budget.elapsed) }
    let span = Self.span(
      parts.withLock { $0.map { Double($0.instance.visits.count) / Double(visits) } }, threads: threads)
    perform { index, search, instance in
      if budget.isCancelled { return }
      let share = Double(instance.visits.count) / Double(visits)
      let part = self.parts.withLock { $0[index] }
      search.adopt(part.roster)
      search.pace = part.pace
      let own = SearchBudget(
        budget.time.anew, seconds: left.map { $0 * share / span * Self.annealingShare },
        iterations: budget.iterations.map { Int(Double($0) * share * Self.annealingShare) },
        cancellation: budget.cancellation)
      search.anneal(within: own) { _ in }
      self.store(search, at: index)
      report()
    }
  }

  /// How long regions of these shares of all work take threads that each take the next one when they are free, as a part
  /// of the time that one thread would take.
  static func span(_ shares: [Double], threads: Int) -> Double {
    var busy = [Double](repeating: 0, count: threads)
    for share in shares {
      let next = busy.indices.min { busy[$0] < busy[$1] } ?? 0
      busy[next] += share
    }
    return max(1e-9, busy.max() ?? 1)
  }

  /// The regions' rosters as one, not yet scored.
  func roster() -> Roster {
    let parts = self.parts.withLock { $0 }
    let assignments = parts.flatMap(\.roster.assignments)
    let assigned = Set(assignments.map(\.visit))
    let order = Dictionary(uniqueKeysWithValues: whole.visits.enumerated().map { ($1.id, $0) })
    return Roster(
      instance: whole.name, assignments: assignments.sorted { (order[$0.visit] ?? 0) < (order[$1.visit] ?? 0) },
      unassigned: whole.visits.map(\.id).filter { !assigned.contains($0) }, score: Score())
  }

  /// The sums of the regions' scores and work so far: what a progress row shows.
  var standing: RosterSearch.Standing {
    let parts = self.parts.withLock { $0 }
    var sum = RosterSearch.Standing(best: Score())
    for part in parts {
      sum.best = sum.best + part.roster.score
      sum.iterations += part.iterations
      sum.evaluated += part.evaluated
    }
    sum.best.total = sum.best.total(under: whole.weights)
    return sum
  }

  private func store(_ search: RosterSearch, at index: Int) {
    let roster = search.best.roster()
    parts.withLock {
      $0[index].roster = roster
      $0[index].pace = search.pace
      $0[index].evaluated += search.evaluated
      $0[index].iterations += search.iterations
    }
  }

  /// Works through the regions, as many at a time as there are threads; each region's outcome depends on itself only.
  private func perform(_ work: @Sendable (Int, RosterSearch, Instance) -> Void) {
    let regions = parts.withLock { $0.map(\.instance) }
    SharedWork.perform(regions.count, threads: threads) { index in
      let problem = CompiledProblem(regions[index])
      let search = RosterSearch(problem, parameters: parameters, seed: seed &+ UInt64(index), threads: 1)
      work(index, search, regions[index])
    }
  }
}
