@testable import Workbooks

/// A workbook put together by hand, with whatever a spreadsheet may write.
struct HandmadeWorkbook {
  /// The XML of rows, by the sheet's name.
  var sheets: [(name: String, rows: String)] = []
  /// What stands below the rows of every sheet.
  var below = ""
  /// The attributes of sheets, by name.
  var states: [String: String] = [:]
  /// The XML of shared texts.
  var strings = ""
  /// Format codes of the styles, from style 1; built-in ones by their number.
  var formats: [String] = []
  /// The attributes of the workbook's settings.
  var settings = ""
  /// What stands before the first element of every sheet.
  var prologue = ""
  /// The prefix of elements.
  var prefix = ""

  init(_ rows: String = "", strings: String = "", formats: [String] = []) {
    if !rows.isEmpty { sheets = [("Blad1", rows)] }
    self.strings = strings
    self.formats = formats
  }

  var bytes: [UInt8] {
    let p = prefix.isEmpty ? "" : "\(prefix):"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let space = prefix.isEmpty ? "xmlns=\"urn:x\"" : "xmlns:\(prefix)=\"urn:x\""
    var zip = ZipWriter()
    func add(_ name: String, _ text: String) { zip.append(name, Array(text.utf8)) }
    add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
    )
    let tabs = sheets.enumerated().map { index, sheet in
      "<\(p)sheet name=\"\(sheet.name)\" \(states[sheet.name] ?? "") r:id=\"s\(index)\"/>"
    }
    add(
      "xl/workbook.xml",
      "<\(p)workbook \(space) xmlns:r=\"\(office)\"><\(p)workbookPr \(settings)/><\(p)sheets>\(tabs.joined())</\(p)sheets></\(p)workbook>"
    )
    let targets = sheets.indices.map {
      "<Relationship Id=\"s\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/../worksheets/s\($0).xml\"/>"
    }
    add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships>\(targets.joined())<Relationship Id="t" Type="\(office)/sharedStrings" Target="strings.xml"/>\
      <Relationship Id="y" Type="\(office)/styles" Target="styles.xml"/></Relationships>
      """)
    add("xl/strings.xml", "<\(p)sst \(space)>\(strings)</\(p)sst>")
    let custom = formats.enumerated().filter { !Self.isBuiltIn($1) }.map { index, code in
      "<\(p)numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(String(decoding: MarkupText.cell(code), as: UTF8.self))\"/>"
    }
    let cells = (["0"] + formats).enumerated().map { index, code in
      "<\(p)xf numFmtId=\"\(Self.isBuiltIn(code) ? code : "\(199 + index)")\"/>"
    }
    add(
      "xl/styles.xml",
      "<\(p)styleSheet \(space)><\(p)numFmts>\(custom.joined())</\(p)numFmts><\(p)cellXfs>\(cells.joined())</\(p)cellXfs></\(p)styleSheet>"
    )
    for (index, sheet) in sheets.enumerated() {
      add(
        "xl/worksheets/s\(index).xml",
        "\(prologue)<\(p)worksheet \(space)><\(p)sheetData>\(sheet.rows)</\(p)sheetData>\(below)</\(p)worksheet>")
    }
    return zip.finished()
  }

  /// Whether a format is told by the number that every workbook knows.
  private static func isBuiltIn(_ format: String) -> Bool { format.count < 3 && Int(format) != nil }

  /// The rows of the first sheet.
  func rows() throws -> [[String]] { try Self.rows(Workbook(bytes, file: "week.xlsx")) }

  /// The rows of a workbook's first sheet.
  static func rows(_ workbook: Workbook, sheet: Int = 0) throws -> [[String]] {
    try text(workbook, sheet: sheet).records
  }

  /// A workbook's first sheet.
  static func text(_ workbook: Workbook, sheet: Int = 0) throws -> SheetText {
    try workbook.text(of: workbook.sheets[sheet])
  }
}
