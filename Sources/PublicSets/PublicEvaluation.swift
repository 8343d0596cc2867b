import Files

/// What an answer to a public problem is worth, by the set's own rules and in its own units.
///
/// Recomputed from the problem and the routes alone, without an instance, the planner or its checker.
public struct PublicEvaluation: Hashable, Sendable {
  /// Every broken rule, in words; empty where the answer is valid.
  public private(set) var broken: [String] = []
  /// Travel of all routes, from and back to where they start.
  public private(set) var travel = 0.0
  /// What the caregivers' wishes for their tasks sum to, where the set has such; the second objective of Bredström and
  /// Rönnqvist.
  public private(set) var preference: Double?
  /// Tasks that nobody serves.
  public let unserved: Int

  /// Times nearer than this are equal: set files give times with three decimals at most.
  private static let tolerance = 1e-6

  /// Who serves a task, and when.
  private typealias Server = (caregiver: Int, start: Double)

  /// Whether no rule is broken.
  public var isValid: Bool { broken.isEmpty }

  /// Evaluates a day's answer.
  public init(of answer: PublicAnswer, to problem: PublicProblem) {
    unserved = problem.tasks.count - Set(answer.routes.joined().map(\.task)).count
    preference = problem.preferences.isEmpty ? nil : 0
    var servers = [[Server]](repeating: [], count: problem.tasks.count)
    for (caregiver, route) in answer.routes.enumerated() where !route.isEmpty {
      let stops = route.sorted { ($0.start, $0.task) < ($1.start, $1.task) }
      follow(stops, of: caregiver, problem)
      for stop in stops { servers[stop.task].append((caregiver, stop.start)) }
    }
    for (task, servers) in zip(problem.tasks, servers) where servers.count != 1 {
      broken.append("\(task.id) is served \(servers.count) times")
    }
    checkPairs(of: problem, servers)
  }

  /// Drives a route from its start to its end.
  private mutating func follow(_ route: [PublicAnswer.Stop], of index: Int, _ problem: PublicProblem) {
    let caregiver = problem.caregivers[index]
    var free = caregiver.start
    var place = caregiver.place
    for stop in route {
      let task = problem.tasks[stop.task]
      let leg = problem.distances[place][task.place]
      travel += leg
      if stop.start < free + leg - Self.tolerance {
        broken.append(
          "\(caregiver.id) reaches \(task.id) at \((free + leg).fileText), after its start at \(stop.start.fileText)")
      }
      check(stop, task, caregiver, problem.windowRule)
      preference? += problem.preferences[stop.task][index]
      free = max(stop.end, stop.start + task.duration)
      place = task.place
    }
    let leg = problem.distances[place][caregiver.place]
    travel += leg
    if free + leg > caregiver.end + Self.tolerance {
      broken.append("\(caregiver.id) is back at \((free + leg).fileText), after \(caregiver.end.fileText)")
    }
  }

  private mutating func check(
    _ stop: PublicAnswer.Stop, _ task: PublicProblem.Task, _ caregiver: PublicProblem.Caregiver,
    _ rule: PublicProblem.WindowRule
  ) {
    if stop.end < stop.start + task.duration - Self.tolerance {
      broken.append("\(task.id) takes \(task.duration.fileText), and \(caregiver.id) leaves earlier")
    }
    let last = rule == .start ? stop.start : stop.start + task.duration
    if stop.start < task.opens - Self.tolerance || last > task.closes + Self.tolerance {
      broken.append(
        "\(task.id) at \(stop.start.fileText) lies outside its window, \(task.opens.fileText) to "
          + task.closes.fileText)
    }
    if let ability = task.ability, !caregiver.abilities.contains(ability) {
      broken.append("\(caregiver.id) lacks \(ability), which \(task.id) needs")
    }
    if task.refused.contains(caregiver.id) { broken.append("\(caregiver.id) may not serve \(task.id)") }
  }

  private mutating func checkPairs(of problem: PublicProblem, _ servers: [[Server]]) {
    for pair in problem.pairs {
      guard let first = servers[pair.first].first, let second = servers[pair.second].first else { continue }
      let ids = "\(problem.tasks[pair.first].id) and \(problem.tasks[pair.second].id)"
      if first.caregiver == second.caregiver {
        broken.append("\(ids) are served by one caregiver, \(problem.caregivers[first.caregiver].id)")
      }
      if pair.startsTogether, abs(first.start - second.start) > Self.tolerance {
        broken.append("\(ids) start at \(first.start.fileText) and \(second.start.fileText), not together")
      }
    }
  }
}
