import HomeCare

extension SearchState {
  /// The roster as files hold it, each visit as near to its usual time as its route allows, or as early.
  ///
  /// - Parameter keepingStarts: Whether visits stay in the windows that they are held to, though another start would suit
  ///   their series better.
  func roster(keepingStarts: Bool = false) -> Roster {
    let instance = problem.instance
    let origin = instance.horizon.firstMinute
    var assignments: [Roster.Assignment] = []
    var unassigned: [VisitID] = []
    let settled = SettledStarts(self, keepingStarts: keepingStarts)
    let starts = settled.starts
    for visit in problem.visitRows {
      let row = problem.visits[visit]
      if !isAssigned(visit) {
        unassigned.append(instance[visit].id)
        continue
      }
      let shifts = row.slots.map { slotShift[$0] }
      assignments.append(
        Roster.Assignment(
          visit: instance[visit].id, start: origin.advanced(by: Int(starts[visit.index])),
          staff: shifts.map { instance[$0].staff }, shifts: shifts.map { instance[$0].id }))
    }
    var score = fullScore
    score[.unsteadyMinutes] = settled.unsteady
    score.total = score.total(under: problem.weights)
    return Roster(
      instance: instance.name, assignments: assignments, unassigned: unassigned, score: score,
      series: problem.seriesRows.filter(isServed).map {
        Roster.UsualTime(id: instance.series[$0.index].id, usual: Int(settled.usual[$0.index]))
      })
  }

  /// Whether some visit of a series is assigned.
  private func isServed(_ series: SeriesRow) -> Bool {
    problem.members.indices(of: series).contains { isAssigned(problem.members[$0]) }
  }

  /// A start for every assigned visit: the earliest that leaves room for the break where it is taken earliest.
  func earliestStarts() -> [Minutes] {
    var starts = [Minutes](repeating: 0, count: problem.visitCount)
    for shift in problem.shiftRows {
      let row = problem.shifts[shift]
      let base = stopIndex(shift, 0)
      var rested = row.breakMinutes == 0
      var end = row.start
      for index in 0..<Int(length[shift]) {
        let here = stops[base + index]
        let next = stops[base + index + 1]
        let visit = problem.slots[next.slot].visit
        let travel = problem.minutes(here.location, next.location, in: row)
        var start = max(end + travel, earliestStart[visit])
        if !rested {
          // Taken as soon as the rest of the route still works with it; else it must wait.
          let after = max(
            RouteTiming.arrivalAfter(endBefore: end, endAfter: RouteTiming.never, travel: travel, shift: row),
            earliestStart[visit])
          if after <= next.latestAfter {
            start = after
            rested = true
          }
        }
        starts[visit.index] = start
        end = start + problem.visits[visit].minutes
      }
    }
    return starts
  }
}
