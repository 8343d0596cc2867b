import HomeCare

/// Builds a JSON text for people and programs alike: one row of a table a line, the same bytes for the same data.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var hasMembers = false

  /// Opens the outermost object.
  init() { append("{") }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A writer of single values, with no object around them.
  static func bare() -> JSONWriter { JSONWriter(bytes: []) }

  /// Closes the outermost object and gives the text.
  consuming func finished() -> [UInt8] {
    append("\n}\n")
    return bytes
  }

  // MARK: - Members of the outermost object

  mutating func member(_ key: String, text: String) {
    open(key)
    append(text: text)
  }

  /// A member whose value is written by `body`.
  mutating func member(_ key: String, body: (inout JSONWriter) -> Void) {
    open(key)
    body(&self)
  }

  /// A table, one row a line; cells that say what their absence says are left out.
  mutating func member<Row>(_ layout: TableLayout<Row>, rows: [Row]) {
    list(layout.name, rows) { $0.append(row: $1, layout, omitsDefaults: true) }
  }

  /// A list, one item a line.
  mutating func list<Item>(_ key: String, _ items: [Item], body: (inout JSONWriter, Item) -> Void) {
    open(key)
    append(lines: items, indent: "    ", closing: "  ", body: body)
  }

  private mutating func open(_ key: String) {
    append(hasMembers ? ",\n  " : "\n  ")
    hasMembers = true
    append(text: key)
    append(": ")
  }

  // MARK: - Values

  /// The cells of a row as an object on one line; `insert` adds members of its own before a column that is not first.
  mutating func append<Row>(
    row: Row, _ layout: TableLayout<Row>, omitsDefaults: Bool, before name: String? = nil,
    insert: (inout JSONWriter) -> Void = { _ in }
  ) {
    append("{")
    var isFirst = true
    for column in layout.columns {
      if column.name == name { insert(&self) }
      guard let value = column.value(row) else { continue }
      if omitsDefaults, column.presence == .standard(value) { continue }
      if !isFirst { append(", ") }
      isFirst = false
      bytes.append(Byte.quote)
      bytes.append(contentsOf: column.nameBytes)
      append("\": ")
      append(value, column.kind)
    }
    append("}")
  }

  private mutating func append(_ value: CellValue, _ kind: ValueKind) {
    switch value {
    case .text(let text): append(text: text)
    case .whole(let number):
      if kind == .seed { append(String(UInt(bitPattern: number))) } else { append(String(number)) }
    // JSON has no such numbers; a reader then says that the value is missing.
    case .number(let number): append(number.isFinite ? number.fileText : "null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .date(let date):
      bytes.append(Byte.quote)
      bytes.append(date)
      bytes.append(Byte.quote)
    case .time(let time):
      bytes.append(Byte.quote)
      bytes.append(time)
      bytes.append(Byte.quote)
    case .list(let items):
      append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { append(", ") }
        append(text: item)
      }
      append("]")
    case .matrix(let rows):
      append(lines: rows, indent: "    ", closing: "  ") { writer, numbers in
        writer.append("[\(numbers.map(String.init).joined(separator: ", "))]")
      }
    }
  }

  private mutating func append<Item>(
    lines: [Item], indent: String, closing: String, body: (inout JSONWriter, Item) -> Void
  ) {
    guard !lines.isEmpty else { return append("[]") }
    append("[")
    for (index, line) in lines.enumerated() {
      append(index > 0 ? ",\n" : "\n")
      append(indent)
      body(&self, line)
    }
    append("\n\(closing)]")
  }

  /// Text in quotes, with escapes only where JSON demands them.
  mutating func append(text: String) {
    bytes.append(Byte.quote)
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != Byte.quote && $0 != Byte.backslash }) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(Byte.quote)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case Byte.quote, Byte.backslash:
        bytes.append(Byte.backslash)
        bytes.append(byte)
      case Byte.lineFeed: append("\\n")
      case Byte.carriageReturn: append("\\r")
      case Byte.tab: append("\\t")
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        append("\\u00\(digits.utf8.count < 2 ? "0" : "")\(digits)")
      default: bytes.append(byte)
      }
    }
    bytes.append(Byte.quote)
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
