import HomeCare

/// A visit within a part of one of its windows in which its start costs the same wherever it lies, steadiness apart: the
/// thing a route serves.
///
/// Nearly every visit is one task. A visit with several windows is a task for each. A window that reaches into a further
/// continuity period is one task per period, so that a route knows in which period it counts;
/// `CostModel.change(after:_:)` says where parts end.
struct ExactTask {
  var visit: VisitRow
  var client: ClientRow
  var location: LocationRow
  var earliest: Minutes
  var latest: Minutes
  var minutes: Minutes
  var period: Int32
  /// The midnight from which its start is measured for steadiness.
  var midnight: Minutes
  /// Whether its start matters beyond its route: several staff start together, a link asks for a gap, another visit of the
  /// client must not overlap it, or it belongs to a series.
  var isTimed: Bool
}

/// The tasks of a problem, and which of them each shift can serve.
struct ExactTasks {
  /// Most tasks of one shift: a set of them is one word.
  static let mostOfShift = 64

  let tasks: [ExactTask]
  /// The tasks of each visit.
  let ofVisit: RowArray<VisitRow, Range<Int>>
  /// The tasks that each shift may serve, by latest start.
  let ofShift: [[Int]]
  /// The series whose visits' starts can cost anything.
  let steadiness: MeasuredSeries

  init(_ problem: CompiledProblem) {
    let steadiness = MeasuredSeries(problem)
    self.steadiness = steadiness
    var tasks: [ExactTask] = []
    var ofVisit: [Range<Int>] = []
    for visit in problem.visitRows {
      let first = tasks.count
      let isTimed = Self.bindsStart(visit, problem) || steadiness.series(of: visit).exists
      for index in problem.windows.indices(of: visit) {
        tasks += Self.tasks(of: visit, in: problem.windows[index], isTimed: isTimed, problem)
      }
      ofVisit.append(first..<tasks.count)
    }
    let servers = Servers(problem)
    ofShift = problem.shiftRows.map { shift in
      let row = problem.shifts[shift]
      return tasks.indices.filter { index in
        let task = tasks[index]
        return max(task.earliest, row.start) <= min(task.latest, row.end - task.minutes)
          && servers.allows(row.staff, on: task.visit)
      }.sorted { (tasks[$0].latest, $0) < (tasks[$1].latest, $1) }
    }
    self.tasks = tasks
    self.ofVisit = RowArray(ofVisit)
  }

  private static func tasks(
    of visit: VisitRow, in window: CompiledWindow, isTimed: Bool, _ problem: CompiledProblem
  ) -> [ExactTask] {
    let row = problem.visits[visit]
    let horizon = problem.instance.horizon
    var tasks: [ExactTask] = []
    var earliest = window.earliest
    while earliest <= window.latest {
      let change = problem.costs.change(after: earliest, horizon)
      tasks.append(
        ExactTask(
          visit: visit, client: row.client, location: row.location, earliest: earliest,
          latest: min(window.latest, change - 1), minutes: row.minutes,
          period: Int32(CostModel.period(of: earliest, horizon)), midnight: window.midnight, isTimed: isTimed))
      if change > window.latest { break }
      earliest = change
    }
    return tasks
  }

  /// Whether the visit's start matters to anyone but the staff member who serves it, steadiness apart.
  private static func bindsStart(_ visit: VisitRow, _ problem: CompiledProblem) -> Bool {
    let (earliest, latest) = problem.starts(of: visit)
    if problem.visits[visit].need > 1 && earliest < latest { return true }
    if !problem.partners.isEmpty(of: visit) { return true }
    return problem.links.indices(of: visit).contains { index in
      let link = problem.links[index]
      let other = problem.starts(of: link.other)
      return other.earliest - latest < link.minGap || other.latest - earliest > link.maxGap
    }
  }
}

/// Who may serve what, by skills, blocked pairs and pins.
///
/// The compiled eligibility will not do: it asks that a shift could hold the visit alone, which in a matrix without
/// the triangle inequality rules out visits that are reached in time only by way of another.
private struct Servers {
  private let problem: CompiledProblem

  init(_ problem: CompiledProblem) {
    self.problem = problem
  }

  func allows(_ staff: StaffRow, on visit: VisitRow) -> Bool {
    let row = problem.visits[visit]
    guard problem.rules.allow(staff.index, on: visit.index, of: row.client.index) else { return false }
    let pins = row.slots.map { problem.slots[$0].pinned }
    return pins.contains(.none) || pins.contains(staff)
  }
}
