import Files
import HomeCare

/// A workbook of a spreadsheet (ECMA-376, `.xlsx` and `.xlsm`) in memory.
package struct Workbook {
  /// One sheet.
  package struct Sheet {
    /// What the tab says.
    package let name: String
    /// Whether the spreadsheet does not show it.
    package let isHidden: Bool
    fileprivate let part: ZipArchive.Part
  }

  /// The sheets with cells, in the order of their tabs.
  package let sheets: [Sheet]

  private let file: String
  private let archive: ZipArchive
  private let strings: SharedStrings?
  private let styles: StyleFormats?
  private let isFrom1904: Bool

  /// Bytes to which a part is unpacked, and that a sheet's text has, at most.
  private static let mostBytes = 1 << 30

  /// Opens a workbook.
  ///
  /// - Parameter file: What messages call it.
  /// - Throws: `InputError` where it is damaged, encrypted or of another kind.
  package init(_ bytes: [UInt8], file: String) throws(InputError) {
    self.file = file
    do throws(ZipFault) {
      let archive = try ZipArchive(bytes, mostBytes: Self.mostBytes)
      let main = try Self.mainPart(archive)
      let folder = main.split(separator: "/").dropLast().joined(separator: "/")
      let outline = WorkbookOutline()
      try archive[main].map { part throws(ZipFault) in try outline.read(part, of: archive) }
      let relations = try Self.relations(of: main, archive, folder: folder)
      func read<Reader: MarkupReader>(_ kind: String, _ reader: Reader) throws(ZipFault) -> Reader? {
        guard let part = relations.first(kind).flatMap({ archive[$0] }) else { return nil }
        try reader.read(part, of: archive)
        return reader
      }
      var sheets: [Sheet] = []
      for sheet in outline.sheets {
        guard let target = relations.targets[sheet.relation] else {
          throw .damaged("a sheet \(quoted(sheet.name)) that lies nowhere")
        }
        // A sheet of its own may be a chart, which holds no table.
        guard target.kind == "worksheet" else { continue }
        guard let part = archive[target.path] else {
          throw .damaged("a sheet \(quoted(sheet.name)) without its part")
        }
        sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part))
      }
      strings = try read("sharedStrings", SharedStrings())
      styles = try read("styles", StyleFormats())
      (self.archive, isFrom1904, self.sheets) = (archive, outline.isFrom1904, sheets)
    } catch { throw InputError(file: file, found: error.found, expected: error.expected) }
  }

  /// The cells of a sheet as the text of a table.
  ///
  /// - Throws: `InputError` where the sheet is damaged or too large.
  package func text(of sheet: Sheet) throws(InputError) -> SheetText {
    do throws(ZipFault) {
      let plain = try read(sheet, merges: [])
      // Merged cells are told below the rows, and then the rows are read again.
      return plain.merges.isEmpty ? plain.result : try read(sheet, merges: plain.merges).result
    } catch {
      throw InputError(file: file, sheet: sheet.name, found: error.found, expected: error.expected)
    }
  }

  private func read(_ sheet: Sheet, merges: [ClosedRange<CellPlace>]) throws(ZipFault) -> SheetReader {
    let reader = SheetReader(
      strings, styles, isFrom1904: isFrom1904, merges: merges, mostBytes: Self.mostBytes)
    try reader.read(sheet.part, of: archive)
    return reader
  }

  private static func mainPart(_ archive: ZipArchive) throws(ZipFault) -> String {
    let relations = Relations(folder: "")
    try archive["_rels/.rels"].map { part throws(ZipFault) in try relations.read(part, of: archive) }
    if let main = relations.first("officeDocument"), main.hasSuffix("workbook.xml"), archive[main] != nil {
      return main
    }
    let names = archive.names
    let kind =
      if names.contains(where: { $0.hasSuffix("workbook.bin") }) {
        "a binary workbook (.xlsb)"
      } else if names.contains("mimetype"), names.contains("content.xml") {
        "a workbook of the OpenDocument kind (.ods)"
      } else {
        "an archive that is no workbook"
      }
    throw ZipFault(found: kind, expected: "a workbook saved as .xlsx, or a table saved as CSV")
  }

  private static func relations(
    of main: String, _ archive: ZipArchive, folder: String
  ) throws(ZipFault) -> Relations {
    let relations = Relations(folder: folder)
    let name = main.split(separator: "/").last.map(String.init) ?? main
    if let part = archive["\(folder)/_rels/\(name).rels"] { try relations.read(part, of: archive) }
    return relations
  }
}
