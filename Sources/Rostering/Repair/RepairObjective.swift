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
    var sideChange = 0
    // Minutes of travel come by the thousand.
    let weights = label.aims.last == .travel ? [1_000_000, 10_000, 1] : [1_000, 10, 1]
    for (aim, weight) in zip(label.aims, weights) {
      switch aim {
      case .newFaces: costs.newFace = weight
      case .changes: sideChange = weight
      case .travel: costs.travel = weight
      }
    }
    self.sideChange = sideChange
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

extension RepairOption.Label {
  /// What options differ in.
  enum Aim {
    case newFaces, changes, travel
  }

  /// What comes after cover and nobody newly above target, first things first.
  var aims: [Aim] {
    switch self {
    case .bestContinuity: [.newFaces, .changes, .travel]
    case .fewestChanges: [.changes, .newFaces, .travel]
    case .leastTravel: [.travel, .newFaces, .changes]
    }
  }

  /// Whether one option is better than another by this label's order.
  func prefers(_ option: RepairOption, to other: RepairOption) -> Bool {
    rank(option).lexicographicallyPrecedes(rank(other))
  }

  private func rank(_ option: RepairOption) -> [Int] {
    let figures = option.figures
    return [option.roster.score[.unassigned], figures.newlyAboveTarget]
      + aims.map { aim in
        switch aim {
        case .newFaces: figures.newFaces
        case .changes: figures.changedVisits
        case .travel: figures.travelMinutes
        }
      }
  }
}
