import HomeCare

/// Changes of visits for people: who served each before, who serves it afterwards, and why.
struct ChangeTable {
  let changes: [RosterChange]
  let language: Language

  var text: String {
    let showsReason = changes.contains { $0.reason != nil }
    let titles = [Phrase.visit, .client, .from, .to, .start] + (showsReason ? [.why] : [])
    var table = TextTable(titles.map { (language($0), .left) })
    for change in changes.sorted(by: Self.byTime) {
      let cells = [
        change.visit.rawValue, change.client.rawValue, language.staff(change.before), language.staff(change.after),
        language.start(change),
      ]
      table.append(cells + (showsReason ? [change.reason.map { language.name($0) } ?? ""] : []))
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
}

extension Language {
  /// Who serves a visit.
  func staff(_ place: RosterChange.Place) -> String {
    switch place {
    case .served(let assignment): listed(assignment.staff)
    case .unassigned: self(.unassigned)
    case .absent: Decimal.undefined
    }
  }

  /// The start, and what it was where it has changed.
  func start(_ change: RosterChange) -> String {
    let (old, new) = (change.before.assignment?.start, change.after.assignment?.start)
    guard let shown = new ?? old else { return "" }
    let text = "\(shown.date) \(shown.clock)"
    guard let old, let new, old != new else { return text }
    return text + " (\(self(.was)) \(old.date == new.date ? old.clock : "\(old.date) \(old.clock)"))"
  }

  /// Why a visit changes.
  func name(_ reason: RosterChange.Reason) -> String {
    switch reason {
    case .absent(let staff): self(.absentStaff, staff)
    case .cancelled: self(.cancelled)
    case .away: self(.clientAway)
    case .added: self(.added)
    case .moved: self(.moved)
    case .lengthened: self(.lengthened)
    case .makesRoom(let visit): self(.makesRoom, visit)
    case .uncovered: self(.wasUnassigned)
    case .improvement: self(.helpsTheRest)
    case .handedOver: self(.handedOver)
    }
  }
}
