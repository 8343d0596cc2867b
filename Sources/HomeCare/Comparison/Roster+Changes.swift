extension Roster {
  /// The roster with a list of changes carried out; its score and solve summary are those of the new roster only once
  /// set anew.
  ///
  /// - Parameter order: The visits in the order in which the new roster lists them, such as the instance's.
  public func applying(_ changes: [RosterChange], order: [VisitID]) -> Roster {
    var places = places
    for change in changes { places[change.visit] = change.after }
    var result = self
    result.assignments = order.compactMap { places[$0]?.assignment }
    result.unassigned = order.filter { places[$0] == .unassigned }
    result.solve = nil
    return result
  }

  /// What a roster does with each visit, by visit.
  public var places: [VisitID: RosterChange.Place] {
    var places: [VisitID: RosterChange.Place] = [:]
    for assignment in assignments { places[assignment.visit] = .served(assignment) }
    for visit in unassigned { places[visit] = .unassigned }
    return places
  }

  /// The changes that lead from this roster to another, in the order of the visits given.
  ///
  /// The order in which the staff of one visit are listed is no change.
  public func changes(to other: Roster, visits: [(id: VisitID, client: ClientID)]) -> [RosterChange] {
    let (old, new) = (places, other.places)
    return visits.compactMap { visit, client in
      let (before, after) = (old[visit] ?? .absent, new[visit] ?? .absent)
      if before.isSame(as: after) { return nil }
      return RosterChange(visit: visit, client: client, before: before, after: after)
    }
  }
}

extension RosterChange.Place {
  /// Whether the two are the same but for the order in which the staff of the visit are listed.
  public func isSame(as other: RosterChange.Place) -> Bool {
    guard let left = assignment, let right = other.assignment else { return self == other }
    return Self.canonical(left) == Self.canonical(right)
  }

  /// An assignment with its staff in the order of their ids.
  private static func canonical(_ assignment: Roster.Assignment) -> Roster.Assignment {
    let pairs = zip(assignment.staff, assignment.shifts).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var result = assignment
    result.staff = pairs.map(\.0)
    result.shifts = pairs.map(\.1)
    return result
  }
}
