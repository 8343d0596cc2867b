/// A place in a route with the window that the visit is then held to.
struct Fit: BitwiseCopyable {
  var place: Place
  /// No window where the visit keeps the one it is held to.
  var window: HeldWindow

  static let none = Fit(place: .none, window: .none)
}

/// Places of visits whose window is found anew wherever they go. Nothing here changes the roster.
///
/// Mostly there is room within the band around the usual time. Where there is none, the window is widened toward the
/// starts that a place leaves, only so far as it must be, and each minute is paid for.
extension SearchState {
  /// Widest window that a visit with partners is held to: they must keep out of all of it.
  private static let mostHeld: Minutes = 60

  /// The cheapest place of a fitted visit in a shift, and the window there.
  ///
  /// - Parameter limit: what travel and deviation must stay below to be worth a look beyond the band, scaled.
  @inline(never)
  func bestFit(_ visit: VisitRow, in shift: ShiftRow, below limit: Int) -> Fit {
    let row = problem.visits[visit]
    let found = findOpenings(visit, row, in: shift)
    return bestFit(row, among: found, in: shift, at: stopIndex(shift, 0), count: Int(length[shift]), below: limit)
  }

  /// The same in the route of a slot once the slot has left it; in the slot's own gap where there is room in the band.
  ///
  /// The position counts stops without the leaving slot; the travel is the change of the whole route.
  @inline(never)
  func bestFit(_ visit: VisitRow, insteadOf leaving: SlotRow, below limit: Int) -> Fit {
    let row = problem.visits[visit]
    let shift = slotShift[leaving]
    let shiftRow = problem.shifts[shift]
    let position = slotPosition[leaving]
    let index = stopIndex(shift, position)
    let (before, behind) = (stops[index - 1], stops[index + 1])
    let count = findOpenings(visit, row, in: shift)
    for number in 0..<count {
      let steady = openings[number].steady
      if steady.exists
        && fits(row.location, steady.earliest, steady.latest, row.minutes, after: before, before: behind, in: shift)
      {
        let travel = travelAdded(by: row.location, insteadOf: index, in: shiftRow)
        let place = Place(position: position - 1, travel: travel)
        return Fit(place: place, window: narrowed(steady, row, shiftRow, after: before, before: behind))
      }
    }
    guard count > 0, setAside(leaving) else { return .none }
    let saved = travelSaved(by: leaving)
    var fit = bestFit(
      row, among: count, in: shift, at: aside, count: Int(length[shift]) - 1, below: limit + costs.travel(saved))
    if fit.place.exists { fit.place.travel -= saved }
    return fit
  }

  /// - Parameter found: how many openings stand ready.
  private func bestFit(
    _ row: CompiledVisit, among found: Int, in shift: ShiftRow, at base: Int, count: Int, below limit: Int
  ) -> Fit {
    var best = Fit.none
    var cost = Int.max
    for number in 0..<found {
      let steady = openings[number].steady
      if !steady.exists { continue }
      let place = bestPlace(
        row.location, steady.earliest, steady.latest, row.minutes, in: shift, at: base, count: count)
      if place.exists && costs.travel(place.travel) < cost {
        best = Fit(place: place, window: steady)
        cost = costs.travel(place.travel)
      }
    }
    if cost >= limit && row.series.exists {
      var left = limit
      for number in 0..<found {
        let opening = openings[number]
        let fit = bestDeviation(row, opening, in: shift, at: base, count: count, below: left)
        if !fit.place.exists { continue }
        left = costs.travel(fit.place.travel) + costs.deviation(fit.window.deviation)
        best = fit
      }
    }
    if row.hasPartners && best.place.exists {
      let index = base + Int(best.place.position)
      best.window = narrowed(
        best.window, row, problem.shifts[shift], after: stops[index], before: stops[index + 1])
    }
    return best
  }

  /// The cheapest place in an opening by travel and deviation together, of those below a limit.
  private func bestDeviation(
    _ row: CompiledVisit, _ opening: Opening, in shift: ShiftRow, at base: Int, count: Int, below limit: Int
  ) -> Fit {
    let most = Minutes(clamping: (min(limit, 1 << 30) - 1) / costs.unsteady)
    let earliest = max(opening.earliest, opening.bandEarliest &- most)
    let latest = min(opening.latest, opening.bandLatest &+ most)
    if limit <= 0 || earliest > latest { return .none }
    let shiftRow = problem.shifts[shift]
    var best = Fit.none
    var cost = limit
    var index = 0
    while index <= count {
      let before = stops[base + index]
      let out = problem.minutes(before.location, row.location, in: shiftRow)
      if min(before.endBefore, before.endAfter) &+ out > latest {
        if problem.travelIsMetric { break }
        index += 1
        continue
      }
      let behind = stops[base + index + 1]
      if index == count || max(behind.latestBefore, behind.latestAfter) >= earliest &+ row.minutes {
        let on = problem.minutes(row.location, behind.location, in: shiftRow)
        let extra = out &+ on &- (count == 0 ? 0 : problem.minutes(before.location, behind.location, in: shiftRow))
        let travel = costs.travel(extra)
        if travel < cost {
          let starts = RouteStarts(
            row.minutes, from: earliest, to: latest, out: out, on: on, after: before, before: behind, in: shiftRow)
          let window = starts.leastDeviation(in: opening)
          if window.exists && travel + costs.deviation(window.deviation) < cost {
            cost = travel + costs.deviation(window.deviation)
            best = Fit(place: Place(position: Int32(truncatingIfNeeded: index), travel: extra), window: window)
          }
        }
      }
      index += 1
    }
    return best
  }

  /// A window between two stops, narrowed where partners would have to keep out of too much.
  private func narrowed(
    _ window: HeldWindow, _ row: CompiledVisit, _ shift: CompiledShift, after before: Stop, before behind: Stop
  ) -> HeldWindow {
    if !row.hasPartners || window.latest &- window.earliest <= Self.mostHeld { return window }
    let starts = RouteStarts(
      row.minutes, from: window.earliest, to: window.latest,
      out: problem.minutes(before.location, row.location, in: shift),
      on: problem.minutes(row.location, behind.location, in: shift), after: before, before: behind, in: shift)
    var narrow = window
    narrow.earliest = max(window.earliest, starts.earliest)
    narrow.latest = min(window.latest, narrow.earliest &+ Self.mostHeld)
    return narrow
  }

  /// The window in which an assigned visit that is fitted deviates least where it stands, everything else left as it is;
  /// none where no start is possible.
  func leastDeviation(_ visit: VisitRow, _ row: CompiledVisit) -> HeldWindow {
    let shift = slotShift[row.firstSlot]
    var best = HeldWindow.none
    let found = findOpenings(visit, row, in: shift)
    for number in 0..<found {
      let opening = openings[number]
      let window = starts(of: row.firstSlot, row, from: opening.earliest, to: opening.latest)
        .leastDeviation(in: opening)
      if window.exists && (!best.exists || window.deviation < best.deviation) { best = window }
    }
    if !best.exists { return best }
    let index = stopIndex(shift, slotPosition[row.firstSlot])
    return narrowed(best, row, problem.shifts[shift], after: stops[index - 1], before: stops[index + 1])
  }

  /// Holds every fitted visit that deviates to the window that costs least where it stands: neighbours that left no other
  /// may have gone.
  func steady() {
    for visit in problem.visitRows where deviation[visit] > 0 && problem.visits[visit].isFitted { steady(visit) }
  }

  /// Holds an assigned fitted visit to the window that costs least where it stands.
  func steady(_ visit: VisitRow) {
    let window = leastDeviation(visit, problem.visits[visit])
    if window.exists { refit(visit, to: window) }
  }

  /// The starts that the neighbours of an assigned slot leave it within a window.
  @inline(__always)
  func starts(of slot: SlotRow, _ row: CompiledVisit, from earliest: Minutes, to latest: Minutes) -> RouteStarts {
    let shift = slotShift[slot]
    let shiftRow = problem.shifts[shift]
    let index = stopIndex(shift, slotPosition[slot])
    let (before, behind) = (stops[index - 1], stops[index + 1])
    return RouteStarts(
      row.minutes, from: earliest, to: latest, out: problem.minutes(before.location, row.location, in: shiftRow),
      on: problem.minutes(row.location, behind.location, in: shiftRow), after: before, before: behind, in: shiftRow)
  }
}
