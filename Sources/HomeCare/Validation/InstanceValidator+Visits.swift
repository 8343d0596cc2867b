/// Checks of visits, and of who could serve them.
extension InstanceValidator {
  mutating func checkVisits() {
    visitIsSound = Array(repeating: false, count: draft.visits.count)
    if draft.visits.isEmpty {
      warn(
        Row(table: .visits, index: 0), "id", found: "no visits",
        expected: "at least one visit; without visits there is nothing to plan")
    }
    // Made once, after the checks of the tables it reads.
    var servers = Servers(self)
    for (index, visit) in draft.visits.enumerated() {
      let row = Row(table: .visits, index: index, id: visit.id.rawValue)
      checkID(visit.id, firstRows: visitRows, row)
      let client = resolve(visit.client, in: .clients, clientRows, row, "client")
      let windowIsSound = checkWindow(visit.window, row)
      if windowIsSound { checkOverlaps(ofVisit: index) }
      let minutesAreSound = check(visit.minutes, in: InputLimits.visitMinutes, row, "minutes")
      let staffIsSound = check(visit.staff, in: InputLimits.visitStaff, row, "staff")
      check(visit.priority, in: InputLimits.priority, row, "priority")
      let skillsAreSound = checkSkills(visit.skills, row)
      checkSeries(of: visit, row)
      let startIsSound = checkPinnedStart(of: visit, windowIsSound: windowIsSound, row)
      let pins = checkPins(of: visit, staffIsSound: staffIsSound, row)
      visitIsSound[index] = windowIsSound && staffIsSound
      guard let client, windowIsSound, minutesAreSound, staffIsSound, skillsAreSound, startIsSound, let pins
      else { continue }
      checkServers(of: visit, client: client, pins: pins, &servers, row)
    }
  }

  /// A visit lies in the horizon where every start it may have does; it may end after the last midnight.
  mutating func checkWindow(_ window: VisitWindow, _ row: Row) -> Bool {
    let earliestIsSound = check(window.earliest, row, "earliest")
    let latestIsSound = check(window.latest, row, "latest")
    guard earliestIsSound && latestIsSound else { return false }
    var isSound = true
    if window.earliest > window.latest {
      isSound = false
      report(row, "latest", found: "\(window.latest)", expected: "a time at or after earliest, \(window.earliest)")
    }
    guard horizonIsSound else { return false }
    let (first, end) = (draft.horizon.firstMinute, draft.horizon.end)
    if window.earliest < first || window.earliest >= end {
      isSound = false
      report(
        row, "earliest", found: "\(window.earliest)",
        expected: "a start in the horizon, from \(first) to before \(end); correct the date or remove the"
          + (row.table == .visits ? " visit" : " window"))
    } else if window.latest >= end {
      isSound = false
      report(
        row, "latest", found: "\(window.latest)",
        expected: "a start in the horizon, from \(first) to before \(end); correct the date or end the window sooner")
    }
    return isSound
  }

  /// The sound windows of a visit as exceptions widen them, its own first.
  func allowedWindows(ofVisit visit: Int) -> [VisitWindow] {
    allowances.widened(soundWindows(ofVisit: visit), of: visit)
  }

  private mutating func checkPinnedStart(of visit: Visit, windowIsSound: Bool, _ row: Row) -> Bool {
    guard let start = visit.pinnedStart else { return true }
    guard check(start, row, "pinnedStart"), windowIsSound else { return false }
    let windows = allowedWindows(ofVisit: row.index)
    if windows.contains(where: { $0.contains(start) }) { return true }
    let stretches = windows.map { "\($0.earliest) to \($0.latest)" }
    report(
      row, "pinnedStart", found: "\(start)",
      expected: "a start in the visit's window, \(stretches.joined(separator: ", or "))")
    return false
  }

  /// The rows of the pinned staff; `nil` where the pins are unsound.
  private mutating func checkPins(of visit: Visit, staffIsSound: Bool, _ row: Row) -> [Int]? {
    guard !visit.pinned.isEmpty else { return readable(row, "pinned") ? [] : nil }
    checkDuplicates(visit.pinned, row, "pinned")
    var rows: [Int] = []
    var isSound = readable(row, "pinned")
    for member in visit.pinned {
      if let index = resolve(member, in: .staff, staffRows, row, "pinned") {
        if !rows.contains(index) { rows.append(index) }
      } else {
        isSound = false
      }
    }
    if staffIsSound && rows.count > visit.staff {
      report(
        row, "pinned", found: "\(rows.count) pinned staff for a visit of \(visit.staff)",
        expected: "no more pins than the visit's staff; raise staff or remove a pin")
      isSound = false
    }
    return isSound ? rows : nil
  }

  /// Refuses pins to staff who cannot serve, and doubts a visit that nobody can.
  private mutating func checkServers(
    of visit: Visit, client: Int, pins: [Int], _ servers: inout Servers, _ row: Row
  ) {
    var pinsCanServe = true
    for member in pins {
      guard let obstacle = servers.obstacle(for: member, visit: row.index, client: client) else { continue }
      pinsCanServe = false
      report(
        row, "pinned", found: "\(quoted(draft.staff[member].id.rawValue)), \(obstacle)",
        expected: "staff who can serve the visit; remove the pin or mend what keeps them from it")
    }
    guard pinsCanServe, !draft.shifts.isEmpty, servers.canJudgeAll, !hasErrors(.alternatives),
      !servers.canServe(row.index, client: client, pins: pins)
    else { return }
    let eligible = servers.eligible(for: row.index, client: client)
    if eligible.count < visit.staff {
      let names =
        eligible.isEmpty ? "none" : eligible.map { quoted(draft.staff[$0].id.rawValue) }.joined(separator: ", ")
      warn(
        row, "staff", found: "\(visit.staff) needed, \(eligible.count) with the skills and not blocked (\(names))",
        expected: "as many staff as the visit needs; until then it is left unassigned")
    } else {
      let windows =
        visit.pinnedStart.map { [VisitWindow(earliest: $0, latest: $0)] } ?? allowedWindows(ofVisit: row.index)
      let stretches = windows.map { "\($0.earliest) to \($0.latest)" }
      warn(
        row, "earliest",
        found: "\(stretches.joined(separator: ", or ")) for \(visit.minutes) minutes,"
          + " which no \(visit.staff == 1 ? "shift" : "\(visit.staff) shifts") of eligible staff can hold",
        expected:
          "a window and length that fit shifts, travel from and to base included; until then it is left unassigned")
    }
  }
}
