import HomeCare

/// Says why each unassigned visit of a roster is left: per candidate shift, the rule that keeps the visit out.
struct UnassignedExplainer {
  private let state: SearchState
  private let problem: CompiledProblem
  private let instance: Instance

  /// An explainer of a roster as it stands in a search state.
  init(_ state: SearchState) {
    self.state = state
    problem = state.problem
    instance = state.problem.instance
  }

  /// The unassigned visits, in the order of the instance.
  var unassigned: [VisitRow] { problem.visitRows.filter { !state.isAssigned($0) } }

  /// A reason for each unassigned visit, in the order of the instance.
  func reasons() -> [UnassignedReason] { unassigned.map(reason) }

  /// Why a visit is left.
  func reason(_ visit: VisitRow) -> UnassignedReason {
    let row = instance[visit]
    let candidates = instance.shifts.indices.compactMap { index -> UnassignedReason.Blocked? in
      let shift = instance.shifts[index]
      guard meets(visit, ShiftRow(index)) else { return nil }
      return UnassignedReason.Blocked(
        shift: shift.id, staff: shift.staff, obstacle: block(visit, row, ShiftRow(index), shift))
    }
    let impossible = isImpossible(visit)
    return UnassignedReason(
      visit: row.id, isImpossible: impossible, summary: summary(row, candidates, impossible), candidates: candidates)
  }

  /// Whether a shift and a window of a visit, with the visit's time behind it, have a minute in common.
  func meets(_ visit: VisitRow, _ shift: ShiftRow) -> Bool {
    let (row, shiftRow) = (problem.visits[visit], problem.shifts[shift])
    return problem.windows.indices(of: visit).contains { index in
      let window = problem.windows[index]
      return shiftRow.start < window.latest + row.minutes && shiftRow.end > window.earliest
    }
  }

  /// Whether no roster can assign the visit: at no start do enough staff have a shift that could hold it alone.
  func isImpossible(_ visit: VisitRow) -> Bool {
    let row = problem.visits[visit]
    let starts = problem.windows.indices(of: visit).lazy.flatMap { index in
      problem.windows[index].earliest...problem.windows[index].latest
    }
    for start in starts {
      var able = Set<StaffRow>()
      var pinsHold = true
      for slot in row.slots {
        let slotRow = problem.slots[slot]
        var some = false
        for index in slotRow.eligible {
          let shift = problem.eligible[index]
          if holdsAlone(row, at: start, in: shift) {
            some = true
            able.insert(problem.shifts[shift].staff)
          }
        }
        if !some { pinsHold = false }
      }
      if pinsHold && able.count >= Int(row.need) { return false }
    }
    return true
  }

  /// Whether a shift could hold the visit and nothing else at a start, the hours cap included.
  private func holdsAlone(_ row: CompiledVisit, at start: Minutes, in shift: ShiftRow) -> Bool {
    let shiftRow = problem.shifts[shift]
    let out = problem.reach(shiftRow.base, row.location, in: shiftRow)
    let back = problem.reach(row.location, shiftRow.base, in: shiftRow)
    return out + row.minutes + back <= problem.cap[shiftRow.staff]
      && RouteTiming.holdsAlone(row.minutes, from: start, to: start, in: shiftRow, out: out, back: back)
  }

  /// The first rule, in the order of a coordinator's thoughts, that keeps a visit out of a shift.
  func block(_ visit: VisitRow, _ row: Visit, _ index: ShiftRow, _ shift: Shift) -> Obstacle {
    if let personal = personal(visit, row, staff: problem.shifts[index].staff) { return personal }
    let compiled = problem.visits[visit]
    let shiftRow = problem.shifts[index]
    let fits = problem.windows.indices(of: visit).contains { index in
      let window = problem.windows[index]
      return max(window.earliest, shiftRow.start) <= min(window.latest, shiftRow.end - compiled.minutes)
    }
    if !fits {
      return Obstacle(.shift, "no start in the window lies inside the shift \(shift.start.clock)–\(shift.end.clock)")
    }
    let slots = compiled.slots
    guard let slot = slots.first(where: { problem.isEligible(index, of: shiftRow.staff, for: $0, compiled) }) else {
      let travel = problem.minutes(shiftRow.base, compiled.location, in: shiftRow)
      return travel > 0
        ? Obstacle(
          .base, "with travel from and to the base the visit does not fit between the shift's ends and its break")
        : Obstacle(.breakRoom, "the visit leaves no room for the break of \(shiftRow.breakMinutes) minutes")
    }
    return standing(visit, compiled, slot, index)
  }

  /// The rule that keeps a staff member from a visit whatever their shifts are; none where they may serve it.
  func personal(_ visit: VisitRow, _ row: Visit, staff: StaffRow) -> Obstacle? {
    let (member, client) = (staff.index, problem.visits[visit].client.index)
    if let kind = problem.rules.obstacle(member, on: visit.index, of: client) {
      return Obstacle(kind.rule, problem.rules.words(kind, member, on: visit.index, of: client))
    }
    if row.pinned.count == row.staff && !row.pinned.contains(instance.staff[member].id) {
      let pinned = row.pinned.map(\.rawValue).joined(separator: ", ")
      return Obstacle(.pinned, "the visit is pinned to \(pinned)")
    }
    return nil
  }

  /// What the roster as it stands has against a shift that could hold the visit alone.
  private func standing(_ visit: VisitRow, _ row: CompiledVisit, _ slot: SlotRow, _ shift: ShiftRow) -> Obstacle {
    let staff = problem.shifts[shift].staff
    guard let window = state.linkedWindow(visit, row) else {
      return Obstacle(.link, "the starts of linked visits leave no start in the window")
    }
    if state.hasLinks(visit) && !state.linksAllow(visit, staff, row.need) {
      return Obstacle(.link, "a link forbids this staff member beside those of the linked visit")
    }
    let fit =
      row.isFitted
      ? state.bestFit(visit, in: shift, below: noPriceLimit)
      : Fit(
        place: state.bestPlace(row.location, window.lowerBound, window.upperBound, row.minutes, in: shift),
        window: .none)
    let place = fit.place
    if !place.exists && row.isFitted && state.hasPlace(visit, in: shift) {
      return Obstacle(.ownTime, "the client has another visit at that time")
    }
    if !place.exists {
      let count = state.length[shift]
      return Obstacle(.route, "no gap among the \(count) visits of the route is long enough with travel and break")
    }
    if state.load[staff] + place.travel + row.minutes > problem.cap[staff] {
      return Obstacle(.hours, "the hours cap of \(problem.cap[staff]) minutes would be passed")
    }
    if row.need > 1 { return Obstacle(.staffing, "has time, but the visit needs \(row.need) staff who start together") }
    return servingPays(visit, row, fit, in: shift)
      ? .none : Obstacle(nil, "has time, but leaving the visit costs less")
  }

  /// Whether serving a visit in a place surely costs less than leaving it.
  private func servingPays(_ visit: VisitRow, _ row: CompiledVisit, _ fit: Fit, in shift: ShiftRow) -> Bool {
    let costs = state.costs
    var cost = state.servingCost(row, from: row.earliest, in: shift) + state.openingCost(shift)
    cost += costs.travel(fit.place.travel) + costs.deviation(fit.window.deviation) + costs.dearestMeeting
    if problem.weighsBalance { cost += state.balanceCost(problem.shifts[shift].staff, by: row.minutes) }
    return cost < costs.leaving(row)
  }

  private func summary(_ row: Visit, _ candidates: [UnassignedReason.Blocked], _ impossible: Bool) -> String {
    let window = "\(row.earliest.date) \(row.earliest.clock)–\(row.latest.clock)"
    if candidates.isEmpty { return "no shift at all on \(window); add a shift or move the window" }
    if impossible {
      let needed = row.skills.isEmpty ? "" : " with \(row.skills.joined(separator: ", "))"
      return "no roster can serve it: fewer than \(row.staff) able staff\(needed) on \(window); add one or widen it"
    }
    let free = candidates.count { $0.obstacle.isNone }
    if free > 0 {
      return "\(free) of the \(candidates.count) shifts around \(window) have time for it as the roster stands; "
        + "repair it, or plan for longer"
    }
    var counts: [String: Int] = [:]
    for candidate in candidates { counts[candidate.obstacle.cause, default: 0] += 1 }
    let rules = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) by \($0.key)" }
    return "all \(candidates.count) shifts around \(window) are kept from it: \(rules.joined(separator: ", "))"
  }
}

extension UnassignedExplainer {
  /// Why each visit that a valid roster leaves is left.
  static func reasons(for roster: Roster, of instance: Instance) -> [UnassignedReason] {
    if roster.unassigned.isEmpty { return [] }
    let state = SearchState(CompiledProblem(instance))
    state.load(roster)
    return UnassignedExplainer(state).reasons()
  }
}
