import HomeCare

/// A table of a page, built row by row.
package struct HTMLTable {
  private let head: HTML
  private var rows: [HTML] = []
  private let isNumber: [Bool]
  /// The titles, where each row is folded on phones.
  private let folded: [String]?

  /// Rows up to which a table is kept on one sheet of paper.
  private static let mostKeptTogether = 8

  /// - Parameters:
  ///   - columns: Titles; those of numbers keep to the right.
  ///   - folds: Whether a row is a block of its own on phones, each figure below its title, where columns would be too many.
  package init(caption: String, _ columns: [(title: String, isNumber: Bool)], folds: Bool = false) {
    isNumber = columns.map(\.isNumber)
    folded = folds ? columns.map(\.title) : nil
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
    let parts = zip(cells, isNumber).enumerated().map { place, column -> HTML in
      let (cell, isNumber) = column
      let title = folded.map { titles -> HTML in place == 0 ? "" : " data-t=\"\(titles[place])\"" } ?? ""
      return isNumber ? "<td\(Self.number)\(title)>\(cell.keepingUnits)</td>" : "<td\(title)>\(cell)</td>"
    }
    let mark = kind.map { kind -> HTML in " class=\"\(kind)\"" } ?? ""
    rows.append("<tr\(mark)>\(parts.joined())</tr>\n")
  }

  /// The table as HTML.
  package var html: HTML {
    let kinds = [rows.count <= Self.mostKeptTogether ? "short" : "", folded == nil ? "" : "folds"].filter {
      !$0.isEmpty
    }
    let kind: HTML = kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
    return "<div class=\"scroll\"><table\(kind)>\(head)<tbody>\n\(rows.joined())</tbody></table></div>\n"
  }
}

extension HTMLTable {
  /// Columns that have room beside one another on a phone.
  private static let mostOnPhones = 5

  /// A report's table, with one more column where given; its words come from outside and are shown on one line.
  init(_ table: ReportTable, _ more: (title: String, cells: [HTML])? = nil) {
    let columns = table.columns.map { (title: Language.capitalised($0.title), isNumber: $0.isNumber) }
    self.init(
      caption: table.caption, columns + (more.map { [($0.title, false)] } ?? []),
      folds: columns.count > Self.mostOnPhones)
    for (place, row) in table.rows.enumerated() {
      let cells = zip(row, table.columns).map { cell, column -> HTML in
        if column.isNumber { return "\(cell)" }
        return LocalDate(cell) == nil ? HTML.name(cell) : "<span class=\"d\">\(cell)</span>"
      }
      append(cells + (more.map { [$0.cells[place]] } ?? []))
    }
  }
}
