/// A table of text with aligned columns, for a terminal.
public struct TextTable: Sendable {
  /// Which side of a column its text keeps to.
  public enum Alignment: Sendable {
    /// Words.
    case left
    /// Numbers.
    case right
  }

  private let header: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// An empty table; the header may be empty strings throughout, and is then not printed.
  public init(_ columns: [(title: String, alignment: Alignment)]) {
    header = columns.map(\.title)
    alignments = columns.map(\.alignment)
  }

  /// Adds a row, which has a cell for each column.
  public mutating func append(_ cells: [String]) {
    precondition(cells.count == header.count, "a row has as many cells as the table has columns")
    // A line end or another control character would break the table, or drive the terminal.
    rows.append(cells.map { String($0.unicodeScalars.map { $0.isPrintable ? Character($0) : "�" }) })
  }

  /// The table, each row on a line.
  public var text: String {
    let all = (header.allSatisfy(\.isEmpty) ? [] : [header]) + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return alignments[column] == .left ? row[column] + padding : padding + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
