/// What a slot's place is looked for.
struct PlacementQuestion {
  var slot: SlotRow
  var visit: VisitRow
  var row: CompiledVisit
  /// The window it may start in, of one minute where its start is chosen.
  var earliest: Minutes
  var latest: Minutes
  /// Whether its start is chosen.
  var isHeld: Bool
  var isLinked: Bool
}

/// What puts prices on places: the search's guide, or a repair's order of aims.
protocol PlacementPrices {
  /// Whether staff whom the client meets already are looked at first: what they cost mostly rules out everyone else
  /// without a look.
  static var looksAtKnownFirst: Bool { get }

  /// What anyone whom the client does not meet yet costs at least.
  func leastOfStrangers(_ question: PlacementQuestion, _ state: SearchState) -> Int

  /// What one more meeting with a staff member costs, in whichever of their shifts.
  func meeting(_ question: PlacementQuestion, _ staff: StaffRow, _ state: SearchState) -> Int

  /// What serving in a shift costs, its opening included, travel and meeting apart.
  func serving(_ question: PlacementQuestion, in shift: ShiftRow, _ state: SearchState) -> Int

  /// The best place in a shift, the window that the visit is then held to, and what that costs beside travel.
  ///
  /// - Parameter limit: what travel and window must stay below to be of use.
  func place(_ question: PlacementQuestion, in shift: ShiftRow, below limit: Int, _ state: SearchState) -> (
    Fit, cost: Int
  )

  /// What minutes of travel cost.
  func travel(_ minutes: Minutes) -> Int

  /// What a visit's places may cost at most, all of its staff together; dearer ones are as good as none.
  func most(_ row: CompiledVisit, _ state: SearchState) -> Int

  /// Whether a visit is placed by trying starts.
  func choosesStart(_ visit: VisitRow, _ row: CompiledVisit, _ state: SearchState) -> Bool

  /// How many of so many possible starts are tried.
  func tries(of starts: Int, _ row: CompiledVisit) -> Int

  /// What a start costs by itself.
  func start(_ start: Minutes, of visit: VisitRow, _ state: SearchState) -> Int

  /// What a team costs beside what its members do.
  func team(_ row: CompiledVisit, _ state: SearchState) -> Int
}

/// Puts unassigned visits into the cheapest places; the prices are chosen at compile time.
struct Inserter<Prices: PlacementPrices> {
  var prices: Prices
  /// The one staff member whose shifts are looked at; none where all are.
  var only = StaffRow.none

  /// A shift with a place in it.
  struct Found {
    var shift: ShiftRow
    var place: Place
    /// The window that the visit is then held to; none where it keeps the one it has.
    var window: HeldWindow
    var cost: Int
  }

  /// The cheapest shift and place for one slot within a window; `nil` where none costs less than `limit`.
  func cheapest(
    _ slot: SlotRow, below limit: Int = noPriceLimit, earliest: Minutes, latest: Minutes, isHeld: Bool = false,
    in state: SearchState, evaluated: inout Int
  ) -> Found? {
    let problem = state.problem
    let slotRow = problem.slots[slot]
    let row = problem.visits[slotRow.visit]
    let question = PlacementQuestion(
      slot: slot, visit: slotRow.visit, row: row, earliest: earliest, latest: latest, isHeld: isHeld,
      isLinked: state.hasLinks(slotRow.visit))
    var best = Found(shift: .none, place: .none, window: .none, cost: limit)
    if only.exists {
      var eligible = EligibleShifts(of: only, for: slot, row, in: problem)
      let meeting = prices.meeting(question, only, state)
      var shift = eligible.next(in: problem)
      while shift.exists {
        look(at: shift, question, meeting, state, &best, &evaluated)
        shift = eligible.next(in: problem)
      }
      return best.shift.exists ? best : nil
    }
    if Prices.looksAtKnownFirst {
      for place in state.knownPlaces(row.client) {
        let staff = state.known[place]
        var eligible = EligibleShifts(of: staff, for: slot, row, in: problem)
        var shift = eligible.next(in: problem)
        if !shift.exists { continue }
        let meeting = prices.meeting(question, staff, state)
        while shift.exists {
          look(at: shift, question, meeting, state, &best, &evaluated)
          shift = eligible.next(in: problem)
        }
      }
      if prices.leastOfStrangers(question, state) >= best.cost { return best.shift.exists ? best : nil }
    }
    for index in slotRow.eligible {
      let shift = problem.eligible[index]
      let staff = problem.shifts[shift].staff
      if Prices.looksAtKnownFirst && state.knownPosition[problem.pair(client: row.client, staff: staff)] >= 0 {
        continue
      }
      look(at: shift, question, prices.meeting(question, staff, state), state, &best, &evaluated)
    }
    return best.shift.exists ? best : nil
  }

  /// Takes a shift's best place where it is cheaper than the best so far.
  @inline(__always)
  private func look(
    at shift: ShiftRow, _ question: PlacementQuestion, _ meeting: Int, _ state: SearchState, _ best: inout Found,
    _ evaluated: inout Int
  ) {
    let problem = state.problem
    let row = question.row
    var cost = meeting + prices.serving(question, in: shift, state)
    if cost >= best.cost { return }
    evaluated += 1
    let (fit, extra) = prices.place(question, in: shift, below: best.cost - cost, state)
    if !fit.place.exists { return }
    cost += prices.travel(fit.place.travel) + extra
    if cost >= best.cost { return }
    let staff = problem.shifts[shift].staff
    if state.load[staff] + fit.place.travel + row.minutes > problem.cap[staff] { return }
    if row.need > 1 && state.isOnTeam(row, staff, except: question.slot) { return }
    if question.isLinked && !state.linksAllow(question.visit, staff, row.need) { return }
    best = Found(shift: shift, place: fit.place, window: fit.window, cost: cost)
  }

  /// Assigns one visit at the lowest price found; false where no place was found and nothing changed.
  @discardableResult
  func insert(
    _ visit: VisitRow, in state: SearchState, journal: inout Journal,
    random: inout RandomSource, evaluated: inout Int
  ) -> Bool {
    let row = state.problem.visits[visit]
    if prices.choosesStart(visit, row, state) {
      return insertAtChosenStart(visit, row, in: state, journal: &journal, random: &random, evaluated: &evaluated)
    }
    guard
      let found = cheapest(
        row.firstSlot, below: prices.most(row, state), earliest: row.earliest, latest: row.latest, in: state,
        evaluated: &evaluated)
    else { return false }
    journal.insert(
      row.firstSlot, into: found.shift, after: found.place.position, holding: found.window, in: state)
    journal.close(visit, in: state)
    return true
  }

  /// Tries several starts for a visit whose start is a decision, and keeps the cheapest.
  private func insertAtChosenStart(
    _ visit: VisitRow, _ row: CompiledVisit, in state: SearchState,
    journal: inout Journal, random: inout RandomSource, evaluated: inout Int
  ) -> Bool {
    var bestStart = Minutes.min
    var bestCost = prices.most(row, state)
    for (window, isBeside) in state.linkedWindows(visit, row) {
      // Unsteady starts are a last resort.
      if isBeside && bestStart != .min { continue }
      let width = Int(window.upperBound - window.lowerBound)
      let tries = prices.tries(of: width + 1, row)
      for attempt in 0..<tries {
        let start =
          tries == width + 1
          ? window.lowerBound + Minutes(attempt)
          : window.lowerBound + Minutes((width * attempt + random.below(width)) / tries)
        let extra = prices.start(start, of: visit, state)
        if let cost = place(
          row, visit, at: start, limit: bestCost - extra, in: state, journal: &journal, evaluated: &evaluated,
          keep: false)
        {
          bestCost = cost + extra
          bestStart = start
        }
      }
    }
    if bestStart == .min { return false }
    guard
      place(
        row, visit, at: bestStart, limit: noPriceLimit, in: state, journal: &journal, evaluated: &evaluated, keep: true)
        != nil
    else { return false }
    journal.close(visit, in: state)
    return true
  }

  /// Fills all slots of a visit at one start, cheapest first; returns the cost, or `nil` where a slot stays empty.
  private func place(
    _ row: CompiledVisit, _ visit: VisitRow, at start: Minutes, limit: Int, in state: SearchState,
    journal: inout Journal, evaluated: inout Int, keep: Bool
  ) -> Int? {
    var trial = Journal()
    trial.chooseStart(visit, start, in: state)
    var cost = 0
    var complete = true
    for slot in row.slots {
      guard
        let found = cheapest(
          slot, below: limit - cost, earliest: start, latest: start, isHeld: true, in: state, evaluated: &evaluated)
      else {
        complete = false
        break
      }
      cost += found.cost
      trial.insert(slot, into: found.shift, after: found.place.position, in: state)
    }
    if complete && row.need > 1 { cost += prices.team(row, state) }
    if complete && !state.teamLinksHold(visit, row) { complete = false }
    if complete && !state.hasOwnTime(visit, row) { complete = false }
    if complete && cost >= limit { complete = false }
    if complete && keep {
      journal.append(trial)
    } else {
      trial.undo(in: state)
    }
    return complete ? cost : nil
  }
}

/// More than any place costs, with room for costs below nothing.
let noPriceLimit = Int.max / 2
