import HomeCare

/// A table of a page, built row by row.
package struct HTMLTable {
  private let head: HTML
  private var rows: [HTML] = []
  private let isNumber: [Bool]

  /// Rows up to which a table is kept on one sheet of paper.
  private static let mostKeptTogether = 8

  /// - Parameter columns: Titles; those of numbers keep to the right.
  package init(caption: String, _ columns: [(title: String, isNumber: Bool)]) {
    isNumber = columns.map(\.isNumber)
    let titles = columns.map { column -> HTML in
      "<th scope=\"col\"\(column.isNumber ? Self.number : "")>\(column.title)</th>"
    }
    head = "<caption>\(caption)</caption><thead><tr>\(titles.joined())</tr></thead>"
  }

  private static let number: HTML = " class=\"n\""

  /// Adds a row.
  ///
  /// - Parameter kind: The row's class, by which a page's style knows it.
  package mutating func append(_ cells: [HTML], kind: HTML? = nil) {
    let parts = zip(cells, isNumber).map { cell, isNumber -> HTML in
      isNumber ? "<td\(Self.number)>\(cell.keepingUnits)</td>" : "<td>\(cell)</td>"
    }
    let mark = kind.map { kind -> HTML in " class=\"\(kind)\"" } ?? ""
    rows.append("<tr\(mark)>\(parts.joined())</tr>\n")
  }

  /// The table as HTML.
  package var html: HTML {
    let kind: HTML = rows.count <= Self.mostKeptTogether ? " class=\"short\"" : ""
    return "<div class=\"scroll\"><table\(kind)>\(head)<tbody>\n\(rows.joined())</tbody></table></div>\n"
  }
}

extension HTMLTable {
  /// A report's table, with one more column where given; its words come from outside and are shown on one line.
  init(_ table: ReportTable, _ more: (title: String, cells: [HTML])? = nil) {
    let columns = table.columns.map { (title: Language.capitalised($0.title), isNumber: $0.isNumber) }
    self.init(caption: table.caption, columns + (more.map { [($0.title, false)] } ?? []))
    for (place, row) in table.rows.enumerated() {
      let cells = zip(row, table.columns).map { cell, column -> HTML in
        if column.isNumber { return "\(cell)" }
        return LocalDate(cell) == nil ? HTML.name(cell) : "<span class=\"d\">\(cell)</span>"
      }
      append(cells + (more.map { [$0.cells[place]] } ?? []))
    }
  }
}
