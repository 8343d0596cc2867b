import Files
import HomeCare

/// Needs as read from files, with where each of them stands.
public struct NeedsReading {
  /// Columns of a file that nothing is read from.
  public struct UnreadColumns: Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public let file: String
    /// The headers, in the order of the file.
    public let columns: [String]

    /// One line.
    public var description: String {
      "\(file): not read: \(columns.map(quoted).joined(separator: ", ")); a mapping can say what a column is"
    }
  }

  /// What the cells of a column were taken for, where that is not what stands there.
  public struct ColumnNote: Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public let file: String
    /// The header as it stands.
    public let header: String
    /// Such as `"0,75" is 75 percent`.
    public let reading: String

    /// One line.
    public var description: String { "\(file): in \(quoted(header)), \(reading)" }
  }

  /// A table of the files, and what it was taken for.
  public struct TakenTable: Hashable, Sendable, CustomStringConvertible {
    /// The file, and the sheet of a workbook.
    public let place: String
    /// What it was taken for.
    public let table: NeedsTable
    /// Rows below its header.
    public let rows: Int
    /// How it was read, where there is more to say.
    public var how: String?

    /// One line.
    public var description: String {
      "\(place): read as \(table.rawValue), \(counted(rows, "row"))" + (how.map { "; \($0)" } ?? "")
    }
  }

  let reader: NeedsReader

  init(_ reader: NeedsReader) { self.reader = reader }

  /// The needs, without the rows that could not be read.
  public var needs: Needs { reader.needs }

  /// Ids and skills that came in several spellings, each list with the one used first.
  public var merged: [[String]] { reader.clientIDs.merged + reader.staffIDs.merged + reader.mergedSkills }

  /// What each table was taken for, in the order in which they were read.
  public var taken: [TakenTable] { reader.taken }

  /// What else is to be told of the files, a sentence each: tables not read, hidden rows, cells with errors.
  public var remarks: [String] { reader.remarks }

  /// Columns that nothing is read from: notes, or headers that a mapping should name.
  public var unread: [UnreadColumns] { reader.unread }

  /// Clients who were placed by their address.
  public var placedByAddress: Int { reader.placedByAddress }

  /// What columns were taken for.
  public var notes: [ColumnNote] { reader.notes }

  /// When a client is away.
  public func away(_ client: ClientID) -> [Changes.Away] { reader.needs.away.filter { $0.client == client } }

  /// All that is told of the files whether or not an instance comes of them, a sentence each.
  public var told: [String] {
    var told = taken.map(\.description) + remarks
    if let addresses = reader.addresses {
      if let note = addresses.note { told.append(note) }
      told.append("\(counted(placedByAddress, "client is", "clients are")) placed by \(addresses.file)")
    }
    told += notes.map(\.description) + unread.map(\.description)
    let merged = merged.map { "\($0.dropFirst().joined(separator: ", ")) → \($0[0])" }
    if !merged.isEmpty { told.append("spellings read as one: \(merged.joined(separator: "; "))") }
    return told
  }

  /// What became of the rows of each table of which not all are used, in the order of the documents.
  private func tallies(_ expansion: Expansion) -> [NeedsTally] {
    let horizon = expansion.draft.horizon
    func isElsewhere(_ from: LocalDateTime, _ to: LocalDateTime) -> Bool {
      to <= horizon.start.midnight || from >= horizon.end
    }
    func names(_ table: String, where isOutside: [Bool]) -> [String] {
      zip(reader.places[table] ?? [], isOutside).filter(\.1).map(\.0.name)
    }
    func outside(_ table: NeedsTable) -> [String] {
      switch table {
      case .needs: rows(reader.places["visits"], without: expansion.needOfVisit)
      case .shifts: rows(reader.places["shifts"], without: expansion.patternOfShift)
      case .exceptions: rows(reader.places["exceptions"], without: expansion.rowOfException)
      case .absences: names("absences", where: reader.needs.absences.map { isElsewhere($0.from, $0.to) })
      case .away: names("away", where: reader.needs.away.map { isElsewhere($0.from, $0.to) })
      case .clients, .staff, .history, .holidays, .takeovers: []
      }
    }
    return NeedsTable.allCases.compactMap { table in
      guard var tally = reader.tallies[table] else { return nil }
      tally.outsideRows = outside(table)
      tally.outside =
        switch table {
        case .history: reader.needs.history.count { $0.date >= horizon.start }
        case .holidays: reader.needs.holidays.days.keys.count { !horizon.contains($0) }
        default: tally.outsideRows.count
        }
      return tally.used < tally.rows || !tally.besideSlot.isEmpty ? tally : nil
    }
  }

  /// The rows of the files, by name, that none of some rows of the instance comes from.
  private func rows(_ places: [NeedsPlace]?, without origins: [Int]) -> [String] {
    let places = places ?? []
    var seen = Set(origins.map { places[$0].identity })
    return places.filter { seen.insert($0.identity).inserted }.map(\.name)
  }

  /// An instance made of needs, and what is to be told of how it was made.
  public struct Expanded: Sendable {
    /// The instance.
    public let instance: Instance
    /// What was done or found that the needs do not say in so many words.
    public let notes: [ExpansionNote]
    /// What became of the rows of each table of which not all are used.
    public let tallies: [NeedsTally]

    /// All that is told of how the instance was made, a sentence each.
    public var told: [String] { tallies.map(\.description) + notes.map { $0.description(of: instance) } }
  }

  /// The instance that the needs come to over a horizon.
  ///
  /// - Throws: `InputError` with every problem of reading and of validation together, each at its place in the files.
  public func instance(
    over horizon: Horizon, name: String, format: InstanceFormat = .two
  ) throws(InputError) -> Instance {
    try expanded(over: horizon, name: name, format: format).instance
  }

  /// The instance that the needs come to over a horizon, with what is to be told of it.
  ///
  /// - Parameter holidays: Days that are planned as others; those of the needs' own table go before them.
  /// - Throws: `InputError` with every problem of reading and of validation together, each at its place in the files.
  public func expanded(
    over horizon: Horizon, name: String, format: InstanceFormat = .two, holidays: Holidays = Holidays()
  ) throws(InputError) -> Expanded {
    var needs = reader.needs
    var all = holidays
    all.add(needs.holidays)
    needs.holidays = all
    let expansion = Expansion(needs, over: horizon, name: name, format: format)
    var draft = expansion.draft
    for table in reader.incomplete {
      switch table {
      case .staff: draft.unreadable.insert(Cell(table: "staff", row: 0, column: "id"))
      case .clients, .needs: draft.unreadable.insert(Cell(table: "clients", row: 0, column: "id"))
      case .shifts, .absences, .away, .history, .holidays, .exceptions, .takeovers: break
      }
    }
    let found = draft.problems().filter { $0.severity == .error }.map { located($0, expansion) }
    let later = format == .one ? laterThanFormatOne(needs) : []
    let problems = Self.distinct(reader.problems + later + found)
    guard problems.isEmpty else {
      throw InputError(problems: Self.gathered(reader.unreadOfPeople.reduce(problems) { $1.gather($0) }))
    }
    do {
      let (instance, notes) = try expansion.outcome()
      return Expanded(instance: instance, notes: notes, tallies: tallies(expansion))
    } catch {
      let found = (error as? InvalidChanges)?.problems ?? (error as? InvalidInstance)?.problems
      guard let found else {
        throw InputError(file: reader.path, found: "\(error)", expected: "needs that can be expanded")
      }
      throw InputError(problems: Self.distinct(found.map { located($0, expansion) }))
    }
  }

  /// Rows that format 1 cannot hold.
  private func laterThanFormatOne(_ needs: Needs) -> [InputProblem] {
    func problem(_ table: String, _ row: Int, _ column: String, _ found: String) -> InputProblem? {
      guard let places = reader.places[table], places.indices.contains(row) else { return nil }
      return places[row].problem(column, found: found, expected: "none in format 1; format 2 has them")
    }
    let flexible = needs.visits.indices.filter { needs.visits[$0].recurrence.times != nil }
    return flexible.compactMap { problem("visits", $0, "recurrence", "visits on days that the planner chooses") }
      + needs.exceptions.indices.compactMap { problem("exceptions", $0, "rule", "an exception") }
  }

  /// One problem of a row stands for those of all the dates it falls on.
  private static func distinct(_ problems: [InputProblem]) -> [InputProblem] {
    var seen: Set<[String]> = []
    return problems.filter { problem in
      guard let position = problem.position, let cell = problem.cell else { return true }
      return seen.insert([problem.file, problem.sheet ?? "", "\(position.line)", cell.column]).inserted
    }
  }

  /// Cells of a column with one fault that each of them tells in full; more are told of together.
  private static let mostAlike = 8

  /// Many cells of a column with one fault, and all rows of a table without a column, as one problem.
  private static func gathered(_ problems: [InputProblem]) -> [InputProblem] {
    struct Fault: Hashable {
      let file: String
      let sheet: String?
      let column: String?
      let expected: String
    }
    let fault = problems.map {
      Fault(file: $0.file, sheet: $0.sheet, column: $0.cell?.column, expected: $0.expected)
    }
    let alike = Dictionary(grouping: problems.indices, by: { fault[$0] })
    return problems.indices.compactMap { index in
      guard let others = alike[fault[index]], problems[index].cell != nil, problems[index].position != nil,
        others.count > (problems[index].header == "" ? 1 : mostAlike)
      else { return problems[index] }
      guard others[0] == index else { return nil }
      let lines = others.dropFirst().compactMap { problems[$0].position?.line }
      var problem = problems[index]
      problem.found +=
        "; so in \(counted(lines.count, "more row", "more rows")): "
        + lines.prefix(5).map { "\($0)" }.joined(separator: ", ") + (lines.count > 5 ? ", …" : "")
      return problem
    }
  }

  /// Puts a problem of the instance where the row stands that it was made from.
  private func located(_ problem: InstanceProblem, _ expansion: Expansion) -> InputProblem {
    let (table, row) = (problem.cell.table, problem.cell.row)
    let origins = [
      "visits": expansion.needOfVisit, "links": expansion.needOfLink, "shifts": expansion.patternOfShift,
      "series": expansion.needOfSeries, "alternatives": expansion.needOfAlternative,
      "exceptions": expansion.rowOfException,
    ]
    let index = origins[table].map { $0.indices.contains(row) ? $0[row] : -1 } ?? row
    let places = reader.places[["links", "series", "alternatives"].contains(table) ? "visits" : table] ?? []
    guard places.indices.contains(index) else { return InputProblem(problem, file: reader.path) }
    let column =
      switch (table, problem.cell.column) {
      case ("visits", "staff"): "double"
      case ("links", "staff"): "sameStaff"
      case ("links", "first"), ("links", "second"): "tie"
      case ("clients", "id"): "client"
      case ("staff", "id"): "staff"
      case (_, let column): column
      }
    return places[index].problem(column, found: problem.found, expected: problem.expected)
  }
}
