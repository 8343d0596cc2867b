import Files
import HomeCare

/// A list of changes read from a file, with the places of what it says.
public struct ChangeListFile: Sendable {
  /// The name of the instance that the roster answers once the list is carried out.
  public let instance: String
  /// The list.
  public let list: ChangeList
  private let places: JSONPlaces

  /// Reads a list from a JSON file, or from standard input where the path is `-`.
  ///
  /// - Throws: `InputError` with every problem found.
  public init(path: String) throws(InputError) {
    let (bytes, name) = try FileBytes.input(path)
    try self.init(json: bytes, file: name)
  }

  /// Reads a list from a JSON text.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(json bytes: [UInt8], file: String = "changes") throws(InputError) {
    var tables = try JSONTablesFile(
      bytes, file: file, format: ChangeListTables.format, keys: ChangeListTables.keys,
      what: "a list of changes of a roster")
    instance = tables.reader.text(tables.tables["instance"], "instance") ?? ""
    let rows = tables.rows(ChangeListTables.changes)
    try tables.reader.finish()
    places = tables.places
    list = ChangeList(rows.map(\.change))
    let problems = Self.problems(rows)
    if !problems.isEmpty { throw located(problems) }
  }

  /// Problems that a list turns out to have, at their places in the file.
  public func located(_ problems: [InstanceProblem]) -> InputError { places.located(problems) }

  private static func problems(_ rows: [ChangeRow]) -> [InstanceProblem] {
    var seen: Set<VisitID> = []
    return rows.enumerated().flatMap { number, row in
      var problems = row.misfits.map { ChangeList.problem($0.column, ofRow: number, $0.found, $0.expected) }
      if !seen.insert(row.visit).inserted {
        problems.append(
          ChangeList.problem("visit", ofRow: number, "\"\(row.visit)\" a second time", "each visit once"))
      }
      return problems
    }
  }
}

extension ChangeList {
  /// The list as a JSON text, a row a line.
  ///
  /// - Parameter instance: The name of the instance that the roster answers once the list is carried out.
  public func json(instance: String) -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("format", ChangeListTables.format)
      writer.member("instance", instance)
      writer.rows(rows.map(ChangeRow.init), ChangeListTables.changes)
    }
  }
}
