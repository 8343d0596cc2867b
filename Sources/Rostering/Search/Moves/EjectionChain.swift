/// Room for an unassigned visit by a chain of others that each take the next one's place.
///
/// Where shifts have no slack at all, no visit finds room beside all others, nor does an exchange of one for one help:
/// several must move up. A visit takes the place of one or two others, which become the next to be placed, and so on until
/// none is left over. Those that were hard to place before are the last to be driven out (Y. Nagata, O. Bräysy, "A powerful
/// route minimization heuristic for the vehicle routing problem with time windows", Operations Research Letters 37, 2009).
extension Annealer {
  /// Places that are looked at for each visit of a chain.
  private static let looks = 10
  /// Visits that a chain for one visit may move.
  private static let longest = 40
  /// Times that a visit was in vain looked a place for, after which chains for it are half as frequent.
  private static let patience = 256

  /// Tries to assign a visit; true where the chain has ended with nobody left over and was accepted.
  func ejectionChain(from visit: VisitRow, _ run: inout Run) -> Bool {
    // What nobody can serve is not to cost the time of the others.
    if run.random.below(1 + Int(run.hardness[visit]) / Self.patience) > 0 { return false }
    let limit = state.guide + run.threshold()
    run.journal.clear()
    return settle(place([visit], steps: Self.longest, &run) && state.guide <= limit, &run)
  }

  /// Places visits that are out, the last first, each where it is cheapest or else instead of others, which are placed
  /// next; false, with some of it done, where some are left over after so many steps.
  func place(_ visits: [VisitRow], steps: Int, _ run: inout Run) -> Bool {
    var waiting = visits
    for _ in 0..<steps {
      guard let next = waiting.popLast() else { return true }
      let isIn = run.inserter.insert(
        next, in: state, journal: &run.journal, random: &run.random, evaluated: &run.evaluated)
      if isIn { continue }
      run.hardness[next] += 1
      guard canBeEjected(next), let ejected = insertInstead(next, &run) else { return false }
      waiting += ejected
    }
    return waiting.isEmpty
  }

  /// Whether a visit can change places by itself.
  private func canBeEjected(_ visit: VisitRow) -> Bool {
    problem.visits[visit].need == 1 && !state.hasLinks(visit)
  }

  /// A place that a visit takes of one stop or of two behind one another.
  private struct Trade {
    var shift: ShiftRow
    var first: SlotRow
    var count: Int
    /// How hard the visits driven out are to place.
    var hardness: Int
  }

  /// Puts a visit into the place of the one or two others that are easiest to place of those looked at, and returns them;
  /// `nil`, with nothing changed, where no place was found.
  private func insertInstead(_ visit: VisitRow, _ run: inout Run) -> [VisitRow]? {
    let row = problem.visits[visit]
    let eligible = problem.slots[row.firstSlot].eligible
    if eligible.isEmpty { return nil }
    var best: Trade?
    for _ in 0..<Self.looks {
      let shift = problem.eligible[eligible.lowerBound + run.random.below(eligible.count)]
      let other = overlappingStop(in: shift, visit, row, &run)
      if !other.exists { continue }
      for count in 1...2 {
        guard let hardness = hardness(of: other, count, run), hardness < best?.hardness ?? .max else { break }
        let trade = Trade(shift: shift, first: other, count: count, hardness: hardness)
        var trial = Journal()
        let works = perform(trade, for: visit, &trial, &run) != nil
        trial.undo(in: state)
        if works {
          best = trade
          break
        }
      }
    }
    guard let best else { return nil }
    var journal = Journal()
    let ejected = perform(best, for: visit, &journal, &run)
    run.journal.append(journal)
    return ejected
  }

  /// Makes a trade and returns the visits driven out; `nil`, with some of it done, where the visit has no place even so.
  private func perform(
    _ trade: Trade, for visit: VisitRow, _ journal: inout Journal, _ run: inout Run
  ) -> [VisitRow]? {
    let position = state.slotPosition[trade.first]
    var ejected: [VisitRow] = []
    for _ in 0..<trade.count {
      // The one behind moves up.
      let other = problem.slots[state.stops[state.stopIndex(trade.shift, position)].slot].visit
      journal.removeVisit(other, in: state)
      ejected.append(other)
    }
    run.inserter.only = problem.shifts[trade.shift].staff
    defer { run.inserter.only = .none }
    let isIn = run.inserter.insert(
      visit, in: state, journal: &journal, random: &run.random, evaluated: &run.evaluated)
    return isIn && (problem.travelIsMetric || state.isFeasible(trade.shift)) ? ejected : nil
  }

  /// How hard some stops behind one another are to place; `nil` where one of them cannot be driven out.
  private func hardness(of first: SlotRow, _ count: Int, _ run: Run) -> Int? {
    let shift = state.slotShift[first]
    let position = state.slotPosition[first]
    if position + Int32(count) - 1 > state.length[shift] { return nil }
    var hardness = 0
    for offset in 0..<Int32(count) {
      let visit = problem.slots[state.stops[state.stopIndex(shift, position + offset)].slot].visit
      if !canBeEjected(visit) { return nil }
      hardness += 1 + Int(run.hardness[visit])
    }
    return hardness
  }
}
