import Files
import HomeCare

/// A table of a file of changes, with the rows of changes that stand in it.
struct ChangeTable {
  /// Its key in the file.
  let name: String
  /// Takes its rows out of a file.
  let read: (inout JSONTablesFile, inout Changes) -> Void
  /// Writes its rows, where there are any.
  let write: (Changes, inout JSONWriter) -> Void

  init<Row>(_ layout: TableLayout<Row>, _ rows: WritableKeyPath<Changes, [Row]>) {
    name = layout.name
    read = { file, changes in changes[keyPath: rows] = file.rows(layout) }
    write = { changes, writer in
      if !changes[keyPath: rows].isEmpty { writer.rows(changes[keyPath: rows], layout) }
    }
  }
}

extension ChangeTables {
  /// Every table, in the order of the files.
  static var all: [ChangeTable] {
    [
      ChangeTable(absences, \.absences), ChangeTable(away, \.away), ChangeTable(cancelled, \.cancelled),
      ChangeTable(added, \.added), ChangeTable(moved, \.moved), ChangeTable(lengthened, \.lengthened),
      ChangeTable(series, \.series), ChangeTable(alternatives, \.alternatives), ChangeTable(links, \.links),
      ChangeTable(newClients, \.newClients), ChangeTable(newLocations, \.newLocations),
      ChangeTable(newStaff, \.newStaff), ChangeTable(newShifts, \.newShiftRows), ChangeTable(takenOver, \.takenOver),
      ChangeTable(hours, \.hours), ChangeTable(back, \.back), ChangeTable(skills, \.skills),
      ChangeTable(contacts, \.contacts), ChangeTable(granted, \.granted), ChangeTable(withdrawn, \.withdrawn),
    ]
  }

  /// The keys of the outermost object, in the order of the files.
  static var keys: [String] { ["format"] + all.map(\.name) }
}

extension Changes {
  /// New shifts as rows of their table.
  var newShiftRows: [ShiftRow] {
    get { newShifts.map(ShiftRow.init) }
    set { newShifts = newValue.map(\.whole) }
  }
}
