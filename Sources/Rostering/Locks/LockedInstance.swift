import HomeCare

/// An instance in which locks are pins, as far as they can be kept together.
public struct LockedInstance: Sendable {
  /// A lock that cannot be kept, and why.
  public struct Conflict: Sendable, Hashable, CustomStringConvertible {
    /// The lock.
    public var lock: VisitLock
    /// What stands in its way.
    public var reason: String
    /// Exceptions that would let the lock be kept, where it says staff and start and some would; their reasons are left to
    /// be filled in.
    public var exceptions: [RuleException] = []

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
    conflicts = judge.conflicts.map { conflict in
      var conflict = conflict
      conflict.exceptions = Self.exceptions(for: conflict.lock, of: instance)
      return conflict
    }
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
    var plan = try await solver.plan(instance, options, cancellation: cancellation, progress: progress)
    plan.roster = placingLost(plan.roster)
    let left = Set(plan.roster.unassigned)
    plan.unassignedReasons.removeAll { !left.contains($0.visit) }
    return answer(plan)
  }

  /// The kept locks that a roster of the plan does not keep after all: of visits that it leaves or has otherwise.
  public func unkept(in roster: Roster) -> [Conflict] {
    let places = roster.places
    return kept.compactMap { lock in
      guard let assignment = places[lock.visit]?.assignment else {
        return Conflict(lock: lock, reason: "no roster was found that keeps it; the visit is unassigned")
      }
      if lock.start.map({ $0 == assignment.start }) ?? true && lock.staff.allSatisfy(assignment.staff.contains) {
        return nil
      }
      return Conflict(
        lock: lock,
        reason: "no roster was found that keeps it; \(assignment.staff.map(\.rawValue).joined(separator: ", ")) "
          + "\(assignment.staff.count == 1 ? "serves" : "serve") the visit at \(assignment.start)")
    }
  }

  /// The roster with visits that their locks keep from every place served otherwise, where an exact look finds how.
  private func placingLost(_ roster: Roster) -> Roster {
    let left = Set(roster.unassigned)
    let lost = kept.filter { left.contains($0.visit) }
    if lost.isEmpty { return roster }
    let free = Set(lost.map(\.visit))
    let others = LockedInstance(original, locks: kept.filter { !free.contains($0.visit) }).instance
    var placed = roster
    for lock in lost {
      let suggester = Suggester(others, placed)
      let found = (try? suggester.suggestions(for: lock.visit, exceptions: .none))?.options.first
      guard let found, found.kind != .blocked else { continue }
      placed = placed.applying(found.changes, order: original.visits.map(\.id))
      placed.solve = roster.solve
    }
    return placed
  }

  /// The exceptions with which a lock of staff and start would break no rule by itself.
  private static func exceptions(for lock: VisitLock, of instance: Instance) -> [RuleException] {
    guard let start = lock.start, let visit = instance.visits.first(where: { $0.id == lock.visit }),
      visit.staff == lock.staff.count
    else { return [] }
    let end = start.advanced(by: visit.minutes)
    let shifts = lock.staff.compactMap { member in
      // The shift that would have to be widened least.
      instance.shifts.filter { $0.staff == member }.min { left, right in
        (left.minutesBeside(start, end), left.id) < (right.minutesBeside(start, end), right.id)
      }?.id
    }
    if shifts.count < lock.staff.count { return [] }
    let alone = Roster(
      instance: instance.name,
      assignments: [Roster.Assignment(visit: visit.id, start: start, staff: lock.staff, shifts: shifts)],
      unassigned: instance.visits.map(\.id).filter { $0 != visit.id }, score: Score(format: instance.format))
    let proposals = RosterChecker(instance).proposals(for: alone)
    return proposals.uncovered.isEmpty ? proposals.exceptions : []
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

extension Shift {
  /// Minutes by which a stretch of time reaches beyond the shift.
  fileprivate func minutesBeside(_ from: LocalDateTime, _ to: LocalDateTime) -> Int {
    max(0, start.minutes(since: from)) + max(0, to.minutes(since: end))
  }
}
