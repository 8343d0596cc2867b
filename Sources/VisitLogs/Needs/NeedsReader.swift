import Files
import HomeCare

/// Reads recurring needs out of a folder of CSV exports in any of the usual dialects.
public struct NeedsReader {
  let folder: String
  let mapping: ExportMapping
  var needs: Needs
  var problems: [InputProblem] = []
  /// Tables of which rows may be missing, so that references into them are not judged.
  var incomplete: Set<NeedsTable> = []
  /// Where the rows stand that each table of the instance comes from.
  var places: [String: [NeedsPlace]] = [:]
  /// Columns that nothing is read from, by file.
  var unread: [NeedsReading.UnreadColumns] = []
  /// The staff and the clients, by id and name.
  var staffIDs: NeedsPersons
  var clientIDs: NeedsPersons
  /// What became of the rows of tables that may tell of other people and other times.
  var tallies: [NeedsTable: NeedsTally] = [:]
  /// What columns were taken for.
  var notes: [NeedsReading.ColumnNote] = []

  /// Reads the tables of a folder; what is wrong with them is told by `NeedsReading.instance`.
  ///
  /// - Parameter mapping: How columns are understood; those recognised as Swedish or English exports have them where
  ///   absent.
  /// - Throws: `InputError` where the folder cannot be read.
  public static func read(folder: String, _ mapping: ExportMapping?, travel: Travel) throws(InputError) -> NeedsReading
  {
    guard let names = FileBytes.csvFiles(in: folder) else {
      throw InputError(
        file: folder, found: "no folder that can be listed",
        expected: "a folder with \(NeedsTable.allCases.map(\.fileName).joined(separator: ", "))")
    }
    var reader = NeedsReader(folder: folder, mapping: mapping ?? .genericSwedish, needs: Needs(travel: travel))
    let known = NeedsTable.allCases.map(\.fileName)
    for name in names where !known.contains(name) {
      reader.problems.append(InputProblem(unknownFile: name, in: folder, known: known))
    }
    // Staff first: other tables name them, by id or by name.
    if let table = reader.table(.staff, names) { reader.readStaff(table) }
    let clients = reader.table(.clients, names)
    if let clients { reader.readClients(clients) }
    if let table = reader.table(.needs, names) { reader.readVisits(table, holdsClients: clients == nil) }
    if let table = reader.table(.shifts, names) { reader.readShifts(table) }
    if let table = reader.table(.absences, names) { reader.readAbsences(table) }
    if let table = reader.table(.away, names) { reader.readAway(table) }
    if let table = reader.table(.history, names) { reader.readHistory(table) }
    return NeedsReading(reader)
  }

  private init(folder: String, mapping: ExportMapping, needs: Needs) {
    self.folder = FileBytes.folder(folder)
    self.mapping = mapping
    self.needs = needs
    staffIDs = NeedsPersons(mapping.ids)
    clientIDs = NeedsPersons(mapping.ids)
  }

  private mutating func table(_ table: NeedsTable, _ names: [String]) -> MappedTable? {
    let path = "\(folder)/\(table.fileName)"
    guard names.contains(table.fileName) else {
      if !table.isOptional {
        problems.append(
          InputProblem(
            file: path, found: "no such file",
            expected: "the table \(table.rawValue), with a header even if it has no rows"))
        incomplete.insert(table)
      }
      return nil
    }
    do throws(InputError) {
      let read = try MappedTable(path, table, mapping)
      notes += read.readings.notes.map { NeedsReading.ColumnNote(file: path, header: $0.header, reading: $0.reading) }
      if !read.unread.isEmpty { unread.append(NeedsReading.UnreadColumns(file: path, columns: read.unread)) }
      return read
    } catch {
      problems += error.problems
      incomplete.insert(table)
      return nil
    }
  }

  /// Reads the rows of a table one by one, and keeps what is wrong with them.
  mutating func forEachRow(of table: MappedTable, _ read: (inout Self, inout MappedRow) -> Void) {
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      read(&self, &row)
      problems += row.problems
    }
  }

  /// Notes that a row of a table of the instance comes from a row of the files.
  mutating func note(_ table: String, _ row: MappedRow) { places[table, default: []].append(NeedsPlace(row)) }
}

/// Where a row of needs stands in the files.
struct NeedsPlace {
  let table: MappedTable
  let row: Int

  init(_ row: MappedRow) { (table, self.row) = (row.table, row.index) }
}
