/// The order in which a repair weighs what it comes to, as one whole number: cover before all, then that who was served is
/// not left for whoever was not, then nobody newly above target, then the rest by the option's label. Each step mostly outweighs what lies below it in a unit's day; what is
/// handed out is judged by the order itself, see `RepairTally`.
struct RepairObjective {
  /// A visit that was served and is left.
  static let newlyUnassigned = 100_000_000_000
  /// Changes beyond those that an option may make for other reasons than cover.
  static let excess = 10_000_000_000

  /// What the parts of the score cost in this order. Faces count where they are newly above target, new faces where
  /// neither the old roster nor history knows them, and distinct staff where they are more than before; pool shifts, their minutes, unsteady
  /// minutes and imbalance count in minutes of travel.
  let costs: CostModel
  /// A visit changed that the changes do not touch.
  let sideChange: Int

  init(_ label: RepairOption.Label, _ model: CostModel) {
    var costs = model
    var sideChange = 0
    // Minutes of travel come by the thousand.
    let weights = label.aims.last == .travel ? [1_000_000, 100_000, 10_000, 1] : [1_000, 100, 10, 1]
    for (aim, weight) in zip(label.aims, weights) {
      switch aim {
      case .newFaces: costs.newFace = weight
      case .addedStaff: costs.distinct = weight
      case .changes: sideChange = weight
      case .travel: costs.travel = weight
      }
    }
    self.sideChange = sideChange
    costs.unassigned = 1_000_000_000_000
    costs.overTarget = 100_000_000
    costs.poolShift *= costs.travel
    costs.poolMinute *= costs.travel
    costs.unsteady *= costs.travel
    costs.imbalance *= costs.travel
    self.costs = costs
  }
}
