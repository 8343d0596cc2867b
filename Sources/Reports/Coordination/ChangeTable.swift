import HomeCare

/// Changes of visits for people: who served each before, who serves it afterwards, and why.
struct ChangeTable {
  let changes: [RosterChange]

  var text: String {
    let showsReason = changes.contains { $0.reason != nil }
    var table = TextTable(
      [("visit", .left), ("client", .left), ("from", .left), ("to", .left), ("start", .left)]
        + (showsReason ? [("why", .left)] : []))
    for change in changes.sorted(by: Self.byTime) {
      var cells = [change.visit.rawValue, change.client.rawValue, Self.staff(change.before), Self.staff(change.after)]
      cells.append(Self.start(change))
      if showsReason { cells.append(change.reason.map(\.description) ?? "") }
      table.append(cells)
    }
    return table.text
  }

  /// Changes by the time they take effect.
  static func byTime(_ left: RosterChange, _ right: RosterChange) -> Bool {
    guard let first = start(of: left), let second = start(of: right) else {
      return (start(of: left) == nil ? 1 : 0, left.visit) < (start(of: right) == nil ? 1 : 0, right.visit)
    }
    return (first, left.visit) < (second, right.visit)
  }

  private static func start(of change: RosterChange) -> LocalDateTime? {
    change.after.assignment?.start ?? change.before.assignment?.start
  }

  static func staff(_ place: RosterChange.Place) -> String {
    switch place {
    case .served(let assignment): assignment.staff.map(\.rawValue).joined(separator: ", ")
    case .unassigned: "unassigned"
    case .absent: "–"
    }
  }

  /// The start, and what it was where it has changed.
  static func start(_ change: RosterChange, was: String = "was") -> String {
    let (old, new) = (change.before.assignment?.start, change.after.assignment?.start)
    guard let shown = new ?? old else { return "" }
    let text = "\(shown.date) \(shown.clock)"
    guard let old, let new, old != new else { return text }
    return text + " (\(was) \(old.date == new.date ? old.clock : "\(old.date) \(old.clock)"))"
  }
}
