import HomeCare

/// The weights by name, for the planner.
extension Weights {
  var unassigned: Int { self[.unassigned] }
  var distinct: Int { self[.distinct] }
  var overTarget: Int { self[.overTarget] }
  var newFace: Int { self[.newFace] }
  var notContact: Int { self[.notContact] }
  var notPreferred: Int { self[.notPreferred] }
  var travel: Int { self[.travel] }
  var poolShift: Int { self[.poolShifts] }
  var imbalance: Int { self[.imbalance] }
}
