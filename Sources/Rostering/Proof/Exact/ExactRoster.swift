import HomeCare

/// Writes a choice of routes out as a roster.
struct ExactRoster {
  let problem: CompiledProblem
  let table: ExactTasks
  let routes: [ExactRoutes]
  private let checker: RosterChecker

  init(_ problem: CompiledProblem, _ table: ExactTasks, _ routes: [ExactRoutes]) {
    self.problem = problem
    self.table = table
    self.routes = routes
    checker = RosterChecker(problem.instance)
  }

  /// The roster of a choice, every visit as early as the choice allows; `nil` where it is no valid one.
  ///
  /// - Parameters:
  ///   - choice: for each shift a route, or −1.
  ///   - timed: starts of the chosen routes' timed stops, with which they fit together.
  func roster(_ choice: [Int32], starts timed: [VisitRow: Minutes]) -> Roster? {
    var starts = RowArray<VisitRow, Minutes>(count: problem.visitCount, repeating: -1)
    var clocks = RowArray<VisitRow, Minutes>(count: problem.visitCount, repeating: -1)
    var servers = RowArray<VisitRow, [ShiftRow]>(count: problem.visitCount, repeating: [])
    for (shift, route) in choice.enumerated() where route >= 0 {
      walk(routes[shift], Int(route), timed) { task, start in
        starts[task.visit] = start
        clocks[task.visit] = start - task.midnight
        servers[task.visit].append(ShiftRow(shift))
      }
    }
    let instance = problem.instance
    let origin = instance.horizon.firstMinute
    var roster = Roster(instance: instance.name, assignments: [], unassigned: [], score: Score())
    for visit in problem.visitRows {
      let shifts = servers[visit]
      if shifts.isEmpty {
        roster.unassigned.append(instance[visit].id)
        continue
      }
      roster.assignments.append(
        Roster.Assignment(
          visit: instance[visit].id, start: origin.advanced(by: Int(starts[visit])),
          staff: shifts.map { instance[$0].staff }, shifts: shifts.map { instance[$0].id }))
    }
    roster.series = problem.seriesRows.map { series in
      let served = problem.members.indices(of: series).map { problem.members[$0] }.filter { !servers[$0].isEmpty }
      let usual = Steadiness.usual(of: problem.series[series], served.map { clocks[$0] })
      return Roster.UsualTime(id: instance.series[series.index].id, usual: Int(usual))
    }
    return scored(roster)
  }

  /// The roster that leaves every visit.
  var emptyRoster: Roster {
    var roster = Roster(
      instance: problem.instance.name, assignments: [], unassigned: problem.instance.visits.map(\.id), score: Score())
    roster.score = checker.check(roster).score
    return roster
  }

  /// A roster with its score; `nil` where it breaks a rule.
  func scored(_ roster: Roster) -> Roster? {
    var roster = roster
    roster.score = checker.check(roster).score
    return checker.check(roster).isValid ? roster : nil
  }

  /// Tells the start of each stop of a route, in order.
  private func walk(
    _ routes: ExactRoutes, _ route: Int, _ timed: [VisitRow: Minutes], _ tell: (ExactTask, Minutes) -> Void
  ) {
    let shift = problem.shifts[routes.shift]
    var place = shift.base
    var end = shift.start
    for (gap, index) in routes.order(route).enumerated() {
      let task = table.tasks[index]
      let travel = problem.minutes(place, task.location, in: shift)
      let ready =
        gap == Int(routes.breakGap[route])
        ? RouteTiming.afterBreak(leaving: end, travel: travel, shift: shift) : end + travel
      let start = max(ready, timed[task.visit] ?? task.earliest)
      tell(task, start)
      place = task.location
      end = start + task.minutes
    }
  }
}
