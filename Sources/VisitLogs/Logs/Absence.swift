import Files
import HomeCare

/// Dates on which a client was not at home.
public struct Absence: Hashable, Sendable {
  /// The client's id.
  public var client: String
  /// What the client is called, where the table says it beside the id.
  public var name: String?
  /// The first and the last date.
  public var dates: ClosedRange<LocalDate>

  /// An absence.
  public init(client: String, name: String? = nil, dates: ClosedRange<LocalDate>) {
    self.client = client
    self.name = name
    self.dates = dates
  }

  /// Reads a table with the columns `client`, `from` and `to`, dates inclusive, in any dialect that logs have; an empty
  /// `to` leaves the end open, and of a date with a time of day the date counts.
  ///
  /// - Parameter mapping: How the log beside it is read: what it calls the client's column may be what the table calls it.
  /// - Throws: `InputError` with every row that cannot be read: an absence that is overlooked changes the figures.
  public static func read(_ path: String, _ mapping: ExportMapping? = nil) throws(InputError) -> [Absence] {
    let mapping = mapping ?? .genericSwedish
    let table = try table(path, mapping)
    var problems: [InputProblem] = []
    var absences: [Absence] = []
    for index in table.rows.indices {
      var row = MappedRow(table, index, mapping)
      let client = row.required("client", "a client's id")
      if let client, ShortenedNumber.matches(client.utf8) {
        row.refuse("client", found: quoted(client), expected: ShortenedNumber.expected)
      }
      _ = row.required("from", "a date such as 2026-03-02")
      let from = row.day("from")
      let to = OpenEnd.isSaid(by: row.text("to")) ? LocalDateTime.openEnd.date : row.day("to")
      if let from, let to, from > to {
        row.refuse("to", found: "\(to)", expected: "a date that is not before the first, \(from)")
      }
      problems += row.problems
      if row.problems.isEmpty, let client, let from, let to {
        absences.append(Absence(client: client, name: row.text("clientName"), dates: from...to))
      }
    }
    problems += table.refusedSums
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return absences
  }

  /// The table, with the client's column called as in the log where there is such a one, else by any name in use.
  private static func table(_ path: String, _ mapping: ExportMapping) throws(InputError) -> MappedTable {
    if let header = mapping.columns[.client], mapping.tables[.away]?["client"] == nil {
      var named = mapping
      named.tables[.away, default: [:]]["client"] = header
      if let table = try? MappedTable(path, .away, named) { return table }
    }
    do throws(InputError) { return try MappedTable(path, .away, mapping) } catch {
      // Whoever has no number may have a name.
      var named = mapping
      for header in ["namn", "name"] where mapping.tables[.away]?["client"] == nil {
        named.tables[.away, default: [:]]["client"] = header
        if let table = try? MappedTable(path, .away, named) { return table }
      }
      throw error
    }
  }
}
