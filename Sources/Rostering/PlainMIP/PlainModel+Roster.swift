import HomeCare

extension PlainModel {
  /// The roster that a solution stands for; starts are whole but for rounding.
  func roster(at values: [Double]) -> Roster {
    let instance = problem.instance
    let origin = instance.horizon.firstMinute
    var roster = Roster(instance: instance.name, assignments: [], unassigned: [], score: Score())
    for visit in 0..<problem.visitCount {
      let id = instance.visits[visit].id
      guard values[assigned[visit]] > 0.5 else {
        roster.unassigned.append(id)
        continue
      }
      let shifts = services[visit].filter { values[$0.variable] > 0.5 }.map { instance.shifts[$0.shift] }
      roster.assignments.append(
        Roster.Assignment(
          visit: id, start: origin.advanced(by: Int(values[start[visit]].rounded())), staff: shifts.map(\.staff),
          shifts: shifts.map(\.id)))
    }
    return roster
  }
}
