import Files
import HomeCare

/// Changes read from a file, with the places of what they say.
public struct ChangesFile: Sendable {
  /// The changes.
  public private(set) var changes: Changes
  private let places: JSONPlaces
  /// Names that are those of several.
  private var ambiguous: [InstanceProblem] = []

  /// Reads changes from a JSON file, or from standard input where the path is `-`.
  ///
  /// - Throws: `InputError` with every problem found.
  public init(path: String) throws(InputError) {
    let (bytes, name) = try FileBytes.input(path)
    try self.init(json: bytes, file: name)
  }

  /// Reads changes from a JSON text.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(json bytes: [UInt8], file: String = "changes") throws(InputError) {
    var tables = try JSONTablesFile(
      bytes, file: file, format: ChangeTables.format, keys: ChangeTables.keys, what: "a file of changes")
    var changes = Changes()
    for table in ChangeTables.all { table.read(&tables, &changes) }
    try tables.reader.finish()
    self.changes = changes
    places = tables.places
  }

  /// Finds the staff and clients that the file names otherwise than by their ids; what it found, a line each. A name that is
  /// that of several stays, and is refused by `refusal`.
  public mutating func findPersons(in instance: Instance) -> [String] {
    var people = NamedPersons(of: instance)
    changes = changes.named(by: &people)
    ambiguous = people.problems
    return people.found
  }

  /// What is wrong with the changes, at its places in the file: names that are those of several, and what does not fit the
  /// instance; `nil` where nothing is.
  public func refusal(_ error: InvalidChanges? = nil) -> InputError? {
    let cells = Set(ambiguous.map(\.cell))
    let problems = ambiguous + (error?.problems ?? []).filter { !cells.contains($0.cell) }
    return problems.isEmpty ? nil : places.located(problems)
  }
}

extension Changes {
  /// The changes as a JSON text, a row a line; tables without rows are left out.
  public func json() -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("format", ChangeTables.format)
      for table in ChangeTables.all { table.write(self, &writer) }
    }
  }
}

extension VisitLock {
  /// Reads locks from a JSON file.
  ///
  /// - Throws: `InputError` with every problem found.
  public static func read(path: String) throws(InputError) -> [VisitLock] {
    try read(json: try FileBytes.read(path), file: path)
  }

  /// Reads locks from a JSON text.
  ///
  /// - Throws: `InputError` with every problem found.
  public static func read(json bytes: [UInt8], file: String = "locks") throws(InputError) -> [VisitLock] {
    var tables = try JSONTablesFile(
      bytes, file: file, format: LockTables.format, keys: LockTables.keys, what: "a file of locks")
    let locks = tables.rows(LockTables.locks)
    try tables.reader.finish()
    return locks
  }
}

extension WeightSettings {
  /// Reads weights from a JSON file.
  ///
  /// - Throws: `InputError` with every problem found.
  public static func read(path: String) throws(InputError) -> WeightSettings {
    try read(json: try FileBytes.read(path), file: path)
  }

  /// Reads weights from a JSON text.
  ///
  /// - Throws: `InputError` with every problem found.
  public static func read(json bytes: [UInt8], file: String = "weights") throws(InputError) -> WeightSettings {
    var tables = try JSONTablesFile(
      bytes, file: file, format: WeightTables.format, keys: WeightTables.keys, what: "a file of weights")
    let settings = tables.single(WeightTables.weights)
    try tables.reader.finish()
    return settings
  }
}
