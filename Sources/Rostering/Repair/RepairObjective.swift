/// The order in which a repair weighs what it comes to, as one whole number: cover before all, then nobody newly above
/// target, then the rest by the option's label. Each step outweighs whatever lies below it in a unit's day.
struct RepairObjective {
  static let unassigned = 1_000_000_000_000
  /// Changes beyond those that an option may make for other reasons than cover.
  static let excess = 10_000_000_000
  static let aboveTarget = 100_000_000

  let newFace: Int
  let sideChange: Int
  let travel: Int

  init(_ label: RepairOption.Label) {
    switch label {
    case .bestContinuity: (newFace, sideChange, travel) = (1_000_000, 10_000, 1)
    case .fewestChanges: (newFace, sideChange, travel) = (10_000, 1_000_000, 1)
    case .leastTravel: (newFace, sideChange, travel) = (10, 1, 1_000)
    }
  }
}
