import Files
import HomeCare

/// Needs as read from files, with where each of them stands.
public struct NeedsReading {
  /// Columns of a file that nothing is read from.
  public struct UnreadColumns: Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public let file: String
    /// The headers, in the order of the file.
    public let columns: [String]

    /// One line.
    public var description: String {
      "\(file): not read: \(columns.map(quoted).joined(separator: ", ")); a mapping can say what a column is"
    }
  }

  private let reader: NeedsReader

  init(_ reader: NeedsReader) { self.reader = reader }

  /// The needs, without the rows that could not be read.
  public var needs: Needs { reader.needs }

  /// Ids that came in several spellings, each list with the one used first.
  public var merged: [[String]] { reader.clientIDs.merged + reader.staffIDs.merged }

  /// Columns that nothing is read from: notes, or headers that a mapping should name.
  public var unread: [UnreadColumns] { reader.unread }

  /// The instance that the needs come to over a horizon.
  ///
  /// - Throws: `InputError` with every problem of reading and of validation together, each at its place in the files.
  public func instance(over horizon: Horizon, name: String) throws(InputError) -> Instance {
    let expansion = Expansion(reader.needs, over: horizon, name: name)
    var draft = expansion.draft
    for table in reader.incomplete {
      switch table {
      case .staff: draft.unreadable.insert(Cell(table: "staff", row: 0, column: "id"))
      case .clients, .needs: draft.unreadable.insert(Cell(table: "clients", row: 0, column: "id"))
      case .shifts, .absences, .away, .history: break
      }
    }
    let found = draft.problems().filter { $0.severity == .error }.map { located($0, expansion) }
    let problems = Self.distinct(reader.problems + found)
    guard problems.isEmpty else { throw InputError(problems: problems) }
    do {
      return try expansion.instance()
    } catch let error as InvalidChanges {
      throw InputError(problems: Self.distinct(error.problems.map { located($0, expansion) }))
    } catch let error as InvalidInstance {
      throw InputError(problems: Self.distinct(error.problems.map { located($0, expansion) }))
    } catch {
      throw InputError(InputProblem(file: reader.folder, found: "\(error)", expected: "needs that can be expanded"))
    }
  }

  /// One problem of a row stands for those of all the dates it falls on.
  private static func distinct(_ problems: [InputProblem]) -> [InputProblem] {
    struct Key: Hashable {
      let file: String
      let line: Int?
      let column: String?
    }
    var seen: Set<Key> = []
    return problems.filter { problem in
      guard let position = problem.position, let cell = problem.cell else { return true }
      return seen.insert(Key(file: problem.file, line: position.line, column: cell.column)).inserted
    }
  }

  /// Puts a problem of the instance where the row stands that it was made from.
  private func located(_ problem: InstanceProblem, _ expansion: Expansion) -> InputProblem {
    let row = problem.cell.row
    let places: [NeedsPlace]
    var index: Int? = row
    var column = problem.cell.column
    switch problem.cell.table {
    case "visits":
      places = reader.visitRows
      index = expansion.needOfVisit.indices.contains(row) ? expansion.needOfVisit[row] : nil
      if column == "staff" { column = "double" }
    case "links":
      places = reader.visitRows
      index = expansion.needOfLink.indices.contains(row) ? expansion.needOfLink[row] : nil
      column = column == "staff" ? "sameStaff" : column == "first" || column == "second" ? "tie" : column
    case "shifts":
      places = reader.shiftRows
      index = expansion.patternOfShift.indices.contains(row) ? expansion.patternOfShift[row] : nil
    case "clients": places = reader.clientRows
    case "staff": places = reader.staffRows
    case "locations": places = reader.locationRows
    case "absences": places = reader.absenceRows
    case "away": places = reader.awayRows
    default: (places, index) = ([], nil)
    }
    if column == "id", ["clients", "staff"].contains(problem.cell.table) {
      column = problem.cell.table == "staff" ? "staff" : "client"
    }
    guard let index, places.indices.contains(index) else {
      return InputProblem(
        file: reader.folder, cell: problem.cell, id: problem.id, found: problem.found, expected: problem.expected)
    }
    let place = places[index]
    return InputProblem(
      file: place.file, position: TextPosition(line: place.line),
      cell: Cell(table: place.table.rawValue, row: place.row, column: column), id: problem.id, found: problem.found,
      expected: problem.expected)
  }
}
