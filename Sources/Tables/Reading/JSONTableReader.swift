import Files
import HomeCare

/// Tables of a JSON document, read by their layouts.
extension JSONReader {
  /// Refuses a document that is of none of some formats, saying so alone: its other problems would only confuse.
  ///
  /// - Returns: The document's format; the last one where it does not say.
  mutating func checkFormat(
    _ formats: [String], what: String, others: [(format: String, what: String)]
  ) throws(InputError) -> String {
    let names = formats.map(quoted).joined(separator: " or ")
    guard document.nodes[0].kind == .object else {
      report(0, found: document.described(0), expected: "an object that holds \(what)")
      throw InputError(problems: list.problems)
    }
    // A missing format is reported with the other missing keys.
    guard let node = value(of: "format", in: 0) else { return formats.last ?? "" }
    guard document.nodes[node].kind == .text, let format = formats.first(where: { $0 == document.text(of: node) })
    else {
      let other = others.first { document.key(node, is: Array($0.format.utf8)) }
      let hint = other.map { ", which is \($0.what)" } ?? ""
      report(node, found: "the format \(document.described(node))\(hint)", expected: "\(names), \(what)")
      throw InputError(problems: list.problems)
    }
    return format
  }

  /// The values of the outermost object's keys.
  ///
  /// - Throws: `InputError` where it is no object.
  mutating func tables(
    _ keys: [String], of what: String, misplaced: [String: String] = [:]
  ) throws(InputError) -> [String: Int] {
    guard let members = members(of: Self.root, keys, of: what, misplaced: misplaced) else {
      throw InputError(problems: list.problems)
    }
    return members
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
    for element in document.children(of: node) { rows.append(row(element, layout, index: rows.count)) }
    return rows
  }

  /// Reads an object that stands alone, such as the horizon.
  mutating func single<Row>(_ node: Int, _ layout: TableLayout<Row>, allowsOthers: Bool = false) -> Row {
    row(node, layout, index: 0, allowsOthers: allowsOthers)
  }

  /// Reads one row; what is missing or unreadable is reported and stands as in the layout's blank row.
  private mutating func row<Row>(
    _ node: Int, _ layout: TableLayout<Row>, index: Int, allowsOthers: Bool = false
  ) -> Row {
    var row = layout.blank
    let columns = layout.columns
    func cell(_ column: String) -> Cell { Cell(table: layout.name, row: index, column: column) }
    guard document.nodes[node].kind == .object else {
      report(
        node, cell: cell(""), found: document.described(node),
        expected: "an object with \(columns.filter(\.isRequired).map(\.name).joined(separator: ", "))")
      list.markUnreadable(columns, of: layout, row: index)
      return row
    }
    let firstProblem = list.count
    var seen: UInt64 = 0
    var present: UInt64 = 0
    var misspelled: UInt64 = 0
    // Writers keep the columns' order, so the search goes on from the last column found.
    var likely = 0
    for (key, value) in document.pairs(of: node) {
      if let position = self.column(of: key, columns, from: likely) {
        likely = position + 1
        let bit: UInt64 = 1 << UInt64(position)
        if seen & bit != 0 {
          report(
            key, cell: cell(columns[position].name), found: "the key a second time",
            expected: "each key once in an object")
        } else if document.nodes[value].kind != .null {
          present |= bit
          let column = columns[position]
          if let value = self.value(value, column.kind, cell(column.name)) { column.assign(&row, value) }
        }
        seen |= bit
      } else if !allowsOthers {
        let word = document.text(of: key)
        let names = columns.map(\.name)
        if layout.later.contains(word) {
          report(key, cell: cell(word), found: "the key \(quoted(word))", expected: InstanceFormat.laterExpected)
          continue
        }
        report(
          key, cell: cell(word), found: "an unknown key",
          expected: Spelling.expected(insteadOf: word, among: names, what: "key"))
        // The value most likely belongs to the nearest key, so that one is not missing but unknown.
        if let meant = Spelling.nearest(to: word, among: names), let position = names.firstIndex(of: meant) {
          misspelled |= 1 << UInt64(position)
        }
      }
    }
    for (position, column) in columns.enumerated() where misspelled & ~seen & (1 << UInt64(position)) != 0 {
      list.markUnreadable(cell(column.name))
    }
    present |= misspelled
    for (position, column) in columns.enumerated() where column.isRequired && present & (1 << UInt64(position)) == 0 {
      report(node, cell: cell(column.name), found: "nothing", expected: column.kind.expected)
    }
    for gap in layout.gaps(present) {
      report(node, cell: cell(gap.column), found: "nothing", expected: gap.expected)
    }
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

  // MARK: - Values

  /// The value of a cell, or `nil` and a problem where it is not of the kind; empty text of some kinds is no value.
  private mutating func value(_ node: Int, _ kind: ValueKind, _ cell: Cell) -> CellValue? {
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
    case .moment(let endsDay):
      if value.kind == .text, let time = Scalars.time(document.slice(of: node)) { return .time(time) }
      if value.kind == .text, let date = Scalars.date(document.slice(of: node)) {
        return ValueKind.moment(date, endsDay: endsDay)
      }
    case .clock:
      if value.kind == .text, let minute = Scalars.clock(document.slice(of: node)) { return .clock(minute) }
    case .texts, .references:
      if value.kind == .array { return texts(node, kind, cell) }
    case .matrix:
      if value.kind == .array { return matrix(node, cell) }
    }
    report(node, cell: cell, found: document.described(node), expected: kind.expected)
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
