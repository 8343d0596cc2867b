import HomeCare

/// What all options of one repair share: the roster as far as it still stands, and what has lost its place.
struct RepairBasis {
  let changed: ChangedInstance
  let oldRoster: Roster
  let problem: CompiledProblem
  /// The old roster with what still holds, every start held.
  let state: SearchState
  /// Visits to be placed anew.
  let orphans: [Int32]
  /// Of them, those that some roster could serve.
  let hopeful: Set<Int32>
  /// Of them, those that the changes brought about, and not the old roster.
  let touched: Int
  /// Visits that must not move: started, pinned, or in the past.
  let isFixed: [Bool]
  /// Start of each visit in the old roster; −1 where it had none.
  let oldStart: [Int32]
  /// Shift of each slot as it still stands.
  let oldShift: [Int32]
  /// Whether client and staff member have met, in the old roster or in history, by pair.
  let isKnown: [Bool]
  /// Distinct staff of the old roster, or the target where that is more, by period and client.
  let ceiling: [Int32]
  /// Staff who served each visit before and still could, by visit.
  let survivors: [Int32: [Int32]]

  init(
    _ changed: ChangedInstance, _ roster: Roster, now: LocalDateTime?
  ) throws(RefusedRoster) {
    let violations = RosterChecker(changed.old).check(roster).violations.filter {
      $0.rule != .score && $0.rule != .bound
    }
    if !violations.isEmpty { throw RefusedRoster(violations: violations) }
    self.changed = changed
    oldRoster = roster
    let instance = Self.withoutPast(changed, now)
    let problem = CompiledProblem(instance)
    self.problem = problem
    state = SearchState(problem)
    let services = state.assignments(of: roster)
    let ids = instance.visits.map(\.id)
    func rank(_ service: CompiledAssignment) -> Int {
      let id = ids[Int(service.visit)]
      return changed.started.contains(id) ? 0 : changed.causes[id] == nil ? 1 : 2
    }
    let order = services.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    _ = state.hold(order.map(\.element))

    let visits = 0..<Int32(problem.visitCount)
    var starts = [Int32](repeating: -1, count: problem.visitCount)
    for service in services { starts[Int(service.visit)] = service.start }
    oldStart = starts
    oldShift = (0..<problem.slotCount).map { [state] in state.slotShift[$0] }
    let first = now.map { Int32(clamping: $0.minutes(since: instance.horizon.firstMinute)) } ?? Int32.min
    isFixed = visits.map { visit in
      let row = instance.visits[Int(visit)]
      return changed.started.contains(row.id) || !row.pinned.isEmpty || row.pinnedStart != nil
        || problem.visits[visit].latest < first
    }
    orphans = visits.filter { [state, isFixed] visit in
      guard !state.isAssigned(visit) else { return false }
      let row = problem.visits[visit]
      return row.latest >= first && !(isFixed[Int(visit)] && changed.started.contains(ids[Int(visit)]))
    }
    let explainer = UnassignedExplainer(state)
    hopeful = Set(orphans.filter { !explainer.isImpossible($0) })
    let oldUnassigned = Set(roster.unassigned)
    touched = orphans.count { !oldUnassigned.contains(ids[Int($0)]) }
    isKnown = Self.known(problem, roster)
    ceiling = Self.ceilings(problem, changed, roster)
    survivors = Self.survivors(services, problem)
  }

  /// The changed instance with the windows of what has not started cut off at the present.
  private static func withoutPast(_ changed: ChangedInstance, _ now: LocalDateTime?) -> Instance {
    guard let now else { return changed.instance }
    var draft = changed.instance.tables
    for row in draft.visits.indices
    where !changed.started.contains(draft.visits[row].id) && draft.visits[row].earliest < now
      && draft.visits[row].latest >= now && draft.visits[row].pinnedStart == nil
    { draft.visits[row].earliest = now }
    // Cutting windows can make a pin impossible to keep; then the visit keeps its whole window and is checked later.
    return (try? Instance(validating: draft)) ?? changed.instance
  }

  private static func known(_ problem: CompiledProblem, _ roster: Roster) -> [Bool] {
    let staff = Dictionary(uniqueKeysWithValues: problem.instance.staff.enumerated().map { ($1.id, Int32($0)) })
    let clients = Dictionary(uniqueKeysWithValues: problem.instance.clients.enumerated().map { ($1.id, Int32($0)) })
    let clientOf = Dictionary(problem.instance.visits.map { ($0.id, $0.client) }, uniquingKeysWith: { $1 })
    var known = (0..<problem.staffCount * problem.clientCount).map {
      problem.pairFlags[$0] & (PairFlag.inHistory | PairFlag.alreadyCounted) != 0
    }
    for assignment in roster.assignments {
      // A cancelled visit is not in the changed instance; who was to serve it is not thereby known.
      guard let id = clientOf[assignment.visit], let client = clients[id] else { continue }
      for member in assignment.staff {
        if let row = staff[member] { known[problem.pair(client: client, staff: row)] = true }
      }
    }
    return known
  }

  private static func ceilings(_ problem: CompiledProblem, _ changed: ChangedInstance, _ roster: Roster) -> [Int32] {
    let clients = Dictionary(uniqueKeysWithValues: problem.instance.clients.enumerated().map { ($1.id, $0) })
    var ceiling = (0..<problem.periodCount * problem.clientCount).map {
      problem.clients[$0 % problem.clientCount].target
    }
    for meeting in RosterChecker(changed.old).check(roster).meetings {
      guard let client = clients[meeting.client] else { continue }
      let index = meeting.period * problem.clientCount + client
      ceiling[index] = max(ceiling[index], Int32(clamping: meeting.distinct))
    }
    return ceiling
  }

  private static func survivors(_ services: [CompiledAssignment], _ problem: CompiledProblem) -> [Int32: [Int32]] {
    var survivors: [Int32: [Int32]] = [:]
    for service in services {
      survivors[service.visit] = service.shifts.filter { $0 >= 0 }.map { problem.shifts[$0].staff }
    }
    return survivors
  }
}
