import Files
import HomeCare
import Testing

@testable import VisitLogs

/// What stands in real sheets beside records: sums, visits as needed, and one fault in many cells.
@Suite struct MessySheetTests {
  private static let needs = """
    Kundnr,Dagar,När på dagen,Min,Insats,Lat,Lon
    C1,varje dag,morgon,30,Dusch,57.49,12.08
    C1,vid behov,kväll,20,Tillsyn,,
    C1,3 ggr/mån,lunch,40,Städ,,
    Summa insatser,,,=SUM(D2:D4),,,
    Antal: 3,,,,,,
    """
  private static let staff =
    "Personalnr,Namn,Tjänstgöringsgrad\nS1,Karin Ek,75 %\nS2,Anders Al,100 %\n,,\nAntal: 2,,\nSumma,,1.75\n"
  private static let absences = "Personalnr,Från,Till\nS1,2026-03-04,2026-03-05\nS2,2026-05-01,2026-05-02\nTotalt 2,,\n"

  private func folder(_ more: [String: String] = [:]) throws -> NeedsFolder {
    try .sound(["needs.csv": Self.needs, "staff.csv": Self.staff, "absences.csv": Self.absences].merging(more) { $1 })
  }

  @Test func rowsThatSumUpAreNoRecordsAndAreTold() throws {
    let folder = try folder()
    let expanded = try folder.reading().expanded(
      over: Horizon(start: try #require(LocalDate("2026-03-02")), days: 14), name: "x")
    #expect(expanded.instance.staff.map(\.id) == ["S1", "S2"] && expanded.instance.clients.map(\.id) == ["C1"])
    // The share is a percentage, whatever the sum is.
    #expect(expanded.instance.staff.map(\.maxMinutes) == [3442, 4590])
    #expect(
      expanded.tallies.map(\.description) == [
        "needs: 5 rows, 2 used; 1 as needed, not planned: row 3 (C1); 2 sums or headings: row 5 (Summa insatser), 6 (Antal: 3)",
        "staff: 4 rows, 2 used; 2 sums or headings: row 5 (Antal: 2), 6 (Summa)",
        "absences: 3 rows, 1 used; 1 not in the horizon: row 3 (S2); 1 sum or heading: row 4 (Totalt 2)",
      ])
    // Three times a month, of which less than half is planned.
    #expect(expanded.instance.visits.count { $0.tasks == "Städ" } == 1)
    #expect(expanded.instance.visits.allSatisfy { $0.tasks != "Tillsyn" })
  }

  @Test(arguments: [
    ("3 ggr/mån", 3, true), ("1 gång / mån", 1, true), ("2 ggr per mån", 2, true), ("2 ggr/v", 2, false),
    ("1 g/v", 1, false),
    ("2 ggr i mån, mån ons", 2, true),
  ])
  func oftenInTheMonthIsNoMonday(text: String, count: Int, isOfMonth: Bool) throws {
    let recurrence = try RecurrenceText(text, first: nil, last: nil, near: LocalDate(dayNumber: 20_514)).recurrence
    #expect(recurrence.times?.count == count && recurrence.times?.period == (isOfMonth ? .month : .week))
    #expect(recurrence.weekdays == (text.contains("ons") ? [1, 3] : Recurrence.everyDay))
  }

  @Test(arguments: ["vid behov", "Vid behov, kväll", "v.b.", "as needed", "enligt överenskommelse"])
  func whatComesAsNeededIsKnownAsSuch(text: String) {
    #expect(RecurrenceText.isAsNeeded(text))
    let fault = #expect(throws: RecurrenceText.Fault.self) {
      try RecurrenceText(text, first: nil, last: nil, near: LocalDate(dayNumber: 20_514))
    }
    #expect(fault?.expected.hasPrefix("days; what comes as needed") ?? false)
  }

  @Test func oneFaultOfAColumnIsToldOnceByItsOwnHeader() throws {
    let folder = try folder([
      "absences.csv": "Personalnr;Fr.o.m.;T.o.m.\nS1;03/04/2026;03/05/2026\nS2;04/04/2026;\nS2;05/04/2026;06/04/2026\n"
    ])
    #expect(
      try folder.problems().map { String($0.prefix { $0 != ";" }) } == [
        "absences.csv:2: S1, \"Fr.o.m.\": found \"03/04/2026\", which may be day, month, year or as month, day, year",
        "absences.csv:2: S1, \"T.o.m.\": found \"03/05/2026\", which may be day, month, year or as month, day, year",
      ])
    #expect(
      try folder.problems().first?.contains("; so may 1 more cell of the column; expected dates in one order") ?? false)
    #expect(try folder.reading().reader.tally(.absences).refused == 2)
  }

  @Test func namesInTwoColumnsAreOne() throws {
    let folder = try folder([
      "staff.csv": "Personalnr,Förnamn,Efternamn\nS1,Karin,Ek\nS2,Anders,Al\n",
      "shifts.csv": "Personal,Dagar,Start,Slut\nKarin Ek,varje dag,07:00,16:00\nS2,varje natt,21:30,07:15\n",
    ])
    let instance = try folder.instance()
    #expect(instance.staff.map(\.name) == ["Karin Ek", "Anders Al"])
    // The times of a shift say when in the day it is.
    #expect(instance.shifts.count { $0.staff == "S1" } == 12 && instance.shifts.count { $0.staff == "S2" } == 15)
  }

  @Test func theTableThatComesNearestToAMissingOneIsNamed() throws {
    let folder = try folder([
      "needs.csv": "", "beslut.csv": "Kundnr;Återkommande;Uppgift;Hur länge\nC1;varje dag;Dusch;30\n",
    ])
    #expect(
      try folder.problems().contains {
        $0.contains("beslut.csv comes nearest, with \"Kundnr\", \"Återkommande\", \"Uppgift\", and lacks minutes")
      })
  }

  @Test func windowsThatTheHorizonCutsAreTold() throws {
    let folder = try folder([
      "needs.csv":
        "client,recurrence,slot,minutes,lat,lon\nC1,varje natt,,20,57.49,12.08\nC2,varje dag,morgon,20,57.4,12.1\n",
      "absences.csv": "",
    ])
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 14)
    let notes = try folder.reading().expanded(over: horizon, name: "x").notes.map(\.description)
    #expect(notes.contains("windows that run past the last midnight, shortened to it: C1-20260315-2200"))
  }

  @Test func aMarkWithTwoMeaningsIsAQuestion() throws {
    let grid = "Personal,mån,tis,ons,tor,fre,lör,sön\nS1,D,D,D,D,D,,\nS2,K,K,,,K,K,K\n"
    let legend = "D = 07-16\nD = 07-16 rast 30\nK = 15-22\n"
    let base = ["shifts.csv": "", "absences.csv": ""]
    let sound = try folder(base.merging(["schema.csv": grid + legend]) { $1 })
    #expect(try sound.instance().shifts.first { $0.staff == "S1" }?.breakRule?.minutes == 30)
    let twice = try folder(base.merging(["schema.csv": grid + legend + "D = 08:00-17:00\n"]) { $1 })
    #expect(
      try twice.problems() == [
        "schema.csv:2: found the mark \"D\", explained as \"07:00-16:00 rast 30\" and \"08:00-17:00\"; expected one meaning; "
          + "correct the explanations, or decide in the mapping's \"shifts\""
      ])
    let mapping = try ExportMapping(json: Array(#"{"format": "samma-mapping/1", "shifts": {"D": "08-17"}}"#.utf8))
    #expect(try twice.instance(mapping).shifts.first { $0.staff == "S1" }?.start.clock == "08:00")
  }

  @Test func aStartOutsideItsPartOfTheDayIsTold() throws {
    let folder = try folder([
      "needs.csv": """
      client,recurrence,slot,start,minutes,lat,lon
      C1,varje dag,kväll,07:30,20,57.49,12.08
      C1,varje dag,morron,09:30,20,,
      C1,varje dag,lunch,12:00,20,,
      """,
      "absences.csv": "",
    ])
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 14)
    #expect(
      try folder.reading().expanded(over: horizon, name: "x").tallies.map(\.description).first
        == "needs: 3 rows, 3 used; 2 with a start outside the part of the day, which goes before it: row 2 (C1), 3 (C1)"
    )
  }

  @Test func ofHolidaysAndOfTimesAwaySumsAreRefused() throws {
    let folder = try folder(["away.csv": "client,from,to\nC1,2026-03-04,2026-03-05\nSumma,1,2\n"])
    let error = #expect(throws: InputError.self) { try Absence.read("\(folder.path)/away.csv") }
    #expect(error?.problems.map { $0.position?.line } == [3])
    #expect(error?.problems.first?.found == "a sum or a heading")
  }

  @Test(arguments: ["Summa", "Totalt antal besök", "Antal: 35", "MEDEL", "Sum of hours"])
  func wordsOfSumsOpenThem(text: String) { #expect(SumRow.matches([text, "", "=SUM(D2:D9)", "12,5 tim"])) }

  @Test func recordsAreNoSums() {
    #expect(
      !SumRow.matches(["Antal", "må on fr", "30"]) && !SumRow.matches(["C1", "12"]) && !SumRow.matches(["", ""]))
  }
}
