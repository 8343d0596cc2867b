import Files
import HomeCare

/// Tables of a JSON document, read by their layouts.
extension JSONReader {
  /// Refuses a document that is not of a format, saying so alone: its other problems would only confuse.
  mutating func checkFormat(
    _ format: String, what: String, other: (format: String, what: String)
  ) throws(InputError) {
    guard document.nodes[0].kind == .object else {
      report(0, found: document.described(0), expected: "an object that holds \(what)")
      throw InputError(problems: list.problems)
    }
    // A missing format is reported with the other missing keys.
    guard let node = value(of: "format", in: 0) else { return }
    guard document.nodes[node].kind == .text, document.text(of: node) == format else {
      let hint = document.key(node, is: Array(other.format.utf8)) ? ", which is \(other.what)" : ""
      report(node, found: "the format \(document.described(node))\(hint)", expected: "\(quoted(format)), \(what)")
      throw InputError(problems: list.problems)
    }
  }

  /// Reads the rows of a table; a value that is not a list is a problem and reads as no rows.
  mutating func rows<Row>(_ node: Int, _ layout: TableLayout<Row>) -> [Row] {
    guard document.nodes[node].kind == .array else {
      report(
        node, found: "\(document.described(node)) for \(layout.name)",
        expected: "a list of objects, one for each row of \(layout.name)")
      list.markIncomplete(table: layout.name)
      return []
    }
    var rows: [Row] = []
    let together = layout.togetherIndices
    var element = node + 1
    let end = Int(document.nodes[node].next)
    while element < end {
      rows.append(row(element, layout, index: rows.count, together: together))
      element = Int(document.nodes[element].next)
    }
    return rows
  }

  /// Reads an object that stands alone, such as the horizon.
  mutating func single<Row>(_ node: Int, _ layout: TableLayout<Row>, allowsOthers: Bool = false) -> Row {
    row(node, layout, index: 0, together: layout.togetherIndices, allowsOthers: allowsOthers)
  }

  /// Reads one row; what is missing or unreadable is reported and stands as in the layout's blank row.
  private mutating func row<Row>(
    _ node: Int, _ layout: TableLayout<Row>, index: Int, together: [[Int]], allowsOthers: Bool = false
  ) -> Row {
    var row = layout.blank
    let columns = layout.columns
    guard document.nodes[node].kind == .object else {
      report(
        node, cell: Cell(table: layout.name, row: index, column: ""), found: document.described(node),
        expected: "an object with \(columns.filter(\.isRequired).map(\.name).joined(separator: ", "))")
      for column in columns {
        list.markUnreadable(Cell(table: layout.name, row: index, column: column.name))
      }
      return row
    }
    let firstProblem = list.count
    var seen: UInt64 = 0
    var present: UInt64 = 0
    var misspelled: UInt64 = 0
    // Writers keep the columns' order, so the search goes on from the last column found.
    var likely = 0
    var key = node + 1
    let end = Int(document.nodes[node].next)
    while key < end {
      let value = key + 1
      if let position = self.column(of: key, columns, from: likely) {
        likely = position + 1
        let bit: UInt64 = 1 << UInt64(position)
        if seen & bit != 0 {
          report(
            key, cell: Cell(table: layout.name, row: index, column: columns[position].name),
            found: "the key a second time", expected: "each key once in an object")
        } else if document.nodes[value].kind != .null {
          present |= bit
          let column = columns[position]
          if let cell = cell(value, column.kind, layout.name, index, column.name) { column.assign(&row, cell) }
        }
        seen |= bit
      } else if !allowsOthers {
        let word = document.text(of: key)
        let names = columns.map(\.name)
        report(
          key, cell: Cell(table: layout.name, row: index, column: word), found: "an unknown key",
          expected: Spelling.expected(insteadOf: word, among: names, what: "key"))
        // The value most likely belongs to the nearest key, so that one is not missing but unknown.
        if let meant = Spelling.nearest(to: word, among: names), let position = names.firstIndex(of: meant) {
          misspelled |= 1 << UInt64(position)
        }
      }
      key = Int(document.nodes[value].next)
    }
    for (position, column) in columns.enumerated() where misspelled & ~seen & (1 << UInt64(position)) != 0 {
      list.markUnreadable(Cell(table: layout.name, row: index, column: column.name))
    }
    checkPresence(node, layout, index, present | misspelled, together)
    if list.count > firstProblem { list.nameRow(layout.id(of: row), from: firstProblem) }
    return row
  }

  /// The column that a key names.
  private func column<Row>(of key: Int, _ columns: [Column<Row>], from likely: Int) -> Int? {
    for step in columns.indices {
      let position = likely + step < columns.count ? likely + step : likely + step - columns.count
      if document.key(key, is: columns[position].nameBytes) { return position }
    }
    return nil
  }

  /// Reports values that a row lacks; `present` has a bit for each column that the row gives.
  private mutating func checkPresence<Row>(
    _ node: Int, _ layout: TableLayout<Row>, _ index: Int, _ present: UInt64, _ together: [[Int]]
  ) {
    func has(_ position: Int) -> Bool { present & (1 << UInt64(position)) != 0 }
    for (position, column) in layout.columns.enumerated() where column.isRequired && !has(position) {
      report(
        node, cell: Cell(table: layout.name, row: index, column: column.name), found: "nothing",
        expected: column.kind.expected)
    }
    for group in together where group.contains(where: has) {
      for position in group where !has(position) {
        report(
          node, cell: Cell(table: layout.name, row: index, column: layout.columns[position].name), found: "nothing",
          expected: layout.expected(position, in: group))
      }
    }
  }

  // MARK: - Values

  /// The value of a cell, or `nil` and a problem where it is not of the kind; empty text of some kinds is no value.
  private mutating func cell(
    _ node: Int, _ kind: ValueKind, _ table: String, _ row: Int, _ column: String
  ) -> CellValue? {
    let value = document.nodes[node]
    let isText = isText(node)
    switch kind {
    case .id, .reference:
      if isText { return .text(document.text(of: node)) }
    case .text:
      if isText { return value.start == value.end ? nil : .text(document.text(of: node)) }
    case .choice(let words):
      if isText, words.contains(document.text(of: node)) { return .text(document.text(of: node)) }
    case .flag:
      if value.kind == .true { return .flag(true) }
      if value.kind == .false { return .flag(false) }
    case .whole:
      if let number = whole(node) { return .whole(number) }
    case .seed:
      if value.kind == .whole, let seed = UInt64(String(decoding: document.slice(of: node), as: UTF8.self)) {
        return .whole(Int(bitPattern: UInt(seed)))
      }
    case .number:
      if let number = number(node) { return .number(number.value) }
    case .date:
      if value.kind == .text, let date = Scalars.date(document.slice(of: node)) { return .date(date) }
    case .time:
      if value.kind == .text, let time = Scalars.time(document.slice(of: node)) { return .time(time) }
    case .texts, .references:
      if value.kind == .array { return texts(node, kind, Cell(table: table, row: row, column: column)) }
    case .matrix:
      if value.kind == .array { return matrix(node, Cell(table: table, row: row, column: column)) }
    }
    report(
      node, cell: Cell(table: table, row: row, column: column), found: document.described(node),
      expected: kind.expected)
    return nil
  }

  private mutating func texts(_ node: Int, _ kind: ValueKind, _ cell: Cell) -> CellValue? {
    var items: [String] = []
    var isSound = true
    for item in document.children(of: node) {
      if isText(item) {
        items.append(document.text(of: item))
      } else {
        isSound = false
        report(item, cell: cell, found: "\(document.described(item)) in the list", expected: kind.expected)
      }
    }
    return isSound ? .list(items) : nil
  }

  private mutating func matrix(_ node: Int, _ cell: Cell) -> CellValue? {
    var rows: [[Int]] = []
    var isSound = true
    for line in document.children(of: node) {
      guard document.nodes[line].kind == .array else {
        isSound = false
        report(line, cell: cell, found: document.described(line), expected: ValueKind.matrix(0...0).expected)
        continue
      }
      var numbers: [Int] = []
      var misfits: (first: Int, count: Int)?
      for item in document.children(of: line) {
        if let number = whole(item) {
          numbers.append(number)
        } else {
          misfits = (misfits?.first ?? item, (misfits?.count ?? 0) + 1)
        }
      }
      // One report for each row: a matrix of nonsense would otherwise hide every other problem.
      if let misfits {
        isSound = false
        let more = misfits.count > 1 ? " (\(misfits.count) such in the row)" : ""
        report(
          misfits.first, cell: cell, found: document.described(misfits.first) + more, expected: "whole minutes")
      }
      rows.append(numbers)
    }
    return isSound ? .matrix(rows) : nil
  }
}
