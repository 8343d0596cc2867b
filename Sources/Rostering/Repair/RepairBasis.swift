import HomeCare

/// What all options of one repair share: the roster as far as it still stands, and what has lost its place.
struct RepairBasis {
  let changed: ChangedInstance
  let scope: RepairScope
  let oldRoster: Roster
  /// What the old roster breaks of the instance as it was.
  let broken: BrokenRules
  /// What stays in every new roster although no search can hold it.
  let leftOut: [Roster.Assignment]
  let problem: CompiledProblem
  /// The old roster with what still holds, every start held.
  let state: SearchState
  /// Visits to be placed anew.
  let orphans: [VisitRow]
  /// Of them, those that some roster could serve.
  let hopeful: Set<VisitRow>
  /// Of them, those that the changes brought about, and not the old roster.
  let touched: Int
  /// Visits that have lost their place and stay unassigned, since they lie outside the scope.
  let outOfScope: [VisitRow]
  /// Whether a staff member may take visits.
  let mayServe: RowArray<StaffRow, Bool>
  /// Visits that must not move: started, pinned, in the past, or outside the scope.
  let isFixed: RowArray<VisitRow, Bool>
  /// Start of each visit in the old roster; −1 where it had none.
  let oldStart: RowArray<VisitRow, Minutes>
  /// Staff of each visit in the old roster, in their order; none where nobody served it.
  let oldStaff: RowArray<VisitRow, [StaffRow]>
  /// Minutes by which another start is no change.
  let tolerance: RowArray<VisitRow, Minutes>
  /// Where each visit stood, in the shifts as they are now, of those whose staff still have such shifts.
  let homes: [VisitRow: CompiledAssignment]
  /// Shift of each slot as it still stands.
  let oldShift: RowArray<SlotRow, ShiftRow>
  /// Whether client and staff member have met, in the old roster or in history, by pair.
  let isKnown: RowArray<PairRow, Bool>
  /// Distinct staff of the old roster, or the target where that is more, by period and client.
  let ceiling: RowArray<ClientTerm, Int32>
  /// Distinct staff of the old roster, by period and client.
  let distinctBefore: RowArray<ClientTerm, Int32>
  /// Staff who served each visit before and still could, by visit.
  let survivors: [VisitRow: [StaffRow]]

  init(_ changed: ChangedInstance, _ roster: Roster, now: LocalDateTime?, scope: RepairScope = RepairScope()) {
    self.changed = changed
    self.scope = scope
    oldRoster = roster
    // Where a shift is cut or split, what still lies in the hours of its staff stands as it stood.
    let settled = roster.settled(after: changed)
    let ground = RepairGround(changed, roster, settled, now: now, scope: scope)
    let instance = ground.instance
    (broken, leftOut) = (ground.broken, ground.leftOut)
    let problem = CompiledProblem(instance)
    self.problem = problem
    state = SearchState(problem)
    let services = state.assignments(of: settled)
    let ids = instance.visits.map(\.id)
    func rank(_ service: CompiledAssignment) -> Int {
      let id = ids[service.visit.index]
      return changed.started.contains(id) ? 0 : changed.causes[id] == nil ? 1 : 2
    }
    let order = services.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    _ = state.hold(order.map(\.element))

    let oldStaff = Self.staff(of: roster, problem)
    self.oldStaff = oldStaff
    homes = Dictionary(
      services.filter { [problem] service in
        !service.shifts.isEmpty && service.shifts.allSatisfy(\.exists)
          && service.shifts.map { problem.shifts[$0].staff }.sorted() == oldStaff[service.visit]
      }.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let tolerances = instance.visitTolerances
    tolerance = RowArray(ids.map { Minutes(clamping: tolerances[$0] ?? Series.defaultTolerance) })
    let visits = problem.visitRows
    var starts = RowArray<VisitRow, Minutes>(count: problem.visitCount, repeating: -1)
    for service in services { starts[service.visit] = service.start }
    oldStart = starts
    oldShift = RowArray(state.slotShift.elements)
    let first = now.map { Minutes(clamping: $0.minutes(since: instance.horizon.firstMinute)) } ?? Minutes.min
    let inScope = Self.inScope(scope, changed, roster, besides: ground.closed)
    mayServe = RowArray(instance.staff.map { scope.holds($0.id) })
    isFixed = RowArray(
      visits.map { visit in
        let row = instance[visit]
        return !inScope[visit.index] || ground.held.contains(row.id) || changed.started.contains(row.id)
          || !row.pinned.isEmpty
          || row.pinnedStart != nil
          || problem.visits[visit].latest < first
      })
    let out = Set(leftOut.map(\.visit))
    let homeless = visits.filter { [state, isFixed] visit in
      guard !state.isAssigned(visit), !out.contains(ids[visit.index]) else { return false }
      let row = problem.visits[visit]
      return row.latest >= first && !(isFixed[visit] && changed.started.contains(ids[visit.index]))
    }
    orphans = homeless.filter { inScope[$0.index] }
    let explainer = UnassignedExplainer(state)
    hopeful = Set(orphans.filter { !explainer.isImpossible($0) })
    let oldUnassigned = Set(roster.unassigned)
    outOfScope = homeless.filter { !inScope[$0.index] && !oldUnassigned.contains(ids[$0.index]) }
    touched = orphans.count { !oldUnassigned.contains(ids[$0.index]) }
    isKnown = Self.known(problem, roster)
    let distinct = Self.distinct(problem, changed, roster)
    distinctBefore = distinct
    ceiling = RowArray(problem.terms.map { max(problem.clients[problem.client(of: $0)].target, distinct[$0]) })
    survivors = Self.survivors(services, problem)
  }

  /// Whether each visit of the changed instance lies in a scope: by its client, and by the day on which it stands or, where
  /// it stands nowhere, the days on which it may; what may start on none of them any more is not.
  private static func inScope(
    _ scope: RepairScope, _ changed: ChangedInstance, _ roster: Roster, besides closed: Set<VisitID>
  ) -> [Bool] {
    let days = scope.days(of: changed)
    let instance = changed.instance
    let clients = Set(instance.clients.filter(scope.holds).map(\.id))
    let places = roster.places
    let further = Dictionary(grouping: instance.alternatives, by: \.visit)
    let allowances = Allowances(instance)
    return instance.visits.enumerated().map { row, visit in
      if closed.contains(visit.id) || !clients.contains(visit.client) { return false }
      if let start = places[visit.id]?.assignment?.start, days.contains(start.date) { return true }
      let windows = further[visit.id] == nil ? [visit.window] : allowances.windows(of: row, in: instance)
      if let start = places[visit.id]?.assignment?.start,
        changed.causes[visit.id] == nil || windows.contains(where: { $0.contains(start) })
      {
        return false
      }
      return windows.contains { window in
        (window.earliest.date.dayNumber...window.latest.date.dayNumber).contains {
          days.contains(LocalDate(dayNumber: $0))
        }
      }
    }
  }

  private static func known(_ problem: CompiledProblem, _ roster: Roster) -> RowArray<PairRow, Bool> {
    let staff = StaffRow.byID(problem.instance.staff.map(\.id))
    let clients = ClientRow.byID(problem.instance.clients.map(\.id))
    let clientOf = Dictionary(problem.instance.visits.map { ($0.id, $0.client) }, uniquingKeysWith: { $1 })
    var known = RowArray<PairRow, Bool>(
      problem.pairs.map {
        problem.pairFlags[$0].contains(.inHistory) || problem.pairFlags[$0].contains(.alreadyCounted)
      })
    for assignment in roster.assignments {
      // A cancelled visit is not in the changed instance; who was to serve it is not thereby known.
      guard let id = clientOf[assignment.visit], let client = clients[id] else { continue }
      for member in assignment.staff {
        if let row = staff[member] { known[problem.pair(client: client, staff: row)] = true }
      }
    }
    return known
  }

  private static func distinct(
    _ problem: CompiledProblem, _ changed: ChangedInstance, _ roster: Roster
  ) -> RowArray<ClientTerm, Int32> {
    let clients = ClientRow.byID(problem.instance.clients.map(\.id))
    var distinct = RowArray<ClientTerm, Int32>(problem.terms.map { _ in 0 })
    for meeting in RosterChecker(changed.old).check(roster).meetings {
      guard let client = clients[meeting.client], meeting.period < problem.periodCount else { continue }
      distinct[problem.term(of: client, in: Int32(meeting.period))] = Int32(clamping: meeting.distinct)
    }
    return distinct
  }

  private static func staff(of roster: Roster, _ problem: CompiledProblem) -> RowArray<VisitRow, [StaffRow]> {
    let rows = StaffRow.byID(problem.instance.staff.map(\.id))
    let places = roster.places
    return RowArray(
      problem.instance.visits.map { visit in
        (places[visit.id]?.assignment?.staff ?? []).compactMap { rows[$0] }.sorted()
      })
  }

  private static func survivors(
    _ services: [CompiledAssignment], _ problem: CompiledProblem
  ) -> [VisitRow: [StaffRow]] {
    var survivors: [VisitRow: [StaffRow]] = [:]
    for service in services {
      survivors[service.visit] = service.shifts.filter(\.exists).map { problem.shifts[$0].staff }
    }
    return survivors
  }
}
