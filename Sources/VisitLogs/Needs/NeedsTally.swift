import Files
import HomeCare

/// What became of the rows of one table of needs: each of them is used, told of, or refused.
public struct NeedsTally: Hashable, Sendable, CustomStringConvertible {
  /// The table.
  public let table: NeedsTable
  /// Rows read.
  public internal(set) var rows = 0
  /// Rows that something is wrong with.
  public internal(set) var refused = 0
  /// Rows that became part of the needs, whether or not of these days.
  var taken = 0
  /// Rows of persons who are not in the tables, by how they are called, in the order of the table.
  public internal(set) var strangers: [Stranger] = []
  /// Rows of a schedule without a shift, by name.
  public internal(set) var idle: [String] = []
  /// Rows that come to nothing in the horizon: of other dates, or of history, not before it.
  public internal(set) var outside = 0
  /// Those of them that are known by name.
  var outsideRows: [String] = []
  /// Rows that sum others up or head them, by name.
  public internal(set) var sums: [String] = []
  /// Rows of visits that are made when there is need of them, and cannot be planned, by name.
  public internal(set) var asNeeded: [String] = []
  /// Rows whose start lies outside the part of the day beside it, by name; the start goes before it.
  public internal(set) var besideSlot: [String] = []

  /// A person who is not in the tables.
  public struct Stranger: Hashable, Sendable {
    /// What the table calls them.
    public let text: String
    /// Rows in which it stands.
    public var rows: Int
    /// Who may be meant, as a part of a message; empty where nobody comes near.
    let nearest: String
  }

  /// A tally of a table.
  init(_ table: NeedsTable) { self.table = table }

  /// Rows that became part of the instance.
  public var used: Int { taken - outside }

  /// Notes a row of a person who is not in the tables.
  mutating func note(stranger text: String, _ nearest: (String) -> String) {
    if let known = strangers.firstIndex(where: { $0.text == text }) {
      strangers[known].rows += 1
    } else {
      strangers.append(Stranger(text: text, rows: 1, nearest: nearest(text)))
    }
  }

  /// A row as messages name it: its line or row, and whose it is.
  static func name(_ line: Int, _ person: String?) -> String {
    "\(line)" + (person.map { " (\(shown($0)))" } ?? "")
  }

  /// Which rows they are, the first of them by name.
  static func list(_ names: [String]) -> String {
    names.isEmpty ? "" : ": row \(names.prefix(6).joined(separator: ", "))\(names.count > 6 ? ", …" : "")"
  }

  /// One line.
  public var description: String {
    var parts = ["\(table.rawValue): \(counted(rows, "row")), \(used) used"]
    if outside > 0 {
      let when = table == .history ? "not before the horizon" : "not in the horizon"
      parts.append("\(outside) \(when)\(Self.list(outsideRows))")
    }
    if !idle.isEmpty { parts.append("\(idle.count) without a shift\(Self.list(idle))") }
    if !asNeeded.isEmpty { parts.append("\(asNeeded.count) as needed, not planned\(Self.list(asNeeded))") }
    if !besideSlot.isEmpty {
      parts.append(
        "\(besideSlot.count) with a start outside the part of the day, which goes before it\(Self.list(besideSlot))")
    }
    if !sums.isEmpty { parts.append("\(counted(sums.count, "sum or heading", "sums or headings"))\(Self.list(sums))") }
    let people = strangers.map { "\(quoted($0.text)) in \($0.rows)\($0.nearest)" }
    if !people.isEmpty { parts.append("of nobody in the tables: \(people.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}
