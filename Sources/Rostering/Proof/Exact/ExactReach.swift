/// How hard a problem looks to the exact solver, told at once.
enum ExactReach: Comparable {
  /// Nearly always proven within seconds.
  case near
  /// May be proven within a minute, and most likely bounded well.
  case far
  /// Too many routes to list.
  case beyond

  init(_ problem: CompiledProblem) {
    let table = ExactTasks(problem)
    // Where starts cost anything, a set of tasks has a route for each order worth having.
    let sets = Self.sets(problem, table) * (table.steadiness.rows.isEmpty ? 1 : Self.ordersOfSteadySet)
    if sets <= Self.nearSets && problem.visitCount <= Self.nearVisits {
      self = .near
    } else {
      self = sets <= Self.farSets && problem.visitCount <= Self.farVisits ? .far : .beyond
    }
  }

  // Measured: see `Limits` of the solver for what it takes at most.
  private static let nearSets = 400_000.0
  private static let nearVisits = 80
  private static let farSets = 1_500_000.0
  private static let farVisits = 400
  private static let ordersOfSteadySet = 20.0

  /// At most so many sets of tasks fit the shifts, going by minutes of service alone.
  static func sets(_ problem: CompiledProblem, _ table: ExactTasks) -> Double {
    var total = 0.0
    for shift in problem.shiftRows {
      let row = problem.shifts[shift]
      let room = max(0, Int(row.end - row.start - row.breakMinutes))
      // ways[m]: sets of m service minutes.
      var ways = [Double](repeating: 0, count: room + 1)
      ways[0] = 1
      for index in table.ofShift[shift.index] {
        let minutes = Int(table.tasks[index].minutes)
        if minutes > room { continue }
        for filled in stride(from: room, through: minutes, by: -1) { ways[filled] += ways[filled - minutes] }
      }
      total += ways.reduce(0, +)
    }
    return total
  }
}
