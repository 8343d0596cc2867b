import Files
import Foundation
import HomeCare

extension InstanceDraft {
  /// The instance as CSV files, one for each table, by their names; the same bytes for the same instance.
  ///
  /// Every cell is written as it stands, so that what is read back is the same; see `CSVWriter` for exports that people
  /// open in a spreadsheet. `matrix.csv` is there only where travel is a matrix, `modeMatrices.csv` only where that of a
  /// mode is.
  public func csvFiles() -> [(name: String, bytes: [UInt8])] {
    var folder = CSVFolder(locations: locations, travel: travel, modes: travelModes)
    folder.single(Heading(format: format, name: name), InstanceTables.instance)
    hand(to: &folder)
    return folder.files
  }

  /// Writes the instance as a folder of CSV files, making the folder where there is none.
  ///
  /// A new folder appears with all its files at once. In an existing one each file is replaced whole, a `matrix.csv`
  /// that no longer applies is removed, and other files stay; a table of other columns is not replaced, and then nothing is
  /// written.
  public func write(folder path: String) throws(OutputError) {
    let files = csvFiles()
    switch FileBytes.place(of: path) {
    case .folder:
      try OwnTables.check(files, into: path)
      try Self.write(files, into: path)
    case .nothing: try Self.write(files, asFolder: FileBytes.folder(path))
    case .file: throw OutputError(path: path, reason: "it is a file, and a folder is asked for")
    case .unknown(let reason): throw OutputError(path: path, reason: reason)
    }
  }

  private static func write(_ files: [(name: String, bytes: [UInt8])], into folder: String) throws(OutputError) {
    for (name, bytes) in files { try OutputFile.write(bytes, to: "\(folder)/\(name)") }
    let names = files.map(\.name)
    for file in ["matrix.csv", "modeMatrices.csv"] where !names.contains(file) { unlink("\(folder)/\(file)") }
  }

  private static func write(_ files: [(name: String, bytes: [UInt8])], asFolder path: String) throws(OutputError) {
    let parent = OutputFile.folder(of: path)
    try OutputFile.makeFolder(parent, for: path)
    guard let temporary = TemporaryFiles.makeFolder(in: parent, for: files.map(\.name)) else {
      throw OutputError(path: path, code: errno)
    }
    defer { TemporaryFiles.forget(temporary) }
    func discard() {
      for (name, _) in files { unlink("\(temporary)/\(name)") }
      rmdir(temporary)
    }
    do throws(OutputError) {
      for (name, bytes) in files { try OutputFile.write(bytes, to: "\(temporary)/\(name)") }
    } catch {
      discard()
      throw OutputError(path: path, reason: error.reason)
    }
    guard rename(temporary, path) != 0 else { return }
    let code = errno
    discard()
    // Another run has made the folder meanwhile: then its files are replaced one by one.
    guard code == ENOTEMPTY || code == EEXIST else { throw OutputError(path: path, code: code) }
    try write(files, into: path)
  }
}

/// Gathers tables as CSV files; the matrix of travel has one of its own.
private struct CSVFolder: TableSink {
  let locations: [Location]
  let travel: Travel
  let modes: [TravelMode]
  var files: [(name: String, bytes: [UInt8])] = []

  mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>) {
    rows([row], layout)
    if layout.name == InstanceTables.travel.name, case .matrix(let minutes) = travel {
      addMatrices([minutes], to: CSVInstanceReader.matrix)
    }
  }

  mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>) {
    files.append(("\(layout.name).csv", CSVWriter.table(rows, layout)))
    if layout.name == InstanceTables.travelModes.name {
      let matrices = modes.compactMap { mode in
        if case .matrix(let minutes) = mode.travel { (mode.id, minutes) } else { nil }
      }
      if !matrices.isEmpty {
        addMatrices(matrices.map(\.1), to: CSVInstanceReader.modeMatrices, modes: matrices.map(\.0))
      }
    }
  }

  /// Matrices with their locations named, so that the file can be read by itself and its rows reordered.
  private mutating func addMatrices(_ matrices: [[[Int]]], to table: String, modes: [TravelModeID]? = nil) {
    var writer = CSVWriter()
    if modes != nil { writer.append("mode") }
    writer.append("from")
    for location in locations { writer.append(location.id.rawValue) }
    writer.endRecord()
    for (position, minutes) in matrices.enumerated() {
      for (location, row) in zip(locations, minutes) {
        if let modes { writer.append(modes[position].rawValue) }
        writer.append(location.id.rawValue)
        for number in row { writer.append(number) }
        writer.endRecord()
      }
    }
    files.append(("\(table).csv", writer.bytes))
  }
}

extension CSVWriter {
  /// A table with the names of its columns first; a matrix has a file of its own.
  static func table<Row>(_ rows: [Row], _ layout: TableLayout<Row>) -> [UInt8] {
    var writer = CSVWriter()
    let columns = layout.withoutMatrix.columns
    for column in columns { writer.append(column.name) }
    writer.endRecord()
    for row in rows {
      for column in columns { writer.append(column.value(row)) }
      writer.endRecord()
    }
    return writer.bytes
  }

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
    case .clock(let minute): append(LocalDateTime(minuteNumber: minute).clock)
    case .list(let items): append(ListCell.text(items))
    case .matrix, nil: append("")
    }
  }
}

extension Instance {
  /// Writes the instance as a folder of CSV files; see `InstanceDraft.write(folder:)`.
  public func write(folder path: String) throws(OutputError) { try tables.write(folder: path) }
}
