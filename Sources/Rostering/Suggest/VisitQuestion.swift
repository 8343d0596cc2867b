import HomeCare

/// One visit taken out of a standing roster, and who could serve it at which start.
struct VisitQuestion {
  /// A place for the visit with one staff member at one start.
  struct Fit {
    var shift: ShiftRow
    /// What the way there costs, and a pool shift called in for it.
    var cost: Int
  }

  let suggester: Suggester
  let problem: CompiledProblem
  let state: SearchState
  let visit: VisitRow
  let row: CompiledVisit
  let replacing: StaffID?
  let now: RosterChange.Place
  private let before: Score
  private let facesBefore: Int
  private let judge: SuggestionJudge?
  /// Staff of the visit who stay on it, and the slot each fills.
  let staying: [(staff: StaffRow, slot: SlotRow)]
  /// The slot to be filled anew, where the visit is assigned.
  let freedSlot: SlotRow?
  /// Staff whom the client has met, the visit itself counted in.
  private var meetings: RowArray<StaffRow, Int>
  /// Starts that the visit's windows, its links and its client's other visits leave, in their order.
  let starts: [Minutes]
  /// fits[staff][n]: the place with the least cost at the n-th start, or none.
  private var fits = RowArray<StaffRow, [Fit?]>([])
  /// Shifts whose route does not work without the visit, which happens only where detours save time.
  let broken: [ShiftRow]
  /// Who scores answers that ask for exceptions.
  private var exceptionJudge: SuggestionJudge?
  /// Whether answers that ask for exceptions are scored.
  var scoresExceptions = true
  private var taken = Journal()
  /// Starts that are tried where an answer may ask for exceptions.
  private(set) var reachable: [StartWithinReach] = []

  /// A question about a visit.
  ///
  /// - Parameters:
  ///   - now: What the roster does with the visit.
  ///   - replacing: Whose place is to be taken.
  ///   - stayers: Staff who stay on a visit that the state does not hold, pinned to it where they may serve it.
  ///   - judge: Who scores the answers where the state does not hold the whole roster.
  init(
    _ suggester: Suggester, visit: VisitRow, now: RosterChange.Place, replacing: StaffID?,
    staying stayers: [StaffID] = [],
    judge: SuggestionJudge? = nil
  ) {
    self.suggester = suggester
    (problem, state) = (suggester.problem, suggester.state)
    (self.visit, self.now, self.judge) = (visit, now, judge)
    let row = problem.visits[visit]
    self.row = row
    before = state.heldScore
    let state = state
    let problem = problem
    meetings = RowArray(problem.staffRows.map { Int(state.met[problem.pair(client: row.client, staff: $0)]) })
    facesBefore = Int(state.distinct[problem.term(of: row.client, in: state.period[visit])])
    let slots = row.slots
    var freed: SlotRow?
    if state.isAssigned(visit) {
      if let replacing {
        freed = slots.first { problem.instance[state.staff(of: $0)].id == replacing }
      } else {
        freed = slots.first { !problem.slots[$0].pinned.exists } ?? slots.first
      }
      staying = slots.filter { $0 != freed }.map { (staff: state.staff(of: $0), slot: $0) }
      self.replacing = freed.map { problem.instance[state.staff(of: $0)].id }
    } else {
      staying = slots.compactMap { slot in
        let pinned = problem.slots[slot].pinned
        guard pinned.exists, stayers.contains(problem.instance[pinned].id) else { return nil }
        return (staff: pinned, slot: slot)
      }
      let staying = staying
      freed = staying.isEmpty ? nil : slots.first { slot in !staying.contains { $0.slot == slot } }
      self.replacing = replacing
      for member in problem.staffRows where now.assignment?.staff.contains(problem.instance[member].id) == true {
        meetings[member] += 1
      }
    }
    freedSlot = freed
    var shifts: [ShiftRow] = []
    if state.isAssigned(visit) {
      shifts = slots.map { state.slotShift[$0] }
      taken.removeVisit(visit, in: state)
    }
    broken = shifts.filter { !state.keepsTime($0) }
    starts = state.openStarts(of: visit)
    fits = RowArray(findFits())
  }

  /// Puts the visit back as it was.
  mutating func restore() { taken.undo(in: state) }

  // MARK: Who fits when

  private func findFits() -> [[Fit?]] {
    guard let first = starts.first, let last = starts.last else { return problem.staffRows.map { _ in [] } }
    return problem.staffRows.map { staff in
      guard let slot = slot(for: staff) else { return [] }
      let shifts = eligibleShifts(of: staff, slot)
      // Most staff fit nowhere in the windows, which one look per shift tells.
      let open = shifts.filter {
        isAllowed($0) && state.bestPlace(row.location, first, last, row.minutes, in: $0).exists
      }
      if open.isEmpty { return [] }
      return starts.map { start in fit(open, at: start, staff) }
    }
  }

  private func fit(_ shifts: [ShiftRow], at start: Minutes, _ staff: StaffRow) -> Fit? {
    var best: Fit?
    for shift in shifts {
      let place = state.bestPlace(row.location, start, start, row.minutes, in: shift)
      guard place.exists, state.load[staff] + place.travel + row.minutes <= problem.cap[staff] else { continue }
      let cost =
        problem.costs.travel(place.travel)
        + (state.length[shift] == 0 ? problem.costs.opening(problem.shifts[shift]) : 0)
      if best.map({ cost < $0.cost }) ?? true { best = Fit(shift: shift, cost: cost) }
    }
    return best
  }

  /// Whether the links and what else changes with the visit allow a shift to take it.
  func isAllowed(_ shift: ShiftRow) -> Bool {
    let staff = problem.shifts[shift].staff
    if state.hasLinks(visit) && !state.linksAllow(visit, staff, row.need) { return false }
    return broken.allSatisfy { $0 == shift }
  }

  /// The slot that a staff member would fill; none where pins leave none.
  func slot(for staff: StaffRow) -> SlotRow? {
    if let stays = staying.first(where: { $0.staff == staff }) { return stays.slot }
    let slots = freedSlot.map { $0..<$0.advanced(by: 1) } ?? row.slots
    return slots.first { problem.slots[$0].pinned == staff } ?? slots.first { !problem.slots[$0].pinned.exists }
  }

  func eligibleShifts(of staff: StaffRow, _ slot: SlotRow) -> [ShiftRow] {
    var eligible = EligibleShifts(of: staff, for: slot, row, in: problem)
    return eligible.rest(in: problem)
  }

  func fit(_ staff: StaffRow, at start: Minutes) -> Fit? {
    guard !fits[staff].isEmpty, let number = starts.position(of: start) else { return nil }
    return fits[staff][number]
  }

  /// Those who serve the visit beside a staff member at a start; none where too few can.
  func others(beside staff: StaffRow, at start: Minutes) -> [StaffRow]? {
    if freedSlot != nil {
      return staying.allSatisfy { fit($0.staff, at: start) != nil } ? staying.map(\.staff) : nil
    }
    let slots = row.slots
    let pinned = slots.map { problem.slots[$0].pinned }.filter { $0.exists && $0 != staff }
    var team: [StaffRow] = []
    for pin in pinned {
      guard fit(pin, at: start) != nil else { return nil }
      team.append(pin)
    }
    let wanted = Int(row.need) - 1 - team.count
    if wanted == 0 { return team }
    let able = problem.staffRows.compactMap { other -> (StaffRow, Fit)? in
      guard other != staff, !team.contains(other), let fit = fit(other, at: start) else { return nil }
      return (other, fit)
    }.sorted { left, right in
      let (a, b) = (meetings[left.0] > 0 ? 0 : 1, meetings[right.0] > 0 ? 0 : 1)
      return (a, left.1.cost, left.0) < (b, right.1.cost, right.0)
    }
    return able.count < wanted ? nil : team + able.prefix(wanted).map(\.0)
  }

  // MARK: Answers

  /// Answers for every staff member, in their order.
  mutating func options(_ exceptions: OfferedExceptions) -> [Suggestion] {
    if exceptions != .none { reachable = startsWithinReach() }
    return problem.staffRows.map { option(for: $0, exceptions) }
  }

  /// What it would take for a staff member to serve the visit.
  private mutating func option(for staff: StaffRow, _ exceptions: OfferedExceptions) -> Suggestion {
    var option = blank(for: staff)
    if staying.contains(where: { $0.staff == staff }) {
      option.obstacle = Obstacle(.staffing, "\(option.staff) serves the visit already")
      return option
    }
    if slot(for: staff) == nil {
      option.obstacle = Obstacle(.pinned, "the visit is pinned to others")
      return option
    }
    if let start = bestStart(for: staff), let others = others(beside: staff, at: start) {
      let isKnown = meetings[staff] > 0 || option.isInHistory
      option.kind = isKnown ? .known : .newFace
      var journal = Journal()
      place(staff, others, at: start, &journal)
      finish(&option, moved: [])
      journal.undo(in: state)
      return option
    }
    if let found = bestMove(for: staff) {
      option.kind = .ifMoved
      var journal = Journal()
      let old = state.place(of: found.moved)
      carryOut(found, for: staff, &journal)
      finish(&option, moved: [(found.moved, old)])
      journal.undo(in: state)
      return option
    }
    if exceptions != .none, let needed = leastException(for: staff, mayBeBlocked: exceptions == .blockedToo) {
      option.kind = .withException
      finish(&option, needed)
      return option
    }
    option.obstacle =
      broken.isEmpty
      ? suggester.obstacle(visit, staff: staff)
      : Obstacle(.route, "without the visit the route it is on now does not hold")
    return option
  }

  private func blank(for staff: StaffRow) -> Suggestion {
    let id = problem.instance[staff].id
    let served = now.assignment?.staff.contains(id) == true
    let flags = problem.pairFlags[problem.pair(client: row.client, staff: staff)]
    let faces = judge.map { $0.before.distinct(problem.instance[row.client].id, in: periodNow) } ?? facesBefore
    return Suggestion(
      staff: id, kind: .blocked, servesNow: served, otherVisits: meetings[staff] - (served ? 1 : 0),
      isInHistory: flags.contains(.inHistory), facesBefore: faces, facesAfter: faces, change: Score(), changes: [])
  }

  /// The period in which the visit counts now; that of its window where it is unassigned.
  private var periodNow: Int {
    let horizon = problem.instance.horizon
    let start = now.assignment?.start ?? horizon.firstMinute.advanced(by: Int(row.earliest))
    return horizon.period(ofDay: start.date.dayNumber - horizon.start.dayNumber)
  }

  /// The start at which a staff member can serve at the least cost; of equal ones the nearest to the present start.
  private func bestStart(for staff: StaffRow) -> Minutes? {
    guard let first = starts.first, !fits[staff].isEmpty else { return nil }
    let desired = desiredStart ?? first
    var best: (start: Minutes, cost: Int)?
    for start in starts {
      guard let fit = fit(staff, at: start) else { continue }
      let cost = fit.cost + problem.costs.deviation(state.deviation(visit, from: start))
      if let best, (cost, abs(start - desired)) >= (best.cost, abs(best.start - desired)) { continue }
      if others(beside: staff, at: start) == nil { continue }
      best = (start, cost)
    }
    return best?.start
  }

  var desiredStart: Minutes? {
    now.assignment.map { Minutes(clamping: $0.start.minutes(since: problem.instance.horizon.firstMinute)) }
  }

  /// Puts the visit to a staff member and those beside at a start at which all fit.
  func place(_ staff: StaffRow, _ others: [StaffRow], at start: Minutes, _ journal: inout Journal) {
    journal.chooseStart(visit, start, in: state)
    var open = Array(row.slots)
    func fill(_ member: StaffRow, _ slot: SlotRow, in shift: ShiftRow) {
      let place = state.bestPlace(row.location, start, start, row.minutes, in: shift)
      journal.insert(slot, into: shift, after: place.position, in: state)
      open.removeAll { $0 == slot }
    }
    for member in [staff] + others {
      // Those with a slot of their own first; the rest fill what is left.
      guard let own = slot(for: member), let fit = fit(member, at: start) else { continue }
      let chosen = open.contains(own) ? own : open.first { !problem.slots[$0].pinned.exists } ?? own
      fill(member, chosen, in: fit.shift)
    }
    journal.close(visit, in: state)
  }

  /// Reads off the roster as it stands what the answer says of it.
  private func finish(_ option: inout Suggestion, moved: [(visit: VisitRow, old: RosterChange.Place)]) {
    let after = state.place(of: visit)
    tell(after, moved.map { ($0.visit, $0.old, state.place(of: $0.visit)) }, in: &option)
    if let judge {
      judgeChanges(of: &option, by: judge)
    } else {
      option.change = state.heldScore - before
      option.facesAfter = Int(state.distinct[problem.term(of: row.client, in: state.period[visit])])
    }
  }

  /// Tells an answer that asks for exceptions, which the checker scores.
  private mutating func finish(_ option: inout Suggestion, _ needed: NeededExceptions) {
    (option.exceptions, option.exceptionMinutes) = (needed.exceptions, needed.minutes)
    tell(.served(needed.assignment), [], in: &option)
    if !scoresExceptions { return }
    let judge =
      judge ?? exceptionJudge
      ?? SuggestionJudge(suggester.instance, suggester.roster, allowing: [])
    exceptionJudge = judge
    judgeChanges(of: &option, by: judge)
  }

  private func judgeChanges(of option: inout Suggestion, by judge: SuggestionJudge) {
    let check = judge.check(
      after: option.changes, allowing: suggester.broken.exceptions + option.exceptions)
    option.change = check.score - judge.before.score
    let horizon = problem.instance.horizon
    let day = option.assignment.map { $0.start.date.dayNumber - horizon.start.dayNumber } ?? 0
    option.facesAfter = check.distinct(problem.instance[row.client].id, in: horizon.period(ofDay: day))
  }

  private func tell(
    _ after: RosterChange.Place, _ moved: [(visit: VisitRow, old: RosterChange.Place, new: RosterChange.Place)],
    in option: inout Suggestion
  ) {
    option.assignment = after.assignment
    option.minutesFromUsual = after.assignment.flatMap(minutesFromUsual)
    let instance = problem.instance
    if !now.isSame(as: after) {
      option.changes.append(
        RosterChange(
          visit: instance[visit].id, client: instance[visit].client, before: now,
          after: after, reason: .handedOver))
    }
    for (other, old, new) in moved {
      let row = instance[other]
      option.changes.append(
        RosterChange(
          visit: row.id, client: row.client, before: old, after: new, reason: .makesRoom(instance[visit].id)))
    }
  }

  /// Minutes from the usual time of the visit's series, as the rest of the roster has it, to a start.
  private func minutesFromUsual(_ assignment: Roster.Assignment) -> Int? {
    guard row.series.exists else { return nil }
    let start = Minutes(clamping: assignment.start.minutes(since: problem.instance.horizon.firstMinute))
    return Int(start - state.midnight(visit, row, from: start) - state.usual[row.series])
  }
}

extension [Minutes] {
  /// Where a number stands among numbers in their order.
  func position(of number: Minutes) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
