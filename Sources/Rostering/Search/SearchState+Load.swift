import HomeCare

/// One visit as a roster serves it, in dense form.
struct CompiledAssignment {
  var visit: VisitRow
  var start: Minutes
  /// The shift of each staff member; none for one that is unknown here.
  var shifts: [ShiftRow]
}

/// Taking over rosters made elsewhere.
extension SearchState {
  /// The assignments of a roster that speak of visits known here, by their starts.
  func assignments(of roster: Roster) -> [CompiledAssignment] {
    let visits = VisitRow.byID(problem.instance.visits.map(\.id))
    let shifts = ShiftRow.byID(problem.instance.shifts.map(\.id))
    let origin = problem.instance.horizon.firstMinute
    return roster.assignments.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }.compactMap { assignment in
      visits[assignment.visit].map { visit in
        CompiledAssignment(
          visit: visit, start: Minutes(clamping: assignment.start.minutes(since: origin)),
          shifts: assignment.shifts.map { shifts[$0] ?? ShiftRow.none })
      }
    }
  }

  /// Takes over what a roster assigns, as far as it keeps the rules; the rest stays unassigned.
  ///
  /// Starts are kept only where they are decisions. Visits go in by their starts; a visit whose place is not feasible is
  /// left.
  func load(_ roster: Roster) {
    // Who is not of this problem, as where it is a part of another, stays out before the rest is judged as a whole.
    let assignments = assignments(of: roster).filter {
      $0.shifts.count == Int(problem.visits[$0.visit].need) && !$0.shifts.contains(.none)
    }
    // Where detours save time, the first visits of a route may break a rule that all of them keep together.
    if problem.travelIsMetric || !loadAtOnce(assignments) {
      clear()
      adaptUsual(to: assignments)
      for assignment in assignments { _ = take(assignment, .wherePossible) }
    }
    loosen()
  }

  /// Gives each series the usual time that suits the starts of some assignments best, where it is not given.
  private func adaptUsual(to assignments: [CompiledAssignment]) {
    if !problem.weighsSteadiness { return }
    var clocks = [[Minutes]](repeating: [], count: problem.series.count)
    for assignment in assignments {
      let row = problem.visits[assignment.visit]
      if !row.series.exists { continue }
      clocks[row.series.index].append(assignment.start - midnight(assignment.visit, row, from: assignment.start))
    }
    for series in problem.seriesRows {
      let row = problem.series[series]
      if let middle = Steadiness.middle(of: row, clocks[series.index].sorted()) { usual[series] = middle }
    }
  }

  /// Gives every fitted visit the window that costs least where it stands, for one that it was taken over with.
  private func loosen() {
    for visit in problem.visitRows where problem.visits[visit].isFitted && isAssigned(visit) { steady(visit) }
  }

  /// Takes over all behind one another; false, with anything left behind, where they break a rule of time.
  private func loadAtOnce(_ assignments: [CompiledAssignment]) -> Bool {
    clear()
    adaptUsual(to: assignments)
    return assignments.allSatisfy { take($0, .behindOthers) }
      && problem.shiftRows.allSatisfy(isFeasible)
      && problem.staffRows.allSatisfy { load[$0] <= problem.cap[$0] }
  }

  /// Takes over assignments one by one with every start held, so that only what is asked to move can move, and gives
  /// those that break a rule here and stay out.
  ///
  /// - Parameter assignments: Those to be kept rather than others first.
  func hold(_ assignments: [CompiledAssignment]) -> [CompiledAssignment] {
    clear()
    adaptUsual(to: assignments)
    var left = assignments.filter { !hold($0) }
    if problem.travelIsMetric { return left }
    // Where detours save time, only whole routes can be judged; what came last goes out first.
    for assignment in assignments.reversed()
    where isAssigned(assignment.visit) && !assignment.shifts.allSatisfy(keepsTime) {
      removeVisit(assignment.visit)
      left.append(assignment)
    }
    return left
  }

  /// Takes over one assignment and holds it to its start; false where it breaks a rule and nothing changed.
  func hold(_ assignment: CompiledAssignment) -> Bool {
    var journal = Journal()
    return hold(assignment, &journal)
  }

  /// Takes over one assignment, held to its start, as a part of a compound move; false where it breaks a rule and nothing
  /// changed.
  func hold(_ assignment: CompiledAssignment, _ journal: inout Journal) -> Bool { take(assignment, .byStart, &journal) }

  /// Where an assignment goes in the route of its shift.
  private enum Gap {
    /// Before the first visit that is held to a later start; the route must keep time where that can be told yet.
    case byStart
    /// Behind all others, whether or not the route keeps time.
    case behindOthers
    /// Last where that is feasible, else where it adds the least travel.
    case wherePossible
  }

  /// Takes over one assignment; false where it breaks a rule and nothing changed.
  private func take(_ assignment: CompiledAssignment, _ gap: Gap) -> Bool {
    var journal = Journal()
    return take(assignment, gap, &journal)
  }

  private func take(_ assignment: CompiledAssignment, _ gap: Gap, _ whole: inout Journal) -> Bool {
    let visit = assignment.visit
    let row = problem.visits[visit]
    guard !isAssigned(visit), assignment.shifts.count == Int(row.need), !assignment.shifts.contains(.none),
      mayStart(visit, at: assignment.start)
    else { return false }
    var journal = Journal()
    if gap == .byStart || row.choosesStart || row.isFitted { journal.chooseStart(visit, assignment.start, in: self) }
    if fill(assignment, row, gap, &journal) && teamLinksHold(visit, row) && hasOwnTime(visit, row) {
      journal.close(visit, in: self)
      whole.append(journal)
      return true
    }
    journal.undo(in: self)
    return false
  }

  /// Fills the slots of an assignment's visit; false, with some of them filled, where one cannot be.
  private func fill(
    _ assignment: CompiledAssignment, _ row: CompiledVisit, _ gap: Gap, _ journal: inout Journal
  ) -> Bool {
    var left = assignment.shifts
    for slot in row.slots {
      guard let index = left.firstIndex(where: { mayHold(slot, row, $0) }) else { return false }
      let shift = left.remove(at: index)
      guard length[shift] < problem.maxStops, let position = position(of: assignment, row, gap, in: shift) else {
        return false
      }
      journal.insert(slot, into: shift, after: position, in: self)
      if gap == .byStart && problem.travelIsMetric && !keepsTime(shift) { return false }
    }
    return true
  }

  /// The stop behind which an assignment goes; none where the route has no room.
  private func position(
    of assignment: CompiledAssignment, _ row: CompiledVisit, _ gap: Gap, in shift: ShiftRow
  ) -> Int32? {
    switch gap {
    case .behindOthers: return length[shift]
    case .byStart:
      var position: Int32 = 0
      while position < length[shift],
        earliestStart[problem.slots[stops[stopIndex(shift, position + 1)].slot].visit] <= assignment.start
      { position += 1 }
      return position
    case .wherePossible:
      let place = placeByStart(row, assignment.visit, in: shift)
      let staff = problem.shifts[shift].staff
      return place.exists && load[staff] + place.travel + row.minutes <= problem.cap[staff] ? place.position : nil
    }
  }

  /// The last place of a route for a visit, or the best other one.
  private func placeByStart(_ row: CompiledVisit, _ visit: VisitRow, in shift: ShiftRow) -> Place {
    let count = length[shift]
    let base = stopIndex(shift, 0)
    let (before, behind) = (stops[base + Int(count)], stops[base + Int(count) + 1])
    if fits(
      row.location, earliestStart[visit], latestStart[visit], row.minutes, after: before, before: behind, in: shift)
    {
      let shiftRow = problem.shifts[shift]
      let travel =
        problem.minutes(before.location, row.location, in: shiftRow)
        + problem.minutes(row.location, behind.location, in: shiftRow)
        - (count == 0 ? 0 : problem.minutes(before.location, behind.location, in: shiftRow))
      return Place(position: count, travel: travel)
    }
    return bestPlace(row.location, earliestStart[visit], latestStart[visit], row.minutes, in: shift)
  }

  /// Whether a shift can hold a slot beside the staff of its visit and of those that the visit is linked to.
  private func mayHold(_ slot: SlotRow, _ visit: CompiledVisit, _ shift: ShiftRow) -> Bool {
    let row = problem.slots[slot].visit
    let staff = problem.shifts[shift].staff
    return problem.isEligible(shift, of: staff, for: slot, visit)
      && !isOnTeam(visit, staff, except: slot)
      && (!hasLinks(row) || linksAllow(row, staff, visit.need))
  }

  /// Whether a shift's route and its staff member's cap are kept.
  func keepsTime(_ shift: ShiftRow) -> Bool {
    let staff = problem.shifts[shift].staff
    return isFeasible(shift) && load[staff] <= problem.cap[staff]
  }
}
