import Files
import HomeCare

/// Reads an instance out of a folder with a CSV file for each table.
struct CSVInstanceReader: TableSource {
  /// The tables of a format, in its order; `matrix` and `modeMatrices` hold the minutes of travel by matrix.
  static func tables(_ format: InstanceFormat) -> [String] {
    [InstanceTables.instance.name]
      + InstanceTables.all(format).flatMap { table in
        switch table.name {
        case InstanceTables.travel.name: [table.name, matrix]
        case InstanceTables.travelModes.name: [table.name, modeMatrices]
        default: [table.name]
        }
      }
  }
  /// The table of the minutes of travel by matrix.
  static let matrix = "matrix"
  /// The table of the minutes of travel modes by matrix.
  static let modeMatrices = "modeMatrices"
  /// Tables whose files may be missing.
  static let optionalTables = InstanceTables.all(.two).filter(\.isOptional).map(\.name) + [matrix, modeMatrices]

  private let folder: String
  /// The files' bytes by their names.
  private let files: [String: [UInt8]]
  private var reader = CSVTableReader()
  /// The line at which each row of a table begins.
  private var lines: [String: [Int]] = [:]

  /// Reads the tables of a folder; what is wrong with them is part of the result.
  ///
  /// - Throws: `InputError` where the folder cannot be read or holds no CSV files.
  static func read(folder: String) throws(InputError) -> InstanceReading {
    guard let names = FileBytes.csvFiles(in: folder) else {
      throw InputError(file: folder, found: "a folder that cannot be listed", expected: "a folder that can be read")
    }
    guard !names.isEmpty else {
      throw InputError(
        file: folder, found: "a folder without CSV files",
        expected: "an instance: \(tables(.one).map { "\($0).csv" }.joined(separator: ", "))")
    }
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = try FileBytes.read("\(folder)/\(name)") }
    return read(files, folder: folder)
  }

  /// Reads the tables of some files, given by their names; what is wrong with them is part of the result.
  static func read(_ files: [String: [UInt8]], folder: String) -> InstanceReading {
    var instance = CSVInstanceReader(folder: folder, files: files)
    return instance.read()
  }

  private init(folder: String, files: [String: [UInt8]]) {
    self.folder = FileBytes.folder(folder)
    self.files = files
  }

  private func path(_ table: String) -> String { "\(folder)/\(table).csv" }

  private mutating func read() -> InstanceReading {
    var draft = InstanceDraft(from: &self)
    let tables = Self.tables(draft.format)
    let known = tables.map { "\($0).csv" }
    let later = Self.tables(.two).map { "\($0).csv" }
    for file in files.keys.sorted() where !known.contains(file) {
      reader.list.report(
        later.contains(file)
          ? InputProblem(file: folder, found: "the file \(quoted(file))", expected: InstanceFormat.laterExpected)
          : InputProblem(unknownFile: file, in: folder, known: known))
    }
    draft.unreadable = reader.list.unreadable
    let (lines, paths) = (lines, Dictionary(uniqueKeysWithValues: tables.map { ($0, path($0)) }))
    return InstanceReading(
      draft: draft, problems: reader.list.problems,
      locate: { problem in
        let cell = problem.cell
        let table =
          cell.column != "minutes"
          ? cell.table
          : cell.table == "travel" ? Self.matrix : cell.table == "travelModes" ? Self.modeMatrices : cell.table
        let line = lines[table].flatMap { $0.indices.contains(cell.row) ? $0[cell.row] : nil }
        return InputProblem(problem, file: paths[table] ?? "", position: line.map { TextPosition(line: $0) })
      }, files: [folder] + tables.map { path($0) })
  }

  // MARK: - Tables

  /// The bytes of a table's file; `nil` where it is missing, which is a problem unless the table is optional.
  private mutating func bytes(of table: String) -> [UInt8]? {
    guard let bytes = files["\(table).csv"] else {
      if !Self.optionalTables.contains(table) {
        reader.list.report(
          InputProblem(
            file: path(table), found: "no such file", expected: "the table \(table), with a header even if no rows"))
        reader.list.markIncomplete(table: table)
      }
      return nil
    }
    return bytes
  }

  mutating func heading() -> Heading { single(InstanceTables.instance) }

  mutating func rows<Row>(_ layout: TableLayout<Row>) -> [Row] {
    guard let bytes = bytes(of: layout.name) else { return [] }
    let table = reader.rows(bytes, file: path(layout.name), layout)
    lines[layout.name] = table.lines
    return table.rows
  }

  mutating func single<Row>(_ layout: TableLayout<Row>) -> Row {
    guard let bytes = bytes(of: layout.name) else {
      if !Self.optionalTables.contains(layout.name) { reader.list.markUnreadable(layout.columns, of: layout) }
      return layout.blank
    }
    let (row, line) = reader.single(bytes, file: path(layout.name), layout)
    lines[layout.name] = [line]
    return row
  }

  mutating func travel(_ locations: [Location]) -> Travel {
    var row = single(InstanceTables.travel.withoutMatrix)
    guard !reader.list.unreadable.contains(Cell(table: "travel", row: 0, column: "kind")) else {
      reader.list.markUnreadable(InstanceTables.travel.columns, of: InstanceTables.travel)
      return row.travel
    }
    let minutes = Cell(table: "travel", row: 0, column: "minutes")
    if let bytes = bytes(of: "matrix") {
      let ids = locations.map(\.id.rawValue)
      if row.kind == .coordinates {
        reader.list.report(
          InputProblem(
            file: path("matrix"), cell: minutes, found: "a matrix where the kind of travel is coordinates",
            expected: "no such file, or kind matrix in travel.csv"))
      } else if reader.list.unreadable.contains(where: { $0.table == "locations" && $0.column == "id" })
        || Set(ids).count != ids.count
      {
        // Without sound ids of locations, no row or column of the matrix can be placed.
        reader.list.markUnreadable(minutes)
        row.minutes = []
      } else {
        row.minutes = reader.matrix(bytes, file: path("matrix"), locations: ids, cell: minutes) ?? []
      }
    }
    for (column, problem) in row.misfits(in: ("travel", 0), unreadable: reader.list.unreadable) {
      let isMatrix = column == "minutes"
      reader.list.report(
        InputProblem(
          file: path(isMatrix ? "matrix" : "travel"),
          position: isMatrix ? nil : lines["travel"].map { TextPosition(line: $0[0]) },
          cell: Cell(table: "travel", row: 0, column: column), found: isMatrix ? "no such file" : problem.found,
          expected: isMatrix ? "a table of minutes, since kind is matrix" : problem.expected))
    }
    return row.travel
  }

  mutating func travelModes(_ locations: [Location]) -> [TravelMode] {
    let layout = InstanceTables.travelModes
    var rows = rows(layout.withoutMatrix)
    func cell(_ row: Int, _ column: String) -> Cell { Cell(table: layout.name, row: row, column: column) }
    let (ids, modes) = (locations.map(\.id.rawValue), rows.map(\.id.rawValue))
    if let bytes = bytes(of: Self.modeMatrices) {
      let idsAreSound =
        Set(ids).count == ids.count && Set(modes).count == modes.count
        && !reader.list.unreadable.contains { $0.column == "id" && ["locations", layout.name].contains($0.table) }
      let matrices =
        idsAreSound
        ? reader.matrices(
          bytes, file: path(Self.modeMatrices), locations: ids, modes: modes, cell: { cell($0, "minutes") }) : [:]
      for row in rows.indices {
        // Without sound ids, no row or column of a matrix can be placed.
        if !idsAreSound { reader.list.markUnreadable(cell(row, "minutes")) }
        rows[row].way.minutes = matrices[row] ?? (idsAreSound ? nil : [])
      }
    }
    for (row, mode) in rows.enumerated() where !reader.list.unreadable.contains(cell(row, "kind")) {
      for (column, problem) in mode.way.misfits(in: (layout.name, row), unreadable: reader.list.unreadable) {
        let isMatrix = column == "minutes"
        let lacksRows = isMatrix && mode.way.kind == .matrix
        reader.list.report(
          InputProblem(
            file: path(isMatrix ? Self.modeMatrices : layout.name),
            position: isMatrix ? nil : lines[layout.name].map { TextPosition(line: $0[row]) },
            cell: cell(row, column),
            found: lacksRows ? "no rows of \(quoted(mode.id.rawValue))" : problem.found,
            expected: lacksRows ? "a row for each location, since kind is matrix" : problem.expected))
      }
    }
    return rows.map(\.mode)
  }
}
