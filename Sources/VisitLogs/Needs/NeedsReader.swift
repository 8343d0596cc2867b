import Files
import HomeCare

/// Reads recurring needs out of the tables of a folder or of a workbook, in any of the usual dialects.
public struct NeedsReader {
  let path: String
  let mapping: ExportMapping
  var needs: Needs
  var problems: [InputProblem] = []
  /// Tables of which rows may be missing, so that references into them are not judged.
  var incomplete: Set<NeedsTable> = []
  /// Whether the tables are of what has happened, where somebody whom nobody knows is a mistake.
  var isOfChanges = false
  /// Where the rows stand that each table of the instance comes from.
  var places: [String: [NeedsPlace]] = [:]
  /// Columns that nothing is read from, by file.
  var unread: [NeedsReading.UnreadColumns] = []
  /// Those of them in tables of people.
  var unreadOfPeople: [UnreadNames] = []
  /// The staff and the clients, by id and name.
  var staffIDs: NeedsPersons
  var clientIDs: NeedsPersons
  /// Skills that came in several spellings, each list with the one used first.
  var mergedSkills: [[String]] = []
  /// What became of the rows of each table.
  var tallies: [NeedsTable: NeedsTally] = [:]
  /// Where addresses lie, for clients without coordinates.
  var addresses: Gazetteer?
  /// Clients who were placed by their address.
  var placedByAddress = 0
  /// What columns were taken for.
  var notes: [NeedsReading.ColumnNote] = []
  /// What each table was taken for.
  var taken: [NeedsReading.TakenTable] = []
  /// What else is to be told, a sentence each.
  var remarks: [String] = []
  /// The first day of the horizon, from which a schedule without dates is counted.
  let start: LocalDate

  /// Reads the tables of a folder or a file, found by what they hold; what is wrong with them is told by
  /// `NeedsReading.instance`.
  ///
  /// - Parameters:
  ///   - path: A folder of CSV files, workbooks and rows in JSON, or one such file.
  ///   - mapping: How columns are understood; those recognised as Swedish or English exports have them where absent.
  ///   - start: The first day of the horizon: on its first Monday a schedule of several weeks begins that says no dates.
  ///     Where absent, the first Monday of 1970.
  ///   - addresses: Where the addresses of clients without coordinates lie.
  /// - Throws: `InputError` where the path cannot be read.
  public static func read(
    folder path: String, _ mapping: ExportMapping?, travel: Travel, start: LocalDate? = nil, addresses: Gazetteer? = nil
  ) throws(InputError) -> NeedsReading {
    let mapping = mapping ?? .genericSwedish
    let sources = try NeedsSources(FileBytes.folder(path), mapping)
    let found = NeedsTableFinder(sources.tables, mapping)
    var reader = NeedsReader(
      path: FileBytes.folder(path), mapping: mapping, needs: Needs(travel: travel),
      start: start ?? LocalDate(dayNumber: 4))
    reader.addresses = addresses
    reader.problems = sources.problems + found.problems
    reader.remarks = sources.notes + found.notes
    // Staff first: other tables name them, by id or by name.
    reader.forEachTable(.staff, found) { $0.readStaff($1) }
    reader.forEachTable(.clients, found) { $0.readClients($1) }
    let hasClients = found.tables[.clients] != nil
    reader.forEachTable(.needs, found) { $0.readVisits($1, holdsClients: !hasClients) }
    reader.forEachTable(.shifts, found) { $0.readShifts($1) }
    reader.readGrids(found.grids, found.legends)
    reader.forEachTable(.absences, found) { $0.readAbsences($1) }
    reader.forEachTable(.away, found) { $0.readAway($1) }
    reader.forEachTable(.history, found) { $0.readHistory($1) }
    reader.forEachTable(.holidays, found) { $0.readHolidays($1) }
    reader.forEachTable(.exceptions, found) { $0.readExceptions($1) }
    reader.tellLegends(found)
    reader.bringSkillsTogether()
    return NeedsReading(reader)
  }

  /// Reads the tables of a file that tell of what has happened to the people of an instance.
  ///
  /// - Throws: `InputError` where the path cannot be read.
  static func changes(
    _ path: String, of instance: Instance, _ mapping: ExportMapping
  ) throws(InputError) -> (reader: NeedsReader, takenOver: [Changes.Takeover]) {
    let sources = try NeedsSources(FileBytes.folder(path), mapping)
    let found = NeedsTableFinder(sources.tables, mapping, among: NeedsTable.ofChanges)
    var reader = NeedsReader(
      path: FileBytes.folder(path), mapping: mapping, needs: Needs(travel: instance.travel),
      start: instance.horizon.start)
    reader.isOfChanges = true
    reader.problems = sources.problems + found.problems
    reader.remarks = sources.notes + found.notes
    (reader.needs.staff, reader.needs.clients) = (instance.staff, instance.clients)
    reader.staffIDs.learn(instance.staff.map(\.id.rawValue))
    reader.clientIDs.learn(instance.clients.map(\.id.rawValue))
    for member in instance.staff { reader.staffIDs.name(member.id.rawValue, member.name) }
    for client in instance.clients { reader.clientIDs.name(client.id.rawValue, client.name) }
    reader.forEachTable(.absences, found) { $0.readAbsences($1) }
    reader.forEachTable(.away, found) { $0.readAway($1) }
    var takenOver: [Changes.Takeover] = []
    reader.forEachTable(.takeovers, found) { takenOver += $0.takeovers($1, instance.shifts) }
    return (reader, takenOver)
  }

  private init(path: String, mapping: ExportMapping, needs: Needs, start: LocalDate) {
    self.path = path
    self.mapping = mapping
    self.needs = needs
    staffIDs = NeedsPersons(mapping.ids)
    clientIDs = NeedsPersons(mapping.ids)
    self.start = start
    self.needs.weights = mapping.weights
  }

  /// Reads the tables of a kind one by one.
  private mutating func forEachTable(
    _ table: NeedsTable, _ found: NeedsTableFinder, _ read: (inout Self, MappedTable) -> Void
  ) {
    let exports = found.tables[table] ?? []
    let isGrid = table == .shifts && !found.grids.isEmpty
    if exports.isEmpty, !table.isOptional, !isGrid {
      incomplete.insert(table)
      // A question about the table has been asked already.
      guard found.tables[table] == nil else { return }
      let columns = table.columns.filter(\.isRequired).map(\.name).joined(separator: ", ")
      problems.append(
        InputProblem(
          file: path, found: "no table \(table.rawValue)",
          expected: "a table, under any name, with the columns \(columns)"
            + (table == .shifts ? ", or a schedule with a column for each day" : "")
            + found.nearest(to: table)))
    }
    for export in exports {
      do throws(InputError) {
        let mapped = try MappedTable(export, table, mapping)
        if !mapped.unread.isEmpty {
          unread.append(NeedsReading.UnreadColumns(file: export.name, columns: mapped.unread))
          if table == .staff || table == .clients {
            unreadOfPeople += mapped.unread.map { UnreadNames($0, of: mapped) }
          }
        }
        let rows = mapped.rows.count + mapped.sums.count
        taken.append(NeedsReading.TakenTable(place: export.name, table: table, rows: rows))
        notes += mapped.readings.notes.map {
          NeedsReading.ColumnNote(file: export.name, header: $0.header, reading: $0.reading)
        }
        read(&self, mapped)
      } catch {
        problems += error.problems
        incomplete.insert(table)
      }
    }
  }

  /// Tells of tables that were read for what marks mean.
  private mutating func tellLegends(_ found: NeedsTableFinder) {
    for export in found.legends where !found.notes.contains(where: { $0.hasPrefix("\(export.name):") }) {
      remarks.append(
        "\(export.name): " + (found.grids.isEmpty ? "marks of a schedule; not read" : "read as the schedule's marks"))
    }
  }

  /// Reads the rows of a table one by one, and keeps what is wrong with them.
  mutating func forEachRow(of table: MappedTable, _ read: (inout Self, inout MappedRow) -> Void) {
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      row.near = start
      let before = tally(table.table).taken
      read(&self, &row)
      for (column, text, date) in row.yearless { tell(date, text, table, column) }
      tallies[table.table, default: NeedsTally(table.table)].rows += 1
      guard row.isRefused else { continue }
      tallies[table.table]?.refused += 1
      // What is wrong with a row goes before what could be made of it.
      tallies[table.table]?.taken = before
      problems += row.problems
    }
    guard !table.sums.isEmpty else { return }
    tallies[table.table, default: NeedsTally(table.table)].rows += table.sums.count
    tallies[table.table]?.sums += table.sums.map { NeedsTally.name($0.line, $0.cells.first { !$0.isEmpty }) }
  }

  /// Tells once a column that dates without a year are taken for the nearest.
  private mutating func tell(_ date: LocalDate, _ text: String, _ table: MappedTable, _ column: String) {
    let header = table.header(column) ?? column
    let reading = "a date without a year is the nearest, such as \(date) for "
    if notes.contains(where: { $0.file == table.name && $0.header == header && $0.reading.hasPrefix("a date without") })
    {
      return
    }
    notes.append(NeedsReading.ColumnNote(file: table.name, header: header, reading: reading + quoted(text)))
  }

  /// Counts a row that became part of the needs.
  mutating func take(_ table: NeedsTable) { tallies[table, default: NeedsTally(table)].taken += 1 }

  /// What has become of the rows of a table so far.
  func tally(_ table: NeedsTable) -> NeedsTally { tallies[table] ?? NeedsTally(table) }

  /// Notes that a row of a table of the instance comes from a row of the files.
  mutating func note(_ table: String, _ row: MappedRow) { places[table, default: []].append(NeedsPlace(row)) }
}

/// Where a row of needs stands in the files.
struct NeedsPlace {
  let file: String
  let sheet: String?
  let table: NeedsTable
  let row: Int
  /// Whose row it is, as it stands.
  let person: String?
  private let mapped: MappedTable?
  private let fixed: TextPosition

  /// The place of a row.
  init(_ row: MappedRow) {
    (file, sheet, table, self.row) = (row.table.file, row.table.sheet, row.table.table, row.index)
    (mapped, fixed) = (row.table, TextPosition(line: row.table.rows[row.index].line))
    person = row.person
  }

  /// A place that is the same for all columns.
  init(file: String, sheet: String?, table: NeedsTable, row: Int, of person: String, position: TextPosition) {
    (self.file, self.sheet, self.table, self.row) = (file, sheet, table, row)
    self.person = person
    (mapped, fixed) = (nil, position)
  }

  /// What tells the row from all others.
  var identity: [String] { [file, sheet ?? "", "\(row)"] }

  /// The line or row, and whose it is, as messages name it.
  var name: String { NeedsTally.name(fixed.line, person) }

  /// The place of a column.
  func position(_ column: String) -> TextPosition { mapped?.position(row, column) ?? fixed }

  /// A problem of a column.
  func problem(_ column: String, found: String, expected: String) -> InputProblem {
    var problem = InputProblem(
      file: file, sheet: sheet, position: position(column), cell: Cell(table: table.rawValue, row: row, column: column),
      id: person, found: found, expected: expected)
    problem.header = mapped?.header(column)
    return problem
  }
}
