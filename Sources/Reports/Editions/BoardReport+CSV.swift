import HomeCare
import Interchange

extension BoardReport {
  /// Writes a row for everybody and for each group in each period; what is not shown is empty, with the reason in a column
  /// of its own.
  public func writeCSV(_ dialect: CSVDialect, _ output: ([UInt8]) throws -> Void) rethrows {
    var csv = CSVWriter(guardsFormulas: true, dialect: dialect)
    writeRows(to: &csv)
    try output(csv.bytes)
  }

  /// Its tables, in the order of sheets.
  public var tables: [MeasureTable] { [.periods, .distribution] + (causes.isEmpty ? [] : [.figures]) + [.readAs] }

  /// Writes a table; what people read in it is in a language.
  public func write(_ table: MeasureTable, _ language: Language, to writer: inout some RecordWriter) {
    switch table {
    case .periods: writeRows(to: &writer)
    case .distribution: writeBands(to: &writer)
    case .readAs: writeReadAs(language, to: &writer)
    case .figures: writeCauses(to: &writer)
    case .clients, .staff, .severalGroups: break
    }
  }

  private func writeBands(to writer: inout some RecordWriter) {
    for title in ["from", "to", "fromStaff", "toStaff", "clients"] { writer.append(title) }
    writer.endRecord()
    for (period, bands) in zip(shown.periods, bands) {
      for band in bands {
        writer.append(period.dates.lowerBound)
        writer.append(period.dates.lastDate)
        for count in [band.from, band.to, band.people] { FigureValue.count(count).append(to: &writer) }
        writer.endRecord()
      }
    }
  }

  private func writeCauses(to writer: inout some RecordWriter) {
    for title in ["from", "to", "figure", "value"] { writer.append(title) }
    writer.endRecord()
    guard let last = shown.last else { return }
    for cause in causes {
      writer.append(last.dates.lowerBound)
      writer.append(last.dates.lastDate)
      writer.append("lowering.\(cause.cause.key)")
      writer.append(cause.lowering)
      writer.endRecord()
    }
  }

  private func writeReadAs(_ language: Language, to writer: inout some RecordWriter) {
    var table = ReadAsTable(writer)
    table.add(shown.definition, shown.basis, language)
    for note in notes(language) { table.add("note", note) }
    for (rules, clients) in excluded ?? [] {
      table.add("excluded", rules.map(\.rawValue).joined(separator: "; "), clients)
    }
    for (reason, clients) in reasons { table.add("reason-above-target", reason.rawValue, clients) }
    if let input {
      for warning in input.warnings { table.add("warning", warning.key, warning.textForBoards(language, limit: limit)) }
      for role in input.roles { table.add("column", role.rawValue) }
      for (column, count) in input.unknownWords { table.add("unknown-words", column.rawValue, count) }
      for (name, rows) in [("read", input.rows), ("used", input.used), ("repeated", input.repeated)] {
        table.add("rows", name, rows)
      }
      for (reason, rows) in input.bad { table.add("rows", "bad-\(reason.rawValue)", rows) }
    }
    writer = table.writer
  }

  private func writeRows(to csv: inout some RecordWriter) {
    for title in ["from", "to", "grouping", "group", "clients", "mean", "meanFrom", "meanTo", "median"] {
      csv.append(title)
    }
    for level in shown.levels { for part in ["", "Share", "Shown"] { csv.append("above\(level)\(part)") } }
    csv.endRecord()
    for period in shown.periods {
      append(period.total, period.dates, "", "", &csv)
      for (classification, rows) in zip(shown.classifications, period.rows) {
        for (names, row) in zip(classification.names, rows) {
          append(row, period.dates, classification.grouping.rawValue, names.joined(separator: "; "), &csv)
        }
      }
    }
  }

  private func append(
    _ row: ShownMeasure.Row, _ dates: Range<LocalDate>, _ grouping: String, _ group: String,
    _ csv: inout some RecordWriter
  ) {
    csv.append(dates.lowerBound)
    csv.append(dates.lastDate)
    csv.append(grouping)
    csv.append(group)
    FigureValue.count(row.clients).append(to: &csv)
    for number in [row.mean, row.interval?.lower, row.interval?.upper, row.median] {
      FigureValue.number(number, places: BoardReport.places).append(to: &csv)
    }
    for share in row.above {
      FigureValue.count(share.ratio?.numerator).append(to: &csv)
      FigureValue.share(share.ratio).append(to: &csv)
      csv.append(share.key ?? "")
    }
    csv.endRecord()
  }
}
