/// A row that keeps routes apart whose times do not fit together: of the routes it lists, at most `bound` are chosen.
struct TimingCut {
  let bound: Int
  /// The routes it lists, by shift.
  let routes: [ShiftRow: [Int32]]
  private let facts: [ShiftRow: [TimedRoutes.Fact]]

  /// The cut of a conflict: a route that implies all the facts of its shift is listed, whatever else it does.
  init(_ conflict: TimedRoutes.Conflict, _ routes: [ExactRoutes]) {
    var facts: [ShiftRow: [TimedRoutes.Fact]] = [:]
    for (shift, fact) in conflict { facts[shift, default: []].append(fact) }
    var listed: [ShiftRow: [Int32]] = [:]
    for (shift, all) in facts {
      listed[shift] = (0..<Int32(routes[shift.index].count)).filter { route in
        let chain = routes[shift.index].timedStops(Int(route))
        return !chain.isEmpty && all.allSatisfy { $0.isImplied(by: chain) }
      }
    }
    self.facts = facts
    self.routes = listed
    bound = facts.count - 1
  }

  /// Whether a route is listed.
  func lists(_ route: Int, of routes: ExactRoutes) -> Bool {
    guard let facts = facts[routes.shift] else { return false }
    let chain = routes.timedStops(route)
    return !chain.isEmpty && facts.allSatisfy { $0.isImplied(by: chain) }
  }
}
