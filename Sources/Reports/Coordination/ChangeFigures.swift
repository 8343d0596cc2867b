import HomeCare

/// A change of one visit for JSON.
struct ChangeFigures: Encodable {
  /// What a roster does with the visit.
  struct Place: Encodable {
    let state: String
    let start: String?
    let staff, shifts: [String]?

    init(_ place: RosterChange.Place) {
      state =
        switch place {
        case .served: "served"
        case .unassigned: "unassigned"
        case .absent: "absent"
        }
      start = place.assignment?.start.description
      staff = place.assignment?.staff.map(\.rawValue)
      shifts = place.assignment?.shifts.map(\.rawValue)
    }
  }

  let visit, client: String
  let from, to: Place
  let reason: String?

  init(_ change: RosterChange) {
    visit = change.visit.rawValue
    client = change.client.rawValue
    from = Place(change.before)
    to = Place(change.after)
    reason = change.reason.map { Language.english.name($0) }
  }
}
