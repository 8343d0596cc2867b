import HomeCare

/// The instance that a repair plans in: the changed one without the past, eased so that what stands can stay although it
/// bends a rule.
struct RepairGround {
  /// What the old roster breaks of the instance as it was.
  let broken: BrokenRules
  /// The instance.
  let instance: Instance
  /// Visits that must not move since no exception covers what they break.
  let held: Set<VisitID>
  /// Visits of which neither the present nor the scope's days leave a window: nothing is planned for them.
  let closed: Set<VisitID>
  /// What stays in every new roster although no search can hold it.
  let leftOut: [Roster.Assignment]

  /// - Parameter settled: The roster in the shifts of the changed instance.
  init(_ changed: ChangedInstance, _ roster: Roster, _ settled: Roster, now: LocalDateTime?, scope: RepairScope) {
    let provisional = ProvisionalRoster(changed.old, roster)
    broken = provisional.broken
    let touched = Set(changed.causes.keys)
    let known = Set(changed.instance.visits.map(\.id))
    let shifts = Set(changed.instance.shifts.map(\.id))
    let worked = WorkedShifts(changed.instance)
    leftOut = provisional.leftOut.map(worked.settled).filter { assignment in
      known.contains(assignment.visit) && !touched.contains(assignment.visit)
        && assignment.shifts.allSatisfy(shifts.contains) && changed.absent.isDisjoint(with: assignment.staff)
    }
    var easing = provisional.easing
    easing.exceptions = Self.lasting(easing.exceptions, changed, touched)
    let (ahead, closed) = Self.cut(changed, settled, now, scope)
    self.closed = closed
    let eased = easing.applied(to: ahead, besides: touched) ?? ahead.allowing(easing.exceptions.of(ahead))
    // What has started is as it is, also where it takes longer than there is time.
    var started = settled
    started.assignments.removeAll { !changed.started.contains($0.visit) }
    started.unassigned = eased.visits.map(\.id).filter { !changed.started.contains($0) }
    let lasting = Easing(eased, started, BrokenRules(eased, started))
    instance = lasting.applied(to: eased) ?? eased.allowing(lasting.exceptions.of(eased))
    held = provisional.held.subtracting(touched).union(lasting.held)
  }

  /// Exceptions of what the changes leave as it was.
  private static func lasting(
    _ exceptions: [RuleException], _ changed: ChangedInstance, _ touched: Set<VisitID>
  ) -> [RuleException] {
    if exceptions.isEmpty { return [] }
    let old = Dictionary(changed.old.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let same = Set(changed.instance.shifts.filter { old[$0.id] == $0 }.map(\.id))
    return exceptions.filter { exception in
      exception.shift.map(same.contains) ?? true && exception.visit.map { !touched.contains($0) } ?? true
        && exception.second.map { !touched.contains($0) } ?? true
    }
  }

  /// The changed instance with the windows of what has not started cut off at the present and at the scope's days.
  ///
  /// The windows are cut as exceptions widen them, which thereby are no exceptions any more.
  private static func cut(
    _ changed: ChangedInstance, _ roster: Roster, _ now: LocalDateTime?, _ scope: RepairScope
  ) -> (Instance, closed: Set<VisitID>) {
    if now == nil && scope.days == nil { return (changed.instance, []) }
    var draft = changed.instance.tables
    let allowances = Allowances(changed.instance)
    let places = roster.places
    var (cut, closed): (Set<VisitID>, Set<VisitID>) = ([], [])
    var further: [AlternativeWindow] = []
    for row in draft.visits.indices {
      let visit = draft.visits[row]
      if changed.started.contains(visit.id) || visit.pinnedStart != nil { continue }
      let windows = allowances.windows(of: row, in: changed.instance)
      let ahead = scope.windows(windows, standing: places[visit.id]?.assignment?.start).filter { window in
        now.map { window.latest >= $0 } ?? true
      }.map { window in
        VisitWindow(earliest: now.map { max(window.earliest, $0) } ?? window.earliest, latest: window.latest)
      }
      if ahead == windows { continue }
      // What is past, or outside the scope, keeps its window, and nothing is planned in it.
      guard let first = ahead.first else {
        closed.insert(visit.id)
        continue
      }
      cut.insert(visit.id)
      (draft.visits[row].earliest, draft.visits[row].latest) = (first.earliest, first.latest)
      further += ahead.dropFirst().map {
        AlternativeWindow(visit: visit.id, earliest: $0.earliest, latest: $0.latest)
      }
    }
    draft.alternatives = draft.alternatives.filter { !cut.contains($0.visit) } + further
    draft.exceptions.removeAll { $0.rule == .window && $0.visit.map(cut.contains) ?? false }
    // Cutting windows can make a pin impossible to keep; then the visit keeps its whole window and is checked later.
    return ((try? Instance(validating: draft)) ?? changed.instance, closed)
  }
}
