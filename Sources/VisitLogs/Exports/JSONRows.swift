import Files
import HomeCare

/// Tables written as JSON: a list of flat objects, an object with such lists, or an object on each line.
enum JSONRows {
  /// One table as a text.
  struct Table {
    /// The key of the list, where an object holds it.
    let name: String?
    /// The text, with the lines of the file at which its rows begin.
    let text: MadeText
    /// What is left out, a sentence each.
    let notes: [String]
  }

  /// Whether a text begins as JSON with rows may.
  static func mayBegin(_ head: some Sequence<UInt8>) -> Bool {
    var marks = head.lazy.filter { $0 > Byte.space && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }.makeIterator()
    let second: [UInt8]
    switch marks.next() {
    case UInt8(ascii: "["): second = Array("{]".utf8)
    case UInt8(ascii: "{"): second = Array("\"}".utf8)
    default: return false
    }
    return marks.next().map { second.contains($0) } ?? false
  }

  /// The format that a file of this project names, `samma-roster/1` for one; `nil` for all others.
  static func format(_ bytes: [UInt8]) -> String? {
    guard let document = try? JSONDocument(bytes), document.nodes[0].kind == .object,
      let pair = document.pairs(of: 0).first(where: { document.key($0.key, is: Array("format".utf8)) }),
      document.nodes[pair.value].kind == .text
    else { return nil }
    let format = document.text(of: pair.value)
    return format.hasPrefix("samma-") ? format : nil
  }

  /// The tables of a file.
  ///
  /// - Throws: `InputError` where the text is no JSON or holds no rows.
  static func tables(_ bytes: [UInt8], file: String) throws(InputError) -> [Table] {
    if let lines = lineByLine(bytes) { return try [linesTable(lines, file: file)] }
    let lines = LineTable(bytes)
    let document: JSONDocument
    do throws(JSONSyntaxError) { document = try JSONDocument(bytes) } catch {
      throw InputError(
        file: file, position: lines.position(of: error.offset), found: error.found, expected: error.expected)
    }
    func rows(_ node: Int) -> [Row]? {
      guard document.nodes[node].kind == .array else { return nil }
      let children = document.children(of: node)
      guard children.allSatisfy({ document.nodes[$0].kind == .object }) else { return nil }
      return children.map { Row(document, $0, line: lines.position(of: document.nodes[$0].offset).line) }
    }
    if let rows = rows(0) { return [table(nil, rows)] }
    let tables =
      document.nodes[0].kind == .object
      ? document.pairs(of: 0).compactMap { key, value in rows(value).map { table(document.text(of: key), $0) } } : []
    guard !tables.isEmpty else {
      throw InputError(
        file: file, position: TextPosition(line: 1), found: document.described(0),
        expected: "a list of objects, each a row, or an object with such lists")
    }
    return tables
  }

  // MARK: - An object on each line

  /// The lines of a text of which each is an object of its own; `nil` where it is one JSON text.
  private static func lineByLine(_ bytes: [UInt8]) -> [(line: Int, bytes: ArraySlice<UInt8>)]? {
    let lines = bytes.split(separator: Byte.lineFeed, omittingEmptySubsequences: false).enumerated()
      .map { (line: $0 + 1, bytes: $1) }.filter { $0.bytes.contains { $0 > Byte.space } }
    func isObject(_ line: ArraySlice<UInt8>) -> Bool {
      let text = line.drop { $0 <= Byte.space || $0 >= 0x80 }
      return text.first == UInt8(ascii: "{") && text.last { $0 > Byte.space } == UInt8(ascii: "}")
    }
    return lines.count > 1 && lines.prefix(2).allSatisfy { isObject($0.bytes) } ? lines : nil
  }

  private static func linesTable(
    _ lines: [(line: Int, bytes: ArraySlice<UInt8>)], file: String
  ) throws(InputError) -> Table {
    var rows: [Row] = []
    var problems: [InputProblem] = []
    for (line, bytes) in lines {
      do throws(JSONSyntaxError) {
        let document = try JSONDocument(Array(bytes))
        if document.nodes[0].kind == .object {
          rows.append(Row(document, 0, line: line))
        } else {
          problems.append(
            InputProblem(
              file: file, position: TextPosition(line: line), found: document.described(0),
              expected: "an object, since the lines before are objects"))
        }
      } catch {
        problems.append(
          InputProblem(
            file: file, position: TextPosition(line: line, character: error.offset + 1), found: error.found,
            expected: error.expected))
      }
    }
    guard problems.isEmpty else { throw InputError(problems: problems) }
    return table(nil, rows)
  }

  // MARK: - Rows

  /// The values of one object by their keys; those of objects within it by both keys, as `client.id`.
  private struct Row {
    let line: Int
    var cells: [(key: String, text: String)] = []
    /// Keys of lists that no cell has room for.
    var left: [String] = []

    init(_ document: JSONDocument, _ object: Int, line: Int) {
      self.line = line
      add(document, object, "")
    }

    private mutating func add(_ document: JSONDocument, _ object: Int, _ prefix: String) {
      for (key, value) in document.pairs(of: object) {
        let name = prefix + document.text(of: key)
        switch document.nodes[value].kind {
        case .null: cells.append((name, ""))
        case .object: add(document, value, "\(name).")
        case .array:
          let items = document.children(of: value)
          if items.allSatisfy({ ![.object, .array].contains(document.nodes[$0].kind) }) {
            cells.append((name, items.map { Self.text(document, $0) }.joined(separator: "; ")))
          } else {
            left.append(name)
          }
        default: cells.append((name, Self.text(document, value)))
        }
      }
    }

    private static func text(_ document: JSONDocument, _ node: Int) -> String {
      document.nodes[node].kind == .null ? "" : document.text(of: node)
    }
  }

  private static func table(_ name: String?, _ rows: [Row]) -> Table {
    var places: [String: Int] = [:]
    var header: [String] = []
    var left: [String] = []
    for row in rows {
      for (key, _) in row.cells where places.updateValue(places[key] ?? header.count, forKey: key) == nil {
        header.append(key)
      }
      for key in row.left where !left.contains(key) { left.append(key) }
    }
    var text = MadeText()
    func append(_ cells: [String], row: Int) {
      for (column, cell) in cells.enumerated() { text.append(ArraySlice(cell.utf8), at: column, ofRow: row) }
      text.endRecord(ofRow: row)
    }
    append(header, row: rows.first?.line ?? 1)
    for row in rows {
      var cells = [String](repeating: "", count: header.count)
      for (key, text) in row.cells { if let place = places[key] { cells[place] = text } }
      append(cells, row: row.line)
    }
    let notes = left.map { "the key \(quoted($0)) holds lists of objects, which are no cells and are left out" }
    return Table(name: name, text: text, notes: notes)
  }
}
