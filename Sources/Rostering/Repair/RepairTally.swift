import HomeCare

/// What a repaired roster comes to, in the figures that options are weighed by.
struct RepairTally: Equatable {
  /// Unassigned visits as the score has them, by priority and staff.
  var unassigned: Int
  /// Visits that were served and are left: who was promised a visit has it before who was not.
  var newlyUnassigned: Int
  /// Distinct staff above target, summed over clients and periods, that the old roster did not have.
  var newlyAboveTarget: Int
  /// Pairs of client and staff member who meet for the first time.
  var newFaces: Int
  /// Distinct staff in a period beyond those of the old roster, summed over clients and periods.
  var addedStaff: Int
  /// Visits of which people notice that they are changed.
  var changes: Int
  var travelMinutes: Int

  /// The figures in a label's order; of two rosters the one with the lesser list is the better.
  func rank(by label: RepairOption.Label) -> [Int] {
    [unassigned, newlyUnassigned, newlyAboveTarget]
      + label.aims.map { aim in
        switch aim {
        case .newFaces: newFaces
        case .addedStaff: addedStaff
        case .changes: changes
        case .travel: travelMinutes
        }
      }
  }
}

extension RepairOption.Label {
  /// What options differ in.
  enum Aim {
    case newFaces, addedStaff, changes, travel
  }

  /// What comes after cover and nobody newly above target, first things first.
  var aims: [Aim] {
    switch self {
    case .bestContinuity: [.newFaces, .addedStaff, .changes, .travel]
    case .fewestChanges: [.changes, .newFaces, .addedStaff, .travel]
    case .leastTravel: [.travel, .newFaces, .addedStaff, .changes]
    }
  }
}

extension RepairBasis {
  /// What the roster in a search state comes to.
  func tally(of state: SearchState) -> RepairTally {
    RepairTally(
      unassigned: state.score.unassigned, newlyUnassigned: newlyUnassigned(in: state),
      newlyAboveTarget: newlyAboveTarget(in: state), newFaces: newFaces(in: state), addedStaff: addedStaff(in: state),
      changes: problem.visitRows.count { isChanged($0, in: state) }, travelMinutes: state.score.travel)
  }

  /// Visits that were served and are left.
  func newlyUnassigned(in state: SearchState) -> Int {
    (0..<state.score.openCount).count { !oldStaff[state.open[$0]].isEmpty }
  }

  /// Distinct staff above target that the old roster did not have.
  func newlyAboveTarget(in state: SearchState) -> Int {
    var sum = 0
    for term in problem.terms { sum += max(0, Int(state.distinct[term] - ceiling[term])) }
    return sum
  }

  /// Pairs of client and staff member who meet for the first time.
  func newFaces(in state: SearchState) -> Int {
    var count = 0
    for client in problem.clientRows {
      for place in state.knownPlaces(client)
      where !isKnown[problem.pair(client: client, staff: state.known[place])] { count += 1 }
    }
    return count
  }

  /// Distinct staff in a period beyond those of the old roster, summed over clients and periods.
  func addedStaff(in state: SearchState) -> Int {
    var sum = 0
    for term in problem.terms { sum += max(0, Int(state.distinct[term] - distinctBefore[term])) }
    return sum
  }

  /// Whether people notice that a visit is changed; every start is held.
  func isChanged(_ visit: VisitRow, in state: SearchState) -> Bool {
    let old = oldStaff[visit]
    guard state.isAssigned(visit), !old.isEmpty else { return state.isAssigned(visit) == old.isEmpty }
    if abs(state.earliestStart[visit] - oldStart[visit]) > tolerance[visit] { return true }
    let row = problem.visits[visit]
    return row.slots.count != old.count || !row.slots.allSatisfy { old.contains(state.staff(of: $0)) }
  }
}
