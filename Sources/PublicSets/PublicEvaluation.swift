import Files

/// What an answer to a public problem is worth, by the set's own rules and in its own units.
///
/// Recomputed from the problem and the routes alone, without an instance, the planner or its checker.
public struct PublicEvaluation: Hashable, Sendable {
  /// Every broken rule, in words; empty where the answer is valid.
  public let broken: [String]
  /// Travel of all routes, from and back to where they start.
  public let travel: Double
  /// What the caregivers' wishes for their tasks sum to, where the set has such; the second objective of Bredström and
  /// Rönnqvist.
  public let preference: Double?
  /// Tasks that nobody serves.
  public let unserved: Int

  /// Whether no rule is broken.
  public var isValid: Bool { broken.isEmpty }

  /// Evaluates a day's answer.
  public init(of answer: PublicAnswer, to problem: PublicProblem) {
    var judge = PublicJudge(problem)
    for (caregiver, route) in answer.routes.enumerated() where !route.isEmpty {
      judge.follow(route.sorted { ($0.start, $0.task) < ($1.start, $1.task) }, of: caregiver)
    }
    judge.checkTasks()
    judge.checkPairs()
    broken = judge.broken
    travel = judge.travel
    preference = problem.preferences.isEmpty ? nil : judge.preference
    unserved = judge.servedBy.count(where: \.isEmpty)
  }
}

/// What an evaluation has gathered so far.
private struct PublicJudge {
  /// Times nearer than this are equal: set files give times with three decimals at most.
  private static let tolerance = 1e-6

  let problem: PublicProblem
  var broken: [String] = []
  var travel = 0.0
  var preference = 0.0
  /// For each task who serves it, and when.
  var servedBy: [[(caregiver: Int, start: Double)]]

  init(_ problem: PublicProblem) {
    self.problem = problem
    servedBy = Array(repeating: [], count: problem.tasks.count)
  }

  /// Drives a route from its start to its end.
  mutating func follow(_ route: [PublicAnswer.Stop], of index: Int) {
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
      checkService(stop, task, caregiver)
      servedBy[stop.task].append((index, stop.start))
      if !problem.preferences.isEmpty { preference += problem.preferences[stop.task][index] }
      free = max(stop.end, stop.start + task.duration)
      place = task.place
    }
    let leg = problem.distances[place][caregiver.place]
    travel += leg
    if free + leg > caregiver.end + Self.tolerance {
      broken.append("\(caregiver.id) is back at \((free + leg).fileText), after \(caregiver.end.fileText)")
    }
  }

  private mutating func checkService(
    _ stop: PublicAnswer.Stop, _ task: PublicProblem.Task, _ caregiver: PublicProblem.Caregiver
  ) {
    if stop.end < stop.start + task.duration - Self.tolerance {
      broken.append("\(task.id) takes \(task.duration.fileText), and \(caregiver.id) leaves earlier")
    }
    let last = problem.windowRule == .start ? stop.start : stop.start + task.duration
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

  mutating func checkTasks() {
    for (index, task) in problem.tasks.enumerated() where servedBy[index].count != 1 {
      broken.append("\(task.id) is served \(servedBy[index].count) times")
    }
  }

  mutating func checkPairs() {
    for pair in problem.pairs {
      guard let first = servedBy[pair.first].first, let second = servedBy[pair.second].first else { continue }
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
