/// Finds every problem of an instance draft, however broken the draft is.
///
/// The checks of a table are in the extension named for it. A check that compares rows runs only on rows whose own
/// values passed, so no arithmetic here can overflow and one mistake is reported once.
struct InstanceValidator {
  let draft: InstanceDraft
  var found: [InstanceProblem] = []

  /// The first row of each id; filled before any table is checked, since tables refer to each other.
  let locationRows: [LocationID: Int]
  let staffRows: [StaffID: Int]
  let shiftRows: [ShiftID: Int]
  let clientRows: [ClientID: Int]
  let visitRows: [VisitID: Int]
  let seriesRows: [SeriesID: Int]
  let modeRows: [TravelModeID: Int]
  let allowances: Allowances

  /// Tables with an id that could not be read: a reference to nothing there may be a reference to that row.
  private let tablesWithUnreadableIDs: Set<String>
  private let everythingIsReadable: Bool

  /// What later tables may rely on, set by the checks of earlier ones.
  var horizonIsSound = false
  var travelIsSound = false
  var shiftIsSound: [Bool] = []
  var visitIsSound: [Bool] = []
  /// For each visit, the rows of its sound further windows.
  var alternativesOfVisit: [[Int]] = []

  init(_ draft: InstanceDraft) {
    self.draft = draft
    locationRows = Self.firstRows(draft.locations, \.id)
    staffRows = Self.firstRows(draft.staff, \.id)
    shiftRows = Self.firstRows(draft.shifts, \.id)
    clientRows = Self.firstRows(draft.clients, \.id)
    visitRows = Self.firstRows(draft.visits, \.id)
    seriesRows = Self.firstRows(draft.series, \.id)
    modeRows = Self.firstRows(draft.travelModes, \.id)
    allowances = Allowances(draft, visits: visitRows, shifts: shiftRows, staff: staffRows)
    tablesWithUnreadableIDs = Set(draft.unreadable.lazy.filter { $0.column == "id" }.map(\.table))
    everythingIsReadable = draft.unreadable.isEmpty
  }

  /// All problems in the order of the tables and rows, errors and warnings alike.
  consuming func problems() -> [InstanceProblem] {
    checkName()
    checkFormat()
    checkHorizon()
    checkWeights()
    checkTravel()
    checkTravelModes()
    checkLocations()
    checkStaff()
    checkShifts()
    checkClients()
    checkSeries()
    checkExceptions()
    checkAlternatives()
    checkVisits()
    checkLinks()
    checkHistory()
    checkWorstTotal()
    return Self.sorted(found)
  }

  // MARK: - Reporting

  /// A row under check.
  struct Row {
    let table: Table
    let index: Int
    var id: String?
  }

  /// The tables in the order in which problems are listed.
  enum Table: String, CaseIterable {
    case instance, horizon, weights, travel, travelModes, locations, staff, shifts, clients, series, visits,
      alternatives
    case links, history, exceptions
  }

  mutating func report(
    _ row: Row, _ column: String, found text: String, expected: String,
    severity: InstanceProblem.Severity = .error
  ) {
    found.append(
      InstanceProblem(
        severity: severity, cell: Cell(table: row.table.rawValue, row: row.index, column: column),
        id: row.id.flatMap { $0.isEmpty ? nil : $0 }, found: text, expected: expected))
  }

  mutating func warn(_ row: Row, _ column: String, found text: String, expected: String) {
    report(row, column, found: text, expected: expected, severity: .warning)
  }

  /// Whether all the named cells of a row hold what the file said.
  func readable(_ row: Row, _ columns: String...) -> Bool {
    if everythingIsReadable { return true }
    return columns.allSatisfy {
      !draft.unreadable.contains(Cell(table: row.table.rawValue, row: row.index, column: $0))
    }
  }

  /// Whether any cell of a table could not be read.
  func hasUnreadableCells(_ tables: Table...) -> Bool {
    draft.unreadable.contains { cell in tables.contains { $0.rawValue == cell.table } }
  }

  /// Whether an error stands against any of the tables so far.
  func hasErrors(_ tables: Table...) -> Bool {
    found.contains { problem in
      problem.severity == .error && tables.contains { $0.rawValue == problem.cell.table }
    }
  }

  // MARK: - Checks that tables share

  /// Reports an id that is empty, used before or awkward.
  mutating func checkID<Subject>(_ id: Identifier<Subject>, firstRows: [Identifier<Subject>: Int], _ row: Row) {
    guard readable(row, "id") else { return }
    if id.rawValue.isEmpty {
      report(row, "id", found: "an empty id", expected: "an id that no other row of \(row.table.rawValue) has")
      return
    }
    if let first = firstRows[id], first != row.index {
      report(
        row, "id", found: "\(quoted(id.rawValue)), the id of row \(first + 1) already",
        expected: "each id once in \(row.table.rawValue); give one of the two rows another id")
    }
    if isAwkward(id.rawValue) {
      warn(
        row, "id", found: quoted(id.rawValue),
        expected: "an id without ; (it separates list items in CSV), line breaks, or spaces at either end")
    }
  }

  /// The row that a reference leads to; reports a reference to nothing.
  mutating func resolve<Subject>(
    _ id: Identifier<Subject>, in target: Table, _ rows: [Identifier<Subject>: Int], _ row: Row, _ column: String
  ) -> Int? {
    guard readable(row, column) else { return nil }
    if let found = rows[id] { return found }
    if !tablesWithUnreadableIDs.contains(target.rawValue) {
      report(
        row, column, found: quoted(id.rawValue),
        expected: "the id of a row of \(target.rawValue); add that row or correct the id")
    }
    return nil
  }

  /// Reports items that stand twice in a list.
  mutating func checkDuplicates<Item: Hashable>(_ items: [Item], _ row: Row, _ column: String) {
    guard items.count > 1, readable(row, column) else { return }
    var seen = Set<Item>(), told = Set<Item>()
    for item in items where !seen.insert(item).inserted && told.insert(item).inserted {
      report(
        row, column, found: "\(quoted("\(item)")) twice", expected: "each item of the list once; remove the repeat")
    }
  }

  /// Reports empty and repeated skills; whether none is empty.
  @discardableResult
  mutating func checkSkills(_ skills: [String], _ row: Row) -> Bool {
    guard readable(row, "skills") else { return false }
    if skills.isEmpty { return true }
    checkDuplicates(skills.filter { !$0.isEmpty }, row, "skills")
    if !skills.contains("") { return true }
    report(row, "skills", found: "an empty skill", expected: "a name for each skill; remove the empty item")
    return false
  }

  /// Whether a whole number lies in its range; reports it where not.
  @discardableResult
  mutating func check(_ value: Int, in range: ClosedRange<Int>, _ row: Row, _ column: String) -> Bool {
    guard readable(row, column) else { return false }
    if range.contains(value) { return true }
    report(
      row, column, found: "\(value)", expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return false
  }

  /// Whether a number is finite and lies in its range; reports it where not.
  @discardableResult
  mutating func check(_ value: Double, in range: ClosedRange<Double>, _ row: Row, _ column: String) -> Bool {
    guard readable(row, column) else { return false }
    if range.contains(value) { return true }
    report(row, column, found: "\(value)", expected: "a number from \(range.lowerBound) to \(range.upperBound)")
    return false
  }

  /// Whether a time lies in the calendar; reports it where not.
  @discardableResult
  mutating func check(_ time: LocalDateTime, _ row: Row, _ column: String) -> Bool {
    guard readable(row, column) else { return false }
    if time.isInCalendar { return true }
    report(row, column, found: "\(time)", expected: "a date-time in the years 1 to 9999")
    return false
  }

  // MARK: - Helpers

  private static func firstRows<Element, Subject>(
    _ rows: [Element], _ id: (Element) -> Identifier<Subject>
  ) -> [Identifier<Subject>: Int] {
    var result: [Identifier<Subject>: Int] = [:]
    result.reserveCapacity(rows.count)
    for (row, element) in rows.enumerated() where result[id(element)] == nil { result[id(element)] = row }
    return result
  }

  private static func sorted(_ problems: [InstanceProblem]) -> [InstanceProblem] {
    let order = Dictionary(uniqueKeysWithValues: Table.allCases.enumerated().map { ($1.rawValue, $0) })
    // The position keeps the order of the checks within a row: the sort of the library need not be stable.
    return problems.enumerated().map { (key: (order[$1.cell.table, default: 0], $1.cell.row, $0), problem: $1) }
      .sorted { $0.key < $1.key }
      .map(\.problem)
  }
}

/// Whether an id or skill is hard to write in a list or easy to mistake for another.
private func isAwkward(_ text: String) -> Bool {
  let bytes = text.utf8
  return bytes.contains { $0 == UInt8(ascii: ";") || $0 < 32 } || bytes.first == 32 || bytes.last == 32
}
