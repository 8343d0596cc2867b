import HomeCare

/// What all options of one repair share: the roster as far as it still stands, and what has lost its place.
struct RepairBasis {
  let changed: ChangedInstance
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
  /// Visits that must not move: started, pinned, or in the past.
  let isFixed: RowArray<VisitRow, Bool>
  /// Start of each visit in the old roster; −1 where it had none.
  let oldStart: RowArray<VisitRow, Minutes>
  /// Shift of each slot as it still stands.
  let oldShift: RowArray<SlotRow, ShiftRow>
  /// Whether client and staff member have met, in the old roster or in history, by pair.
  let isKnown: RowArray<PairRow, Bool>
  /// Distinct staff of the old roster, or the target where that is more, by period and client.
  let ceiling: RowArray<ClientTerm, Int32>
  /// Staff who served each visit before and still could, by visit.
  let survivors: [VisitRow: [StaffRow]]

  init(_ changed: ChangedInstance, _ roster: Roster, now: LocalDateTime?) {
    self.changed = changed
    oldRoster = roster
    let ground = RepairGround(changed, roster, now: now)
    let instance = ground.instance
    (broken, leftOut) = (ground.broken, ground.leftOut)
    let problem = CompiledProblem(instance)
    self.problem = problem
    state = SearchState(problem)
    let services = state.assignments(of: roster)
    let ids = instance.visits.map(\.id)
    func rank(_ service: CompiledAssignment) -> Int {
      let id = ids[service.visit.index]
      return changed.started.contains(id) ? 0 : changed.causes[id] == nil ? 1 : 2
    }
    let order = services.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    _ = state.hold(order.map(\.element))

    let visits = problem.visitRows
    var starts = RowArray<VisitRow, Minutes>(count: problem.visitCount, repeating: -1)
    for service in services { starts[service.visit] = service.start }
    oldStart = starts
    oldShift = RowArray(state.slotShift.elements)
    let first = now.map { Minutes(clamping: $0.minutes(since: instance.horizon.firstMinute)) } ?? Minutes.min
    isFixed = RowArray(
      visits.map { visit in
        let row = instance[visit]
        return ground.held.contains(row.id) || changed.started.contains(row.id) || !row.pinned.isEmpty
          || row.pinnedStart != nil
          || problem.visits[visit].latest < first
      })
    let out = Set(leftOut.map(\.visit))
    orphans = visits.filter { [state, isFixed] visit in
      guard !state.isAssigned(visit), !out.contains(ids[visit.index]) else { return false }
      let row = problem.visits[visit]
      return row.latest >= first && !(isFixed[visit] && changed.started.contains(ids[visit.index]))
    }
    let explainer = UnassignedExplainer(state)
    hopeful = Set(orphans.filter { !explainer.isImpossible($0) })
    let oldUnassigned = Set(roster.unassigned)
    touched = orphans.count { !oldUnassigned.contains(ids[$0.index]) }
    isKnown = Self.known(problem, roster)
    ceiling = Self.ceilings(problem, changed, roster)
    survivors = Self.survivors(services, problem)
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

  private static func ceilings(
    _ problem: CompiledProblem, _ changed: ChangedInstance, _ roster: Roster
  ) -> RowArray<ClientTerm, Int32> {
    let clients = ClientRow.byID(problem.instance.clients.map(\.id))
    var ceiling = RowArray<ClientTerm, Int32>(problem.terms.map { problem.clients[problem.client(of: $0)].target })
    for meeting in RosterChecker(changed.old).check(roster).meetings {
      guard let client = clients[meeting.client] else { continue }
      let term = problem.term(of: client, in: Int32(meeting.period))
      ceiling[term] = max(ceiling[term], Int32(clamping: meeting.distinct))
    }
    return ceiling
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
