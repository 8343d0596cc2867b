import HomeCare

/// An instance in which locks are pins, as far as they can be kept together.
public struct LockedInstance: Sendable {
  /// A lock that cannot be kept, and why.
  public struct Conflict: Sendable, Hashable, CustomStringConvertible {
    /// The lock.
    public var lock: VisitLock
    /// What stands in its way.
    public var reason: String

    /// One line.
    public var description: String { "the lock \(lock) cannot be kept: \(reason)" }
  }

  /// How much more a locked visit matters than others, so that none is left for another visit's sake.
  private static let priorityFactor = 100

  /// The instance without the locks.
  public let original: Instance
  /// The instance in which the kept locks are pins; locked visits have a higher priority in it.
  public let instance: Instance
  /// The locks that bind, one for each visit.
  public let kept: [VisitLock]
  /// The locks set aside, in the order of the instance's visits; their visits are planned as if they had none.
  public let conflicts: [Conflict]
  /// A roster of the visits that are locked in staff and start alone.
  let held: [CompiledAssignment]

  /// Locks visits of an instance; every lock that cannot be kept is found before anything is planned.
  public init(_ instance: Instance, locks: [VisitLock]) {
    original = instance
    var judge = LockJudge(instance)
    judge.merge(locks)
    judge.refuseBrokenPins()
    judge.refuseCollisions()
    self.instance = judge.pinned(raisingPriorityBy: Self.priorityFactor)
    kept = judge.locks
    conflicts = judge.conflicts
    held = judge.held
  }

  /// Plans the instance with its locks; the roster answers the original instance.
  ///
  /// Bounds are left out: they would hold for rosters that keep the locks only.
  ///
  /// - Throws: As the solver's `plan` does.
  public func plan(
    by solver: any RosterSolver, _ options: SolverOptions = SolverOptions(),
    cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
  ) async throws -> Plan {
    var options = options
    options.start = startRoster
    return answer(try await solver.plan(instance, options, cancellation: cancellation, progress: progress))
  }

  /// A plan of the instance with locks as one of the original instance.
  private func answer(_ plan: Plan) -> Plan {
    var plan = plan
    plan.roster.score = RosterChecker(original).check(plan.roster).score
    if var solve = plan.roster.solve {
      solve.lowerBound = nil
      solve.unassignedBound = nil
      solve.distinctBound = nil
      if solve.status == .optimal { solve.status = .feasible }
      plan.roster.solve = solve
    }
    return plan
  }

  /// Visits locked in staff and start, served as the locks say.
  private var startRoster: Roster {
    let origin = instance.horizon.firstMinute
    let assignments = held.map { service in
      let shifts = service.shifts.map { instance[$0] }
      return Roster.Assignment(
        visit: instance[service.visit].id, start: origin.advanced(by: Int(service.start)),
        staff: shifts.map(\.staff), shifts: shifts.map(\.id))
    }
    let served = Set(assignments.map(\.visit))
    return Roster(
      instance: instance.name, assignments: assignments,
      unassigned: instance.visits.map(\.id).filter { !served.contains($0) }, score: Score())
  }
}
