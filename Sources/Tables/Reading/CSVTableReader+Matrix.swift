import Files
import HomeCare

extension CSVTableReader {
  /// Reads a travel matrix whose rows and columns are named by locations, in any order.
  ///
  /// The first record is `from` and the ids of the locations to; every other one is a location from and its minutes.
  ///
  /// - Returns: The minutes in the order of `locations`, or `nil` and problems where any is missing.
  mutating func matrix(_ bytes: [UInt8], file: String, locations: [String], cell: Cell) -> [[Int]]? {
    self.file = file
    var sheet = MatrixSheet(locations: locations)
    let count = list.count
    bytes.withUnsafeBytes { raw in
      var scanner = Self.scanner(raw)
      while scanner.next() {
        if scanner.isBlank || scanner.fields.allSatisfy(\.isEmpty) { continue }
        for (found, expected) in sheet.add(scanner, bytes) {
          report(scanner.recordLine, cell, found: found, expected: expected)
        }
      }
    }
    for (found, expected) in sheet.missing() { report(1, cell, found: found, expected: expected) }
    return list.count == count ? sheet.minutes : nil
  }

  /// Reads the travel matrices of several modes out of one file: as a single matrix is written, with a first column
  /// `mode` that names whose row it is.
  ///
  /// - Parameter cell: The cell that a problem with the matrix of a mode concerns, by the mode's position.
  /// - Returns: The minutes of the modes that the file names, by their positions.
  mutating func matrices(
    _ bytes: [UInt8], file: String, locations: [String], modes: [String], cell: (Int) -> Cell
  ) -> [Int: [[Int]]] {
    self.file = file
    var template = MatrixSheet(locations: locations, leading: 1)
    var sheets: [Int: MatrixSheet] = [:]
    bytes.withUnsafeBytes { raw in
      var scanner = Self.scanner(raw)
      var hasHeader = false
      while scanner.next() {
        if scanner.isBlank || scanner.fields.allSatisfy(\.isEmpty) { continue }
        let name = scanner.text(of: scanner.fields[0])
        if !hasHeader {
          hasHeader = true
          if name != "mode" {
            report(
              scanner.recordLine, cell(0), found: name.map(quoted) ?? "text that is not UTF-8",
              expected: "\"mode\", then \"from\", and after it the ids of the locations")
          }
          for (found, expected) in template.add(scanner, bytes) {
            report(scanner.recordLine, cell(0), found: found, expected: expected)
          }
          continue
        }
        guard let name, let mode = modes.firstIndex(of: name) else {
          report(
            scanner.recordLine, cell(0), found: "the mode \(name.map(quoted) ?? "that is not UTF-8")",
            expected: "the id of a row of travelModes")
          continue
        }
        for (found, expected) in sheets[mode, default: template].add(scanner, bytes) {
          report(scanner.recordLine, cell(mode), found: found, expected: expected)
        }
      }
    }
    for mode in modes.indices {
      for (found, expected) in sheets[mode]?.missing() ?? [] {
        report(1, cell(mode), found: "\(found) of \(quoted(modes[mode]))", expected: expected)
      }
    }
    return sheets.mapValues(\.minutes)
  }
}

/// A travel matrix while its records are read.
private struct MatrixSheet {
  private let locations: [String]
  /// Columns before that of the location from.
  private let leading: Int
  private let index: [String: Int]
  /// The location that each field of a record after the first is for; `nil` before the header is read.
  private var header: [Int?]?
  private var hasRow: [Bool]
  private(set) var minutes: [[Int]]

  init(locations: [String], leading: Int = 0) {
    self.locations = locations
    self.leading = leading
    index = Dictionary(uniqueKeysWithValues: locations.enumerated().map { ($1, $0) })
    hasRow = Array(repeating: false, count: locations.count)
    minutes = Array(repeating: Array(repeating: 0, count: locations.count), count: locations.count)
  }

  typealias Problem = (found: String, expected: String)

  /// Adds a record, and tells what is wrong with it.
  mutating func add(_ scanner: CSVScanner, _ bytes: [UInt8]) -> [Problem] {
    if let flaw = scanner.flaw {
      return flaw.kind == .unclosedQuote
        ? [("a quote that is never closed", "a closing quote")] : [("text after a closing quote", "a separator there")]
    }
    guard let header else { return addHeader(scanner) }
    let columns = leading + 1 + header.count
    guard scanner.fields.count == columns else {
      return [("\(scanner.fields.count) cells", "\(columns), one for each column of the header")]
    }
    let name = scanner.text(of: scanner.fields[leading])
    guard let name, let row = index[name] else { return [unknown(name, "row")] }
    guard !hasRow[row] else { return [("the row \(quoted(name)) a second time", "each location once")] }
    hasRow[row] = true
    var misfits: (first: CSVField, count: Int)?
    for (field, column) in zip(scanner.fields.dropFirst(leading + 1), header) {
      guard case .whole(let number) = Scalars.number(bytes[field.start..<field.end]) else {
        misfits = (misfits?.first ?? field, (misfits?.count ?? 0) + 1)
        continue
      }
      if let column { minutes[row][column] = number }
    }
    guard let misfits else { return [] }
    let more = misfits.count > 1 ? " (\(misfits.count) such in the row)" : ""
    let text = scanner.text(of: misfits.first).map(quoted) ?? "text that is not UTF-8"
    return [("\(text) in the row from \(quoted(name))\(more)", "whole minutes")]
  }

  private mutating func addHeader(_ scanner: CSVScanner) -> [Problem] {
    var problems: [Problem] = []
    let first = scanner.fields.dropFirst(leading).first
    if first.flatMap({ scanner.text(of: $0) }) != "from" {
      let text = first.map { scanner.text(of: $0).map(quoted) ?? "text that is not UTF-8" } ?? "nothing"
      problems.append((text, "\"from\", and after it the ids of the locations"))
    }
    var columns: [Int?] = []
    for field in scanner.fields.dropFirst(leading + 1) {
      let name = scanner.text(of: field)
      let column = name.flatMap { index[$0] }
      if column == nil {
        problems.append(unknown(name, "column"))
      } else if columns.contains(column) {
        problems.append(("the column \(quoted(name ?? "")) a second time", "each location once"))
      }
      columns.append(column)
    }
    header = columns
    return problems
  }

  /// What the matrix lacks when all records are read.
  func missing() -> [Problem] {
    guard let header else {
      return [("an empty file", "a first line with \"from\" and the ids of the locations")]
    }
    let given = Set(header)
    var problems: [Problem] = []
    for (position, id) in locations.enumerated() {
      if !given.contains(position) { problems.append(("no column \(quoted(id))", "a column for each location")) }
      if !hasRow[position] { problems.append(("no row \(quoted(id))", "a row for each location")) }
    }
    return problems
  }

  private func unknown(_ name: String?, _ what: String) -> Problem {
    guard let name else { return ("a \(what) whose name is not UTF-8", "the id of a location") }
    let nearest = Spelling.nearest(to: name, among: locations).map { "; perhaps \(quoted($0))" } ?? ""
    return ("the \(what) \(quoted(name))", "the id of a row of locations\(nearest)")
  }
}
