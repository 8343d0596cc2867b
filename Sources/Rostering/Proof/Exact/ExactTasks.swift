import HomeCare

/// A visit within a part of its window in which its start costs the same wherever it lies: the thing a route serves.
///
/// Nearly every visit is one task. A visit whose window reaches into a further continuity period is one task per period,
/// so that a route knows in which period it counts; `CostModel.change(after:_:)` says where parts end.
struct ExactTask {
  var visit: VisitRow
  var client: ClientRow
  var location: LocationRow
  var earliest: Minutes
  var latest: Minutes
  var minutes: Minutes
  var period: Int32
  /// Whether its start binds other routes: several staff start together, or a link asks for a gap.
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

  init(_ problem: CompiledProblem) {
    var tasks: [ExactTask] = []
    var ofVisit: [Range<Int>] = []
    for visit in problem.visitRows {
      let first = tasks.count
      tasks += Self.tasks(of: visit, problem)
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

  private static func tasks(of visit: VisitRow, _ problem: CompiledProblem) -> [ExactTask] {
    let row = problem.visits[visit]
    let horizon = problem.instance.horizon
    let isTimed = bindsStart(visit, problem)
    var tasks: [ExactTask] = []
    var earliest = row.earliest
    while earliest <= row.latest {
      let change = problem.costs.change(after: earliest, horizon)
      tasks.append(
        ExactTask(
          visit: visit, client: row.client, location: row.location, earliest: earliest,
          latest: min(row.latest, change - 1), minutes: row.minutes,
          period: Int32(CostModel.period(of: earliest, horizon)), isTimed: isTimed))
      if change > row.latest { break }
      earliest = change
    }
    return tasks
  }

  /// Whether the visit's start matters to anyone but the staff member who serves it.
  private static func bindsStart(_ visit: VisitRow, _ problem: CompiledProblem) -> Bool {
    let row = problem.visits[visit]
    if row.need > 1 && row.earliest < row.latest { return true }
    return problem.links.indices(of: visit).contains { index in
      let link = problem.links[index]
      let other = problem.visits[link.other]
      return other.earliest - row.latest < link.minGap || other.latest - row.earliest > link.maxGap
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
