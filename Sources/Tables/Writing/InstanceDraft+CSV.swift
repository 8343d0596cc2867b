import Files
import Foundation
import HomeCare

extension InstanceDraft {
  /// The instance as CSV files, one for each table, by their names; the same bytes for the same instance.
  ///
  /// Every cell is written as it stands, so that what is read back is the same; see `CSVWriter` for exports that people
  /// open in a spreadsheet. `matrix.csv` is there only where travel is a matrix.
  public func csvFiles() -> [(name: String, bytes: [UInt8])] {
    var folder = CSVFolder(locations: locations, travel: travel)
    folder.single(Heading(name: name), InstanceTables.instance)
    hand(to: &folder)
    return folder.files
  }

  /// Writes the instance as a folder of CSV files, making the folder where there is none.
  ///
  /// A new folder appears with all its files at once. In an existing one each file is replaced whole, a `matrix.csv`
  /// that no longer applies is removed, and other files stay.
  public func write(folder path: String) throws(OutputError) {
    switch FileBytes.place(of: path) {
    case .folder:
      try writeFiles(in: path)
      if case .coordinates = travel { unlink("\(path)/matrix.csv") }
    case .nothing:
      let trimmed = FileBytes.folder(path)
      let temporary = "\(trimmed).samma-\(getpid())"
      guard mkdir(temporary, 0o777) == 0 else { throw OutputError(path: path, code: errno) }
      do throws(OutputError) {
        try writeFiles(in: temporary)
        guard rename(temporary, trimmed) == 0 else { throw OutputError(path: path, code: errno) }
      } catch {
        for (name, _) in csvFiles() { unlink("\(temporary)/\(name)") }
        rmdir(temporary)
        throw OutputError(path: path, reason: error.reason)
      }
    case .file: throw OutputError(path: path, reason: "it is a file, and a folder is asked for")
    case .unknown(let reason): throw OutputError(path: path, reason: reason)
    }
  }

  private func writeFiles(in folder: String) throws(OutputError) {
    for (name, bytes) in csvFiles() { try OutputFile.write(bytes, to: "\(folder)/\(name)") }
  }
}

/// Gathers tables as CSV files; the matrix of travel has one of its own.
private struct CSVFolder: TableSink {
  let locations: [Location]
  let travel: Travel
  var files: [(name: String, bytes: [UInt8])] = []

  mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>) {
    rows([row], layout)
    if layout.name == InstanceTables.travel.name, case .matrix(let minutes) = travel { addMatrix(minutes) }
  }

  mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>) {
    var writer = CSVWriter()
    let columns = layout.withoutMatrix.columns
    for column in columns { writer.append(column.name) }
    writer.endRecord()
    for row in rows {
      for column in columns { writer.append(column.value(row)) }
      writer.endRecord()
    }
    files.append(("\(layout.name).csv", writer.bytes))
  }

  /// The matrix with its locations named, so that the file can be read by itself and its rows reordered.
  private mutating func addMatrix(_ minutes: [[Int]]) {
    var writer = CSVWriter()
    writer.append("from")
    for location in locations { writer.append(location.id.rawValue) }
    writer.endRecord()
    for (location, row) in zip(locations, minutes) {
      writer.append(location.id.rawValue)
      for number in row { writer.append(number) }
      writer.endRecord()
    }
    files.append(("matrix.csv", writer.bytes))
  }
}

extension CSVWriter {
  /// Adds a cell; an absent value is an empty one.
  mutating func append(_ value: CellValue?) {
    switch value {
    case .text(let text): append(text)
    case .whole(let number): append(number)
    // No text of a CSV file is read as an infinite number or as none at all.
    case .number(let number): if number.isFinite { append(number) } else { append("") }
    case .flag(let flag): append(flag ? "true" : "false")
    case .date(let date): append(date)
    case .time(let time): append(time)
    case .list(let items): append(ListCell.text(items))
    case .matrix, nil: append("")
    }
  }
}

extension Instance {
  /// Writes the instance as a folder of CSV files; see `InstanceDraft.write(folder:)`.
  public func write(folder path: String) throws(OutputError) { try tables.write(folder: path) }
}
