import Foundation
import HomeCare
import Testing

@testable import Reports

@Suite struct RosterReportTests {
  /// Two clients: one meets A, B and A again, the other B once; a third has no visit.
  private static func report(floors: [ClientID: Int]? = nil) throws -> RosterReport {
    let day = LocalDate("2026-03-02")!
    var draft = InstanceDraft(
      name: "two", horizon: Horizon(start: day, days: 14),
      travel: .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2))
    draft.locations = [Location(id: "home", latitude: 57, longitude: 12)]
    draft.staff = [StaffMember(id: "A"), StaffMember(id: "B")]
    draft.clients = [
      Client(id: "C1", location: "home", targetStaff: 1, contact: "A"), Client(id: "C2", location: "home"),
      Client(id: "C3", location: "home"),
    ]
    var roster = Roster(instance: "two", assignments: [], unassigned: [], score: Score())
    for (number, staff) in [("C1", "A"), ("C1", "B"), ("C1", "A"), ("C2", "B")].enumerated() {
      let start = day.advanced(by: number).midnight.advanced(by: 480)
      let id = VisitID("V\(number)")
      let shift = ShiftID("S\(number)")
      draft.shifts.append(
        Shift(id: shift, staff: StaffID(staff.1), start: start, end: start.advanced(by: 60)))
      draft.visits.append(
        Visit(id: id, client: ClientID(staff.0), earliest: start, latest: start, minutes: 30))
      roster.assignments.append(.init(visit: id, start: start, staff: [StaffID(staff.1)], shifts: [shift]))
    }
    return RosterReport(roster, of: try Instance(validating: draft), floors: floors)
  }

  @Test func theTextOpensWithTheHeadlineAndListsTheWorstClientFirst() throws {
    let text = try Self.report(floors: ["C1": 1, "C2": 1]).text()
    let expected = """
      Continuity of two, 2026-03-02 to 2026-03-15, distinct staff in 14 days
      mean 1.50  median 1.5  smallest 1  largest 2  over 2 clients
      above 14: 0 of 2 (0.0 %)
      above 20: 0 of 2 (0.0 %)
      above own target: 1 of 2 (50.0 %)
      staff met, all clients: 3; continuity floor: 2
      clients without any meeting: 1

      staff met  clients
              1        1  #
              2        1  #

      client  met  target  floor  visits   UPC   COC  SECON  contact  new  why above target
      C1        2       1      1       3  0.67  0.33   0.00     0.67    –  one-off-staff
      C2        1      14      1       1  1.00     –      –        –    –

      """
    #expect(text == expected)
  }

  @Test func theJSONHasUnroundedFiguresAndNullWhereUndefined() throws {
    let data = try JSONEncoder().encode(try Self.report())
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["mean"] as? Double == 1.5)
    #expect(object["above14"] as? [String: Double] == ["count": 0, "share": 0])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.map { $0["client"] as? String } == ["C1", "C2"])
    #expect(rows[0]["upc"] as? Double == 2.0 / 3)
    #expect(rows[0]["reasons"] as? [String] == ["one-off-staff"])
    #expect(rows[1]["coc"] is NSNull && rows[1]["floor"] is NSNull)
  }

  @Test func decimalsAreRoundedHalfAwayFromZero() {
    #expect(Decimal.text(0.125, places: 2) == "0.13")
    #expect(Decimal.text(-0.004, places: 2) == "0.00")
    #expect(Decimal.text(14.95, places: 0) == "15")
    #expect(Decimal.text(2.5, places: 1, mark: ",") == "2,5")
    #expect(Decimal.text(.nan, places: 1) == "–")
  }

  @Test func controlCharactersCannotBreakATable() {
    var table = TextTable([("a", .left), ("b", .right)])
    table.append(["x\u{1B}[31m\n\u{202E}y", "1"])
    #expect(table.text == "a          b\nx�[31m��y  1\n")
  }
}
