/// The windows that visits are held to, and what the client's usual times and other visits leave of them.
extension SearchState {
  /// The window a visit is held to now.
  @inline(__always)
  func held(_ visit: VisitRow) -> HeldWindow {
    HeldWindow(earliest: earliestStart[visit], latest: latestStart[visit], deviation: deviation[visit])
  }

  /// Holds a visit that is not in any route to a window.
  @inline(__always)
  func hold(_ visit: VisitRow, to window: HeldWindow) {
    earliestStart[visit] = window.earliest
    latestStart[visit] = window.latest
    if problem.weighsSteadiness { deviate(visit, by: window.deviation) }
    if problem.periodCount > 1 {
      period[visit] = Int32(CostModel.period(of: window.earliest, problem.instance.horizon))
    }
  }

  @inline(__always)
  private func deviate(_ visit: VisitRow, by minutes: Minutes) {
    score.unsteady += Int(minutes &- deviation[visit])
    deviation[visit] = minutes
  }

  /// Holds a visit that is not in any route to one start.
  @inline(__always)
  func chooseStart(_ visit: VisitRow, _ start: Minutes) {
    hold(visit, to: HeldWindow(earliest: start, latest: start, deviation: deviation(visit, from: start)))
  }

  /// Gives a visit its whole own window again.
  @inline(__always)
  func releaseStart(_ visit: VisitRow) {
    let row = problem.visits[visit]
    hold(visit, to: HeldWindow(earliest: row.earliest, latest: row.latest, deviation: 0))
  }

  /// Holds an assigned visit to another window where it stands; returns whether its routes still work.
  ///
  /// Both windows lie in one continuity period.
  @discardableResult
  func refit(_ visit: VisitRow, to window: HeldWindow) -> Bool {
    hold(visit, to: window)
    var works = true
    for slot in problem.visits[visit].slots {
      let (shift, position) = (slotShift[slot], Int(slotPosition[slot]))
      retime(shift, from: position, backFrom: position)
      if !isFeasible(shift) { works = false }
    }
    return works
  }

  // MARK: Usual times

  /// Minutes by which a visit that starts so lies beside the tolerated time of its series.
  @inline(__always)
  func deviation(_ visit: VisitRow, from start: Minutes) -> Minutes {
    let row = problem.visits[visit]
    if !row.series.exists { return 0 }
    return CostModel.deviation(
      of: start &- midnight(visit, row, from: start), from: usual[row.series], tolerance: row.tolerance)
  }

  /// The midnight from which a start of a visit is measured.
  @inline(__always)
  func midnight(_ visit: VisitRow, _ row: CompiledVisit, from start: Minutes) -> Minutes {
    row.hasAlternatives ? window(of: visit, from: start).midnight : row.midnight
  }

  /// The window of a visit in which a start lies; its own where it lies in none.
  func window(of visit: VisitRow, from start: Minutes) -> CompiledWindow {
    let windows = problem.windows.indices(of: visit)
    for index in windows {
      let window = problem.windows[index]
      if window.earliest <= start && start <= window.latest { return window }
    }
    return problem.windows[windows.lowerBound]
  }

  // MARK: What is left of windows

  /// A window as an opening, with the band around the usual time in it.
  @inline(__always)
  func opening(_ row: CompiledVisit, _ window: CompiledWindow) -> Opening {
    if !row.series.exists {
      return Opening(
        earliest: window.earliest, latest: window.latest, bandEarliest: window.earliest, bandLatest: window.latest)
    }
    let usual = window.midnight &+ usual[row.series]
    return Opening(
      earliest: window.earliest, latest: window.latest, bandEarliest: usual &- row.tolerance,
      bandLatest: usual &+ row.tolerance)
  }

  /// The own window of a visit as an opening.
  @inline(__always)
  func ownOpening(_ row: CompiledVisit) -> Opening {
    opening(row, CompiledWindow(earliest: row.earliest, latest: row.latest, midnight: row.midnight))
  }

  /// The starts of a fitted visit that cost nothing in a shift, partners apart; its own window where there are none.
  func likelyStarts(_ visit: VisitRow, _ row: CompiledVisit, in shift: ShiftRow) -> HeldWindow {
    if row.hasAlternatives {
      let shiftRow = problem.shifts[shift]
      for index in problem.windows.indices(of: visit) {
        let window = problem.windows[index]
        if window.latest < shiftRow.start || window.earliest &+ row.minutes > shiftRow.end { continue }
        let steady = opening(row, window).steady
        if steady.exists { return steady }
      }
    }
    let steady = ownOpening(row).steady
    return steady.exists ? steady : HeldWindow(earliest: row.earliest, latest: row.latest, deviation: 0)
  }

  /// Finds the stretches in which a visit may start in a shift: what its windows have in common with the shift, less the
  /// time that its partners in other shifts could take up. They stand in `openings`; returns how many there are.
  func findOpenings(_ visit: VisitRow, _ row: CompiledVisit, in shift: ShiftRow) -> Int {
    if !row.hasPartners && !row.hasAlternatives {
      // One opening wherever it goes: places see to the shift's hours.
      openings[0] = ownOpening(row)
      return 1
    }
    let shiftRow = problem.shifts[shift]
    var count = 0
    for index in problem.windows.indices(of: visit) {
      var found = opening(row, problem.windows[index])
      found.earliest = max(found.earliest, shiftRow.start)
      found.latest = min(found.latest, shiftRow.end &- row.minutes)
      if found.earliest > found.latest { continue }
      openings[count] = found
      count += 1
    }
    if !row.hasPartners || count == 0 { return count }
    for index in problem.partners.indices(of: visit) {
      let partner = problem.partners[index]
      let partnerRow = problem.visits[partner]
      if !isAssigned(partner) || isServed(partnerRow, in: shift) { continue }
      // The visit must be over before the partner can begin, or begin once it must be over.
      count = cut(
        count, after: earliestStart[partner] &- row.minutes, before: latestStart[partner] &+ partnerRow.minutes)
    }
    return count
  }

  /// Takes the starts after one minute and before another out of the first openings; returns how many are left.
  private func cut(_ count: Int, after last: Minutes, before next: Minutes) -> Int {
    var kept = 0
    var extra: Opening?
    for index in 0..<count {
      let opening = openings[index]
      if opening.latest <= last || opening.earliest >= next {
        openings[kept] = opening
        kept += 1
        continue
      }
      if opening.earliest <= last {
        openings[kept] = opening
        openings[kept].latest = last
        kept += 1
        // The stretch taken out lies within one opening at most.
        if opening.latest >= next {
          extra = opening
          extra?.earliest = next
        }
      } else if opening.latest >= next {
        openings[kept] = opening
        openings[kept].earliest = next
        kept += 1
      }
    }
    if let extra {
      openings[kept] = extra
      kept += 1
    }
    return kept
  }

  /// Whether a visit is served in a shift.
  @inline(__always)
  func isServed(_ row: CompiledVisit, in shift: ShiftRow) -> Bool {
    for slot in row.slots where slotShift[slot] == shift { return true }
    return false
  }

  /// Whether no partner's time meets the window that a visit is held to, but for partners in a shift of its own.
  ///
  /// - Parameters:
  ///   - shift: One more shift of the visit.
  ///   - leaving: A slot of the visit that does not count.
  func hasOwnTime(
    _ visit: VisitRow, _ row: CompiledVisit, with shift: ShiftRow = .none, without leaving: SlotRow = .none
  ) -> Bool {
    if !row.hasPartners { return true }
    for index in problem.partners.indices(of: visit) {
      let partner = problem.partners[index]
      let partnerRow = problem.visits[partner]
      if !isAssigned(partner) || earliestStart[partner] >= latestStart[visit] &+ row.minutes
        || earliestStart[visit] >= latestStart[partner] &+ partnerRow.minutes
      {
        continue
      }
      var shared = shift.exists && isServed(partnerRow, in: shift)
      for slot in row.slots where slot != leaving && slotShift[slot].exists {
        if isServed(partnerRow, in: slotShift[slot]) { shared = true }
      }
      if !shared { return false }
    }
    return true
  }
}
