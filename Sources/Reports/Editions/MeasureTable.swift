import Interchange
import Workbooks

/// A table of a measure: a sheet of a workbook, and a CSV file of its own.
public enum MeasureTable: String, CaseIterable, Sendable {
  /// A row for each client and period.
  case clients
  /// A row for each period and group.
  case periods
  /// A row for each staff member and period.
  case staff
  /// How many clients met so many staff.
  case distribution
  /// A row for each figure, with its interval.
  case figures
  /// The definition, and what the log was read as.
  case readAs = "read-as"
}

extension MeasureOutput {
  /// All tables as a workbook, a sheet for each.
  public func workbook(_ language: Language) -> [UInt8] {
    WorkbookBytes.workbook(
      tables.map { table in
        var sheet = SheetTable(language.name("table", table.rawValue))
        write(table, language, to: &sheet)
        return sheet
      })
  }

  /// All tables as CSV files.
  public func files(_ language: Language) -> [(name: String, bytes: [UInt8])] {
    tables.map { table in
      var csv = CSVWriter(guardsFormulas: true, dialect: language.csvDialect)
      write(table, language, to: &csv)
      return ("\(table.rawValue).csv", csv.bytes)
    }
  }
}
