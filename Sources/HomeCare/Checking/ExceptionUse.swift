/// An exception of the instance, and whether a roster needs it.
public struct ExceptionUse: Hashable, Sendable {
  /// The exception.
  public var exception: RuleException
  /// Its row in the instance's table, 0 = first.
  public var row: Int
  /// Whether the roster would break a rule without it, the other exceptions left as they are.
  public var isInUse: Bool
}

extension RosterFacts {
  /// Which exceptions the roster needs, in the order of the instance.
  func uses(among violations: [Violation]) -> [ExceptionUse] {
    instance.exceptions.enumerated().map { row, exception in
      ExceptionUse(exception: exception, row: row, isInUse: isInUse(exception, row, violations))
    }
  }

  private func isInUse(_ exception: RuleException, _ row: Int, _ violations: [Violation]) -> Bool {
    if exception.visit.map({ !isAssigned($0) }) ?? false || exception.second.map({ !isAssigned($0) }) ?? false {
      return false
    }
    var stricter: [Violation] = []
    let facts = without(exception: row)
    for rule in Self.rules(thatSee: exception.rule) { rule.judge(facts, &stricter) }
    // What is said of a place that was broken before may change; that it is broken there is nothing new.
    return !stricter.beyond(violations).isEmpty
  }

  private func isAssigned(_ visit: VisitID) -> Bool { rows.visits[visit].map { isAssigned($0) } ?? false }

  /// The rules that look at what an exception of a rule changes: a shift's hours, a route's ways, or one thing alone.
  private static func rules(thatSee rule: Rule) -> [Rule] {
    switch rule {
    case .shift: [.shift, .base, .breakRoom]
    case .route: [.route, .breakRoom, .hours]
    default: [rule]
    }
  }
}
