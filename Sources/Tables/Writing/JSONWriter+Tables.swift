import Files
import HomeCare

extension JSONWriter: TableSink {
  /// A table with its key, one row a line; cells that say what their absence says are left out.
  mutating func rows<Row>(_ rows: [Row], _ layout: TableLayout<Row>) {
    key(layout.name)
    list(rows, .lines) { $0.row($1, layout, omitsDefaults: true) }
  }

  /// A row that stands alone, with its table's name for a key.
  mutating func single<Row>(_ row: Row, _ layout: TableLayout<Row>) {
    key(layout.name)
    self.row(row, layout, omitsDefaults: false)
  }

  /// The cells of a row as an object on one line; `insert` adds members of its own before a column.
  mutating func row<Row>(
    _ row: Row, _ layout: TableLayout<Row>, omitsDefaults: Bool, before name: String? = nil,
    insert: (inout JSONWriter) -> Void = { _ in }
  ) {
    object(.line) { writer in
      for column in layout.columns {
        if column.name == name { insert(&writer) }
        guard let value = column.value(row) else { continue }
        if omitsDefaults, column.presence == .standard(value) { continue }
        writer.key(plain: column.nameBytes)
        writer.value(value, column.kind)
      }
    }
  }

  private mutating func value(_ value: CellValue, _ kind: ValueKind) {
    switch value {
    case .text(let text): self.value(text)
    case .whole(let number): if kind == .seed { word(String(UInt(bitPattern: number))) } else { self.value(number) }
    case .number(let number): self.value(number)
    case .flag(let flag): self.value(flag)
    case .date(let date): plainText { $0.append(date) }
    case .time(let time): plainText { $0.append(time) }
    case .clock(let minute): self.value(LocalDateTime(minuteNumber: minute).clock)
    case .list(let items): list(items)
    case .matrix(let rows): list(rows, .lines) { $0.list($1) { $0.value($1) } }
    }
  }
}
