import HomeCare

/// Changes of visits for people: who served each before, who serves it afterwards, and why.
struct ChangeTable {
  let changes: [RosterChange]
  let language: Language
  /// What people are called beside their ids.
  let names: PersonNames

  var text: String {
    let showsReason = changes.contains { $0.reason != nil }
    let titles = [Phrase.visit, .client, .from, .to, .start] + (showsReason ? [.why] : [])
    var table = TextTable(titles.map { (language($0), .left) })
    for change in changes.sorted(by: Self.byTime) {
      let cells = [
        change.visit.rawValue, names.client(change.client), staff(change.before), staff(change.after),
        language.start(change),
      ]
      table.append(cells + (showsReason ? [change.reason.map { language.name($0, names) } ?? ""] : []))
    }
    return table.text
  }

  private func staff(_ place: RosterChange.Place) -> String {
    place.assignment.map { language.listed($0.staff.map(names.staff)) } ?? language.staff(place)
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
  /// What a list of changes holds beside changes, a line for each kind.
  func besides(_ list: ChangeList) -> [String] {
    var lines: [String] = []
    if !list.slight.isEmpty {
      let visits = list.slight.sorted(by: ChangeTable.byTime).map { "\($0.visit) \(start($0))" }
      lines.append(self(.slightChanges, list.slight.count, listed(visits, "; ")))
    }
    if !list.shiftsAlone.isEmpty { lines.append(self(.shiftsAlone, list.shiftsAlone.count)) }
    return lines
  }

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
  func name(_ reason: RosterChange.Reason, _ names: PersonNames? = nil) -> String {
    name(reason, staff: { names?.staff($0) ?? $0.rawValue }, visit: \.rawValue)
  }

  /// Why a visit changes.
  ///
  /// - Parameters:
  ///   - staff: What staff are called.
  ///   - visit: What visits are called.
  package func name(
    _ reason: RosterChange.Reason, staff: (StaffID) -> String, visit: (VisitID) -> String
  ) -> String {
    switch reason {
    case .absent(let absent): self(.absentStaff, staff(absent))
    case .cancelled: self(.cancelled)
    case .away: self(.clientAway)
    case .added: self(.added)
    case .moved: self(.moved)
    case .lengthened: self(.lengthened)
    case .movedAndLengthened: listed([self(.moved), self(.lengthened)])
    case .displaced: self(.displaced)
    case .makesRoom(let other): self(.makesRoom, visit(other))
    case .uncovered: self(.wasUnassigned)
    case .improvement: self(.helpsTheRest)
    case .handedOver: self(.handedOver)
    }
  }
}
