import HomeCare

/// The table of a file of what leads from one roster to another.
enum ChangeListTables {
  /// The format of every such file.
  static let format = "samma-roster-changes/1"

  /// The keys of the outermost object, in the order of the files.
  static let keys = ["format", "instance", "changes"]

  static let changes = TableLayout(
    name: "changes", meaning: "Every visit with which the two rosters deal otherwise, each once", blank: ChangeRow(),
    columns: [
      .reference("visit", \.visit, to: "visits", "The visit"),
      .reference("client", \.client, to: "clients", "Who is visited"),
      .choice("from", \.before.state, "What the first roster does with it"),
      .time("fromStart", \.before.start, "Where served: when it started"),
      .references("fromStaff", \.before.staff, to: "staff", "Where served: by whom"),
      .references("fromShifts", \.before.shifts, to: "shifts", "The shift of each, in the order of fromStaff"),
      .choice("to", \.after.state, "What the second roster does with it"),
      .time("toStart", \.after.start, "Where served: when it starts"),
      .references("toStaff", \.after.staff, to: "staff", "Where served: by whom"),
      .references("toShifts", \.after.shifts, to: "shifts", "The shift of each, in the order of toStaff"),
      .choice("why", \.why, default: .unsaid, "Why"),
      .text("whose", \.whose, "Of absent the staff member, of makesRoom the visit"),
      .whole(
        "tolerance", \.tolerance, in: 0...LocalDateTime.minutesPerDay, default: Series.defaultTolerance,
        "Minutes by which the start may differ without being a change"),
    ])
}

/// What becomes of one visit, as the row of a table.
struct ChangeRow: Hashable, Sendable {
  /// What a roster does with the visit.
  enum State: String, CaseIterable {
    case served, unassigned, absent
  }

  /// Why, without whose.
  enum Why: String, CaseIterable {
    case unsaid, absent, cancelled, away, added, moved, lengthened, movedAndLengthened, displaced, makesRoom
    case uncovered, improvement, handedOver
  }

  /// A place in a roster.
  struct Place: Hashable {
    var state = State.absent
    var start: LocalDateTime?
    var staff: [StaffID] = []
    var shifts: [ShiftID] = []
  }

  var visit: VisitID = ""
  var client: ClientID = ""
  var before = Place()
  var after = Place()
  var why = Why.unsaid
  var whose: String?
  var tolerance = Series.defaultTolerance

  /// A row without any value.
  init() {}

  /// The row of a change.
  init(_ change: RosterChange) {
    (visit, client, tolerance) = (change.visit, change.client, change.tolerance)
    (before, after) = (Place(change.before), Place(change.after))
    switch change.reason {
    case nil: why = .unsaid
    case .absent(let staff): (why, whose) = (.absent, staff.rawValue)
    case .cancelled: why = .cancelled
    case .away: why = .away
    case .added: why = .added
    case .moved: why = .moved
    case .lengthened: why = .lengthened
    case .movedAndLengthened: why = .movedAndLengthened
    case .displaced: why = .displaced
    case .makesRoom(let visit): (why, whose) = (.makesRoom, visit.rawValue)
    case .uncovered: why = .uncovered
    case .improvement: why = .improvement
    case .handedOver: why = .handedOver
    }
  }

  /// The change of the row.
  var change: RosterChange {
    RosterChange(
      visit: visit, client: client, before: before.place(of: visit), after: after.place(of: visit), reason: reason,
      tolerance: tolerance)
  }

  private var reason: RosterChange.Reason? {
    switch why {
    case .unsaid: nil
    case .absent: .absent(StaffID(whose ?? ""))
    case .cancelled: .cancelled
    case .away: .away
    case .added: .added
    case .moved: .moved
    case .lengthened: .lengthened
    case .movedAndLengthened: .movedAndLengthened
    case .displaced: .displaced
    case .makesRoom: .makesRoom(VisitID(whose ?? ""))
    case .uncovered: .uncovered
    case .improvement: .improvement
    case .handedOver: .handedOver
    }
  }

  /// What is wrong with the columns taken together.
  var misfits: [(column: String, found: String, expected: String)] {
    var misfits = Self.misfits(of: before, "from") + Self.misfits(of: after, "to")
    if (why == .absent || why == .makesRoom) && whose == nil { misfits.append(("whose", "nothing", "whose it is")) }
    return misfits
  }

  private static func misfits(
    of place: Place, _ name: String
  ) -> [(column: String, found: String, expected: String)] {
    if place.state != .served {
      return place.start == nil && place.staff.isEmpty && place.shifts.isEmpty
        ? [] : [(name, place.state.rawValue, "served, or none of \(name)Start, \(name)Staff and \(name)Shifts")]
    }
    if place.start == nil || place.staff.isEmpty {
      return [(name, "served without a start or staff", "\(name)Start and \(name)Staff")]
    }
    if place.staff.count != place.shifts.count {
      return [("\(name)Shifts", "\(place.shifts.count) shifts", "one for each of the \(place.staff.count) staff")]
    }
    return []
  }
}

extension ChangeRow.Place {
  init(_ place: RosterChange.Place) {
    switch place {
    case .served(let assignment):
      state = .served
      (start, staff, shifts) = (assignment.start, assignment.staff, assignment.shifts)
    case .unassigned: state = .unassigned
    case .absent: state = .absent
    }
  }

  func place(of visit: VisitID) -> RosterChange.Place {
    switch (state, start) {
    case (.served, .some(let start)):
      .served(Roster.Assignment(visit: visit, start: start, staff: staff, shifts: shifts))
    case (.unassigned, _): .unassigned
    default: .absent
    }
  }
}
