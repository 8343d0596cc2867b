import Foundation
import HomeCare
import Testing

@testable import VisitLogs

/// Open ends, holidays, exceptions and weights of needs.
@Suite struct NeedsAllowancesTests {
  private func expanded(
    _ folder: NeedsFolder, days: Int = 14, from: String = "2026-03-02", _ mapping: ExportMapping? = nil,
    holidays: Holidays = Holidays()
  ) throws -> NeedsReading.Expanded {
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    let horizon = Horizon(start: try #require(LocalDate(from)), days: days)
    return try NeedsReader.read(folder: folder.path, mapping, travel: travel)
      .expanded(over: horizon, name: "needs", holidays: holidays)
  }

  @Test(arguments: ["", "tills vidare", "-", "t.v."]) func whatHasNoEndLastsToTheHorizons(end: String) throws {
    let folder = try NeedsFolder.sound([
      "absences.csv": "personal;från;till\nS2;2026-03-04;\(end)\n",
      "away.csv": "client;from;to\nC1;2026-03-10;\(end)\n",
    ])
    let (instance, notes) = (try expanded(folder).instance, try expanded(folder).notes)
    #expect(instance.shifts.filter { $0.staff == "S2" }.map(\.start.date.description) == ["2026-03-02", "2026-03-03"])
    #expect(!instance.visits.contains { $0.client == "C1" && $0.earliest.date.description >= "2026-03-10" })
    #expect(notes.contains(.openEnds(table: "absences", ids: ["S2"])))
    #expect(notes.contains(.openEnds(table: "times away", ids: ["C1"])))
    // C2's contact is S2, whose last shift is on the Tuesday.
    let leaves = notes.compactMap { if case .contact(let outlook) = $0 { outlook } else { nil } }
    #expect(leaves.map(\.client) == ["C2"] && leaves.map(\.within) == [2])
  }

  @Test func aTableWithoutTheColumnOfEndsIsOpenToo() throws {
    let folder = try NeedsFolder.sound(["absences.csv": "personal;från\nS2;2026-03-02\n"])
    #expect(try !expanded(folder).instance.shifts.contains { $0.staff == "S2" })
  }

  @Test func anAwayFileOfLogsMayBeOpenToo() throws {
    let folder = try NeedsFolder(["away.csv": "kund;från;till\nC1;2026-03-10;\nC2;2026-03-01;2026-03-02\n"])
    let absences = try Absence.read("\(folder.path)/away.csv")
    #expect(absences.map { $0.dates.upperBound.components.year } == [9999, 2026])
  }

  @Test func holidaysHaveSundaysNeedsAndShiftsAndAreTold() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,slot,minutes,lat,lon
      C1,vardagar,morgon,30,57.49,12.08
      C1,helger,lunch,20,,
      C1,varje dag,kväll,20,,
      C1,"2 ggr/vecka vardagar",em,20,,
      """,
      "shifts.csv":
        "staff,recurrence,start,end\nS1,varje dag,07:00,22:00\nS2,vardagar,07:00,16:00\nS2,sön,08:00,14:00\n",
    ])
    let swedish = SwedishHolidays.holidays(of: 2026...2026, eves: [])
    let made = try expanded(folder, from: "2026-03-30", holidays: swedish)
    let friday = made.instance.visits.filter { $0.earliest.date.description == "2026-04-03" }
    #expect(friday.map(\.minutes) == [20, 20] && friday.map(\.earliest.clock) == ["11:00", "19:00"])
    #expect(
      made.instance.shifts.filter { $0.start.description.hasPrefix("2026-04-03") }.map(\.start.clock) == [
        "07:00", "08:00",
      ])
    // The planner's own days leave holidays out: four weekdays are left in each of the two weeks.
    let flexible = made.instance.visits.filter { $0.minutes == 20 && $0.earliest.clock == "13:00" }
    let days = flexible.map(\.earliest.date) + made.instance.tables.alternatives.map(\.earliest.date)
    #expect(flexible.count == 4 && !days.contains { swedish.days[$0] != nil || $0.weekday > 5 })
    #expect(
      made.notes.map(\.description).filter { $0.contains("planned as") } == [
        "2026-04-03, långfredagen, is planned as a Sunday: visits 1 left out, 1 taken in, shifts 1 left out, 1 taken in",
        "2026-04-06, annandag påsk, is planned as a Sunday: visits 1 left out, 1 taken in, shifts 1 left out, 1 taken in",
      ])
  }

  @Test func aTableOfHolidaysOfOnesOwnGoesBeforeThoseOfTheCountry() throws {
    let folder = try NeedsFolder.sound([
      "holidays.csv": "Datum;Helgdag;Som\n2026-03-04;Kommunens dag;lördag\n2026-03-06;Hembygdsdag;\n"
    ])
    #expect(
      try expanded(folder).notes.map(\.description).filter { $0.contains("planned as") }.map { $0.prefix(46) } == [
        "2026-03-04, Kommunens dag, is planned as a Sat", "2026-03-06, Hembygdsdag, is planned as a Sunda",
      ])
    #expect(try Holidays.read(path: "\(folder.path)/holidays.csv").days.count == 2)
    let broken = try NeedsFolder.sound(["holidays.csv": "Datum;Helgdag;Som\n2026-13-04;X;lördag\n2026-03-06;;igår\n"])
    #expect(try broken.problems().count == 3)
  }

  @Test func weightsAndExceptionsAreTakenAlong() throws {
    let mapping = try ExportMapping(
      json: Array(#"{"format": "samma-mapping/1", "weights": {"notContact": 70, "distinct": 90}}"#.utf8))
    let folder = try NeedsFolder.sound([
      "exceptions.csv": """
      Regel;Skäl;Besök;Personal;Pass;Minuter;Före;Efter
      H7;går bredvid;C1-0700;Anders Al;;;;
      H3;övertid;;;S1-20260303-0700;;0;30
      H11;extra pass;;S1;;120;;
      H2;en gång;C1-20260304-0700;;;;15;0
      H2;förra veckan;C1-20260225-0700;;;;15;0
      """
    ])
    let made = try expanded(folder, mapping)
    let exceptions = made.instance.tables.exceptions
    #expect(exceptions.count { $0.rule == .skills && $0.staff == "S2" } == 14 && exceptions.count == 17)
    #expect(exceptions.first { $0.rule == .shift }?.after == 30)
    #expect(made.notes.contains(.exceptions(17, rows: 4)))
    #expect(made.notes.contains(.exceptionsElsewhere(["C1-20260225-0700"])))
    #expect(made.instance.weights[.notContact] == 70 && made.instance.weights[.distinct] == 90)
    #expect(made.instance.weights[.overTarget] == 200)
    let broken = try NeedsFolder.sound([
      "exceptions.csv": "rule,reason,visit,staff\nH1,x,C1-0700,\nH7,,C1-0700,S1\nH8,x,C1-0700,S9\n"
    ])
    let problems = try broken.problems()
    #expect(problems.contains { $0.hasPrefix("exceptions.csv:2: exceptions row 1") && $0.contains("one of H2, H3") })
    #expect(problems.contains { $0.hasPrefix("exceptions.csv:3:") && $0.contains("reason: found nothing") })
    #expect(problems.contains { $0.hasPrefix("exceptions.csv:4:") && $0.contains("staff") })
  }

  @Test func aPartOfTheDayMayStandAmidTheDays() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,slot,start,minutes,tie,lat,lon
      C1,"mån ons fm",,,30,,57.49,12.08
      C1,varje kväll,,20:00,30,,,
      C1,mån fm,kväll,,30,,,
      C1,mån em,,08:00,30,,,
      C1,2 ggr/vecka,lunch,,30,w,,
      """
    ])
    #expect(
      try folder.problems().map { $0.components(separatedBy: "; expected")[0] } == [
        "needs.csv:4: needs row 3 (C1), slot: found \"kväll\"", "needs.csv:5: needs row 4 (C1), start: found \"08:00\"",
        "needs.csv:6: needs row 5 (C1), tie: found \"w\"",
      ])
    let sound = try NeedsFolder.sound([
      "needs.csv":
        "client,recurrence,start,minutes,lat,lon\nC1,\"mån ons fm\",,30,57.49,12.08\nC1,varje kväll,20:00,30,,\n"
    ])
    let visits = try sound.instance(days: 7).visits
    #expect(visits.filter { $0.earliest.clock == "09:00" && $0.latest.clock == "11:30" }.count == 2)
    #expect(visits.count { $0.earliest.clock == "20:00" } == 7)
  }

  @Test func formatOneRefusesWhatItCannotHold() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": "client,recurrence,slot,minutes,lat,lon\nC1,1 gång/vecka,lunch,30,57.49,12.08\n"
    ])
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 14)
    let travel = Travel.coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2)
    #expect(throws: (any Error).self) {
      try NeedsReader.read(folder: folder.path, nil, travel: travel)
        .instance(over: horizon, name: "needs", format: .one)
    }
  }

  @Test func sortedRowsGiveTheSameInstanceIds() throws {
    func ids(_ order: [Int]) throws -> [String] {
      let rows = [
        "C1,varje dag,08:00,30,57.49,12.08,a", "C1,varje dag,08:00,30,57.49,12.08,b", "C1,mån,08:00,20,57.49,12.08,c",
      ]
      let staff = ["S1,57.48,12.07", "S2,57.40,12.07", "S3,57.48,12.07"]
      let folder = try NeedsFolder.sound([
        "needs.csv": "client,recurrence,start,minutes,lat,lon,tasks\n" + order.map { rows[$0] }.joined(separator: "\n")
          + "\n",
        "staff.csv": "staff,lat,lon\n" + order.map { staff[$0] }.joined(separator: "\n") + "\n",
        "shifts.csv": "staff,recurrence,start,end\nS1,varje dag,07:00,16:00\n",
      ])
      let instance = try folder.instance(days: 7)
      return
        (instance.visits.map { "\($0.id) \($0.tasks ?? "") \($0.series?.rawValue ?? "")" }
        + instance.staff.map { "\($0.id) \($0.location?.rawValue ?? "")" }).sorted()
    }
    let first = try ids([0, 1, 2])
    #expect(try ids([2, 1, 0]) == first && ids([1, 2, 0]) == first)
    #expect(first.contains("S2 base-1") && first.contains("S3 base-2"))
  }
}
