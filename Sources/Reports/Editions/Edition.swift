import Interchange

/// For whom a report is made.
public enum Edition: Hashable, Sendable {
  /// For those who work with the clients: everybody by id.
  case work
  /// For a board and the public: nobody by id, and no count below a limit.
  case board(limit: Int)

  /// The limit of a board's edition where nothing else is said.
  public static let standardLimit = 5
}

/// A report that can be written in every form.
public protocol MeasureOutput {
  /// One HTML page that needs no network and runs no script.
  ///
  /// - Parameter limit: Clients and staff listed at most.
  func html(_ language: Language, limit: Int) -> String
  /// A text for a terminal.
  ///
  /// - Parameter limit: Clients listed at most.
  func text(_ language: Language, limit: Int) -> String
  /// What must be known before the figures are trusted, a sentence each.
  func warnings(_ language: Language) -> [String]
  /// One JSON object.
  func json() -> [UInt8]
  /// Writes CSV in pieces.
  func writeCSV(_ dialect: CSVDialect, _ output: ([UInt8]) throws -> Void) rethrows
  /// Its tables, in the order of sheets.
  var tables: [MeasureTable] { get }
  /// Writes a table; what people read in it is in a language.
  func write(_ table: MeasureTable, _ language: Language, to writer: inout some RecordWriter)
}

extension MeasureReport: MeasureOutput {}

extension MeasureOutput {
  /// Writes CSV in pieces, as other programs read it.
  public func writeCSV(_ output: ([UInt8]) throws -> Void) rethrows { try writeCSV(.plain, output) }
}
