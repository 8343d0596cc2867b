import Files
import HomeCare

/// Changes read from a file, with the places of what they say.
public struct ChangesFile: Sendable {
  /// The changes.
  public private(set) var changes: Changes
  private let places: JSONPlaces

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
    changes.absences = tables.rows(ChangeTables.absences)
    changes.away = tables.rows(ChangeTables.away)
    changes.cancelled = tables.rows(ChangeTables.cancelled)
    changes.added = tables.rows(ChangeTables.added)
    changes.moved = tables.rows(ChangeTables.moved)
    changes.lengthened = tables.rows(ChangeTables.lengthened)
    changes.series = tables.rows(ChangeTables.series)
    changes.alternatives = tables.rows(ChangeTables.alternatives)
    changes.links = tables.rows(ChangeTables.links)
    changes.newStaff = tables.rows(ChangeTables.newStaff)
    changes.newShifts = tables.rows(ChangeTables.newShifts).map(\.whole)
    changes.takenOver = tables.rows(ChangeTables.takenOver)
    changes.hours = tables.rows(ChangeTables.hours)
    changes.back = tables.rows(ChangeTables.back)
    changes.skills = tables.rows(ChangeTables.skills)
    changes.contacts = tables.rows(ChangeTables.contacts)
    changes.granted = tables.rows(ChangeTables.granted)
    changes.withdrawn = tables.rows(ChangeTables.withdrawn)
    try tables.reader.finish()
    self.changes = changes
    places = tables.places
  }

  /// Finds the staff and clients that the file names otherwise than by their ids; what it found, a line each.
  ///
  /// - Throws: `InputError` where a name is that of several.
  public mutating func findPersons(in instance: Instance) throws(InputError) -> [String] {
    var people = NamedPersons(of: instance)
    let named = changes.named(by: &people)
    guard people.problems.isEmpty else {
      var places = places
      throw InputError(problems: people.problems.map { places.locate($0) })
    }
    changes = named
    return people.found
  }

  /// The problems of changes that do not fit their instance, at their places in the file.
  public func located(_ error: InvalidChanges) -> InputError {
    var places = places
    return InputError(problems: error.problems.map { places.locate($0) })
  }
}

extension Changes {
  /// The changes as a JSON text, a row a line; tables without rows are left out.
  public func json() -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("format", ChangeTables.format)
      func member<Row>(_ layout: TableLayout<Row>, _ rows: [Row]) {
        if !rows.isEmpty { writer.rows(rows, layout) }
      }
      member(ChangeTables.absences, absences)
      member(ChangeTables.away, away)
      member(ChangeTables.cancelled, cancelled)
      member(ChangeTables.added, added)
      member(ChangeTables.moved, moved)
      member(ChangeTables.lengthened, lengthened)
      member(ChangeTables.series, series)
      member(ChangeTables.alternatives, alternatives)
      member(ChangeTables.links, links)
      member(ChangeTables.newStaff, newStaff)
      member(ChangeTables.newShifts, newShifts.map(ShiftRow.init))
      member(ChangeTables.takenOver, takenOver)
      member(ChangeTables.hours, hours)
      member(ChangeTables.back, back)
      member(ChangeTables.skills, skills)
      member(ChangeTables.contacts, contacts)
      member(ChangeTables.granted, granted)
      member(ChangeTables.withdrawn, withdrawn)
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
