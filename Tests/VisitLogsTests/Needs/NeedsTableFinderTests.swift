import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct NeedsTableFinderTests {
  private static let clients =
    "Kundnr,Namn,Lat,Lon,Fast omsorgskontakt\nk1,Ada,57.49,12.08,Karin Ek\n194503010000,Bo,57.5,12.1,\n"
  private static let visits = """
    Kundnr,Återkommande,När på dagen,Längd
    k1,varje dag,morgon,30
    194503010000,vardagar,kväll,20

    """
  private static let staff = "Personal,Namn,Sysselsättningsgrad\nS1,Karin Ek,75 %\nS2,Bo Al,100 %\n"
  private static let shifts = "Personal,Dagar,Start,Slut\nS1,varje dag,07:00,22:00\nS2,vardagar,08:00,16:00\n"
  private static let absences = "Personal,Från,Till\nS2,2026-03-03,2026-03-04\n"
  private static let away = "Brukare,Från,Till\nk1,2026-03-05,2026-03-06\n"
  private static let history = "Brukare,Personal,Datum,Start,Slut\nk1,S1,2026-02-27,07:30,08:00\n"
  private static let all = [clients, visits, staff, shifts, absences, away, history]

  private static func byDocument() throws -> Instance {
    let names = ["clients", "needs", "staff", "shifts", "absences", "away", "history"]
    let files = Dictionary(uniqueKeysWithValues: zip(names.map { "\($0).csv" }, all))
    return try NeedsFolder(files).reading().fortnight()
  }

  @Test func aWorkbookOfSwedishSheetsIsTheSameAsTheFilesOfTheDocuments() throws {
    let folder = try NeedsFolder.workbook([
      "Läs mig": "Enheten Norr\nVecka 10\n", "Brukare": Self.clients, "Insatser": Self.visits, "Personal": Self.staff,
      "Schema": Self.shifts, "Frånvaro": Self.absences, "Sjukhus": Self.away, "Historik": Self.history, "Blad9": "",
    ])
    for file in ["week.xlsx", nil] {
      let reading = try folder.reading(file)
      #expect(try reading.fortnight().tables == Self.byDocument().tables)
      #expect(
        folder.told(reading) == [
          "week.xlsx, sheet \"Personal\": read as staff, 2 rows",
          "week.xlsx, sheet \"Brukare\": read as clients, 2 rows",
          "week.xlsx, sheet \"Insatser\": read as needs, 2 rows", "week.xlsx, sheet \"Schema\": read as shifts, 2 rows",
          "week.xlsx, sheet \"Frånvaro\": read as absences, 1 row",
          "week.xlsx, sheet \"Sjukhus\": read as away, 1 row",
          "week.xlsx, sheet \"Historik\": read as history, 1 row",
          "week.xlsx, sheet \"Läs mig\": no table of needs, by its columns; not read",
        ])
    }
  }

  @Test func filesOfAnyNamesAndKindsAreFoundByTheirColumns() throws {
    let folder = try NeedsFolder.workbook(["Blad1": Self.clients, "Blad2": Self.staff])
    let tabs = Self.shifts.replacing(",", with: "\t")
    let rows = "[{\"Brukare\": \"k1\", \"Från\": \"2026-03-05\", \"Till\": \"2026-03-06\"}]"
    for (name, text) in [
      ("a.csv", Self.visits), ("b.txt", tabs), ("c.csv", Self.absences), ("d.json", rows), ("e.csv", Self.history),
      ("mapping.json", "{\"format\": \"samma-mapping/1\"}"), ("brev.pdf", "x"), (".~lock.a.csv", "x"),
    ] {
      try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    let reading = try folder.reading()
    #expect(try reading.fortnight().tables == Self.byDocument().tables)
    #expect(folder.told(reading).last == "brev.pdf: no table, by its name; not read")
  }

  @Test func aPlaceInAWorkbookIsToldAsSheetAndCell() throws {
    let folder = try NeedsFolder.workbook([
      "Brukare": Self.clients, "Insatser": Self.visits.replacing("morgon", with: "brunch"), "Personal": Self.staff,
      "Schema": Self.shifts.replacing("S2,", with: "S9,"),
    ])
    #expect(
      try folder.problems().map { $0.components(separatedBy: "; expected")[0] } == [
        "week.xlsx, sheet \"Insatser\", C2: k1, \"När på dagen\": found \"brunch\"",
        "week.xlsx, sheet \"Schema\", A3: S9, \"Personal\": found \"S9\"",
      ])
  }

  @Test func whatFitsEquallyIsAQuestionThatANameOrAMappingAnswers() throws {
    let twice: KeyValuePairs = [
      "Blad1": Self.clients, "Insatser": Self.visits, "Personal": Self.staff, "Schema": Self.shifts,
      "Blad5": Self.clients,
    ]
    let folder = try NeedsFolder.workbook(twice)
    let found = try folder.problems()
    #expect(
      found[0].contains(
        "found several tables clients: week.xlsx, sheet \"Blad1\"; week.xlsx, sheet \"Blad5\"; expected one of them"))
    // Of people with an id and a name alone, nobody knows which they are.
    let people = try NeedsFolder.workbook([
      "Brukare": Self.clients, "Insatser": Self.visits, "Blad3": "Id,Namn\nS1,Karin Ek\nS2,Bo Al\n",
      "Schema": Self.shifts,
    ])
    #expect(
      try people.problems()[0].hasPrefix(
        "week.xlsx, sheet \"Blad3\": found columns that could be the table clients or the table staff"))
    let named = try NeedsFolder.workbook([
      "Brukare": Self.clients, "Insatser": Self.visits, "Personal": "Id,Namn\nS1,Karin Ek\nS2,Bo Al\n",
      "Schema": Self.shifts, "Blad5": Self.clients,
    ])
    let reading = try named.reading()
    #expect(reading.needs.staff.map(\.id) == ["S1", "S2"] && reading.needs.clients.count == 2)
    #expect(
      named.told(reading).contains(
        "week.xlsx, sheet \"Blad5\": could be the table clients too; not read, since \(named.path)/week.xlsx, sheet "
          .replacing("\(named.path)/", with: "") + "\"Brukare\" is"))
    let mapping = try ExportMapping(
      json: Array("{\"format\": \"samma-mapping/1\", \"sources\": {\"Blad5\": \"none\", \"blad1\": \"clients\"}}".utf8))
    #expect(try folder.reading(nil, mapping).needs.clients.count == 2)
    let both = try ExportMapping(
      json: Array(
        "{\"format\": \"samma-mapping/1\", \"sources\": {\"Blad5\": \"clients\", \"Blad1\": \"clients\"}}".utf8))
    #expect(try folder.reading(nil, both).needs.clients.count == 4)
  }

  @Test func aTableThatIsCalledSoAndLacksAColumnIsRefused() throws {
    let folder = try NeedsFolder.workbook([
      "Brukare": Self.clients, "Insatser": Self.visits, "Personal": Self.staff, "Schema": Self.shifts,
      "Frånvaro": "Personal,Börjar på,Till\nS2,2026-03-03,2026-03-04\n",
    ])
    #expect(
      try folder.problems().map { $0.components(separatedBy: "; expected")[0] } == [
        "week.xlsx, sheet \"Frånvaro\", row 1: found the columns \"Personal\", \"Börjar på\", \"Till\""
      ])
  }
}
