/// Insertion into a place that another visit must leave first.
///
/// Staff whom a client meets already are busy at most of the client's times, so a pair is seldom dissolved by free
/// places alone (ejection chains of length one: F. Glover, "Ejection chains, reference structures and alternating path
/// methods for traveling salesman problems", Discrete Applied Mathematics 65, 1996).
extension Annealer {
  /// A visit's place at the cost of another's.
  private struct Ejection {
    var other: SlotRow
    var shift: ShiftRow
    var place: Place
    /// The window that the visit is then held to; none where it keeps its own.
    var window: HeldWindow
    /// Guide cost of the step without the ejected visit's new place, scaled.
    var cost: Int
  }

  /// Assigns a visit as cheaply as it can be, also in another visit's place where that one finds a new one.
  func insertEjecting(_ visit: VisitRow, _ run: inout Run) {
    let row = problem.visits[visit]
    let slot = row.firstSlot
    guard !row.choosesStart, row.need == 1, !state.hasLinks(visit) else { return insert(visit, &run) }
    let direct = run.inserter.cheapest(
      slot, below: run.inserter.prices.most(row, state), earliest: row.earliest, latest: row.latest, in: state,
      evaluated: &run.evaluated)
    var best = direct?.cost ?? noPriceLimit
    var chosen: (ejection: Ejection, refuge: Inserter<GuidePrices>.Found)?
    for ejection in ejections(slot, visit, row, below: best, &run) where ejection.cost < best {
      guard let refuge = refuge(after: ejection, of: slot, &run), ejection.cost + refuge.cost < best else { continue }
      best = ejection.cost + refuge.cost
      chosen = (ejection, refuge)
    }
    if let (ejection, refuge) = chosen {
      eject(ejection, for: slot, &run.journal)
      run.journal.insert(
        ejection.other, into: refuge.shift, after: refuge.place.position, holding: refuge.window, in: state)
    } else if let direct {
      run.journal.insert(slot, into: direct.shift, after: direct.place.position, holding: direct.window, in: state)
    } else {
      return
    }
    run.journal.close(visit, in: state)
  }

  /// Takes a slot out of its place for another visit's.
  private func eject(_ ejection: Ejection, for slot: SlotRow, _ journal: inout Journal) {
    journal.remove(ejection.other, in: state)
    journal.insert(
      slot, into: ejection.shift, after: ejection.place.position, holding: ejection.window, in: state)
  }

  private func insert(_ visit: VisitRow, _ run: inout Run) {
    _ = run.inserter.insert(
      visit, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
  }

  /// The few cheapest places of other visits in the shifts of staff whom the client meets already, or of the one staff
  /// member who is asked for.
  private func ejections(_ slot: SlotRow, _ visit: VisitRow, _ row: CompiledVisit, below limit: Int, _ run: inout Run)
    -> [Ejection]
  {
    var found: [Ejection] = []
    let only = run.inserter.only
    let places = only.exists ? 0..<1 : state.knownPlaces(row.client)
    for place in places {
      let staff = only.exists ? only : state.known[place]
      if row.client == run.inserter.prices.forbiddenClient && staff == run.inserter.prices.forbiddenStaff { continue }
      var eligible = EligibleShifts(of: staff, for: slot, row, in: problem)
      let meeting = state.meetingCost(visit, row, staff)
      while true {
        let shift = eligible.next(in: problem)
        if !shift.exists { break }
        let other = overlappingStop(in: shift, visit, row, &run)
        if !other.exists { continue }
        let otherVisit = problem.slots[other].visit
        let otherRow = problem.visits[otherVisit]
        if otherRow.client == row.client || otherRow.need > 1 || state.hasLinks(otherVisit)
          || otherRow.choosesStart && otherRow.hasPartners
        {
          continue
        }
        var known = meeting - state.meetingSaving(otherVisit, otherRow, staff)
        known += state.servingCost(row, from: state.earliestStart[visit], in: shift)
        known -= state.servingCost(otherRow, from: state.earliestStart[otherVisit], in: shift)
        if problem.weighsBalance { known += state.balanceCost(staff, by: row.minutes - otherRow.minutes) }
        if known >= limit { continue }
        run.evaluated += 1
        if problem.weighsSteadiness && otherRow.isFitted {
          known -= state.costs.deviation(state.deviation[otherVisit])
        }
        let fit = fitInstead(of: other, visit: visit, row, below: limit - known)
        let place = fit.place
        if !place.exists { continue }
        if state.load[staff] + place.travel + row.minutes - otherRow.minutes > problem.cap[staff] { continue }
        let cost = known + state.costs.travel(place.travel) + state.costs.deviation(fit.window.deviation)
        if cost < limit {
          found.append(Ejection(other: other, shift: shift, place: place, window: fit.window, cost: cost))
        }
      }
    }
    found.sort { ($0.cost, $0.other) < ($1.cost, $1.other) }
    return Array(found.prefix(3))
  }

  /// Where the ejected visit would go once another has its place; `nil` where nowhere. The roster stays as it is.
  private func refuge(after ejection: Ejection, of slot: SlotRow, _ run: inout Run) -> Inserter<GuidePrices>.Found? {
    let visit = problem.slots[ejection.other].visit
    var trial = Journal()
    eject(ejection, for: slot, &trial)
    defer { trial.undo(in: state) }
    let only = run.inserter.only
    run.inserter.only = .none
    defer { run.inserter.only = only }
    return run.inserter.cheapest(
      ejection.other, earliest: state.earliestStart[visit], latest: state.latestStart[visit], in: state,
      evaluated: &run.evaluated)
  }
}
