/// Who works when, and who may serve whom.
extension ChangeMaker {
  /// Finds references to nothing and times in the wrong order in what changes of shifts, staff and exceptions.
  mutating func checkWork(_ changes: Changes) {
    let staff = Set(instance.staff.map(\.id)).union(changes.newStaff.map(\.id))
    let shifts = Dictionary(instance.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<ShiftID> = []
    for (row, takeover) in changes.takenOver.enumerated() {
      if shifts[takeover.shift] == nil { unknown("takenOver", row, "shift", takeover.shift.rawValue) }
      if !staff.contains(takeover.staff) { unknown("takenOver", row, "staff", takeover.staff.rawValue) }
      if !seen.insert(takeover.shift).inserted {
        report("takenOver", row, "shift", "\"\(takeover.shift)\" a second time", "each shift once in a table")
      }
    }
    for (row, hours) in changes.hours.enumerated() {
      guard let shift = shifts[hours.shift] else {
        unknown("hours", row, "shift", hours.shift.rawValue)
        continue
      }
      if hours.start == nil && hours.end == nil {
        report("hours", row, "start", "neither start nor end", "one of them")
      }
      checkOrder("hours", row, hours.start ?? shift.start, hours.end ?? shift.end, ("start", "end"))
    }
    for (row, back) in changes.back.enumerated() {
      if !staff.contains(back.staff) { unknown("back", row, "staff", back.staff.rawValue) }
      checkOrder("back", row, back.from, back.to)
    }
    checkSkills(changes, staff)
    let clients = Set(instance.clients.map(\.id)).union(changes.newClients.map(\.id))
    for (row, change) in changes.contacts.enumerated() {
      if !clients.contains(change.client) { unknown("contacts", row, "client", change.client.rawValue) }
      if let contact = change.contact, !staff.contains(contact) {
        unknown("contacts", row, "contact", contact.rawValue)
      }
    }
    for (row, withdrawal) in changes.withdrawn.enumerated()
    where !instance.exceptions.contains(where: withdrawal.isAbout) {
      report("withdrawn", row, "rule", withdrawal.rule.rawValue, "an exception that the instance has")
    }
  }

  /// Finds skills that somebody is to lose and does not have, and tells of those gained that nobody asks for.
  private mutating func checkSkills(_ changes: Changes, _ staff: Set<StaffID>) {
    let has = Dictionary(
      (instance.staff + changes.newStaff).map { ($0.id, $0.skills) }, uniquingKeysWith: { first, _ in first })
    let asked = Set((instance.visits + changes.added).flatMap(\.skills))
    for (row, change) in changes.skills.enumerated() {
      guard staff.contains(change.staff) else {
        unknown("skills", row, "staff", change.staff.rawValue)
        continue
      }
      let own = has[change.staff] ?? []
      for skill in change.lost where !own.contains(skill) {
        report(
          "skills", row, "lost", "\"\(skill)\", which \(change.staff) does not have",
          own.isEmpty ? "no skill, since there is none to lose" : "one of \(own.joined(separator: ", "))")
      }
      for skill in change.gained where !asked.contains(skill) {
        notes.append("no visit asks for \(skill), which \(change.staff) gains")
      }
    }
  }

  /// Carries out what becomes of staff, clients and shifts before absences are cut out of them.
  mutating func carryOutWork(_ changes: Changes) {
    add(changes.newStaff, from: "newStaff", to: "staff", \.staff) { _, _ in false }
    for change in changes.skills {
      guard let row = draft.staff.firstIndex(where: { $0.id == change.staff }) else { continue }
      draft.staff[row].skills.removeAll(where: change.lost.contains)
      draft.staff[row].skills += change.gained.filter { !draft.staff[row].skills.contains($0) }
      exceptStarted(change)
    }
    for change in changes.contacts {
      guard let row = draft.clients.firstIndex(where: { $0.id == change.client }) else { continue }
      draft.clients[row].contact = change.contact
    }
    for takeover in changes.takenOver {
      guard let row = draft.shifts.firstIndex(where: { $0.id == takeover.shift }) else { continue }
      if draft.shifts[row].staff != takeover.staff { takeOver(draft.shifts[row], atRow: row, by: takeover.staff) }
    }
    for change in changes.hours {
      guard let row = draft.shifts.firstIndex(where: { $0.id == change.shift }) else { continue }
      let old = draft.shifts[row]
      draft.shifts[row].start = change.start ?? old.start
      draft.shifts[row].end = change.end ?? old.end
      fitBreak(ofRow: row, as: old)
    }
    for back in changes.back { takeBack(back) }
    draft.exceptions.removeAll { exception in changes.withdrawn.contains { $0.isAbout(exception) } }
  }

  /// Excepts the visits that somebody had begun before they lost a skill: it held for them. Format 1 has no exceptions.
  private mutating func exceptStarted(_ change: Changes.SkillChange) {
    let known = Set(draft.exceptions.filter { $0.rule == .skills && $0.staff == change.staff }.compactMap(\.visit))
    let begun = draft.visits.filter { visit in
      started.contains(visit.id) && !known.contains(visit.id) && visit.skills.contains(where: change.lost.contains)
        && served[visit.id]?.staff.contains(change.staff) == true
    }
    if draft.format == .one || begun.isEmpty { return }
    draft.exceptions += begun.map {
      RuleException(rule: .skills, reason: "had the skill when it started", visit: $0.id, staff: change.staff)
    }
    notes.append(
      "\(begun.count) \(begun.count == 1 ? "visit" : "visits") of \(change.staff) had started before "
        + "\(change.lost.joined(separator: ", ")) was lost, and \(begun.count == 1 ? "is" : "are") excepted")
  }

  /// Lets somebody else work a shift; what of it has been begun stays with those who began it.
  private mutating func takeOver(_ shift: Shift, atRow row: Int, by staff: StaffID) {
    let end = endOfStarted(in: shift)
    if end >= shift.end { return notes.append("\(shift.id) is worked to its end by \(shift.staff), who has begun it") }
    takenOver[shift.id] = shift.staff
    if end == shift.start {
      draft.shifts[row].staff = staff
      return
    }
    var pieces = [Self.piece(of: shift, from: shift.start, to: end), Self.piece(of: shift, from: end, to: shift.end)]
    pieces[1].id = Self.nextID(after: shift.id, besides: Set(draft.shifts.map(\.id)))
    settleBreak(of: shift, in: &pieces)
    pieces[1].staff = staff
    continued[shift.id] = pieces[1].id
    draft.shifts[row] = pieces[0]
    draft.shifts.append(pieces[1])
  }

  /// Adds what is new behind all that was there.
  mutating func addNew(_ changes: Changes) {
    add(changes.newLocations, from: "newLocations", to: "locations", \.locations) { $0.id == $1.id }
    add(changes.newClients, from: "newClients", to: "clients", \.clients) { $0.id == $1.id }
    add(changes.newShifts, from: "newShifts", to: "shifts", \.shifts) { _, _ in false }
    add(changes.granted, from: "granted", to: "exceptions", \.exceptions) { _, _ in false }
    add(changes.series, from: "series", to: "series", \.series) { $0.id == $1.id }
    add(changes.alternatives, from: "alternatives", to: "alternatives", \.alternatives, isSame: ==)
    add(changes.links, from: "links", to: "links", \.links, isSame: ==)
  }

  /// Gives visits of the instance the times that the changes add them with, as of a client who is home sooner than thought.
  ///
  /// - Returns: The visits added that are settled so, or have started.
  mutating func renew(_ added: [Visit]) -> Set<VisitID> {
    let rows = Dictionary(draft.visits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var renewed: Set<VisitID> = []
    for visit in added {
      guard let row = rows[visit.id], draft.visits[row].client == visit.client else { continue }
      let old = draft.visits[row]
      renewed.insert(visit.id)
      if started.contains(visit.id) { continue }
      draft.visits[row] = visit
      (draft.visits[row].pinned, draft.visits[row].pinnedStart) = (old.pinned, old.pinnedStart)
      draft.alternatives.removeAll { $0.visit == visit.id }
    }
    return renewed
  }

  /// Adds the rows of a table of changes to one of the instance, but for those that it has already.
  private mutating func add<Row>(
    _ rows: [Row], from table: String, to target: String, _ path: WritableKeyPath<InstanceDraft, [Row]>,
    isSame: (Row, Row) -> Bool
  ) {
    let present = draft[keyPath: path]
    let new = rows.indices.filter { row in !present.contains { isSame($0, rows[row]) } }
    newRows[target] = (present.count, table, new)
    draft[keyPath: path] += new.map { rows[$0] }
  }

  /// Lets a staff member work at a time: shifts that touch it grow together, and where there is none a new one is made.
  private mutating func takeBack(_ back: Changes.Return) {
    let rows = draft.shifts.indices.filter {
      draft.shifts[$0].staff == back.staff && draft.shifts[$0].start <= back.to && back.from <= draft.shifts[$0].end
    }.sorted { draft.shifts[$0].start < draft.shifts[$1].start }
    guard let first = rows.first else {
      let ids = Set(draft.shifts.map(\.id))
      var number = 1
      while ids.contains(ShiftID("\(back.staff)-back-\(number)")) { number += 1 }
      let shift = Shift(id: ShiftID("\(back.staff)-back-\(number)"), staff: back.staff, start: back.from, end: back.to)
      draft.shifts.append(shift)
      notes.append(
        "\(back.staff) works \(shift.start) to \(shift.end) in a new shift, \(shift.id), without a break; "
          + "a row of newShifts can have one")
      return
    }
    draft.shifts[first].start = min(back.from, draft.shifts[first].start)
    draft.shifts[first].end = max(back.to, rows.map { draft.shifts[$0].end }.max() ?? back.to)
    draft.shifts[first].breakRule = rows.compactMap { draft.shifts[$0].breakRule }.first
    let whole = draft.shifts[first]
    let gone = Set(rows.dropFirst().map { draft.shifts[$0].id })
    draft.shifts.removeAll { gone.contains($0.id) }
    let rest = whole.breakRule == nil ? ", without a break" : ""
    let others = gone.isEmpty ? "" : ", which takes in \(gone.map(\.rawValue).sorted().joined(separator: ", "))"
    notes.append("\(back.staff) works \(whole.start) to \(whole.end) in \(whole.id)\(others)\(rest)")
  }

  // MARK: Breaks

  /// Narrows the break of a shift with other hours to what is left of its window, and tells so.
  private mutating func fitBreak(ofRow row: Int, as old: Shift) {
    draft.shifts[row].breakRule = Self.breakRule(of: old, within: draft.shifts[row].start..<draft.shifts[row].end)
    tellBreak(of: old, [draft.shifts[row]])
  }

  /// What hours leave of the window of a shift's break; `nil` where nothing is left of it.
  static func breakRule(of shift: Shift, within hours: Range<LocalDateTime>) -> Shift.Break? {
    guard var rule = shift.breakRule else { return nil }
    rule.from = max(rule.from, hours.lowerBound)
    rule.to = min(rule.to, hours.upperBound.advanced(by: -rule.minutes))
    return rule.from <= rule.to ? rule : nil
  }

  /// Leaves the break to the piece of a shift in which most of its window is left, and tells what becomes of it.
  mutating func settleBreak(of shift: Shift, in pieces: inout [Shift]) {
    guard shift.breakRule != nil else { return }
    func width(_ piece: Shift) -> Int { piece.breakRule.map { $0.to.minutes(since: $0.from) } ?? -1 }
    let widest = pieces.indices.max { (width(pieces[$0]), -$0) < (width(pieces[$1]), -$1) }
    for index in pieces.indices where index != widest { pieces[index].breakRule = nil }
    tellBreak(of: shift, pieces)
  }

  private mutating func tellBreak(of old: Shift, _ pieces: [Shift]) {
    guard let before = old.breakRule, !pieces.isEmpty else { return }
    guard let piece = pieces.first(where: { $0.breakRule != nil }), let after = piece.breakRule else {
      notes.append(
        "\(old.staff) has no break left in \(pieces.map(\.id.rawValue).joined(separator: ", ")): "
          + "nothing is left of its time, \(before.from) to \(before.to)")
      return
    }
    if after != before {
      notes.append(
        "the break of \(old.staff) in \(piece.id) begins between \(after.from.clock) and \(after.to.clock) now")
    }
  }
}

extension RuleException {
  /// Whether an exception is of the same rule and of everything that this one names.
  fileprivate func isAbout(_ other: RuleException) -> Bool {
    func agrees<Value: Equatable>(_ path: KeyPath<RuleException, Value?>) -> Bool {
      self[keyPath: path] == nil || self[keyPath: path] == other[keyPath: path]
    }
    return rule == other.rule && agrees(\.visit) && agrees(\.second) && agrees(\.staff) && agrees(\.shift)
  }
}
