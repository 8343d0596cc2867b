import Files
import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Needs in which numbers, dates and names are written as people write them.
@Suite struct NeedsValuesTests {
  private func reading(_ folder: NeedsFolder) throws -> NeedsReading {
    try NeedsReader.read(
      folder: folder.path, nil, travel: .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2))
  }

  private func tallies(_ folder: NeedsFolder) throws -> [String] {
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 14)
    return try reading(folder).expanded(over: horizon, name: "x").tallies.map(\.description)
  }

  @Test(arguments: [("75", "100"), ("0,75", "1"), ("75 %", "100%"), ("0.75", "100 %")])
  func employmentIsPercentHoweverItIsWritten(first: String, second: String) throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff;name;skills;contract\nS1;Karin Ek;insulin;\(first)\nS2;A;insulin;\(second)\n"
    ])
    #expect(try folder.instance().staff.map(\.maxMinutes) == [3442, 4590])
    let notes = try reading(folder).notes.map(\.reading)
    #expect(notes.contains { $0.hasSuffix("is 75 percent") } == (first.hasPrefix("0")))
  }

  @Test func percentAndPartsOfOneInOneColumnAreRefused() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff;skills;contract;name\nS1;insulin;0,75;Karin Ek\nS2;insulin;100;\n"
    ])
    let problems = try folder.problems()
    #expect(!problems.isEmpty && problems.allSatisfy { $0.contains("\"100\"") && $0.contains("\"0,75\"") })
  }

  @Test func timesAndLengthsAreReadAndTold() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client;recurrence;start;before;after;minutes;lat;lon
      C1;varje dag;kl 7;15 min;0,5 tim;0,5 tim;57,49;12,08
      C1;varje dag;7:30 PM;;;1:30;;
      C1;varje dag;1215;;;30,0;;
      """
    ])
    let day = try folder.instance(days: 1).visits.map { "\($0.earliest.clock) \($0.latest.clock) \($0.minutes)" }
    #expect(day == ["06:45 07:30 30", "19:30 19:30 90", "12:15 12:15 30"])
    let notes = try reading(folder).notes.map(\.reading)
    #expect(notes.contains("\"0,5 tim\" is 30 minutes") && notes.contains("\"kl 7\" is the time 07:00"))
  }

  @Test func anAmbiguousDateIsRefusedAndAClearOneTold() throws {
    let open = try NeedsFolder.sound(["absences.csv": "staff,from,to\nS1,03/04/2026,03/05/2026\n"])
    let problems = try open.problems()
    // Both dates of the row at once.
    #expect(problems.count == 2 && problems.allSatisfy { $0.contains("day, month, year or as month, day, year") })
    var mapping = ExportMapping.genericSwedish
    mapping.dateOrder = .monthFirst
    #expect(
      try open.instance(mapping).shifts.count { $0.staff == "S1" && $0.start.date.description == "2026-03-04" } == 0)
    let clear = try NeedsFolder.sound(["absences.csv": "staff,from,to\nS1,03/04/2026,03/13/2026\n"])
    #expect(try reading(clear).notes.map(\.reading).contains { $0.hasSuffix("month, day, year") })
    #expect(try clear.instance().shifts.count { $0.staff == "S1" } == 4)
  }

  @Test func rowsOutsideTheHorizonAndOfNobodyAreCounted() throws {
    let folder = try NeedsFolder.sound([
      "absences.csv": "staff,from,to\nS1,2026-04-03,2026-04-04\nS1,2026-03-03,2026-03-03\n",
      "away.csv": "client,from,to\nC1,2025-04-03,2025-04-04\n",
      "history.csv": """
      client,staff,date
      C1,S1,2026-02-27
      C1,Karin Eek,2026-02-27
      C1,Karin Eek,2026-02-26
      C1,S1,2026-03-02
      C77,S1,2026-02-27
      """,
    ])
    #expect(
      try tallies(folder) == [
        "absences: 2 rows, 1 used; 1 not in the horizon: row 2 (S1)",
        "away: 1 row, 0 used; 1 not in the horizon: row 2 (C1)",
        "history: 5 rows, 1 used; 1 not before the horizon; of nobody in the tables: \"Karin Eek\" in 2; the nearest is "
          + "S1 (Karin Ek), \"C77\" in 1",
      ])
  }

  @Test func everyRowOfAHistoryIsUsedOrToldOf() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<12 {
      var rows = ["client;staff;date"]
      var used: Set<String> = []
      var (strangers, late, usable) = (0, 0, 0)
      for _ in 0..<(1 + random.int(below: 60)) {
        let client = random.pick(["C1", "c 1", "C2", "C9"])
        let staff = random.pick(["S1", "karin EK", "Ek, Karin", "s 2", "Al, Anders", "Karin Eek"])
        let day = -20 + random.int(below: 24)
        let date = LocalDate(dayNumber: try #require(LocalDate("2026-03-02")).dayNumber + day)
        rows.append("\(client);\(staff);\(date)")
        if client == "C9" || staff == "Karin Eek" {
          strangers += 1
        } else if day >= 0 {
          late += 1
        } else {
          usable += 1
          used.insert("\(client == "C2" ? "C2" : "C1") \(["s 2", "Al, Anders"].contains(staff) ? "S2" : "S1") \(date)")
        }
      }
      let folder = try NeedsFolder.sound(["history.csv": rows.joined(separator: "\n")])
      let history = try folder.instance().history.map { "\($0.client) \($0.staff) \($0.date)" }
      #expect(Set(history) == used && history.count == used.count)
      let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 14)
      let tally = try reading(folder).expanded(over: horizon, name: "x").tallies.first { $0.table == .history }
      guard let tally else {
        #expect(strangers + late == 0)
        continue
      }
      #expect(tally.rows == rows.count - 1 && tally.outside == late && tally.used == usable)
      #expect(tally.strangers.reduce(0) { $0 + $1.rows } == strangers)
    }
  }

  @Test func namesInAnySpellingMeanTheirPerson() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff;name;skills;contract\nS1;Karin  Ek;insulin;75\nS2;Anders\u{A0}Al;insulin;100\n",
      "absences.csv": "personal;från;till\nAl, Anders;2026-03-02;2026-03-04\n",
      "history.csv": "client;staff;date\nC1;karin ek;2026-02-27\nc 1;EK, KARIN;2026-02-26\n",
    ])
    let instance = try folder.instance()
    #expect(instance.history.map(\.staff) == ["S1", "S1"] && instance.history.map(\.client) == ["C1", "C1"])
    #expect(instance.staff.map(\.name) == ["Karin Ek", "Anders Al"])
    #expect(instance.clients[0].contact == "S1")
    #expect(instance.shifts.count { $0.staff == "S2" } == 7)
  }

  @Test func aNameOfTwoStaffIsRefusedWithBothIds() throws {
    let folder = try NeedsFolder.sound(["staff.csv": "staff;name;skills\nS1;Karin Ek;insulin\nS2;karin ek;insulin\n"])
    #expect(
      try folder.problems() == [
        "needs.csv:2: needs row 1 (C1), contact: found \"Karin Ek\"; expected an id, since the name is that of S1 and of S2"
      ])
  }

  @Test func spellingsOfAnIdBecomeTheMostFrequentOne() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client;recurrence;slot;minutes;lat;lon
      c 1;mån;morgon;30;57,49;12,08
      C1;tis;morgon;30;;
      C1;ons;morgon;30;;
      19400301-1234;mån;morgon;30;57,49;12,08
      400301-1234;tis;morgon;30;;
      """
    ])
    #expect(try folder.instance().clients.map(\.id) == ["C1", "19400301-1234"])
    #expect(try reading(folder).merged == [["19400301-1234", "400301-1234"], ["C1", "c 1"]])
    let shortened = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;lat;lon\n1,94503E+11;mån;morgon;30;57,49;12,08\n"
    ])
    #expect(
      try shortened.problems().contains { $0.contains("client: found \"1,94503E+11\"") && $0.contains("spreadsheet") })
  }
}
