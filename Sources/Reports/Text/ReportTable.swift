/// A table of a report, written once and shown as text or on a page.
struct ReportTable {
  /// What stands above it.
  let caption: String
  /// Titles; those of numbers keep to the right.
  let columns: [(title: String, isNumber: Bool)]
  /// The cells of each row.
  private(set) var rows: [[String]]
  /// Rows left out behind the last.
  let left: Int

  /// A table of the first of some things, each with its row of cells.
  init<Rows: Collection>(
    _ caption: String, _ columns: [(title: String, isNumber: Bool)], of things: Rows, limit: Int?,
    cells: (Rows.Element) -> [String]
  ) {
    self.caption = caption
    self.columns = columns
    rows = things.prefix(limit ?? things.count).map(cells)
    left = things.count - rows.count
  }

  /// The rows for a terminal.
  var text: String {
    var table = TextTable(columns.map { ($0.title, $0.isNumber ? .right : .left) })
    for row in rows { table.append(row) }
    return table.text
  }
}
