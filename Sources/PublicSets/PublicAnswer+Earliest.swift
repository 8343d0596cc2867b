extension PublicAnswer {
  /// The same routes with each stop as early as ways, windows and pairs allow by the set's own times; no stop is later.
  ///
  /// For rosters of instances whose minutes are coarser than the set's times. Starts are the least solution of what each
  /// asks of the next (a system of differences, as in the critical path of a project).
  func atEarliest(in problem: PublicProblem) -> PublicAnswer {
    // Lunch lies where the roster left room for it.
    if problem.lunch != nil { return self }
    var starts = [Double?](repeating: nil, count: problem.tasks.count)
    for stop in routes.joined() {
      let task = problem.tasks[stop.task]
      let window = task.windows.last { $0.opens <= stop.start } ?? task.windows[0]
      starts[stop.task] = min(window.opens, stop.start)
    }
    let orders = routes.map { $0.sorted { ($0.start, $0.task) < ($1.start, $1.task) } }
    var changed = true
    func raise(_ task: Int, to time: Double) {
      guard let start = starts[task], start < time else { return }
      starts[task] = time
      changed = true
    }
    // A chain of all tasks is the longest way that a change can go.
    var rounds = problem.tasks.count + 1
    while changed && rounds > 0 {
      changed = false
      rounds -= 1
      for (caregiver, order) in zip(problem.caregivers, orders) {
        var (free, place) = (caregiver.hasShift ? caregiver.start : 0, caregiver.place)
        for stop in order {
          let task = problem.tasks[stop.task]
          raise(stop.task, to: free + problem.distances[place][task.place])
          (free, place) = ((starts[stop.task] ?? free) + task.duration, task.place)
        }
      }
      for pair in problem.pairs {
        guard let gap = pair.gap, let first = starts[pair.first], let second = starts[pair.second] else { continue }
        raise(pair.second, to: first + gap.lowerBound)
        raise(pair.first, to: second - gap.upperBound)
      }
    }
    // Where it does not settle the roster breaks a rule, which the answer as it is tells better.
    if changed { return self }
    var answer = self
    for (route, stops) in routes.enumerated() {
      for (index, stop) in stops.enumerated() {
        let start = starts[stop.task] ?? stop.start
        answer.routes[route][index].start = start
        answer.routes[route][index].end = start + problem.tasks[stop.task].duration
      }
    }
    return answer
  }
}
