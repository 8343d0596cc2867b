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

  @Test func sheetsInOtherWordsAreReadAndNamesInAnyOrderOfTheirWords() throws {
    let folder = try NeedsFolder.workbook([
      "Vårdtagare": """
      Pnr,För- och efternamn,Gata,Ort,Tfn bostad,Nyckelnr,Kontaktperson,Grupp,Nord,Öst,Övrigt
      19330816-3885,Rut Ek,Storgatan 1,Lerum,0302-1,17,Berg Maj-Britt,Grupp 1,57.49,12.08,Hund
      19400301-1234,Åke Ås,Storgatan 2,Lerum,0302-2,18,,Grupp 2,57.5,12.09,
      """,
      "Biståndsbeslut": """
      Vårdtagare,Beslutad insats,Omfattning,Tid per tillfälle,Klockslag,Dubbelbem,Startar,Upphör
      Ek Rut,Morgonhjälp,dagligen,30 min,07:30-09:30,,,
      193308163885,Lunch,alla dagar,20,11.30-13.00,,,
      Åke Ås,Insulin,dagligen,10,kl 8,,,2026-03-08
      400301-1234,Tillsyn,vardagar (ej helgdag),15,fm,Ja,2026-03-09,
      """,
      "Medarbetare": "Anstnr,Efternamn,Förnamn,Tjgr %\n3000,Berg,Maj-Britt,75\n3001,Al,Bo,100\n",
      "Arbetsschema":
        "Namn,må,ti,on,to,fr,lö,sö\nBerg Maj-Britt,A,A,A,,,,\nBo Al,,,,A,A,A,A\n\nA,07.00-15.30,30\n",
      "Slutenvård": "Vårdtagare,Inlagd,Utskriven\nRut Ek,2026-03-12 14:30,2026-03-16 11:00\n",
    ])
    let reading = try folder.reading("week.xlsx")
    #expect(folder.told(reading).contains("week.xlsx, sheet \"Biståndsbeslut\": read as needs, 4 rows"))
    #expect(reading.unread.isEmpty && reading.taken.map(\.table) == [.staff, .clients, .needs, .shifts, .away])
    let instance = try reading.fortnight()
    let rut = try #require(instance.clients.first)
    #expect(
      rut.contact == "3000" && rut.area == "Grupp 1" && rut.phone == "0302-1" && rut.access == "17"
        && rut.remark == "Hund")
    #expect(instance.staff.map(\.maxMinutes) == [3442, 4590] && instance.shifts.count { $0.staff == "3000" } == 6)
    let days = instance.visits.filter {
      $0.earliest.date.description == "2026-03-09"
        || $0.client == "19400301-1234" && $0.earliest.date.description == "2026-03-08"
    }
    .map { "\($0.tasks ?? "") \($0.earliest.clock)–\($0.latest.clock) \($0.minutes) \($0.staff)" }.sorted()
    #expect(
      days == [
        "Insulin 08:00–08:00 10 1", "Lunch 11:30–12:40 20 1", "Morgonhjälp 07:30–09:00 30 1",
        "Tillsyn 09:00–11:45 15 2",
      ])
    #expect(instance.series.first { $0.client == "19400301-1234" && $0.usual != nil }?.usual == 480)
    #expect(!instance.visits.contains { $0.client == rut.id && $0.earliest.date.description == "2026-03-14" })
  }

  @Test func whereNamesOfOneSetOfWordsAreSeveralPeopleTheyAreAQuestion() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff,name,skills\nS1,Karin Ek,insulin\nS2,Ek Karin,insulin\n",
      "absences.csv": "Namn,Från,Till\nKarin Ek,2026-03-04,2026-03-05\n",
    ])
    // A name as it stands goes before the same words in another order.
    #expect(try folder.reading().needs.absences.map(\.staff) == ["S1"])
    let three = try NeedsFolder.sound([
      "staff.csv": "staff,name,skills\nS1,Anna Maria Ek,insulin\nS2,Maria Anna Ek,insulin\nS3,Karin Ek,insulin\n",
      "absences.csv": "Namn,Från,Till\nEk Anna Maria,2026-03-04,2026-03-05\n",
    ])
    #expect(try three.problems().contains { $0.contains("expected an id, since the name is that of S1 and of S2") })
  }
}
