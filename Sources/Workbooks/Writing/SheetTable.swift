import Files
import HomeCare

/// A table to be written as a sheet: its first record is the header.
package struct SheetTable: RecordWriter {
  /// What the tab says.
  package let name: String
  /// The rows as XML with the header above them; more than a sheet has room for go on in the next.
  private(set) var parts: [[UInt8]] = [[]]
  /// Rows of the last part, the header among them.
  private(set) var rows = 0
  /// Characters of the widest cell of each column.
  private(set) var widths: [Int] = []

  private var header: [UInt8] = []
  private var cells: [UInt8] = []
  private var column = 0

  /// Styles of cells, in the order in which the workbook lists them.
  enum Style: Int {
    case plain, header, date, time, text
  }

  /// A table without rows.
  package init(_ name: String) { self.name = name }

  /// Adds a cell of text; what looks like a number stays text.
  package mutating func append(_ text: some StringProtocol) {
    let style = rows == 0 ? Style.header : .text
    guard !text.isEmpty else { return add("", style: rows == 0 ? .header : nil, width: 0) }
    add(
      "t=\"inlineStr\"><is><t xml:space=\"preserve\">\(String(decoding: MarkupText.cell(text), as: UTF8.self))</t></is></c>",
      style: style, width: text.unicodeScalars.count)
  }

  /// Adds a cell with a whole number.
  package mutating func append(_ value: Int) { add(number: String(value), .plain) }

  /// Adds a cell with a number.
  package mutating func append(_ value: Double) { add(number: value.fileText, .plain) }

  /// Adds a cell with a date.
  package mutating func append(_ date: LocalDate) { add(number: SerialTime.serial(date).fileText, .date, width: 10) }

  /// Adds a cell with a date and a time of day.
  package mutating func append(_ time: LocalDateTime) {
    add(number: SerialTime.serial(time.date, minute: time.minuteOfDay).fileText, .time, width: 16)
  }

  /// Ends the row.
  package mutating func endRecord() {
    if rows == 0 { header = cells }
    if rows == CellPlace.mostRows {
      parts.append(Array("<row r=\"1\">".utf8) + header + "</row>".utf8)
      rows = 1
      // The cells name the row they stand in.
      let old = String(decoding: cells, as: UTF8.self)
      cells = Array(old.replacing("\(CellPlace.mostRows + 1)\" s=", with: "2\" s=").utf8)
    }
    rows += 1
    parts[parts.count - 1] += Array("<row r=\"\(rows)\">".utf8) + cells + "</row>".utf8
    (cells, column) = ([], 0)
  }

  private mutating func add(number: String, _ style: Style, width: Int? = nil) {
    add("><v>\(number)</v></c>", style: style, width: width ?? number.utf8.count)
  }

  /// Adds a cell; an empty one only takes its place.
  private mutating func add(_ content: String, style: Style?, width: Int) {
    if column == widths.count { widths.append(0) }
    widths[column] = max(widths[column], width)
    defer { column += 1 }
    guard let style else { return }
    let content = content.isEmpty ? "/>" : content
    cells += "<c r=\"\(SheetColumn.letters(column))\(rows + 1)\" s=\"\(style.rawValue)\" \(content)".utf8
  }
}
