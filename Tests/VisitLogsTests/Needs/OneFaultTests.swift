import Files
import HomeCare
import Testing

@testable import VisitLogs

/// A fault that many rows have in common is told once, by what it is.
@Suite struct OneFaultTests {
  private static let days = (1...20).map { "K\($0)" }

  private func rows(_ header: String, _ cells: (String) -> String) -> String {
    ([header] + Self.days.map(cells)).joined(separator: "\n") + "\n"
  }

  @Test func aColumnThatIsMissingIsOneFault() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": rows("Kundnr;Dagar;Tid;Tidsåtgång;Lat;Lon") { "\($0);varje dag;morgon;30;57,49;12,08" }
    ])
    #expect(
      try folder.problems() == [
        "needs.csv:2: K1: found no column slot; not read are \"Tid\"; so in 19 more rows: 3, 4, 5, 6, 7, …; expected "
          + "a part of the day such as \"morgon\" or \"07:00-10:00\", or a start time"
      ])
  }

  @Test func aFaultOfManyCellsIsToldOnceAndOfFewInEach() throws {
    func problems(_ count: Int) throws -> [String] {
      let needs = rows("Kundnr;Dagar;När på dagen;Längd;Lat;Lon") { client in
        "\(client);varje dag;morgon;\((Int(client.dropFirst()) ?? 0) <= count ? "ca 30" : "30");57,49;12,08"
      }
      return try NeedsFolder.sound(["needs.csv": needs]).problems()
    }
    #expect(try problems(8).count == 8)
    let many = try problems(12)
    #expect(many.count == 1)
    #expect(
      many[0].hasPrefix("needs.csv:2: K1, \"Längd\": found \"ca 30\"; so in 11 more rows: 3, 4, 5, 6, 7, …; expected"))
  }

  @Test func namesBelowAnUnknownHeaderAreOneFault() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": "client;recurrence;slot;minutes;lat;lon;contact\nC1;varje dag;morgon;30;57,49;12,08;karin  EK\n",
      "staff.csv": "Personalnr;Benämning\nS1;Karin Ek\nS2;Anders Al\n",
      "shifts.csv": "Personal;Dagar;Start;Slut\nKarin Ek;varje dag;07:00;16:00\nAnders Al;vardagar;15:00;22:00\n",
      "absences.csv": "Personal;Från;Till\nAl, Anders;2026-03-04;2026-03-05\n",
    ])
    #expect(
      try folder.problems() == [
        "staff.csv:1: found the column \"Benämning\", which is not read and holds the names by which 4 cells call people; "
          + "expected the header \"Namn\", or a mapping that says that it is the column name of staff"
      ])
    let mapping = try ExportMapping(
      json: Array(#"{"format": "samma-mapping/1", "tables": {"staff": {"name": "Benämning"}}}"#.utf8))
    let instance = try folder.instance(mapping)
    #expect(instance.clients[0].contact == "S1" && instance.shifts.count { $0.staff == "S2" } == 8)
  }

  @Test func askingForASkillThatNobodyHasIsToldWithTheNearest() throws {
    let folder = try NeedsFolder.sound([
      "needs.csv": """
      client,recurrence,slot,minutes,skills,lat,lon
      C1,varje dag,morgon,30,insuiln,57.49,12.08
      C1,varje dag,kväll,30,Insulin,,
      C2,mån,kväll,30,insuiln,57.5,12.1
      C2,mån,lunch,30,sondmat,,
      """
    ])
    let reading = try folder.reading()
    #expect(
      reading.remarks == [
        "nobody of the staff has \"insuiln\", which needs ask for: row 2 (C1), 4 (C2); the nearest is \"insulin\"",
        "nobody of the staff has \"sondmat\", which needs ask for: row 5 (C2)",
      ])
    #expect(reading.merged.contains(["insulin", "Insulin"]))
  }

  @Test func staffWithoutAShareOfFullTimeAreToldWhereOthersHaveOne() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff,name,skills,contract\nS1,Karin Ek,insulin,75\nS2,Anders Al,insulin,\n"
    ])
    #expect(
      try folder.reading().remarks == [
        "1 member of the staff with no share of full time, and so with no most of hours: row 3 (Anders Al)"
      ])
    #expect(try folder.instance().staff.map(\.maxMinutes) == [3442, nil])
    let nobody = try NeedsFolder.sound(["staff.csv": "staff,name,skills\nS1,Karin Ek,insulin\nS2,Anders Al,insulin\n"])
    #expect(try nobody.reading().remarks.isEmpty)
  }

  @Test func peopleAreToldOfByIdAndName() throws {
    let folder = try NeedsFolder.sound([
      "clients.csv": "client,name,lat,lon,contact\nC1,Inga Lind,57.49,12.08,S1\nC2,Bo Ro,57.5,12.09,S2\n",
      "absences.csv": "staff,from,to\nS1,2026-03-06,\n",
      "shifts.csv": "staff,recurrence,start,end\nS1,varje dag,07:00,16:00\n",
      "needs.csv": "client,recurrence,slot,minutes\nC1,2 ggr/vecka,morgon,30\nC1,varje dag,lunch,30\nC2,mån,natt,30\n",
    ])
    let horizon = Horizon(start: try #require(LocalDate("2026-03-02")), days: 14)
    let told = try folder.reading().expanded(over: horizon, name: "x").told
    for line in [
      "C1-0700 (Inga Lind): 2 a week on days that the planner chooses, 4 visits, at least 3 days apart",
      "absences without an end, which last to the end of the horizon: S1 (Karin Ek)",
      "staff without a shift in the horizon: S2 (Anders Al)",
      "S2 (Anders Al), the fixed contact of C2 (Bo Ro), has no shift in the horizon; name another contact",
    ] { #expect(told.contains(line), "\(line) is not in \(told)") }
    #expect(
      told.contains { $0.hasPrefix("S1 (Karin Ek), the fixed contact of C1 (Inga Lind), leaves after 2026-03-05:") })
  }
}
