import Files
import HomeCare
import Testing

@testable import VisitLogs

/// Sheets as units of home care write them.
@Suite struct HomesSheetTests {
  private static let horizon = Horizon(start: LocalDate(dayNumber: 20_514), days: 14)

  private static func told(_ folder: NeedsFolder) throws -> [String] {
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    let reading = try NeedsReader.read(folder: folder.path, nil, travel: travel, start: horizon.start)
    return (reading.told + (try reading.expanded(over: horizon, name: "x").told))
      .map { $0.replacing("\(folder.path)/", with: "") }
  }

  @Test func skillsArePartedBySlashesAndADashIsNone() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv":
        "staff;name;Delegering\nS1;Karin Ek;Läkemedel/Insulin\nS2;Anders Al;-\nS3;Bo By;Insulin + Såromläggning\n",
      "needs.csv":
        "client;recurrence;slot;minutes;Delegering;lat;lon\nC1;varje dag;morgon;30;insulin;57,49;12,08\nC2;varje dag;lunch;30;–;57,49;12,08\n",
    ])
    let instance = try folder.instance()
    #expect(instance.staff.map(\.skills) == [["Läkemedel", "Insulin"], [], ["Insulin", "Såromläggning"]])
    #expect(Set(instance.visits.map(\.skills)) == [["Insulin"], []])
  }

  @Test func whoWorksByTheHourHasNoCapAndIsTold() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff;name;Syssgrad\nS1;Karin Ek;75 %\nS2;Anders Al;timanst.\nS3;Bo By;Timvikarie\n"
    ])
    #expect(try folder.instance().staff.map { $0.maxMinutes != nil } == [true, false, false])
    #expect(
      try Self.told(folder).contains {
        $0.contains("2 members of the staff with no share of full time") && $0.contains("3 (Anders Al), 4 (Bo By)")
      })
  }

  @Test func datesWithoutAYearAreTheNearestAndToldOnce() throws {
    let folder = try NeedsFolder.sound([
      "absences.csv": "Personal;Från;Till\nS1;4/3;5/3\nKarin Ek;9 mars;10 mars\n",
      "away.csv": "Kund;Från;Till\nC1;3:e mars;\n",
    ])
    let told = try Self.told(folder)
    #expect(
      told.filter { $0.contains("without a year") } == [
        "absences.csv: in \"Från\", a date without a year is the nearest, such as 2026-03-04 for \"4/3\"",
        "absences.csv: in \"Till\", a date without a year is the nearest, such as 2026-03-05 for \"5/3\"",
        "away.csv: in \"Från\", a date without a year is the nearest, such as 2026-03-03 for \"3:e mars\"",
      ])
    let days = try folder.instance().shifts.filter { $0.staff == "S1" }.map { "\($0.start.date)".suffix(2) }
    #expect(Set(["04", "05", "09", "10"]).isDisjoint(with: days.map(String.init)) && days.count == 10)
  }

  @Test func absencesOfSomebodyWhoHasLeftAreCountedAndNearNamesRefused() throws {
    let left = try NeedsFolder.sound(["absences.csv": "Personal;Från;Till\nUlla Bengtsson;2026-03-04;2026-03-05\n"])
    #expect(
      try Self.told(left).contains("absences: 1 row, 0 used; of nobody in the tables: \"Ulla Bengtsson\" in 1"))
    let typed = try NeedsFolder.sound(["absences.csv": "Personal;Från;Till\nKarin Eek;2026-03-04;2026-03-05\n"])
    #expect(try typed.problems().count == 1)
  }

  @Test func peopleMayBeCalledByIDAndName() throws {
    let folder = try NeedsFolder.sound([
      "absences.csv": "Personal;Från;Till\nS1 Karin Ek;2026-03-04;2026-03-04\nAl, Anders (S2);2026-03-05;2026-03-05\n"
    ])
    let shifts = try folder.instance().shifts.map { "\($0.staff) \($0.start.date)" }
    #expect(!shifts.contains("S1 2026-03-04") && !shifts.contains("S2 2026-03-05") && shifts.contains("S1 2026-03-05"))
    // A number of one and the name of another are neither.
    let mixed = try NeedsFolder.sound(["absences.csv": "Personal;Från;Till\nS1 Anders Al;2026-03-04;2026-03-04\n"])
    #expect(try mixed.problems().count == 1)
  }

  @Test func longShiftsWithoutABreakAreTold() throws {
    let folder = try NeedsFolder.sound([
      "shifts.csv":
        "Personal;Dagar;Start;Slut;Rast\nS1;mån tis;07:00;15:00;\nS2;ons;07:00;12:00;\nS2;tors;07:00;15:00;30\n"
    ])
    #expect(
      try Self.told(folder).filter { $0.contains("break") } == [
        "4 shifts of more than 5 hours without a break, of S1 (Karin Ek)"
      ])
  }

  @Test func aHeadingOverMergedCellsIsNoClient() throws {
    let heading = String(repeating: "SLINGA NORR;", count: 6) + "SLINGA NORR"
    let folder = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;skills;N;E\n\(heading)\nC1;varje dag;morgon;30;;57,49;12,08\n"
    ])
    #expect(try folder.instance().clients.map(\.id) == ["C1"])
    #expect(try Self.told(folder).contains("needs: 2 rows, 1 used; 1 sum or heading: row 2 (SLINGA NORR)"))
  }

  @Test func aNarrowerPartOfTheDayGoesBeforeTheWordAmidTheDays() throws {
    func windows(_ days: String, _ slot: String) throws -> [String] {
      let folder = try NeedsFolder.sound([
        "needs.csv": "client;recurrence;slot;minutes;lat;lon\nC1;\(days);\(slot);30;57,49;12,08\n"
      ])
      return Set(try folder.instance(days: 2).visits.map { "\($0.earliest.clock)-\($0.latest.clock)" }).sorted()
    }
    #expect(try windows("varje natt", "23:00-02:00").contains("23:00-01:30"))
    #expect(try windows("varje kväll", "19.30–21.00") == ["19:30-20:30"])
    #expect(throws: InputError.self) { try windows("varje kväll", "07:00-09:00") }
  }

  @Test func daysMayBeCrossesInColumns() throws {
    let header = "Brukare;Längd;När på dagen;Mån;Tis;Ons;Tors;Fre;Lör;Sön;Lat;Lon"
    let folder = try NeedsFolder.sound([
      "needs.csv": "\(header)\nC1;30;morgon;x;;X;;;ja;;57,49;12,08\nC2;20;lunch;1;-;;✓;;;nej;57,49;12,08\n"
    ])
    #expect(try Self.told(folder).allSatisfy { !$0.contains("not read") })
    let visits = Set(try folder.instance(days: 7).visits.map { "\($0.client) \($0.earliest.date)" })
    #expect(visits == ["C1 2026-03-02", "C1 2026-03-04", "C1 2026-03-07", "C2 2026-03-02", "C2 2026-03-05"])
    // Beside a recurrence, which may say in which weeks.
    let odd = try NeedsFolder.sound([
      "needs.csv": "Dagar;\(header)\nudda veckor;C1;30;morgon;x;;;;;;;57,49;12,08\n"
    ])
    #expect(try odd.instance().visits.map { "\($0.earliest.date)" } == ["2026-03-09"])
    let wrong = try NeedsFolder.sound([
      "needs.csv":
        "\(header)\nC1;30;morgon;2;;;;;;;57,49;12,08\nC2;30;morgon;;;;;;;;57,49;12,08\n"
    ])
    #expect(try wrong.problems().count == 2)
  }

  @Test func needsWithColumnsOfDaysAreNoSchedule() throws {
    let base = try NeedsFolder.sound()
    let texts = try ["staff", "shifts"].map { try String(contentsOfFile: "\(base.path)/\($0).csv", encoding: .utf8) }
    let folder = try NeedsFolder([
      "Personal.csv": texts[0], "Pass.csv": texts[1],
      "Beslut.csv": "Brukare;Min;Tid på dygnet;Må;Ti;On;To;Fr;Lö;Sö;N;E\nC1;30;morgon;x;x;x;x;x;;;57,49;12,08\n",
    ])
    #expect(try folder.instance(days: 7).visits.count == 5)
  }

  @Test(arguments: [
    "D | 07:00-16:00, rast 45 min", "D | Helg 07:00-16:00 rast 45", "D | 7-16 r45", "D = 07-16, rast 45",
    "D: dag 7-16 r 45",
  ])
  func explanationsOfMarksMayHaveWordsAndCommas(text: String) {
    var legend = ShiftLegend()
    legend.add(text.split(separator: "|").map { LogWords.trimmed(String($0)) })
    #expect(legend.meanings(of: "D") == [.shift(420..<960, breakMinutes: 45)])
    // In a schedule itself, words beside times say something else.
    #expect(legend.meanings(of: "utb 08-16") == nil)
  }
}
