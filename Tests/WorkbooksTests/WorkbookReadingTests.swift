import Files
import HomeCare
import Testing

@testable import Workbooks

@Suite struct WorkbookReadingTests {
  @Test func textsNumbersAndFlagsAreReadAsTheyAreShown() throws {
    let workbook = HandmadeWorkbook(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><r><t>Anna </t></r><r><t>Ek</t></r><rPh><t>x</t></rPh></is></c>
      <c r="C3"><v>194503010000</v></c><c r="D3"><v>1.94503010000E11</v></c><c r="E3"><v>0.1</v></c></row>
      <row><c t="str"><f>A1&amp;"x"</f><v>007</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c><v>0.30000000000000004</v></c>
      <c><v>-12</v></c></row>
      """,
      strings: """
        <si><t>Kund</t></si><si><r><t xml:space="preserve">Tab\t och </t></r><r><t>"citat"</t></r></si>\
        <si><t>två&#10;rader_x000D__x005F_x</t></si>
        """)
    let text = try HandmadeWorkbook.text(Workbook(workbook.bytes, file: "week.xlsx"))
    #expect(
      text.records == [
        ["Kund", "Tab\t och \"citat\"", "två\nrader\n_x"],
        ["Anna Ek", "", "194503010000", "194503010000", "0.1"], ["007", "true", "false", "0.3", "-12"],
      ])
    // Line feeds within a cell are lines of the text, and of the same row of the sheet.
    #expect(text.table.rowOfLine == [1, 1, 1, 3, 4])
    #expect(text.rows == 3 && text.notes.isEmpty)
  }

  @Test(arguments: [
    ("46083", "14", "2026-03-02"), ("46083", "yyyy-mm-dd;@", "2026-03-02"),
    ("46083", "[$-41D]d mmmm yyyy", "2026-03-02"),
    ("46083.3125", "22", "2026-03-02 07:30"), ("46083.3125", "yyyy-mm-dd hh:mm", "2026-03-02 07:30"),
    ("0.3125", "20", "07:30"), ("0.3125", "h:mm AM/PM", "07:30"), ("0.333333333333333", "hh:mm", "08:00"),
    ("0.999988425925926", "21", "23:59:59"), ("1", "hh:mm", "24:00"), ("1.0625", "[h]:mm", "25:30"),
    ("0.0625", "[h]:mm", "01:30"), ("2.5", "46", "60:00"), ("0.0208333333333333", "mm:ss", "00:30"),
    ("46083.3125", "hh:mm", "2026-03-02 07:30"), ("46083.5", "yyyy-mm-dd", "2026-03-02 12:00"),
    ("0.75", "9", "75 %"), ("0.07", "0.0%", "7 %"), ("1.005", "10", "100.5 %"), ("60", "14", "1900-02-29"),
    ("59", "14", "1900-02-28"), ("61", "14", "1900-03-01"), ("1", "14", "1900-01-01"), ("12", "0000", "0012"),
    ("4503011234", "000000-0000", "450301-1234"), ("7", "@", "7"), ("1234.5", "#,##0.00", "1234.5"),
    ("5", "0 \"tim\"", "5"), ("30", "0\" min\"", "30"), ("7", "[Red]0;[Blue]-0", "7"), ("46083", "mmm", "2026-03-02"),
    ("3", "General", "3"), ("2958466", "14", "2958466"), ("-1", "14", "-1"),
  ])
  func numbersAreShownByTheirFormats(_ raw: String, _ format: String, _ shown: String) throws {
    let workbook = HandmadeWorkbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(raw)</v></c></row>", formats: [format])
    #expect(try workbook.rows() == [[shown]])
  }

  @Test func datesCountFrom1904WhereTheWorkbookSaysSo() throws {
    var workbook = HandmadeWorkbook(
      "<row r=\"1\"><c s=\"1\"><v>44621</v></c><c s=\"1\"><v>0</v></c><c s=\"2\"><v>0.5</v></c></row>",
      formats: ["14", "20"])
    workbook.settings = "date1904=\"1\""
    #expect(try workbook.rows() == [["2026-03-02", "1904-01-01", "12:00"]])
  }

  @Test func isoDatesAndPrefixesOfOtherProducersAreRead() throws {
    var workbook = HandmadeWorkbook()
    workbook.prefix = "x"
    workbook.sheets = [
      (
        "A",
        "<x:row r=\"2\"><x:c t=\"d\"><x:v>2026-03-02T00:00:00</x:v></x:c><x:c t=\"d\"><x:v>2026-03-02T07:30:00</x:v></x:c></x:row>"
      )
    ]
    #expect(try workbook.rows() == [["2026-03-02", "2026-03-02T07:30:00"]])
  }

  @Test func whatASheetHidesOrCannotSayIsTold() throws {
    var workbook = HandmadeWorkbook(
      """
      <row r="1"><c r="A1" t="inlineStr"><is><t>v1</t></is></c><c r="D1"><v>9</v></c></row>
      <row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>1+1</f></c><c r="C2"><v>1234567890123456700</v></c></row>
      <row r="3"><c r="D3"><v>1</v></c></row>
      <row r="4"><c r="D4"/></row>
      """)
    workbook.below =
      "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
    let text = try HandmadeWorkbook.text(Workbook(workbook.bytes, file: "week.xlsx"))
    #expect(
      text.records == [["v1", "v1", "v1", "9"], ["#N/A", "=1+1", "1234567890123456768"], ["#N/A", "", "", "1"]])
    #expect(
      text.notes == [
        "1 hidden row is read like the others", "merged cells: their value is read in each of them, 3 more",
        "errors in cells: A2",
        "formulas without a value: B2; open the workbook in a spreadsheet and save it",
        "numbers of more than 15 digits, whose last are lost: C2; keep ids as text",
      ])
  }

  @Test func hiddenSheetsAreMarkedAndChartsPassedOver() throws {
    var workbook = HandmadeWorkbook()
    workbook.sheets = [("Brukare", "<row><c><v>1</v></c></row>"), ("Gammalt", ""), ("Mall &amp; &quot;test&quot;", "")]
    workbook.states = ["Gammalt": "state=\"hidden\"", "Brukare": "state=\"visible\""]
    let read = try Workbook(workbook.bytes, file: "week.xlsx")
    #expect(read.sheets.map(\.name) == ["Brukare", "Gammalt", "Mall & \"test\""])
    #expect(read.sheets.map(\.isHidden) == [false, true, false])
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var table = SheetTable("Besök: vecka 10/11")
    for title in ["kund", "datum", "start", "minuter", "andel", ""] { table.append(title) }
    table.endRecord()
    let (date, time) = (try #require(LocalDate("2026-03-02")), try #require(LocalDateTime("2026-03-02T07:30")))
    for text in ["0012", "=1+1", "<Åsa> & \"Bo\"\n\u{7}_x0041_", ""] {
      table.append(text)
      table.append(date)
      table.append(time)
      table.append(30)
      table.append(0.75)
      table.append("x")
      table.endRecord()
    }
    let bytes = WorkbookBytes.workbook([table, SheetTable("tom"), table])
    let workbook = try Workbook(bytes, file: "week.xlsx")
    #expect(workbook.sheets.map(\.name) == ["Besök- vecka 10-11", "tom", "Besök- vecka 10-11 2"])
    let rest = ["2026-03-02", "2026-03-02 07:30", "30", "0.75", "x"]
    #expect(
      try HandmadeWorkbook.rows(workbook) == [
        ["kund", "datum", "start", "minuter", "andel"], ["0012"] + rest, ["=1+1"] + rest,
        ["<Åsa> & \"Bo\"\n\u{7}_x0041_"] + rest, [""] + rest,
      ])
    #expect(try HandmadeWorkbook.rows(workbook, sheet: 1).isEmpty)
    #expect(WorkbookBytes.workbook([table, SheetTable("tom"), table]) == bytes)
  }
}
