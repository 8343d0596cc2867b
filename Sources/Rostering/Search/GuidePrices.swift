/// Prices of places by the guide, scaled.
struct GuidePrices: PlacementPrices {
  /// A pair that a move wants to break up: meeting costs `forbiddenCost` more there.
  var forbiddenClient: ClientRow = .none
  var forbiddenStaff: StaffRow = .none
  /// A shift that a move wants to empty: serving costs `forbiddenCost` more there.
  var closedShift: ShiftRow = .none

  /// Whether a visit is served even where that costs more than leaving it.
  var paysAnything = false

  let costs: CostModel

  private static let forbiddenCost = 1 << 40
  static let looksAtKnownFirst = true

  init(_ problem: CompiledProblem) { costs = problem.costs.scaled(by: SearchState.scale) }

  /// At least the first meeting, if ways only add up.
  @inline(__always)
  func leastOfStrangers(_ question: PlacementQuestion, _ state: SearchState) -> Int {
    question.row.counts && state.problem.travelIsMetric ? state.gain[0] : Int.min
  }

  @inline(__always)
  func meeting(_ question: PlacementQuestion, _ staff: StaffRow, _ state: SearchState) -> Int {
    var cost = state.meetingCost(question.visit, question.row, staff)
    if state.problem.weighsBalance { cost += state.balanceCost(staff, by: question.row.minutes) }
    if question.row.client == forbiddenClient && staff == forbiddenStaff { cost += Self.forbiddenCost }
    return cost
  }

  @inline(__always)
  func serving(_ question: PlacementQuestion, in shift: ShiftRow, _ state: SearchState) -> Int {
    state.servingCost(question.row, from: question.earliest, in: shift) + state.openingCost(shift)
      + (shift == closedShift ? Self.forbiddenCost : 0)
  }

  @inline(__always)
  func place(_ question: PlacementQuestion, in shift: ShiftRow, below limit: Int, _ state: SearchState) -> (
    Fit, cost: Int
  ) {
    let row = question.row
    if row.isFitted && !question.isHeld {
      let fit = state.bestFit(question.visit, in: shift, below: limit)
      return (fit, costs.deviation(fit.window.deviation))
    }
    let place = state.bestPlace(row.location, question.earliest, question.latest, row.minutes, in: shift)
    return (Fit(place: place, window: .none), 0)
  }

  @inline(__always)
  func travel(_ minutes: Minutes) -> Int { costs.travel(minutes) }

  @inline(__always)
  func most(_ row: CompiledVisit, _ state: SearchState) -> Int {
    state.problem.leavingPays && !paysAnything ? costs.leaving(row) : noPriceLimit
  }

  @inline(__always)
  func choosesStart(_ visit: VisitRow, _ row: CompiledVisit, _ state: SearchState) -> Bool { row.choosesStart }

  func tries(of starts: Int, _ row: CompiledVisit) -> Int { min(starts, row.need > 1 ? 10 : 6) }

  @inline(__always)
  func start(_ start: Minutes, of visit: VisitRow, _ state: SearchState) -> Int {
    state.problem.weighsSteadiness ? costs.deviation(state.deviation(visit, from: start)) : 0
  }

  func team(_ row: CompiledVisit, _ state: SearchState) -> Int {
    state.teamMissesContact(row) ? state.costs.teamWithoutContact : 0
  }
}
