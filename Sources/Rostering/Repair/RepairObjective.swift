/// The order in which a repair weighs what it comes to, as one whole number: cover before all, then nobody newly above
/// target, then the rest by the option's label. Each step outweighs whatever lies below it in a unit's day.
struct RepairObjective {
  /// Changes beyond those that an option may make for other reasons than cover.
  static let excess = 10_000_000_000

  /// What the parts of the score cost in this order. Faces count where they are newly above target, new faces where
  /// neither the old roster nor history knows them; pool shifts, their minutes, unsteady
  /// minutes and imbalance count in minutes of travel.
  let costs: CostModel
  /// A visit changed that the changes do not touch.
  let sideChange: Int

  init(_ label: RepairOption.Label, _ model: CostModel) {
    var costs = model
    switch label {
    case .bestContinuity: (costs.newFace, sideChange, costs.travel) = (1_000_000, 10_000, 1)
    case .fewestChanges: (costs.newFace, sideChange, costs.travel) = (10_000, 1_000_000, 1)
    case .leastTravel: (costs.newFace, sideChange, costs.travel) = (10, 1, 1_000)
    }
    costs.unassigned = 1_000_000_000_000
    costs.distinct = 0
    costs.overTarget = 100_000_000
    costs.poolShift *= costs.travel
    costs.poolMinute *= costs.travel
    costs.unsteady *= costs.travel
    costs.imbalance *= costs.travel
    self.costs = costs
  }
}
