import HomeCare

/// Whether a row can do without the value.
enum Presence: Hashable, Sendable {
  /// Every row has it.
  case required
  /// A row may have none.
  case optional
  /// A row that has none means this.
  case standard(CellValue)
}

/// One column of a table: its name, what it holds, and where in a row of the program the value lives.
///
/// A class, since a struct of so many fields would cost a count for each of them wherever a cell is read.
final class Column<Row>: Sendable {
  /// The name, as files write it.
  let name: String
  /// What the cells hold.
  let kind: ValueKind
  /// Whether a row can do without.
  let presence: Presence
  /// What the value says, in a sentence without its full stop, for schemas.
  let meaning: String
  /// The value in a row; `nil` where it has none.
  let value: @Sendable (Row) -> CellValue?
  /// Puts a value of the column's kind into a row.
  let assign: @Sendable (inout Row, CellValue) -> Void

  /// The first format whose files have the column.
  let format: InstanceFormat

  /// The bytes of the name, for comparing with a file's.
  let nameBytes: [UInt8]

  init(
    _ name: String, _ kind: ValueKind, _ presence: Presence, _ meaning: String, since format: InstanceFormat = .one,
    value: @escaping @Sendable (Row) -> CellValue?, assign: @escaping @Sendable (inout Row, CellValue) -> Void
  ) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.meaning = meaning
    self.format = format
    self.value = value
    self.assign = assign
    nameBytes = Array(name.utf8)
  }

  /// The column, but that rows with the value that absence means have none.
  var leftOutWhereStandard: Column<Row> {
    let (value, presence) = (value, presence)
    return Column(
      name, kind, presence, meaning, since: format,
      value: { row in
        let cell = value(row)
        return cell.map(Presence.standard) == presence ? nil : cell
      }, assign: assign)
  }

  /// The column, but that only files from a format on have it.
  func since(_ format: InstanceFormat) -> Column<Row> {
    Column(name, kind, presence, meaning, since: format, value: value, assign: assign)
  }

  /// The column of rows that hold a row of this one's.
  func of<Outer>(_ path: WritableKeyPath<Outer, Row> & Sendable) -> Column<Outer> {
    let (value, assign) = (value, assign)
    return Column<Outer>(
      name, kind, presence, meaning, since: format, value: { value($0[keyPath: path]) },
      assign: { assign(&$0[keyPath: path], $1) })
  }

  /// Whether a row may leave the value out.
  var isRequired: Bool { presence == .required }
}

/// The columns of a table, in the order of the files.
struct TableLayout<Row: Sendable>: Sendable {
  /// The table's name: the key in JSON, and the file's name before `.csv`.
  let name: String
  /// What the table holds, in a sentence without its full stop, for schemas.
  let meaning: String
  /// A row before anything is known of it; its values stand in where the file's cannot be read.
  let blank: Row
  /// The columns.
  var columns: [Column<Row>]
  /// Columns of which a row has all or none.
  var together: [[String]] = []
  /// Whether a file may lack the table.
  var isOptional = false
  /// The first format whose files have the table.
  var format = InstanceFormat.one
  /// Names of columns that only later formats have, so that a file which uses them can be told so.
  private(set) var later: [String] = []

  /// The layout as files of a format have it.
  func of(_ format: InstanceFormat) -> TableLayout {
    var layout = self
    layout.columns = columns.filter { $0.format <= format }
    layout.later = columns.filter { $0.format > format }.map(\.name)
    return layout
  }

  /// The row's id, for messages.
  func id(of row: Row) -> String? {
    guard let first = columns.first, first.kind == .id, case .text(let id)? = first.value(row) else { return nil }
    return id
  }

  /// The positions in `columns` of the names in `together`.
  var togetherIndices: [[Int]] {
    together.map { names in names.compactMap { name in columns.firstIndex { $0.name == name } } }
  }
}
