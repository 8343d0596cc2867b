import Interchange
import Workbooks

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
