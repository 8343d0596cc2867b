import HomeCare
import Testing

@testable import VisitLogs

/// What workbooks keep that text does not.
@Suite struct WorkbookNeedsTests {
  private static let sheets = [
    (name: "Insatser", text: "Kundnr,Dagar,När på dagen,Längd,Lat,Lon\nK1,varje dag,morgon,30,57.49,12.08\n"),
    (name: "Personal", text: "Personal,Namn\nS1,Karin Ek\nS2,Bo Al\n"),
    (name: "Schema", text: "Personal,Dagar,Start,Slut\nS1,varje dag,07:00,16:00\nS2,varje dag,07:00,16:00\n"),
    (name: "Frånvaro", text: "Namn,Från,Till\nKarin Ek,2026-03-04,2026-03-06\n"),
  ]

  private func absent(_ instance: Instance) -> [String] {
    let working = Set(instance.shifts.filter { $0.staff == "S1" }.map(\.start.date))
    return (0..<14).map { instance.horizon.start.advanced(by: $0) }.filter { !working.contains($0) }.map(\.description)
  }

  @Test func hiddenSheetsAreToldOnceAndNotRead() throws {
    let seen = try NeedsFolder.workbook(Self.sheets)
    #expect(try absent(seen.reading("week.xlsx").fortnight()) == ["2026-03-04", "2026-03-05", "2026-03-06"])
    #expect(try seen.reading("week.xlsx").told.allSatisfy { !$0.contains("hidden") })
    let hidden = try NeedsFolder.workbook(Self.sheets + [(name: "Anteckning", text: "a,b\n1,2\n")]) {
      $0.replacing("name=\"Frånvaro\"", with: "name=\"Frånvaro\" state=\"hidden\"")
    }
    let reading = try hidden.reading("week.xlsx")
    #expect(try absent(reading.fortnight()).isEmpty)
    #expect(
      hidden.told(reading).filter { $0.contains("hidden") } == [
        "week.xlsx: hidden sheets of the workbook are not read: \"Frånvaro\"; show them to have them read"
      ])
  }

  @Test func datesOfAWorkbookThatCountsFrom1904AreItsOwn() throws {
    // The same numbers, four years and a day later.
    let sheets = Self.sheets.dropLast() + [(name: "Frånvaro", text: "Namn,Från,Till\nKarin Ek,2022-03-03,2022-03-05\n")]
    let folder = try NeedsFolder.workbook(Array(sheets)) {
      $0.replacing("<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>")
    }
    #expect(try absent(folder.reading("week.xlsx").fortnight()) == ["2026-03-04", "2026-03-05", "2026-03-06"])
  }
}
