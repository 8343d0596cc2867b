import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs
@testable import Workbooks

extension NeedsFolder {
  /// A folder with a workbook, `week.xlsx`, with a sheet for each table of comma-separated cells.
  static func workbook(_ sheets: KeyValuePairs<String, String>) throws -> NeedsFolder {
    try workbook(sheets.map { (name: $0, text: $1) })
  }

  /// A folder with a workbook, `week.xlsx`, with a sheet for each table of comma-separated cells.
  ///
  /// - Parameter outline: What becomes of the XML that lists the sheets.
  static func workbook(
    _ sheets: [(name: String, text: String)], outline: (String) -> String = { $0 }
  ) throws -> NeedsFolder {
    let folder = try NeedsFolder([:])
    let written = try ZipArchive(WorkbookBytes.workbook(sheets.map { table($0.name, $0.text) }), mostBytes: 1 << 24)
    var changed = ZipWriter()
    for name in written.names {
      var content: [UInt8] = []
      try written.unpack(try #require(written[name])) { content += $0 }
      let isOutline = name == "xl/workbook.xml"
      changed.append(name, isOutline ? Array(outline(String(decoding: content, as: UTF8.self)).utf8) : content)
    }
    let bytes = changed.finished()
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/week.xlsx"))
    return folder
  }

  /// A sheet with the cells of a text; those that are dates or numbers are that in the sheet too.
  private static func table(_ name: String, _ text: String) -> SheetTable {
    var table = SheetTable(name)
    Array(text.utf8).withUnsafeBytes { raw in
      var scanner = CSVScanner(raw)
      var isHeader = true
      while scanner.next() {
        for field in scanner.fields {
          let cell = scanner.text(of: field) ?? ""
          if !isHeader, let date = LocalDate(cell) {
            table.append(date)
          } else if !isHeader, let number = Double(cell), number.fileText == cell {
            table.append(number)
          } else {
            table.append(cell)
          }
        }
        isHeader = false
        table.endRecord()
      }
    }
    return table
  }

  /// The needs of the folder, or of a file in it.
  func reading(_ file: String? = nil, _ mapping: ExportMapping? = nil) throws -> NeedsReading {
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    return try NeedsReader.read(
      folder: file.map { "\(path)/\($0)" } ?? path, mapping, travel: travel, start: LocalDate("2026-03-02"))
  }

  /// What is told of the tables, without the folder's path.
  func told(_ reading: NeedsReading) -> [String] {
    (reading.taken.map(\.description) + reading.remarks).map { $0.replacing("\(path)/", with: "") }
  }
}

extension NeedsReading {
  /// The instance of a fortnight from Monday 2026-03-02.
  func fortnight() throws -> Instance {
    try instance(over: Horizon(start: LocalDate("2026-03-02") ?? LocalDate(dayNumber: 0), days: 14), name: "needs")
  }
}
