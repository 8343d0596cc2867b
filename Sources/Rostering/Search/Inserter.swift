/// Puts unassigned visits into the cheapest places, by the guide.
struct Inserter {
  /// A pair that a move wants to break up: meeting costs `forbiddenCost` more there.
  var forbiddenClient: Int32 = -1
  var forbiddenStaff: Int32 = -1

  private static let forbiddenCost = 1 << 40
  /// More than any place costs, with room for costs below nothing.
  static let noLimit = Int.max / 2

  /// A shift with a place in it.
  struct Found {
    var shift: Int32
    var place: Place
    /// By the guide, scaled.
    var cost: Int
  }

  /// The cheapest shift and place for one slot within a window; `nil` where none costs less than `limit`.
  ///
  /// Staff whom the client meets already come first: what they cost mostly rules out everyone else without a look.
  func cheapest(
    _ slot: Int32, below limit: Int = Inserter.noLimit, earliest: Int32, latest: Int32, in state: SearchState,
    evaluated: inout Int
  ) -> Found? {
    let problem = state.problem
    let slotRow = problem.slots[slot]
    let row = problem.visits[slotRow.visit]
    let question = Question(
      slot: slot, visit: slotRow.visit, row: row, earliest: earliest, latest: latest,
      isLinked: state.hasLinks(slotRow.visit))
    var best = Found(shift: -1, place: .none, cost: limit)
    let first = Int(row.client) * problem.staffCount
    for place in first..<first + Int(state.knownCount[row.client]) {
      let staff = state.known[place]
      var eligible = EligibleShifts(of: staff, for: slot, row, in: problem)
      var shift = eligible.next(in: problem)
      if shift < 0 { continue }
      let meeting = meetingCost(question, staff, state)
      while shift >= 0 {
        look(at: shift, question, meeting, state, &best, &evaluated)
        shift = eligible.next(in: problem)
      }
    }
    if !mayUndercut(best.cost, question, state) { return best.shift < 0 ? nil : best }
    for index in slotRow.eligibleStart..<slotRow.eligibleEnd {
      let shift = problem.eligible[index]
      let staff = problem.shifts[shift].staff
      if state.knownPosition[problem.pair(client: row.client, staff: staff)] >= 0 { continue }
      look(at: shift, question, meetingCost(question, staff, state), state, &best, &evaluated)
    }
    return best.shift < 0 ? nil : best
  }

  /// What is looked for.
  private struct Question {
    var slot: Int32
    var visit: Int32
    var row: CompiledVisit
    var earliest: Int32
    var latest: Int32
    var isLinked: Bool
  }

  /// Whether someone whom the client does not meet yet could cost less: at least the first meeting, if ways only add up.
  @inline(__always)
  private func mayUndercut(_ cost: Int, _ question: Question, _ state: SearchState) -> Bool {
    let least = question.row.counts != 0 && state.problem.travelIsMetric ? Int(state.gain[0]) : Int.min
    return least < cost
  }

  /// What one more meeting with a staff member costs, in whichever of their shifts.
  @inline(__always)
  private func meetingCost(_ question: Question, _ staff: Int32, _ state: SearchState) -> Int {
    var cost = state.meetingCost(question.visit, question.row, staff)
    if state.problem.weighsBalance { cost += state.balanceCost(staff, by: question.row.minutes) }
    if question.row.client == forbiddenClient && staff == forbiddenStaff { cost += Self.forbiddenCost }
    return cost
  }

  /// Takes a shift's best place where it is cheaper than the best so far.
  @inline(__always)
  private func look(
    at shift: Int32, _ question: Question, _ meeting: Int, _ state: SearchState, _ best: inout Found,
    _ evaluated: inout Int
  ) {
    let problem = state.problem
    let shiftRow = problem.shifts[shift]
    let row = question.row
    var cost = meeting
    cost += state.costs.serving(
      row, from: question.earliest, in: shiftRow,
      problem.pairFlags[problem.pair(client: row.client, staff: shiftRow.staff)])
    cost += state.openingCost(shift)
    if cost >= best.cost { return }
    evaluated += 1
    let place = state.bestPlace(row.location, question.earliest, question.latest, row.minutes, in: shift)
    if !place.exists { return }
    cost += state.costs.travel(place.travel)
    if cost >= best.cost { return }
    if state.load[shiftRow.staff] + place.travel + row.minutes > problem.cap[shiftRow.staff] { return }
    if row.need > 1 && state.isOnTeam(row, shiftRow.staff, except: question.slot) { return }
    if question.isLinked && !state.linksAllow(question.visit, shiftRow.staff, row.need) { return }
    best = Found(shift: shift, place: place, cost: cost)
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
          row.firstSlot, earliest: row.earliest, latest: row.latest, in: state,
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
    var bestCost = Self.noLimit
    let width = Int(window.upperBound - window.lowerBound)
    let tries = min(width + 1, row.need > 1 ? 10 : 6)
    for attempt in 0..<tries {
      let start =
        tries == width + 1
        ? window.lowerBound + Int32(attempt)
        : window.lowerBound + Int32((width * attempt + random.below(width)) / tries)
      if let cost = place(
        row, visit, at: start, limit: bestCost, in: state, journal: &journal,
        evaluated: &evaluated, keep: false)
      {
        bestCost = cost
        bestStart = start
      }
    }
    if bestStart < 0 { return false }
    guard
      place(
        row, visit, at: bestStart, limit: Self.noLimit, in: state, journal: &journal,
        evaluated: &evaluated, keep: true) != nil
    else { return false }
    journal.close(visit, in: state)
    return true
  }

  /// Fills all slots of a visit at one start, cheapest first; returns the cost, or `nil` where a slot stays empty.
  private func place(
    _ row: CompiledVisit, _ visit: Int32, at start: Int32, limit: Int, in state: SearchState,
    journal: inout Journal, evaluated: inout Int, keep: Bool
  ) -> Int? {
    var trial = Journal()
    trial.chooseStart(visit, start, in: state)
    var cost = 0
    var complete = true
    for slot in row.firstSlot..<row.firstSlot + row.need {
      guard
        let found = cheapest(
          slot, below: limit - cost, earliest: start, latest: start, in: state, evaluated: &evaluated)
      else {
        complete = false
        break
      }
      cost += found.cost
      trial.insert(slot, into: found.shift, after: found.place.position, in: state)
    }
    if complete && row.need > 1 && state.teamMissesContact(row) {
      cost += state.costs.teamWithoutContact
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
