import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// Its tables, in the order of sheets.
  public var tables: [MeasureTable] {
    let hasShared = listed.contains { period in Grouping.allCases.contains { !shared(period, $0).isEmpty } }
    return [.clients, .periods, .staff] + (hasShared ? [.severalGroups] : []) + [.figures, .readAs]
  }

  /// Writes a table; what people read in it is in a language.
  public func write(_ table: MeasureTable, _ language: Language, to writer: inout some RecordWriter) {
    switch table {
    case .clients: writeRows(to: &writer)
    case .periods: writePeriods(language, to: &writer)
    case .staff: writeStaff(to: &writer)
    case .severalGroups: writeSeveralGroups(to: &writer)
    case .figures: writeFigures(language, to: &writer)
    case .readAs: writeReadAs(language, to: &writer)
    case .distribution: break
    }
  }

  // MARK: Periods

  /// A row for each period, for each group of a period, and for each stratum of hours.
  private func writePeriods(_ language: Language, to writer: inout some RecordWriter) {
    let figures = figures.filter { $0.places.contains(.files) }
    let sure = figures.filter { $0.interval != nil }
    for title in ["from", "to", "grouping", "group"] + figures.map(\.key) { writer.append(title) }
    for figure in sure { for end in ["lower", "upper"] { writer.append("\(figure.key).\(end)") } }
    for figure in figures where figure.threshold != nil { writer.append("\(figure.key).count") }
    writer.append("excluded")
    writer.endRecord()
    func row(
      _ dates: Range<LocalDate>, _ group: (String, String), _ summary: Summary, _ intervals: HeadlineIntervals?,
      excluded: Int? = nil, to writer: inout some RecordWriter
    ) {
      writer.append(dates.lowerBound)
      writer.append(dates.lastDate)
      writer.append(group.0)
      writer.append(group.1)
      for figure in figures { figure.value(of: summary).append(to: &writer) }
      for figure in sure {
        let interval = intervals.flatMap { figure.interval?($0) }
        for end in [interval?.lower, interval?.upper] { FigureValue.number(end, places: 0).append(to: &writer) }
      }
      for figure in figures where figure.threshold != nil {
        FigureValue.count(figure.value(of: summary).numerator).append(to: &writer)
      }
      FigureValue.count(excluded).append(to: &writer)
      writer.endRecord()
    }
    for entry in series {
      row(
        entry.dates, ("", ""), entry.summary, entry.evidence?.intervals,
        excluded: entry.excluded.reduce(0) { $0 + $1.count }, to: &writer)
      for grouping in groupings {
        for (place, group) in (entry.groups[grouping] ?? []).enumerated() where group.summary.headline.clients > 0 {
          row(
            entry.dates, (grouping.rawValue, name(ofGroup: group.name, grouping)), group.summary,
            entry.evidence?.groups[grouping]?[place], to: &writer)
        }
      }
    }
    for period in listed {
      for stratum in period.strata(measurer.definition.hourStrata) where stratum.summary.headline.clients > 0 {
        row(period.dates, (Self.strataKey, language.hours(of: stratum)), stratum.summary, nil, to: &writer)
      }
    }
  }

  /// What files call the parting by hours of service a day.
  static let strataKey = "hoursOfService"

  // MARK: Staff

  private func writeStaff(to writer: inout some RecordWriter) {
    for title in ["staff", "from", "to", "clients", "meetings", "withOwnContacts", "ownContactShare", "name"] {
      writer.append(title)
    }
    writer.endRecord()
    for period in listed {
      for member in staff(period) {
        writer.append(name(ofStaff: member.staff))
        writer.append(period.dates.lowerBound)
        writer.append(period.dates.lastDate)
        for count in [member.clients, member.meetings, member.withOwnClients] { writer.append(count) }
        FigureValue.index(member.ownShare).append(to: &writer)
        writer.append(personalName(ofStaff: member.staff) ?? "")
        writer.endRecord()
      }
    }
  }

  private func writeSeveralGroups(to writer: inout some RecordWriter) {
    for title in ["client", "from", "to", "grouping", "group", "meetings", "staff"] { writer.append(title) }
    writer.endRecord()
    for period in listed {
      for grouping in Grouping.allCases {
        for client in shared(period, grouping) {
          for part in client.groups {
            writer.append(name(ofClient: client.client))
            writer.append(period.dates.lowerBound)
            writer.append(period.dates.lastDate)
            writer.append(grouping.rawValue)
            writer.append(name(ofGroup: part.name, grouping))
            writer.append(part.meetings)
            writer.append(part.staff)
            writer.endRecord()
          }
        }
      }
    }
  }

  // MARK: What it was read as

  private func writeReadAs(_ language: Language, to writer: inout some RecordWriter) {
    var table = ReadAsTable(writer)
    table.add(measurer.definition, measurer.basis, language)
    readAs?.write(&table, language, showsIDs: pseudonyms == nil)
    writer = table.writer
  }
}

/// What a measure was made of, row by row: the definition, the columns of the log, its words, its rows, and what must be
/// known of them.
struct ReadAsTable<Writer: RecordWriter> {
  private(set) var writer: Writer

  init(_ writer: Writer) {
    self.writer = writer
    for title in ["kind", "of", "name", "meaning", "why", "count"] { self.writer.append(title) }
    self.writer.endRecord()
  }

  /// Adds a row; what is absent is empty.
  mutating func add(
    _ kind: String, of: String = "", _ name: String = "", _ meaning: String = "", why: String = "", _ count: Int? = nil
  ) {
    for text in [kind, of, name, meaning, why] { writer.append(text.onOneLine) }
    FigureValue.count(count).append(to: &writer)
    writer.endRecord()
  }

  /// Adds the settings of a definition.
  mutating func add(_ definition: Definition, _ basis: MeetingBasis, _ language: Language) {
    add("definition", definition.name, language.word(definition.purpose), definition.version)
    for setting in language.settings(definition) { add("setting", of: definition.name, setting) }
    add("setting", of: definition.name, "target", "", definition.target)
    add("basis", basis.rawValue)
  }
}

extension ReadAs {
  /// Adds columns, words, rows and warnings to a table.
  func write(_ table: inout ReadAsTable<some RecordWriter>, _ language: Language, showsIDs: Bool) {
    for warning in warnings {
      table.add("warning", warning.key, warning.text(language, showsIDs: showsIDs))
    }
    if let sha256 = quality.sha256 { table.add("sha256", sha256) }
    for file in quality.files {
      for column in file.columns {
        table.add(
          "column", of: file.file, column.header, column.column?.rawValue ?? "",
          why: [column.reason?.rawValue, column.dateOrder?.rawValue].compactMap(\.self).joined(separator: ", "))
      }
    }
    for word in words {
      table.add(
        "word", of: word.word.column.rawValue, word.word.word, word.word.meaning ?? "", why: word.verdict.rawValue,
        word.word.rows)
    }
    table.add("rows", "read", quality.rows)
    table.add("rows", "furtherStaff", quality.extraMeetings)
    if let account {
      let dates = "\(account.dates.lowerBound) – \(account.dates.lastDate)"
      for (key, count) in rows { table.add("rows", of: dates, key, language.rowKind(key), count) }
    }
  }
}

extension ReadAsTable {
  /// Adds a row of a count.
  mutating func add(_ kind: String, _ name: String, _ count: Int) { add(kind, name, "", count) }
}
