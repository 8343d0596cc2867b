import HomeCare
import Interchange
import Workbooks

extension BoardReport {
  /// Writes a row for everybody and for each group in each period; what is not shown is empty, with the reason in a column
  /// of its own.
  public func writeCSV(_ dialect: CSVDialect, _ output: ([UInt8]) throws -> Void) rethrows {
    var csv = CSVWriter(guardsFormulas: true, dialect: dialect)
    writeRows(to: &csv)
    try output(csv.bytes)
  }

  /// The rows of the CSV as a workbook.
  public func workbook(_ language: Language) -> [UInt8] {
    var table = SheetTable(language(.clients))
    writeRows(to: &table)
    return WorkbookBytes.workbook([table])
  }

  private func writeRows(to csv: inout some RecordWriter) {
    for title in ["from", "to", "grouping", "group", "clients", "mean", "median"] { csv.append(title) }
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
    FigureValue.index(row.mean).append(to: &csv)
    FigureValue.index(row.median).append(to: &csv)
    for share in row.above {
      FigureValue.count(share.ratio?.numerator).append(to: &csv)
      FigureValue.share(share.ratio).append(to: &csv)
      csv.append(share.key ?? "")
    }
    csv.endRecord()
  }
}
