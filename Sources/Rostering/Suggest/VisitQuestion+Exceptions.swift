import HomeCare

/// Exceptions that a person would have to allow for an answer, and the answer.
struct NeededExceptions {
  /// The exceptions, with reasons left to be filled in.
  var exceptions: [RuleException]
  /// Minutes that they come to.
  var minutes: Int
  /// The visit as it would be served.
  var assignment: Roster.Assignment

  /// Minutes that a missing skill, or a client's refusal, is held to be worth.
  static let ofPermit = 60
}

/// A start of a visit in its windows or near them.
struct StartWithinReach {
  var start: Minutes
  /// Minutes by which it lies before and after the nearest window.
  var before: Minutes
  var after: Minutes
  var beside: Minutes { before + after }
}

/// "With an exception": what the least is that somebody would have to allow for a staff member to serve the visit.
///
/// Every start within reach of the visit's windows is tried in every shift within reach of it, where the rest of the
/// roster stands still. Fewer exceptions come before smaller ones.
extension VisitQuestion {
  /// Most minutes by which a window or a shift is widened for an answer.
  private static let mostMinutes: Minutes = 120

  /// What the starts beside the windows and a staff member's part in the visit ask for.
  struct Need {
    var shift: ShiftRow
    var overtimeBefore: Minutes = 0
    var overtimeAfter: Minutes = 0
    var hours: Minutes = 0
    var lacksBreak = false
    var permits: [Rule] = []
    var breakMinutes: Minutes = 0

    var isNone: Bool { count == 0 }
    var count: Int {
      (overtimeBefore > 0 || overtimeAfter > 0 ? 1 : 0) + (hours > 0 ? 1 : 0) + (lacksBreak ? 1 : 0) + permits.count
    }
    var minutes: Int {
      Int(overtimeBefore + overtimeAfter + hours + (lacksBreak ? breakMinutes : 0))
        + permits.count * NeededExceptions.ofPermit
    }
  }

  /// The fewest and smallest exceptions with which a staff member could serve the visit; `nil` where none suffice.
  func leastException(for staff: StaffRow, mayBeBlocked: Bool) -> NeededExceptions? {
    guard slot(for: staff) != nil, let permits = permits(for: staff, mayBeBlocked) else { return nil }
    let shifts = reachableShifts(of: staff)
    if shifts.isEmpty { return nil }
    let desired = desiredStart ?? row.earliest
    var best: (key: (Int, Int, Minutes, Minutes), near: StartWithinReach, need: Need, others: [Need])?
    for near in reachable {
      let (start, lateCount) = (near.start, near.beside > 0 ? 1 : 0)
      if let best, lateCount + permits.count > best.key.0 { continue }
      for shift in shifts {
        guard var need = need(in: shift, at: start) else { continue }
        need.permits = permits
        let key = (lateCount + need.count, Int(near.beside) + need.minutes, abs(start - desired), start)
        if let best, key >= best.key { continue }
        guard let others = othersFreely(beside: staff, at: start) else { continue }
        best = (key, near, need, others)
      }
    }
    guard let best else { return nil }
    return NeededExceptions(
      exceptions: exceptions(best.near, best.need), minutes: best.key.1,
      assignment: assignment(at: best.near.start, [best.need] + best.others))
  }

  /// The rules of staff and client that would have to be excepted; `nil` where that is not to be asked.
  private func permits(for staff: StaffRow, _ mayBeBlocked: Bool) -> [Rule]? {
    let (member, client) = (staff.index, row.client.index)
    let rules = PairRules.allKinds.filter {
      problem.rules.obstacle(member, on: visit.index, of: client, among: [$0]) != nil
    }.map(\.rule)
    return rules.contains(.blocked) && !mayBeBlocked ? nil : rules
  }

  /// Shifts in which the visit could lie with overtime.
  private func reachableShifts(of staff: StaffRow) -> [ShiftRow] {
    problem.staffShifts.indices(of: staff).map { problem.staffShifts[$0] }.filter { shift in
      let shiftRow = problem.shifts[shift]
      return isAllowed(shift)
        && problem.windows.indices(of: visit).contains {
          let window = problem.windows[$0]
          return window.earliest - 2 * Self.mostMinutes <= shiftRow.end
            && window.latest + row.minutes + 2 * Self.mostMinutes >= shiftRow.start
        }
    }
  }

  /// Starts in the windows and near them that links and the client's other visits leave, with how far each lies outside
  /// the windows, those in them first.
  func startsWithinReach() -> [StartWithinReach] {
    let instance = problem.instance
    let end = Minutes(clamping: instance.horizon.end.minutes(since: instance.horizon.firstMinute))
    let isPinned = instance[visit].pinnedStart != nil
    let taken = timesOfOthers()
    var found: [Minutes: StartWithinReach] = [:]
    for index in problem.windows.indices(of: visit) {
      let window = problem.windows[index]
      let reach = isPinned ? 0 : Self.mostMinutes
      for start in max(0, window.earliest - reach)...max(0, min(end - 1, window.latest + reach)) {
        let near = StartWithinReach(
          start: start, before: max(0, window.earliest - start), after: max(0, start - window.latest))
        if found[start].map({ near.beside < $0.beside }) ?? true { found[start] = near }
      }
    }
    return found.values.filter { near in
      state.linkedWindow(visit, within: near.start, near.start) != nil
        && !taken.contains { $0.overlaps(near.start..<near.start + row.minutes) }
    }.sorted { ($0.beside, $0.start) < ($1.beside, $1.start) }
  }

  /// When the client must be left alone by this visit, whatever the windows say.
  private func timesOfOthers() -> [Range<Minutes>] {
    let instance = problem.instance
    let own = instance[visit]
    if instance.format == .one || own.alongside { return [] }
    let tied = Set(instance.links.flatMap { $0.first == own.id ? [$0.second] : $0.second == own.id ? [$0.first] : [] })
    return problem.visitRows.compactMap { other in
      let otherRow = problem.visits[other]
      guard other != visit, otherRow.client == row.client, state.isAssigned(other), !instance[other].alongside,
        !tied.contains(instance[other].id), !suggester.allowances.mayOverlap(visit.index, other.index)
      else { return nil }
      return state.earliestStart[other]..<state.earliestStart[other] + otherRow.minutes
    }
  }

  /// Staff beside, without any exception of their own; none where too few are free.
  private func othersFreely(beside staff: StaffRow, at start: Minutes) -> [Need]? {
    func free(_ member: StaffRow) -> Need? {
      guard problem.rules.allow(member.index, on: visit.index, of: row.client.index) else { return nil }
      return reachableShifts(of: member).lazy.compactMap { need(in: $0, at: start) }.first(where: \.isNone)
    }
    if freedSlot != nil {
      let others = staying.compactMap { free($0.staff) }
      return others.count == staying.count ? others : nil
    }
    let pinned = row.slots.map { problem.slots[$0].pinned }.filter { $0.exists && $0 != staff }
    var team = pinned.compactMap(free)
    if team.count < pinned.count { return nil }
    let wanted = Int(row.need) - 1
    for member in problem.staffRows where team.count < wanted && member != staff && !pinned.contains(member) {
      if slot(for: member) != nil, let need = free(member) { team.append(need) }
    }
    return team.count == wanted ? team : nil
  }

  /// What a staff member's part in the visit at a start asks for; `nil` where no exception makes room.
  private func need(in shift: ShiftRow, at start: Minutes) -> Need? {
    let shiftRow = problem.shifts[shift]
    let end = start + row.minutes
    var need = Need(shift: shift, breakMinutes: shiftRow.breakMinutes)
    let base = state.stopIndex(shift, 0)
    let count = Int(state.length[shift])
    var position = 0
    while position < count, held(base + position + 1).lowerBound <= start { position += 1 }
    let (before, behind) = (state.stops[base + position], state.stops[base + position + 1])
    let out = problem.minutes(before.location, row.location, in: shiftRow)
    let on = problem.minutes(row.location, behind.location, in: shiftRow)
    if position > 0 {
      if held(base + position).upperBound + out > start { return nil }
    } else {
      need.overtimeBefore = max(0, shiftRow.start + out - start)
    }
    if position < count {
      if end + on > held(base + position + 1).lowerBound { return nil }
    } else {
      need.overtimeAfter = max(0, end + on - shiftRow.end)
    }
    if max(need.overtimeBefore, need.overtimeAfter) > Self.mostMinutes { return nil }
    let saved = count == 0 ? 0 : problem.minutes(before.location, behind.location, in: shiftRow)
    let load = state.load[shiftRow.staff] + out + on - saved + row.minutes
    need.hours = problem.cap[shiftRow.staff] == .max ? 0 : max(0, load - problem.cap[shiftRow.staff])
    need.lacksBreak =
      shiftRow.breakMinutes > 0 && !hasBreak(shift, with: start..<end, at: position, need)
    return need
  }

  /// When the visit of a stop takes place.
  private func held(_ stop: Int) -> Range<Minutes> {
    let visit = problem.slots[state.stops[stop].slot].visit
    return state.earliestStart[visit]..<state.earliestStart[visit] + problem.visits[visit].minutes
  }

  /// Whether a route with the visit leaves a gap for the break.
  private func hasBreak(_ shift: ShiftRow, with time: Range<Minutes>, at position: Int, _ need: Need) -> Bool {
    let shiftRow = problem.shifts[shift]
    let base = state.stopIndex(shift, 0)
    let count = Int(state.length[shift])
    var free = shiftRow.start - need.overtimeBefore
    var place = state.stops[base].location
    func holds(until end: Minutes, at next: LocationRow) -> Bool {
      let travel = problem.minutes(place, next, in: shiftRow)
      return end - free >= travel + shiftRow.breakMinutes
        && max(free, shiftRow.breakFrom) <= min(end - shiftRow.breakMinutes, shiftRow.breakTo)
    }
    for number in 0...count {
      if number == position {
        if holds(until: time.lowerBound, at: row.location) { return true }
        (free, place) = (time.upperBound, row.location)
      }
      let next = state.stops[base + number + 1]
      let isLast = number == count
      let until = isLast ? shiftRow.end + need.overtimeAfter : held(base + number + 1).lowerBound
      if holds(until: until, at: next.location) { return true }
      if !isLast { (free, place) = (held(base + number + 1).upperBound, next.location) }
    }
    return false
  }

  // MARK: As rows of the instance

  private func exceptions(_ late: StartWithinReach, _ need: Need) -> [RuleException] {
    let instance = problem.instance
    var rows: [RuleException] = []
    func add(_ rule: Rule, _ fill: (inout RuleException) -> Void) {
      var exception = RuleException(rule: rule, reason: "")
      fill(&exception)
      rows.append(exception)
    }
    let (id, staff) = (instance[visit].id, problem.shifts[need.shift].staff)
    if late.beside > 0 {
      // A row says all that a window or a shift is widened by, what was allowed before included.
      let had = suggester.allowances.widening(of: visit.index)
      add(.window) { exception in
        exception.visit = id
        if late.before > 0 { exception.before = had.before + Int(late.before) }
        if late.after > 0 { exception.after = had.after + Int(late.after) }
      }
    }
    if need.overtimeBefore > 0 || need.overtimeAfter > 0 {
      let shift = instance[need.shift]
      let had = suggester.allowances.hours(of: need.shift.index)
      add(.shift) { exception in
        exception.shift = shift.id
        if need.overtimeBefore > 0 {
          exception.before = shift.start.minutes(since: had.start) + Int(need.overtimeBefore)
        }
        if need.overtimeAfter > 0 { exception.after = had.end.minutes(since: shift.end) + Int(need.overtimeAfter) }
      }
    }
    if need.lacksBreak { add(.breakRoom) { $0.shift = instance[need.shift].id } }
    for rule in need.permits {
      add(rule) { exception in
        exception.visit = id
        exception.staff = instance[staff].id
      }
    }
    if need.hours > 0 {
      add(.hours) { exception in
        exception.staff = instance[staff].id
        exception.minutes = Int(need.hours)
      }
    }
    return rows
  }

  private func assignment(at start: Minutes, _ team: [Need]) -> Roster.Assignment {
    let instance = problem.instance
    let shifts = team.map { instance[$0.shift] }
    return Roster.Assignment(
      visit: instance[visit].id, start: instance.horizon.firstMinute.advanced(by: Int(start)),
      staff: shifts.map(\.staff), shifts: shifts.map(\.id))
  }
}
