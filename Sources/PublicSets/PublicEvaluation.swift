import Files

/// What an answer to a public problem is worth, by the set's own rules and in its own units.
///
/// Recomputed from the problem and the routes alone, without an instance, the planner or its checker.
public struct PublicEvaluation: Hashable, Sendable {
  /// Every broken rule, in words; empty where the answer is valid.
  public private(set) var broken: [String] = []
  /// How much there is of each term of the objective, priced or not.
  public private(set) var amounts: [PublicObjective.Term: Double] = [:]
  /// What all that costs.
  public private(set) var cost = 0.0
  /// What the caregivers' wishes for their tasks sum to, where the set has such; the second objective of Bredström and
  /// Rönnqvist.
  public private(set) var preference: Double?
  /// Tasks that nobody serves and somebody must.
  public private(set) var unserved = 0

  /// Times nearer than this are equal: set files give times with three decimals at most.
  private static let tolerance = 1e-6

  /// Who serves a task, and when.
  private typealias Server = (caregiver: Int, start: Double)

  /// Whether no rule is broken.
  public var isValid: Bool { broken.isEmpty }

  /// Travel of all routes, from and back to where they start.
  public var travel: Double { amounts[.travel] ?? 0 }

  /// Evaluates a day's answer.
  public init(of answer: PublicAnswer, to problem: PublicProblem) {
    preference = problem.preferences.isEmpty ? nil : 0
    for term in PublicObjective.Term.allCases { amounts[term] = 0 }
    var servers = [[Server]](repeating: [], count: problem.tasks.count)
    var routes: [PublicRoute] = []
    for (index, route) in answer.routes.enumerated() {
      let stops = route.sorted { ($0.start, $0.task) < ($1.start, $1.task) }
      let caregiver = problem.caregivers[index]
      if stops.isEmpty {
        routes.append(PublicRoute([], of: caregiver, problem))
        continue
      }
      follow(stops, of: index, problem)
      routes.append(PublicRoute(stops, of: caregiver, problem))
      checkEnd(of: routes[index], caregiver, problem)
      for stop in stops { servers[stop.task].append((index, stop.start)) }
    }
    checkServed(servers, problem)
    checkPairs(of: problem, servers)
    sumUp(routes, of: problem)
    cost = problem.objective.terms.reduce(0) { $0 + problem.objective.price(of: $1) * (amounts[$1] ?? 0) }
  }

  private mutating func add(_ amount: Double, to term: PublicObjective.Term) { amounts[term, default: 0] += amount }

  private mutating func raise(_ term: PublicObjective.Term, to amount: Double) {
    amounts[term] = max(amounts[term] ?? 0, amount)
  }

  /// Follows a route from task to task.
  private mutating func follow(_ route: [PublicAnswer.Stop], of index: Int, _ problem: PublicProblem) {
    let caregiver = problem.caregivers[index]
    var free = caregiver.hasShift ? caregiver.start : 0
    var place = caregiver.place
    for stop in route {
      let task = problem.tasks[stop.task]
      let leg = problem.distances[place][task.place]
      if stop.start < free + leg - Self.tolerance {
        broken.append(
          "\(caregiver.id) reaches \(task.id) at \((free + leg).fileText), after its start at \(stop.start.fileText)")
      }
      check(stop, task, caregiver, problem)
      preference? += problem.preferences[stop.task][index]
      free = max(stop.end, stop.start + task.duration)
      place = task.place
    }
  }

  private mutating func check(
    _ stop: PublicAnswer.Stop, _ task: PublicProblem.Task, _ caregiver: PublicProblem.Caregiver,
    _ problem: PublicProblem
  ) {
    if stop.end < stop.start + task.duration - Self.tolerance {
      broken.append("\(task.id) takes \(task.duration.fileText), and \(caregiver.id) leaves earlier")
    }
    let late = problem.lateness(of: task, at: stop.start)
    add(late, to: .tardiness)
    raise(.highestTardiness, to: late)
    let isTooLate = problem.objective.isRule(.tardiness) && late > Self.tolerance
    if stop.start < task.opens - Self.tolerance || isTooLate {
      let windows = task.windows.map { "\($0.opens.fileText) to \($0.closes.fileText)" }.joined(separator: ", ")
      broken.append(
        "\(task.id) at \(stop.start.fileText) lies outside its window\(task.laterWindows.isEmpty ? "" : "s"), \(windows)"
      )
    }
    if let ability = task.ability, !caregiver.abilities.contains(ability) {
      broken.append("\(caregiver.id) lacks \(ability), which \(task.id) needs")
    }
    if task.refused.contains(caregiver.id) { broken.append("\(caregiver.id) may not serve \(task.id)") }
    if !task.preferred.isEmpty && !task.preferred.contains(caregiver.id) { add(1, to: .notPreferred) }
  }

  private mutating func checkEnd(
    of route: PublicRoute, _ caregiver: PublicProblem.Caregiver, _ problem: PublicProblem
  ) {
    if caregiver.hasShift && route.back > caregiver.end + Self.tolerance {
      add(route.back - caregiver.end, to: .extraTime)
      if problem.objective.isRule(.extraTime) {
        broken.append("\(caregiver.id) is back at \(route.back.fileText), after \(caregiver.end.fileText)")
      }
    }
  }

  /// Every task is served once, but for those of optional patients, of which all may be left.
  private mutating func checkServed(_ servers: [[Server]], _ problem: PublicProblem) {
    var served: Set<String> = []
    for (task, servers) in zip(problem.tasks, servers) where !servers.isEmpty { served.insert(task.patient) }
    let mayBeLeft = !problem.objective.isRule(.leftOut)
    for (task, servers) in zip(problem.tasks, servers) where servers.count != 1 {
      if mayBeLeft && task.isOptional && !served.contains(task.patient) { continue }
      broken.append("\(task.id) is served \(servers.count) times")
      if servers.isEmpty { unserved += 1 }
    }
    add(Double(Set(problem.tasks.map(\.patient)).count - served.count), to: .leftOut)
  }

  private mutating func checkPairs(of problem: PublicProblem, _ servers: [[Server]]) {
    for pair in problem.pairs {
      guard let first = servers[pair.first].first, let second = servers[pair.second].first else { continue }
      let ids = "\(problem.tasks[pair.first].id) and \(problem.tasks[pair.second].id)"
      if first.caregiver == second.caregiver {
        broken.append("\(ids) are served by one caregiver, \(problem.caregivers[first.caregiver].id)")
      }
      guard let gap = pair.gap else { continue }
      let apart = second.start - first.start
      if apart < gap.lowerBound - Self.tolerance || apart > gap.upperBound + Self.tolerance {
        let wanted = pair.startsTogether ? "together" : "\(gap.lowerBound.fileText) to \(gap.upperBound.fileText) apart"
        broken.append("\(ids) start at \(first.start.fileText) and \(second.start.fileText), not \(wanted)")
      }
    }
  }

  /// What the routes as a whole have of each term.
  private mutating func sumUp(_ routes: [PublicRoute], of problem: PublicProblem) {
    let mean = routes.reduce(0) { $0 + $1.travel + $1.service } / Double(max(1, routes.count))
    for (route, caregiver) in zip(routes, problem.caregivers) {
      add(route.travel, to: .travel)
      add(route.travel + route.service, to: .work)
      add(route.waits.reduce(0, +), to: .waiting)
      raise(.longestWait, to: route.waits.max() ?? 0)
      raise(.idle, to: route.idle)
      // What is a whole number but for noise is not rounded up.
      add((abs(route.travel + route.service - mean) - Self.tolerance).rounded(.up), to: .imbalance)
      guard route.hasLunch == false else { continue }
      add(1, to: .missedLunches)
      if problem.objective.isRule(.missedLunches) { broken.append("\(caregiver.id) has no time for lunch") }
    }
  }
}
