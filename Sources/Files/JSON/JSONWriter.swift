/// Builds a JSON text value by value; keys keep the order in which they are written, and the same data gives the same
/// bytes.
package struct JSONWriter {
  /// How the items of an object or a list are set.
  package enum Layout {
    /// One after the other without any space: `{"a":1,"b":[2,3]}`.
    case tight
    /// One after the other: `{"a": 1, "b": [2, 3]}`.
    case line
    /// Each on a line of its own, further in than what holds them.
    case lines
  }

  /// What the text is for.
  package enum Purpose {
    /// A file: escapes only where JSON demands them, whole numbers without a point.
    case file
    /// A page, which the text can stand in: no `<` that could end a script; every fraction has its point.
    case page
  }

  /// The text so far.
  package private(set) var bytes: [UInt8] = []

  private let purpose: Purpose
  private var layout: Layout
  /// How many containers set on lines of their own are open.
  private var depth = 0
  /// Whether nothing stands yet in the innermost container.
  private var isEmpty = true
  private var followsKey = true

  /// An empty text.
  ///
  /// - Parameter layout: How containers are set where nothing else is said.
  package init(_ layout: Layout = .line, for purpose: Purpose = .file) {
    self.layout = layout
    self.purpose = purpose
  }

  /// The text of an object with a line for each member, as files are.
  package static func file(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(.lines, body)
    writer.endLine()
    return writer.bytes
  }

  // MARK: - Containers

  /// An object; `body` writes its members.
  ///
  /// - Parameter layout: By default the layout of what holds it, on one line inside what is set on lines.
  package mutating func object(_ layout: Layout? = nil, _ body: (inout JSONWriter) -> Void) {
    enclosed("{", "}", layout, body)
  }

  /// A list; `body` writes its items.
  package mutating func list(_ layout: Layout? = nil, _ body: (inout JSONWriter) -> Void) {
    enclosed("[", "]", layout, body)
  }

  /// A list with what `body` writes for each of some items.
  package mutating func list<Items: Sequence>(
    _ items: Items, _ layout: Layout? = nil, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    list(layout) { for item in items { body(&$0, item) } }
  }

  /// A list of texts.
  package mutating func list(_ texts: some Sequence<String>) { list(texts) { $0.value($1) } }

  private mutating func enclosed(
    _ opening: StaticString, _ closing: StaticString, _ wanted: Layout?, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    append(opening)
    let outer = layout
    layout = wanted ?? (outer == .lines ? .line : outer)
    let onLines = layout == .lines
    if onLines { depth += 1 }
    (isEmpty, followsKey) = (true, false)
    body(&self)
    if onLines {
      depth -= 1
      if !isEmpty { breakLine() }
    }
    append(closing)
    layout = outer
    (isEmpty, followsKey) = (false, false)
  }

  // MARK: - Members

  /// Writes a key; its value comes next.
  package mutating func key(_ name: String) {
    separate()
    quote(name.utf8)
    endKey()
  }

  /// Writes a key of which the bytes are known to need no escapes.
  package mutating func key(plain name: [UInt8]) {
    separate()
    bytes.append(Byte.quote)
    bytes.append(contentsOf: name)
    bytes.append(Byte.quote)
    endKey()
  }

  private mutating func endKey() {
    append(layout == .tight ? ":" : ": ")
    followsKey = true
  }

  /// A key with a text, or with `null`.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// A key with a whole number, or with `null`.
  package mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A key with a number, or with `null`.
  package mutating func member(_ name: String, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A key with true or false.
  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// A key with a list of texts.
  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    list(texts)
  }

  // MARK: - Values

  /// A text.
  package mutating func value(_ text: String) {
    separate()
    quote(text.utf8)
  }

  /// A whole number.
  package mutating func value(_ number: Int) { word(String(number)) }

  /// A number; one that JSON does not have is `null`.
  package mutating func value(_ number: Double) {
    word(!number.isFinite ? "null" : purpose == .file ? number.fileText : number.description)
  }

  /// True or false.
  package mutating func value(_ flag: Bool) { word(flag ? "true" : "false") }

  /// No value.
  package mutating func null() { word("null") }

  /// A value that is JSON already.
  package mutating func word(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A text that needs no escapes, written by `body` without its quotes.
  package mutating func plainText(_ body: (inout [UInt8]) -> Void) {
    separate()
    bytes.append(Byte.quote)
    body(&bytes)
    bytes.append(Byte.quote)
  }

  /// Begins a new line before the next item of something tight, for people who look into the file.
  package mutating func newLine() {
    separate()
    append("\n")
    followsKey = true
  }

  /// Ends the text's line.
  package mutating func endLine() { append("\n") }

  /// Writes what stands before an item, unless its key has done so.
  private mutating func separate() {
    defer { (isEmpty, followsKey) = (false, false) }
    if followsKey { return }
    switch layout {
    case .tight: if !isEmpty { append(",") }
    case .line: if !isEmpty { append(", ") }
    case .lines:
      if !isEmpty { append(",") }
      breakLine()
    }
  }

  private mutating func breakLine() {
    append("\n")
    for _ in 0..<depth { append("  ") }
  }

  private mutating func quote(_ text: String.UTF8View) {
    bytes.append(Byte.quote)
    if text.allSatisfy({ $0 >= 0x20 && $0 != Byte.quote && $0 != Byte.backslash && $0 != Byte.less && $0 < 0x7F }) {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { escape(byte) }
    }
    bytes.append(Byte.quote)
  }

  private mutating func escape(_ byte: UInt8) {
    let isForPage = purpose == .page
    switch byte {
    case Byte.quote, Byte.backslash: bytes += [Byte.backslash, byte]
    case Byte.lineFeed where !isForPage: append("\\n")
    case Byte.carriageReturn where !isForPage: append("\\r")
    case Byte.tab where !isForPage: append("\\t")
    case 0..<0x20: bytes += "\\u00\(hexadecimal([byte]))".utf8
    case Byte.less where isForPage, 0x7F where isForPage: bytes += "\\u00\(hexadecimal([byte]))".utf8
    default: bytes.append(byte)
    }
  }

  private mutating func append(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }
}
