import Files

/// What the marks of a schedule mean: `D` is 07:00–16:00 with a break of half an hour, `L` is free.
struct ShiftLegend {
  private var meanings: [String: ShiftMeaning] = [:]
  /// Marks that a mapping explains, whatever legends say.
  private let decided: Set<String>
  /// What else marks mean that have several meanings.
  private var others: [String: [ShiftMeaning]] = [:]

  /// What everybody's marks mean; a legend goes before.
  private static let common: [String: ShiftMeaning] = {
    let free = ["", "l", "ledig", "fri", "-", "–", "x", "f", "fp", "off", "free", "rd", "ledigt", "fridag"]
    let absent = [
      "s", "sem", "semester", "sjuk", "vab", "tjl", "fl", "föräldraledig", "leave", "holiday", "sick", "al",
    ]
    return Dictionary(
      free.map { ($0, ShiftMeaning.free) } + absent.map { ($0, ShiftMeaning.absent) },
      uniquingKeysWith: { first, _ in first })
  }()

  /// Nothing but what everybody's marks mean.
  init(_ known: [String: ShiftMeaning] = [:]) {
    meanings = known
    decided = Set(known.keys)
  }

  /// The meanings of a cell's mark, where it has several.
  func doubts(of cell: String) -> [ShiftMeaning]? {
    let word = LogWords.folded(cell)
    guard let first = meanings[word], let others = others[word] else { return nil }
    return [first] + others
  }

  /// What a cell means, each of its parts where it names several shifts; `nil` where a part has no meaning.
  func meanings(of cell: String) -> [ShiftMeaning]? {
    if let meaning = meaning(of: cell) { return [meaning] }
    let parts = cell.split { ",;+/\n".contains($0) }.map { meaning(of: String($0)) }
    return parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap(\.self)
  }

  private func meaning(of text: String) -> ShiftMeaning? {
    let word = LogWords.folded(text)
    return meanings[word] ?? Self.common[word] ?? Self.meaning(text)
  }

  /// What a text says by itself: `07-16`, `7-16 (30)`, `07:00–16:00, rast 30`, `07-16 r30`, `ledig`.
  ///
  /// - Parameter isExplained: Whether the text explains a mark, where words may stand before the times: `Helg 07-16`.
  static func meaning(_ text: String, explains isExplained: Bool = false) -> ShiftMeaning? {
    var word = LogWords.folded(text)
    if let known = common[word], !word.isEmpty { return known }
    for mark in ["kl.", "kl", "rast", "minuters", "minuter", "min", "break", "(", ")", "/", ","] {
      word = word.replacing(mark, with: " ")
    }
    word = word.replacing(/\sr\.?\s*(\d)/) { " \($0.1)" }
    // Spaces beside a dash belong to the time.
    for dash in ["–", "—", "-", "till", "to"] {
      word = word.replacing("\(dash) ", with: "-").replacing(" \(dash)", with: "-").replacing(dash, with: "-")
    }
    var parts = word.split(whereSeparator: \.isWhitespace).map(String.init)
    if isExplained { parts = Array(parts.drop { !$0.contains(where: \.isNumber) }) }
    guard let first = parts.first, first.contains("-"), let time = DayPart.range(first), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else { return .shift(time, breakMinutes: nil) }
    guard let minutes = Int(parts[1]), (0..<time.count).contains(minutes) else { return nil }
    return .shift(time, breakMinutes: minutes > 0 ? minutes : nil)
  }

  /// Adds what a table of marks says, and returns whether it is one: a mark beside its times, or in one cell with them.
  mutating func add(_ table: SmallTable) {
    for row in table.rows { add(row.cells) }
    addColumns(table)
  }

  /// Adds what a row of cells says: `D` and then `07:00–16:00`, or `D = 07:00–16:00 rast 30`.
  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if let mark = cell.firstIndex(where: { "=:".contains($0) }), let code = Self.code(String(cell[..<mark])),
        let meaning = Self.meaning(String(cell[cell.index(after: mark)...]), explains: true)
      {
        note(code, meaning)
      } else if let code = Self.code(cell), index + 1 < cells.count,
        let meaning = Self.meaning(cells[index + 1], explains: true)
      {
        // A cell beside it may give the break.
        if case .shift(let time, nil) = meaning, index + 2 < cells.count {
          note(code, .shift(time, breakMinutes: Self.breakMinutes(cells[index + 2], in: time)))
        } else {
          note(code, meaning)
        }
      }
    }
  }

  /// Adds the rows of a table with a column of marks and columns of start and end.
  private mutating func addColumns(_ table: SmallTable) {
    guard let header = Self.header(table) else { return }
    for row in table.rows[(header.row + 1)...] {
      guard let code = row[header.code].flatMap(Self.code), let start = row[header.start].flatMap(DayPart.clock),
        let end = row[header.end].flatMap(DayPart.clock), let time = DayPart.range(from: start, to: end)
      else { continue }
      let minutes = header.breakMinutes.flatMap { row[$0] }.flatMap { Self.breakMinutes($0, in: time) }
      note(code, .shift(time, breakMinutes: minutes))
    }
  }

  private static let columns = ColumnRoles.Names([
    column("code", ["kod", "turkod", "pass", "passkod", "förkortning", "tecken", "code", "shift", "tur"]),
    column("start", ["start", "starttid", "från", "börjar", "from"]),
    column("end", ["slut", "sluttid", "till", "slutar", "end", "to"]),
    column("break", ["rast", "rastmin", "rastminuter", "break"]),
  ])

  private static func column(_ name: String, _ names: [String]) -> ExportColumn {
    ExportColumn(name: name, names: names, isRequired: name != "break")
  }

  /// The header of a table with a column of marks and columns of start and end: its row, and the places of the columns.
  private static func header(
    _ table: SmallTable
  ) -> (row: Int, code: Int, start: Int, end: Int, breakMinutes: Int?)? {
    for (index, row) in table.rows.enumerated() {
      let places = ColumnRoles(row.cells, columns, ColumnRoles.Given()).places
      if let code = places[0], let start = places[1], let end = places[2] {
        return (index, code, start, end, places[3])
      }
    }
    return nil
  }

  /// The minutes of a break that a shift has room for; `nil` where a text says none.
  private static func breakMinutes(_ text: String, in time: Range<Int>) -> Int? {
    Int(text).flatMap { (1..<time.count).contains($0) ? $0 : nil }
  }

  /// Whether a table is one of marks.
  static func isLegend(_ table: SmallTable) -> Bool {
    if header(table) != nil { return true }
    // Times stand in other tables too, but not in most rows beside a mark.
    let telling = table.rows.count { row in
      var legend = ShiftLegend()
      legend.add(row.cells)
      return !legend.meanings.isEmpty
    }
    return telling > 1 && 2 * telling >= table.rows.count
  }

  /// A mark as it is compared: a word of a few letters or digits that is no time.
  private static func code(_ text: String) -> String? {
    let word = LogWords.folded(text)
    guard !word.isEmpty, word.count <= 12, word.contains(where: \.isLetter) || Int(word) != nil, !word.contains(":"),
      meaning(text) == nil || common[word] != nil
    else { return nil }
    return word
  }

  private mutating func note(_ code: String, _ meaning: ShiftMeaning) {
    guard let known = meanings[code] else { return meanings[code] = meaning }
    guard known != meaning, !decided.contains(code) else { return }
    // Of one time, that which says a break says more.
    if case .shift(let time, let minutes) = known, case .shift(time, let other) = meaning,
      minutes == nil || other == nil
    {
      if minutes == nil { meanings[code] = meaning }
      return
    }
    if !(others[code]?.contains(meaning) ?? false) { others[code, default: []].append(meaning) }
  }
}
