import HomeCare

/// Finds which locks cannot be kept: those that contradict each other, a rule, or what other locks leave of a route.
struct LockJudge {
  private let instance: Instance
  private let rows: [VisitID: Int]
  private let allowances: Allowances
  private(set) var locked: [Int: VisitLock] = [:]
  private var refused: [(row: Int, conflict: LockedInstance.Conflict)] = []
  private(set) var held: [CompiledAssignment] = []

  init(_ instance: Instance) {
    self.instance = instance
    allowances = Allowances(instance)
    rows = Dictionary(uniqueKeysWithValues: instance.visits.enumerated().map { ($1.id, $0) })
  }

  /// The locks that can be kept, in the order of the visits.
  var locks: [VisitLock] { locked.sorted { $0.key < $1.key }.map(\.value) }

  var conflicts: [LockedInstance.Conflict] {
    refused.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element.conflict)
  }

  mutating func refuse(_ row: Int, _ lock: VisitLock, _ reason: String) {
    refused.append((row, LockedInstance.Conflict(lock: lock, reason: reason)))
    if row < instance.visits.count { locked[row] = nil }
  }

  /// Joins the locks of each visit; of two that name different starts the later one is refused.
  mutating func merge(_ locks: [VisitLock]) {
    for lock in locks {
      guard let row = rows[lock.visit] else {
        refuse(instance.visits.count, lock, "the instance has no such visit")
        continue
      }
      var whole = locked[row] ?? VisitLock(visit: lock.visit)
      if let start = lock.start, let other = whole.start, start != other {
        refused.append(
          (row, LockedInstance.Conflict(lock: lock, reason: "another lock holds the visit at \(other)")))
        continue
      }
      whole.start = whole.start ?? lock.start
      whole.staff += lock.staff.filter { !whole.staff.contains($0) }
      locked[row] = whole
    }
    for row in locked.keys { locked[row]?.staff.sort() }
  }

  /// Refuses locks whose pins validation would refuse: unknown or unable staff, too many, a start outside the window.
  mutating func refuseBrokenPins() {
    while true {
      let problems = draft(priorityFactor: 1).problems().filter { $0.severity == .error }
      var progress = false
      for problem in problems where problem.cell.table == "visits" {
        guard let lock = locked[problem.cell.row] else { continue }
        refuse(problem.cell.row, lock, "found \(problem.found); expected \(problem.expected)")
        progress = true
      }
      if !progress { return }
    }
  }

  /// Refuses locks that the other locks leave no room for: first among visits locked in staff and start, by their
  /// starts, then visits locked in staff alone.
  mutating func refuseCollisions() {
    guard !locked.isEmpty, let pinned = try? Instance(validating: draft(priorityFactor: 1)) else { return }
    let problem = CompiledProblem(pinned)
    let state = SearchState(problem)
    let explainer = UnassignedExplainer(state)
    let byStart = locked.sorted {
      ($0.value.start ?? instance.horizon.end, $0.key) < ($1.value.start ?? instance.horizon.end, $1.key)
    }
    var floating: [Int] = []
    for (row, lock) in byStart {
      let visit = pinned.visits[row]
      guard let start = visit.pinnedStart, visit.pinned.count == visit.staff else {
        floating.append(row)
        continue
      }
      let service = CompiledAssignment(
        visit: VisitRow(row), start: Minutes(start.minutes(since: instance.horizon.firstMinute)),
        shifts: visit.pinned.map { shift(of: $0, visit, at: start) })
      if state.hold(service) {
        held.append(service)
      } else {
        refuse(row, lock, collision(of: VisitRow(row), visit, state, explainer))
      }
    }
    for row in floating where !pinned.visits[row].pinned.isEmpty {
      let visit = pinned.visits[row]
      let able = visit.pinned.allSatisfy { hasPlace(VisitRow(row), for: $0, state) }
      if !able, let lock = locked[row] { refuse(row, lock, collision(of: VisitRow(row), visit, state, explainer)) }
    }
    let order = floating.filter { locked[$0] != nil && !pinned.visits[$0].pinned.isEmpty }.sorted {
      (pinned.visits[$0].earliest, $0) < (pinned.visits[$1].earliest, $1)
    }
    refuseStartClashes(pinned, problem)
    refuseClashes(among: order.filter { locked[$0] != nil }, pinned, state)
    refuseCrowds(among: order.filter { locked[$0] != nil }, state)
  }

  /// Refuses the later of two visits locked to one staff member who cannot serve both, whenever they start.
  private mutating func refuseClashes(among order: [Int], _ pinned: Instance, _ state: SearchState) {
    for (position, row) in order.enumerated() {
      let visit = pinned.visits[row]
      for earlier in order[..<position] where locked[earlier] != nil {
        let other = pinned.visits[earlier]
        guard visit.earliest < other.latest.advanced(by: other.minutes + 120), let lock = locked[row],
          let staff = visit.pinned.first(where: other.pinned.contains),
          !canServeBoth(staff, VisitRow(earlier), VisitRow(row), state)
        else { continue }
        refuse(row, lock, "\(staff) is locked to \(other.id) too and cannot serve both")
        break
      }
    }
  }

  /// Whether a staff member has room for two visits together beside what is held; every start of the first is tried.
  private func canServeBoth(_ staff: StaffID, _ first: VisitRow, _ second: VisitRow, _ state: SearchState) -> Bool {
    let problem = state.problem
    let row = problem.visits[first]
    // Of a visit that may start on several days nothing is certain.
    guard !row.hasAlternatives, let window = state.linkedWindow(first, row) else { return true }
    for slot in row.slots {
      for index in problem.slots[slot].eligible {
        let shift = problem.eligible[index]
        guard problem.instance[problem.shifts[shift].staff].id == staff else { continue }
        for start in window {
          let place = state.bestPlace(row.location, start, start, row.minutes, in: shift)
          if !place.exists { continue }
          var journal = Journal()
          journal.chooseStart(first, start, in: state)
          journal.insert(slot, into: shift, after: place.position, in: state)
          let both = hasPlace(second, for: staff, state)
          journal.undo(in: state)
          if both { return true }
        }
      }
    }
    return false
  }

  private func shift(of staff: StaffID, _ visit: Visit, at start: LocalDateTime) -> ShiftRow {
    let end = start.advanced(by: visit.minutes)
    let index = instance.shifts.indices.first { row in
      let hours = allowances.hours(of: row)
      return instance.shifts[row].staff == staff && hours.start <= start && end <= hours.end
    }
    return index.map { ShiftRow($0) } ?? ShiftRow.none
  }

  /// Whether a pinned staff member has room for a visit beside what is held.
  private func hasPlace(_ visit: VisitRow, for staff: StaffID, _ state: SearchState) -> Bool {
    let problem = state.problem
    for slot in problem.visits[visit].slots {
      for index in problem.slots[slot].eligible {
        let shift = problem.eligible[index]
        guard problem.instance[problem.shifts[shift].staff].id == staff else { continue }
        if state.hasPlace(visit, in: shift) { return true }
      }
    }
    return false
  }

  /// What keeps a locked visit from its staff: the rule, and the locked visits at the same time.
  private func collision(
    of index: VisitRow, _ visit: Visit, _ state: SearchState, _ explainer: UnassignedExplainer
  ) -> String {
    let (from, to) = (visit.pinnedStart ?? visit.earliest, visit.pinnedStart ?? visit.latest)
    var reasons: [String] = []
    for (row, shift) in instance.shifts.enumerated()
    where visit.pinned.contains(shift.staff) && shift.start < to.advanced(by: visit.minutes) && shift.end > from {
      let near = visitsNear(from, to.advanced(by: visit.minutes), in: ShiftRow(row), state)
      let block = explainer.block(index, visit, ShiftRow(row), shift)
      if block.rule == nil || block.rule == .staffing { continue }
      let others = near.isEmpty ? "" : "; \(shift.staff) is locked to \(near.joined(separator: ", ")) around then"
      reasons.append("\(block.cause), \(block.detail)\(others)")
    }
    return reasons.first ?? "no shift of \(visit.pinned.map(\.rawValue).joined(separator: ", ")) has room for it"
  }

  /// Held visits of a shift that lie within half an hour of a stretch of time.
  private func visitsNear(
    _ from: LocalDateTime, _ to: LocalDateTime, in shift: ShiftRow, _ state: SearchState
  ) -> [String] {
    let origin = instance.horizon.firstMinute
    return (0..<state.length[shift]).compactMap { position in
      let visit = state.problem.slots[state.stops[state.stopIndex(shift, position + 1)].slot].visit
      let start = origin.advanced(by: Int(state.earliestStart[visit]))
      let end = start.advanced(by: Int(state.problem.visits[visit].minutes) + 30)
      guard end > from && start < to.advanced(by: 30) else { return nil }
      return "\(instance[visit].id) (\(start.clock))"
    }
  }

  /// The instance with the locks as pins.
  func pinned(raisingPriorityBy factor: Int) -> Instance {
    if locked.isEmpty { return instance }
    // Priorities near their limit could make the score too large to write; without them the pins still bind.
    let raised = try? Instance(validating: draft(priorityFactor: factor))
    return raised ?? (try? Instance(validating: draft(priorityFactor: 1))) ?? instance
  }

  private func draft(priorityFactor: Int) -> InstanceDraft {
    var draft = instance.tables
    for (row, lock) in locked {
      draft.visits[row].pinned += lock.staff.filter { !draft.visits[row].pinned.contains($0) }
      if let start = lock.start {
        if let pinned = draft.visits[row].pinnedStart, pinned != start {
          // Shown as a start outside the only one allowed.
          draft.visits[row].earliest = pinned
          draft.visits[row].latest = pinned
        }
        draft.visits[row].pinnedStart = start
      }
      let priority = draft.visits[row].priority.multipliedReportingOverflow(by: priorityFactor)
      draft.visits[row].priority =
        priority.overflow
        ? InputLimits.priority.upperBound : min(InputLimits.priority.upperBound, priority.partialValue)
    }
    return draft
  }
}
