/// Puts unassigned visits into the cheapest places, by the guide.
struct Inserter {
  /// A pair that a move wants to break up: meeting costs `forbiddenCost` more there.
  var forbiddenClient: Int32 = -1
  var forbiddenStaff: Int32 = -1
  /// Chance in 256 that a shift is passed over, so that equal ruins are not always rebuilt alike (the *blinks* of
  /// J. Christiaens, G. Vanden Berghe, "Slack induction by string removals for vehicle routing problems",
  /// Transportation Science 54, 2020).
  var blinks = 0

  private static let forbiddenCost = 1 << 40

  /// The cheapest shift and place for one slot within a window.
  func cheapest(
    _ slot: Int32, earliest: Int32, latest: Int32, in state: SearchState, random: inout RandomSource,
    evaluated: inout Int
  ) -> (shift: Int32, place: Place, cost: Int)? {
    let problem = state.problem
    let slotRow = problem.slots[slot]
    let row = problem.visits[slotRow.visit]
    var best: (shift: Int32, place: Place, cost: Int)?
    var bestCost = Int.max
    let linked = state.hasLinks(slotRow.visit)
    var index = slotRow.eligibleStart
    while index < slotRow.eligibleEnd {
      let shift = problem.eligible[index]
      index += 1
      if blinks > 0 && random.chance(blinks) { continue }
      let shiftRow = problem.shifts[shift]
      let staff = shiftRow.staff
      var cost = state.meetingCost(slotRow.visit, row, staff)
      if problem.weighsBalance { cost += state.balanceCost(staff, by: row.minutes) }
      if row.client == forbiddenClient && staff == forbiddenStaff { cost += Self.forbiddenCost }
      if shiftRow.isPool != 0 && state.length[shift] == 0 { cost += problem.weights.poolShift * SearchState.scale }
      if cost >= bestCost { continue }
      evaluated += 1
      let place = state.bestPlace(row.location, earliest, latest, row.minutes, in: shift)
      if !place.exists { continue }
      cost += Int(place.travel) * problem.weights.travel * SearchState.scale
      if cost >= bestCost { continue }
      if state.load[staff] + place.travel + row.minutes > problem.cap[staff] { continue }
      if row.need > 1 && state.isOnTeam(row, staff, except: slot) { continue }
      if linked && !state.linksAllow(slotRow.visit, staff, row.need) { continue }
      bestCost = cost
      best = (shift, place, cost)
    }
    return best
  }

  /// Assigns one visit at the lowest guide cost found; false where no place was found and nothing changed.
  func insert(
    _ visit: Int32, in state: SearchState, journal: inout Journal,
    random: inout RandomSource, evaluated: inout Int
  ) -> Bool {
    let row = state.problem.visits[visit]
    if row.choosesStart == 0 {
      guard
        let found = cheapest(
          row.firstSlot, earliest: row.earliest, latest: row.latest, in: state, random: &random,
          evaluated: &evaluated)
      else { return false }
      journal.insert(row.firstSlot, into: found.shift, after: found.place.position, in: state)
      journal.close(visit, in: state)
      return true
    }
    return insertAtChosenStart(
      visit, row, in: state, journal: &journal, random: &random, evaluated: &evaluated)
  }

  /// Tries several starts for a visit whose start is a decision, and keeps the cheapest.
  private func insertAtChosenStart(
    _ visit: Int32, _ row: CompiledVisit, in state: SearchState,
    journal: inout Journal, random: inout RandomSource, evaluated: inout Int
  ) -> Bool {
    guard let window = state.linkedWindow(visit, row) else { return false }
    var bestStart: Int32 = -1
    var bestCost = Int.max
    let width = Int(window.upperBound - window.lowerBound)
    let tries = min(width + 1, row.need > 1 ? 10 : 6)
    for attempt in 0..<tries {
      let start =
        tries == width + 1
        ? window.lowerBound + Int32(attempt)
        : window.lowerBound + Int32((width * attempt + random.below(width)) / tries)
      if let cost = place(
        row, visit, at: start, limit: bestCost, in: state, journal: &journal, random: &random,
        evaluated: &evaluated, keep: false)
      {
        bestCost = cost
        bestStart = start
      }
    }
    if bestStart < 0 { return false }
    // The blinks of the second pass may differ from those of the first, so it may fail where the first did not.
    var steady = self
    steady.blinks = 0
    guard
      steady.place(
        row, visit, at: bestStart, limit: Int.max, in: state, journal: &journal, random: &random,
        evaluated: &evaluated, keep: true) != nil
    else { return false }
    journal.close(visit, in: state)
    return true
  }

  /// Fills all slots of a visit at one start, cheapest first; returns the cost, or `nil` where a slot stays empty.
  private func place(
    _ row: CompiledVisit, _ visit: Int32, at start: Int32, limit: Int, in state: SearchState,
    journal: inout Journal, random: inout RandomSource, evaluated: inout Int, keep: Bool
  ) -> Int? {
    var trial = Journal()
    trial.chooseStart(visit, start, in: state)
    var cost = 0
    var complete = true
    for slot in row.firstSlot..<row.firstSlot + row.need {
      guard
        let found = cheapest(
          slot, earliest: start, latest: start, in: state, random: &random, evaluated: &evaluated)
      else {
        complete = false
        break
      }
      cost += found.cost
      if cost >= limit {
        complete = false
        break
      }
      trial.insert(slot, into: found.shift, after: found.place.position, in: state)
    }
    if complete && row.need > 1 && state.teamMissesContact(row) {
      cost += state.problem.weights.notContact * SearchState.scale
    }
    if complete && !state.teamLinksHold(visit, row) { complete = false }
    if complete && cost >= limit { complete = false }
    if complete && keep {
      journal.append(trial)
    } else {
      trial.undo(in: state)
    }
    return complete ? cost : nil
  }
}
