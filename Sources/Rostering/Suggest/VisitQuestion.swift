import HomeCare

/// One visit taken out of a standing roster, and who could serve it at which start.
struct VisitQuestion {
  /// A place for the visit with one staff member at one start.
  struct Fit {
    var shift: ShiftRow
    var travel: Minutes
  }

  let suggester: Suggester
  let problem: CompiledProblem
  let state: SearchState
  let visit: VisitRow
  let row: CompiledVisit
  let replacing: StaffID?
  private let now: RosterChange.Place
  private let before: Score
  private let facesBefore: Int
  /// Staff of the visit who stay on it, and the slot each fills.
  let staying: [(staff: StaffRow, slot: SlotRow)]
  /// The slot to be filled anew, where the visit is assigned.
  private let freedSlot: SlotRow?
  /// Staff whom the client has met, the visit itself counted in.
  private let meetings: RowArray<StaffRow, Int>
  /// Starts that the visit's window and links leave.
  let starts: ClosedRange<Minutes>?
  /// fits[staff][start − first]: the place with the least travel, or none.
  private var fits = RowArray<StaffRow, [Fit?]>([])
  /// Shifts whose route does not work without the visit, which happens only where detours save time.
  let broken: [ShiftRow]
  private var taken = Journal()

  init(_ suggester: Suggester, visit: VisitRow, now: RosterChange.Place, replacing: StaffID?) {
    self.suggester = suggester
    (problem, state) = (suggester.problem, suggester.state)
    self.visit = visit
    self.now = now
    let row = problem.visits[visit]
    self.row = row
    before = state.fullScore
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
    }
    freedSlot = freed
    self.replacing = freed.map { problem.instance[state.staff(of: $0)].id }
    staying =
      freed == nil ? [] : slots.filter { $0 != freed }.map { (staff: state.staff(of: $0), slot: $0) }
    var shifts: [ShiftRow] = []
    if state.isAssigned(visit) {
      shifts = slots.map { state.slotShift[$0] }
      taken.removeVisit(visit, in: state)
    }
    broken = shifts.filter { !state.keepsTime($0) }
    starts = state.linkedWindow(visit, row)
    fits = RowArray(findFits())
  }

  /// Puts the visit back as it was.
  mutating func restore() { taken.undo(in: state) }

  // MARK: Who fits when

  private func findFits() -> [[Fit?]] {
    guard let starts else { return [] }
    return problem.staffRows.map { staff in
      guard let slot = slot(for: staff) else { return [] }
      let shifts = eligibleShifts(of: staff, slot)
      // Most staff fit nowhere in the window, which one look per shift tells.
      let open = shifts.filter {
        isAllowed($0)
          && state.bestPlace(row.location, starts.lowerBound, starts.upperBound, row.minutes, in: $0).exists
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
      if best == nil || place.travel < best?.travel ?? 0 { best = Fit(shift: shift, travel: place.travel) }
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
    guard let starts, !fits[staff].isEmpty else { return nil }
    return fits[staff][Int(start - starts.lowerBound)]
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
      return (a, left.1.travel, left.0) < (b, right.1.travel, right.0)
    }
    return able.count < wanted ? nil : team + able.prefix(wanted).map(\.0)
  }

  // MARK: Answers

  /// What it would take for a staff member to serve the visit.
  mutating func option(for staff: StaffRow) -> Suggestion {
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
      finish(&option, staff, moved: [])
      journal.undo(in: state)
      return option
    }
    if let found = bestMove(for: staff) {
      option.kind = .ifMoved
      var journal = Journal()
      let old = state.place(of: found.moved)
      carryOut(found, for: staff, &journal)
      finish(&option, staff, moved: [(found.moved, old)])
      journal.undo(in: state)
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
    return Suggestion(
      staff: id, kind: .blocked, servesNow: served, otherVisits: meetings[staff] - (served ? 1 : 0),
      isInHistory: flags.contains(.inHistory), facesBefore: facesBefore, facesAfter: facesBefore,
      change: Score(), changes: [])
  }

  /// The start at which a staff member can serve with the least travel; of equal ones the nearest to the present start.
  private func bestStart(for staff: StaffRow) -> Minutes? {
    guard let starts, !fits[staff].isEmpty else { return nil }
    let desired = desiredStart ?? starts.lowerBound
    var best: (start: Minutes, travel: Minutes)?
    for start in starts {
      guard let fit = fit(staff, at: start) else { continue }
      if let best, (fit.travel, abs(start - desired)) >= (best.travel, abs(best.start - desired)) { continue }
      if others(beside: staff, at: start) == nil { continue }
      best = (start, fit.travel)
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
  private func finish(
    _ option: inout Suggestion, _ staff: StaffRow, moved: [(visit: VisitRow, old: RosterChange.Place)]
  ) {
    option.change = state.fullScore - before
    option.facesAfter = Int(state.distinct[problem.term(of: row.client, in: state.period[visit])])
    let after = state.place(of: visit)
    option.assignment = after.assignment
    let instance = problem.instance
    if !now.isSame(as: after) {
      option.changes.append(
        RosterChange(
          visit: instance[visit].id, client: instance[visit].client, before: now,
          after: after, reason: .handedOver))
    }
    for (other, old) in moved {
      let row = instance[other]
      option.changes.append(
        RosterChange(
          visit: row.id, client: row.client, before: old, after: state.place(of: other),
          reason: .makesRoom(instance[visit].id)))
    }
  }
}
