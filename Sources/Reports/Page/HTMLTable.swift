/// A table of a page, built row by row.
package struct HTMLTable {
  private let head: String
  private var rows: [String] = []
  private let isNumber: [Bool]

  /// Rows up to which a table is kept on one sheet of paper.
  private static let mostKeptTogether = 16

  /// - Parameter columns: Titles; those of numbers keep to the right.
  package init(caption: String, _ columns: [(title: String, isNumber: Bool)]) {
    isNumber = columns.map(\.isNumber)
    let titles = columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(HTMLText.escaped(column.title))</th>"
    }
    head = "<caption>\(HTMLText.escaped(caption))</caption><thead><tr>\(titles.joined())</tr></thead>"
  }

  /// Adds a row of cells that are HTML already.
  package mutating func append(_ cells: [String]) {
    let parts = zip(cells, isNumber).map { cell, isNumber in
      isNumber ? "<td class=\"n\">\(cell)</td>" : "<td>\(cell)</td>"
    }
    rows.append("<tr>\(parts.joined())</tr>\n")
  }

  /// The table as HTML.
  package var text: String {
    let kind = rows.count <= Self.mostKeptTogether ? " class=\"short\"" : ""
    return "<table\(kind)>\(head)<tbody>\n\(rows.joined())</tbody></table>\n"
  }
}
