import Files

/// Writes tables as a workbook (ECMA-376, `.xlsx`): headers that stay in sight with filters, dates as dates, numbers as
/// numbers, text as text. The same tables give the same bytes.
package enum WorkbookBytes {
  /// The bytes of a workbook with a sheet for each table.
  package static func workbook(_ tables: [SheetTable]) -> [UInt8] {
    var sheets: [(name: String, xml: [UInt8])] = []
    for table in tables {
      for (index, rows) in table.parts.enumerated() {
        let isLast = index == table.parts.count - 1
        let name = sheetName(index == 0 ? table.name : "\(table.name) \(index + 1)", besides: sheets.map(\.name))
        sheets.append((name, sheet(table, rows, count: isLast ? table.rows : CellPlace.mostRows)))
      }
    }
    var archive = ZipWriter()
    archive.append("[Content_Types].xml", contentTypes(sheets.count))
    archive.append("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
    archive.append("xl/workbook.xml", outline(sheets.map(\.name)))
    archive.append(
      "xl/_rels/workbook.xml.rels",
      relations(sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")]))
    archive.append("xl/styles.xml", styles)
    for (index, sheet) in sheets.enumerated() { archive.append("xl/worksheets/sheet\(index + 1).xml", sheet.xml) }
    return archive.finished()
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A name that a tab can have: not too long, without the marks of references, and of no other tab.
  private static func sheetName(_ wanted: String, besides taken: [String]) -> String {
    let plain = String(wanted.map { "[]:*?/\\'".contains($0) || $0.isNewline ? "-" : $0 }.prefix(31))
    var (name, number) = (plain.isEmpty ? "1" : plain, 2)
    while taken.contains(where: { $0.lowercased() == name.lowercased() }) {
      name = "\(plain.prefix(31 - "\(number)".count - 1)) \(number)"
      number += 1
    }
    return name
  }

  private static func contentTypes(_ sheets: Int) -> [UInt8] {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts =
      [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
      + (0..<sheets).map { ("/xl/worksheets/sheet\($0 + 1).xml", "worksheet") }
    let overrides = parts.map { "<Override PartName=\"\($0)\" ContentType=\"\(office).\($1)+xml\"/>" }.joined()
    return Array(
      """
      \(head)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
      ContentType="application/xml"/>\(overrides)</Types>
      """.utf8)
  }

  private static func relations(_ targets: [(kind: String, path: String)]) -> [UInt8] {
    let all = targets.enumerated().map { index, target in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relationSpace)/\(target.kind)\" Target=\"\(target.path)\"/>"
    }
    return Array(
      """
      \(head)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(all.joined())\
      </Relationships>
      """.utf8)
  }

  private static func outline(_ names: [String]) -> [UInt8] {
    let sheets = names.enumerated().map { index, name in
      let shown = String(decoding: MarkupText.cell(name), as: UTF8.self)
      return "<sheet name=\"\(shown)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    return Array(
      """
      \(head)<workbook xmlns="\(mainSpace)" xmlns:r="\(relationSpace)"><sheets>\(sheets.joined())</sheets></workbook>
      """.utf8)
  }

  private static func sheet(_ table: SheetTable, _ rows: [UInt8], count: Int) -> [UInt8] {
    let last = max(0, table.widths.count - 1)
    let columns = table.widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(min(60, max(8, width + 2)))\" customWidth=\"1\"/>"
    }
    let before = """
      \(head)<worksheet xmlns="\(mainSpace)"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
      activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      \(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")<sheetData>
      """
    let filter = count == 0 ? "" : "<autoFilter ref=\"A1:\(SheetColumn.letters(last))\(count)\"/>"
    return Array(before.utf8) + rows + "</sheetData>\(filter)</worksheet>".utf8
  }

  /// The styles of `SheetTable.Style`, in its order.
  private static let styles = Array(
    """
    \(head)<styleSheet xmlns="\(mainSpace)"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/>\
    <name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>\
    <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">\
    <border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" \
    fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" \
    borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf \
    numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" \
    fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" \
    xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
    </cellStyles></styleSheet>
    """.utf8)
}
