import Files
import HomeCare

/// Finds out by their columns which of the needs' tables some tables are; names of files and sheets help where columns leave
/// a doubt.
struct NeedsTableFinder {
  /// The tables found, those of one kind in the order of the files.
  private(set) var tables: [NeedsTable: [ExportBytes]] = [:]
  /// Schedules drawn as a grid.
  private(set) var grids: [ExportBytes] = []
  /// Tables that say what the marks of a schedule mean, and those that may.
  private(set) var legends: [ExportBytes] = []
  private(set) var problems: [InputProblem] = []
  /// Tables that are none of those looked for.
  private(set) var passedOver: [ExportBytes] = []
  /// What was not taken, a sentence each.
  private(set) var notes: [String] = []

  let mapping: ExportMapping
  private let kinds: [NeedsTable]

  /// What a table may be, and how well it fits.
  private struct Fit {
    let table: NeedsTable
    let score: Int
  }

  /// Finds out what tables are.
  ///
  /// - Parameter kinds: What they may be.
  init(_ sources: [ExportBytes], _ mapping: ExportMapping, among kinds: [NeedsTable] = NeedsTable.ofNeeds) {
    (self.mapping, self.kinds) = (mapping, kinds)
    var others: [ExportBytes] = []
    for source in sources {
      switch mapping.source(source) {
      case .table(let table)? where kinds.contains(table): tables[table, default: []].append(source)
      case .legend?: legends.append(source)
      case .nothing?: notes.append("\(source.name): not read, as the mapping says")
      case .table?: others.append(source)
      case nil: place(source, &others)
      }
    }
    settleDoubles()
    for other in others { passOver(other) }
  }

  private mutating func place(_ source: ExportBytes, _ others: inout [ExportBytes]) {
    // A file that is called as the documents call it is that table, and told if it lacks a column.
    if source.title == nil, let table = kinds.first(where: { $0.fileName == source.fileName }) {
      tables[table, default: []].append(source)
      return
    }
    let fits = fits(source)
    // Needs with a column for each day of the week look like a schedule too.
    let isSchedule = fits.contains { $0.table == .shifts || $0.table == .needs }
    if kinds.contains(.shifts), !isSchedule,
      ShiftGrid.Header(source.beginning(mapping), near: LocalDate(dayNumber: 20_000)) != nil
    {
      grids.append(source)
      return
    }
    guard let best = fits.map(\.score).max() else {
      if ShiftLegend.isLegend(source.beginning(mapping)) { legends.append(source) } else { others.append(source) }
      return
    }
    let equals = fits.filter { $0.score == best }
    guard equals.count == 1 else {
      let names = equals.map { "the table \($0.table.rawValue)" }.joined(separator: " or ")
      problems.append(
        problem(
          source, found: "columns that could be \(names)",
          expected: "a name of the \(source.isSheet ? "sheet" : "file") that says which, or the mapping's \"sources\""))
      return
    }
    tables[equals[0].table, default: []].append(source)
  }

  /// What a table may be by its columns.
  private func fits(_ source: ExportBytes) -> [Fit] {
    let called = NeedsTable.called(source.callName)
    return kinds.compactMap { table in
      let header = MappedTable.header(source, table, mapping)
      guard table.missing(header.fieldOfColumn).isEmpty else { return nil }
      // One known column makes no table of people, unless its name does.
      let isNamed = called == table
      guard header.count > 1 || isNamed else { return nil }
      return Fit(table: table, score: header.count + (isNamed ? 2 : 0))
    }
  }

  /// Of several tables of one kind, one that is called so goes before others; else it is a question.
  private mutating func settleDoubles() {
    for table in kinds {
      guard let found = tables[table], found.count > 1, found.contains(where: { mapping.source($0) == nil }) else {
        continue
      }
      let named = found.filter {
        $0.title == nil && $0.fileName == table.fileName || NeedsTable.called($0.callName) == table
      }
      if named.count == 1, let kept = named.first {
        tables[table] = [kept]
        for other in found where other.name != kept.name {
          notes.append("\(other.name): could be the table \(table.rawValue) too; not read, since \(kept.name) is")
        }
        continue
      }
      problems.append(
        problem(
          found[0], found: "several tables \(table.rawValue): \(found.map(\.name).joined(separator: "; "))",
          expected: "one of them, or the mapping's \"sources\", which says what each is and may name several"))
      tables[table] = []
    }
  }

  /// Tells of a table that is none of those looked for; one that is called as a table that there is not is taken for it, so
  /// that what it lacks is told.
  private mutating func passOver(_ source: ExportBytes) {
    if let table = NeedsTable.called(source.callName), kinds.contains(table), tables[table] == nil,
      table != .shifts || grids.isEmpty
    {
      tables[table] = [source]
      return
    }
    // What marks mean may stand in any sheet.
    legends.append(source)
    passedOver.append(source)
    notes.append("\(source.name): no table of needs, by its columns; not read")
  }

  private func problem(_ source: ExportBytes, found: String, expected: String) -> InputProblem {
    InputProblem(file: source.file, sheet: source.sheet, found: found, expected: expected)
  }
}

extension NeedsTableFinder {
  /// Which of the tables passed over has the most columns of one that misses, and what it lacks, as a part of a message.
  func nearest(to table: NeedsTable) -> String {
    let headers = passedOver.map { (name: $0.name, header: MappedTable.header($0, table, mapping)) }
    guard let best = headers.max(by: { $0.header.count < $1.header.count }), best.header.count > 1 else { return "" }
    let places = best.header.fieldOfColumn
    let known = places.values.sorted().map { quoted(best.header.fields[$0]) }.joined(separator: ", ")
    let missing = table.missing(places).joined(separator: ", ")
    return "; \(best.name) comes nearest, with \(known), and lacks \(missing)"
  }
}

extension ExportBytes {
  /// The file's name without its folders.
  var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// What the table is called: its sheet, its key, or its file without the ending.
  var callName: String { title ?? fileName.split(separator: ".").first.map(String.init) ?? fileName }
}

extension ExportMapping {
  /// What the mapping says that a table is: its sheet or key, or its file, with or without the ending.
  func source(_ export: ExportBytes) -> NeedsSource? {
    [export.title, export.fileName, export.callName].compactMap(\.self).lazy.compactMap { sources[LogWords.folded($0)] }
      .first
  }
}
