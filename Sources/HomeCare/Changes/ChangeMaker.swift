/// Carries changes out on the tables of an instance.
struct ChangeMaker {
  let instance: Instance
  private let now: LocalDateTime?
  /// What the roster does with each visit.
  let served: [VisitID: Roster.Assignment]
  var draft: InstanceDraft
  let started: Set<VisitID>
  private(set) var problems: [InstanceProblem] = []
  private(set) var causes: [VisitID: RosterChange.Reason] = [:]
  var notes: [String] = []
  /// Who worked a shift that somebody else works now.
  var takenOver: [ShiftID: StaffID] = [:]
  /// The shifts in which somebody else goes on with what others had begun, by the shifts begun.
  var continued: [ShiftID: ShiftID] = [:]
  /// Where the new rows of a table of the instance begin, and the rows of the table of changes that they are.
  var newRows: [String: (first: Int, table: String, rows: [Int])] = [:]

  /// - Parameter new: Visits of the instance that the roster does not know.
  init(_ instance: Instance, _ roster: Roster, new: [VisitID], now: LocalDateTime?) {
    self.instance = instance
    causes = new.reduce(into: [:]) { $0[$1] = .added }
    self.now = now
    draft = instance.tables
    served = Dictionary(roster.assignments.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    started = Set(roster.assignments.filter { assignment in now.map { assignment.start < $0 } ?? false }.map(\.visit))
  }

  // MARK: Checks

  /// Finds references to nothing, times in the wrong order, visits named twice and changes of visits that have started.
  mutating func check(_ changes: Changes) {
    let staff = Set(instance.staff.map(\.id))
    let clients = Set(instance.clients.map(\.id)).union(changes.newClients.map(\.id))
    for (row, absence) in changes.absences.enumerated() {
      if !staff.contains(absence.staff) { unknown("absences", row, "staff", absence.staff.rawValue) }
      checkOrder("absences", row, absence.from, absence.to)
    }
    for (row, away) in changes.away.enumerated() {
      if !clients.contains(away.client) { unknown("away", row, "client", away.client.rawValue) }
      checkOrder("away", row, away.from, away.to)
    }
    checkVisits("cancelled", changes.cancelled.map(\.visit), mayHaveStarted: false)
    checkVisits("moved", changes.moved.map(\.visit), mayHaveStarted: false)
    checkVisits("lengthened", changes.lengthened.map(\.visit), mayHaveStarted: true)
    checkWork(changes)
    let cancelled = Set(changes.cancelled.map(\.visit))
    for (table, visits) in [("moved", changes.moved.map(\.visit)), ("lengthened", changes.lengthened.map(\.visit))] {
      for (row, visit) in visits.enumerated() where cancelled.contains(visit) {
        report(table, row, "visit", "\"\(visit)\", which is cancelled too", "a visit that is not cancelled")
      }
    }
  }

  mutating func report(_ table: String, _ row: Int, _ column: String, _ found: String, _ expected: String) {
    problems.append(
      InstanceProblem(cell: Cell(table: table, row: row, column: column), found: found, expected: expected))
  }

  mutating func unknown(_ table: String, _ row: Int, _ column: String, _ id: String) {
    report(
      table, row, column, "\"\(id)\"", "the id of a row of the instance's \(Self.table(of: column))")
  }

  private static func table(of column: String) -> String {
    ["staff", "contact"].contains(column) ? "staff" : column + "s"
  }

  mutating func checkOrder(
    _ table: String, _ row: Int, _ from: LocalDateTime, _ to: LocalDateTime,
    _ columns: (String, String) = ("from", "to")
  ) {
    if from >= to { report(table, row, columns.1, "\(to)", "a time after \(columns.0), \(from)") }
  }

  private mutating func checkVisits(_ table: String, _ visits: [VisitID], mayHaveStarted: Bool) {
    let known = Set(instance.visits.map(\.id))
    var seen: Set<VisitID> = []
    for (row, visit) in visits.enumerated() {
      if !known.contains(visit) { unknown(table, row, "visit", visit.rawValue) }
      if !seen.insert(visit).inserted {
        report(table, row, "visit", "\"\(visit)\" a second time", "each visit once in a table")
      }
      if !mayHaveStarted && started.contains(visit) {
        report(table, row, "visit", "\"\(visit)\", which has started", "a visit that has not started")
      }
    }
  }

  // MARK: Carrying out

  mutating func carryOut(_ changes: Changes) {
    carryOutWork(changes)
    var gone = Set(changes.cancelled.map(\.visit))
    for visit in gone { causes[visit] = .cancelled }
    let moves = Dictionary(changes.moved.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let lengths = Dictionary(changes.lengthened.map { ($0.visit, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    for row in draft.visits.indices {
      let id = draft.visits[row].id
      if let move = moves[id] {
        (draft.visits[row].earliest, draft.visits[row].latest) = (move.earliest, move.latest)
        draft.alternatives.removeAll { $0.visit == id }
        causes[id] = .moved
      }
      if let minutes = lengths[id], minutes != draft.visits[row].minutes {
        draft.visits[row].minutes = minutes
        causes[id] = moves[id] == nil ? .lengthened : .movedAndLengthened
      }
      if gone.contains(id) || started.contains(id) { continue }
      for away in changes.away where away.client == draft.visits[row].client {
        guard takeOut(away, ofVisit: row) else {
          gone.insert(id)
          causes[id] = .away
          break
        }
      }
    }
    let rows = newVisits(of: changes, besides: gone)
    let added = rows.map { changes.added[$0] }
    for visit in added { causes[visit.id] = .added }
    draft.visits = draft.visits.filter { !gone.contains($0.id) } + added
    draft.links.removeAll { gone.contains($0.first) || gone.contains($0.second) }
    draft.alternatives.removeAll { gone.contains($0.visit) }
    addedRows = draft.visits.count - added.count
    newRows["visits"] = (addedRows, "added", rows)
    for absence in changes.absences { takeOut(absence) }
    dropExceptions(of: gone)
    addNew(changes)
    liftPins(changes)
  }

  /// The rows of added visits that are new. Those that the instance has already, as of a client whose visits were only in part
  /// away, are given the times with which they are added.
  private mutating func newVisits(of changes: Changes, besides gone: Set<VisitID>) -> [Int] {
    let (present, windows) = (Set(draft.visits), Set(draft.alternatives))
    let withOtherWindows = Set(changes.alternatives.filter { !windows.contains($0) }.map(\.visit))
    let renewed = renew(
      changes.added.filter { visit in
        !gone.contains(visit.id) && (!present.contains(visit) || withOtherWindows.contains(visit.id))
      })
    for visit in renewed where !started.contains(visit) && causes[visit] == nil { causes[visit] = .moved }
    let new = changes.added.indices.filter { row in
      let visit = changes.added[row]
      return !renewed.contains(visit.id) && (!present.contains(visit) || gone.contains(visit.id))
    }
    let times = renewed.count { !started.contains($0) }
    let asTheyAre = changes.added.count - new.count - times
    if times > 0 { notes.append("\(times) of the visits added are in the instance already, and have these times now") }
    if asTheyAre > 0 { notes.append("\(asTheyAre) of the visits added are in the instance as they stand already") }
    return new
  }

  /// Cuts a client's time away out of the windows of a visit; `false` where nothing is left of them.
  ///
  /// Where the visit's own window is gone, the first that is left takes its place.
  private mutating func takeOut(_ away: Changes.Away, ofVisit row: Int) -> Bool {
    let visit = draft.visits[row]
    let rows = draft.alternatives.indices.filter { draft.alternatives[$0].visit == visit.id }
    let windows = [visit.window] + rows.map { draft.alternatives[$0].window }
    let left = windows.compactMap { Self.window($0, of: visit.minutes, outside: away.from..<away.to) }
    guard let own = left.first else { return false }
    if left == windows { return true }
    causes[visit.id] = .away
    (draft.visits[row].earliest, draft.visits[row].latest) = (own.earliest, own.latest)
    let others = left.dropFirst().map {
      AlternativeWindow(visit: visit.id, earliest: $0.earliest, latest: $0.latest)
    }
    draft.alternatives.removeAll { $0.visit == visit.id }
    draft.alternatives.insert(contentsOf: others, at: min(rows.first ?? 0, draft.alternatives.count))
    return true
  }

  /// Drops exceptions of visits and shifts that are no more, and overtime of shifts whose hours are others.
  private mutating func dropExceptions(of gone: Set<VisitID>) {
    let shifts = Dictionary(draft.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let before = Dictionary(instance.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    draft.exceptions.removeAll { exception in
      if exception.visit.map(gone.contains) ?? false || exception.second.map(gone.contains) ?? false { return true }
      guard let id = exception.shift else { return false }
      guard let shift = shifts[id] else { return true }
      let isCut = before[id].map { $0.start != shift.start || $0.end != shift.end } ?? false
      if exception.rule != .shift || !isCut { return false }
      notes.append("\(id) no longer has the overtime that was excepted, since its hours are others")
      return true
    }
  }

  /// The row of the first added visit.
  private var addedRows = 0

  /// The longest run of a window's starts at which a visit does not meet a stretch of time; `nil` where there is none.
  private static func window(
    _ window: VisitWindow, of minutes: Int, outside time: Range<LocalDateTime>
  ) -> VisitWindow? {
    let lastBefore = min(window.latest, time.lowerBound.advanced(by: -minutes))
    let firstAfter = max(window.earliest, time.upperBound)
    let before = window.earliest <= lastBefore ? VisitWindow(earliest: window.earliest, latest: lastBefore) : nil
    let after = firstAfter <= window.latest ? VisitWindow(earliest: firstAfter, latest: window.latest) : nil
    guard let before, let after else { return before ?? after }
    let isLonger = after.latest.minutes(since: after.earliest) > before.latest.minutes(since: before.earliest)
    return isLonger ? after : before
  }

  /// Cuts an absence out of the staff member's shifts.
  private mutating func takeOut(_ absence: Changes.Absence) {
    var shifts: [Shift] = []
    var ids = Set(draft.shifts.map(\.id))
    for shift in draft.shifts {
      guard shift.staff == absence.staff, shift.start < absence.to, absence.from < shift.end else {
        shifts.append(shift)
        continue
      }
      let end = min(shift.end, max(absence.from, endOfStarted(in: shift)))
      var pieces: [Shift] = []
      if shift.start < end { pieces.append(Self.piece(of: shift, from: shift.start, to: end)) }
      if max(absence.to, end) < shift.end {
        var piece = Self.piece(of: shift, from: max(absence.to, end), to: shift.end)
        if !pieces.isEmpty {
          piece.id = Self.nextID(after: shift.id, besides: ids)
          ids.insert(piece.id)
        }
        pieces.append(piece)
      }
      settleBreak(of: shift, in: &pieces)
      shifts += pieces
    }
    draft.shifts = shifts
  }

  /// An id for a further piece of a shift.
  static func nextID(after shift: ShiftID, besides ids: Set<ShiftID>) -> ShiftID {
    var number = 2
    while ids.contains(ShiftID("\(shift)-\(number)")) { number += 1 }
    return ShiftID("\(shift)-\(number)")
  }

  /// When the last started visit of a shift is over and the staff member back at the base.
  func endOfStarted(in shift: Shift) -> LocalDateTime {
    let base = instance.staff.first { $0.id == shift.staff }?.location
    var end = shift.start
    for visit in draft.visits where started.contains(visit.id) {
      guard let assignment = served[visit.id], assignment.staff.contains(shift.staff),
        (shift.start..<shift.end).contains(assignment.start)
      else { continue }
      let home = instance.clients.first { $0.id == visit.client }?.location
      var way = 0
      if let base, let home { way = instance.travelMinutes(from: home, to: base, on: shift) }
      end = max(end, assignment.start.advanced(by: visit.minutes + way))
    }
    return end
  }

  /// Part of a shift, with what it leaves of the break's window.
  static func piece(of shift: Shift, from start: LocalDateTime, to end: LocalDateTime) -> Shift {
    var piece = shift
    (piece.start, piece.end) = (start, end)
    piece.breakRule = breakRule(of: shift, within: start..<end)
    return piece
  }

  /// The windows of a visit as they are now, exceptions heeded, its own first.
  private func windows(of visit: Visit) -> [VisitWindow] {
    let widenings = draft.exceptions.filter { $0.rule == .window && $0.visit == visit.id }
    let (before, after) = (widenings.map(\.before).max() ?? 0, widenings.map(\.after).max() ?? 0)
    let windows = [visit.window] + draft.alternatives.filter { $0.visit == visit.id }.map(\.window)
    return windows.map { $0.widened(before: before, after: after) }
  }

  /// Lifts pins that the changes have made impossible: of the absent, and of what was moved or lengthened.
  private mutating func liftPins(_ changes: Changes) {
    for row in draft.visits.indices {
      guard let pinned = draft.visits[row].pinnedStart else { continue }
      if row < addedRows, !windows(of: draft.visits[row]).contains(where: { $0.contains(pinned) }) {
        draft.visits[row].pinnedStart = nil
        notes.append("\(draft.visits[row].id) is no longer pinned to \(pinned), which lies outside its new window")
      }
    }
    for problem in draft.problems()
    where problem.severity == .error && problem.cell.table == "visits" && problem.cell.column == "pinned" {
      let row = problem.cell.row
      if row >= addedRows || started.contains(draft.visits[row].id) { continue }
      let names = draft.visits[row].pinned.map(\.rawValue).joined(separator: ", ")
      draft.visits[row].pinned = []
      notes.append("\(draft.visits[row].id) is no longer pinned to \(names), who cannot serve it now")
    }
  }

  /// The changed instance.
  ///
  /// - Throws: `InvalidChanges`; what is wrong with a new row is told at its row of the changes.
  func validated() throws(InvalidChanges) -> Instance {
    do throws(InvalidInstance) {
      return try Instance(validating: draft)
    } catch {
      throw InvalidChanges(
        problems: error.errors.map { problem in
          var problem = problem
          if let new = newRows[problem.cell.table], problem.cell.row >= new.first {
            let row = problem.cell.row - new.first
            problem.cell = Cell(
              table: new.table, row: new.rows.indices.contains(row) ? new.rows[row] : row, column: problem.cell.column)
          }
          return problem
        })
    }
  }
}
