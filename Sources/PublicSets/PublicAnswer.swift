import Files
import HomeCare
import Tables

/// A day's routes in the terms of a public set.
public struct PublicAnswer: Hashable, Sendable {
  /// One task on a route.
  public struct Stop: Hashable, Sendable {
    /// The task, a position in the problem's tasks.
    public var task: Int
    /// When its service starts.
    public var start: Double
    /// When the caregiver leaves.
    public var end: Double
  }

  /// For each caregiver of the problem the stops in the order of the answer.
  public var routes: [[Stop]]

  /// The days of a roster that answers an instance made by `PublicProblem.instance(days:file:)`.
  ///
  /// Reads nothing but the roster and the problem, so that a fault of the instance cannot hide itself.
  ///
  /// - Throws: `PublicAnswerError` where the roster holds what no day of the problem has.
  public static func days(
    of roster: Roster, to problem: PublicProblem, days: Int
  ) throws(PublicAnswerError) -> [PublicAnswer] {
    guard let scale = problem.scale else { throw PublicAnswerError("the problem's times have too many decimals") }
    var place: [VisitID: (day: Int, group: PublicProblem.Group)] = [:]
    for group in problem.groups {
      for day in 0..<days {
        place[VisitID(PublicProblem.id(group.id, day: day, of: days))] = (day, group)
      }
    }
    let empty = PublicAnswer(routes: Array(repeating: [], count: problem.caregivers.count))
    var answers = Array(repeating: empty, count: days)
    let caregivers = Dictionary(problem.caregivers.enumerated().map { (StaffID($1.id), $0) }) { first, _ in first }
    let midnights = problem.midnights(days: days, scale: scale)
    for assignment in roster.assignments {
      guard let (day, group) = place[assignment.visit] else {
        throw PublicAnswerError("the problem has no visit \(assignment.visit)")
      }
      guard assignment.staff.count == group.tasks.count else {
        throw PublicAnswerError(
          "visit \(assignment.visit) has \(assignment.staff.count) staff where \(group.tasks.count) are needed")
      }
      let start = Double(assignment.start.minutes(since: midnights[day])) / Double(scale)
      for (task, staff) in zip(group.tasks, assignment.staff) {
        guard let caregiver = caregivers[staff] else {
          throw PublicAnswerError("the problem has no caregiver \(staff)")
        }
        answers[day].routes[caregiver].append(
          Stop(task: task, start: start, end: start + problem.tasks[task].duration))
      }
    }
    return problem.isExact ? answers : answers.map { $0.atEarliest(in: problem) }
  }
}

/// An answer that cannot be one to the problem it is held against.
public struct PublicAnswerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What does not fit.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension PublicAnswer {
  /// Reads an answer from a file: a roster of an instance that repeats the problem for some days, or, for one day, a
  /// solution in unified JSON.
  ///
  /// - Returns: The answer of each day.
  /// - Throws: `InputError` with every problem of the file, `PublicAnswerError` where a roster answers something else.
  public static func read(path: String, to problem: PublicProblem, days: Int = 1) throws -> [PublicAnswer] {
    let bytes = try FileBytes.read(path)
    let reader = try JSONReader(bytes, file: path)
    if days == 1, problem.format == .uhhc, reader.value(of: "routes", in: JSONReader.root) != nil {
      return [try PublicAnswer(solution: bytes, file: path, to: problem)]
    }
    return try self.days(of: Roster(json: bytes, file: path), to: problem, days: days)
  }
}
