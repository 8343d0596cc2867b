extension Roster {
  /// The roster with every visit in the shifts of a changed instance in which its staff serve then; what stands in a shift
  /// that somebody else works now, and has not started, stands in what they work of it.
  package func settled(after changed: ChangedInstance) -> Roster {
    let worked = WorkedShifts(changed.instance)
    var roster = self
    roster.assignments = assignments.map { assignment in
      if assignment.shifts.allSatisfy({ changed.takenOver[$0] == nil }) { return worked.settled(assignment) }
      if changed.started.contains(assignment.visit) { return assignment }
      var assignment = assignment
      assignment.shifts = assignment.shifts.map { changed.continued[$0] ?? $0 }
      return assignment
    }
    return roster
  }
}
