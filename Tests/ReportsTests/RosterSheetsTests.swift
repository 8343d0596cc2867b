import HomeCare
import Interchange
import Testing

@testable import Reports

@Suite struct RosterSheetsTests {
  /// A client with a visit every ten minutes, all unassigned.
  private func sheets(visits: Int) throws -> [(name: String, html: String)] {
    let start = try #require(LocalDate("2026-12-31"))
    var draft = InstanceDraft(name: "many", horizon: Horizon(start: start, days: 1), travel: .matrix([[0]]))
    draft.locations = [Location(id: "k")]
    draft.staff = [StaffMember(id: "S1")]
    draft.clients = [Client(id: "C1", name: "<i>", location: "k", contact: "S1")]
    draft.visits = (0..<visits).map { number in
      let time = start.midnight.advanced(by: number * 10)
      return Visit(id: VisitID("V\(number)"), client: "C1", earliest: time, latest: time, minutes: 10)
    }
    let instance = try Instance(validating: draft)
    let roster = Roster(instance: "many", assignments: [], unassigned: draft.visits.map(\.id), score: Score())
    let sheets = RosterSheets(roster, of: instance, shown: ShownPeople(instance), language: .english)
    #expect(sheets.staffPages().isEmpty)
    return sheets.clientPages()
  }

  @Test func aWeekOfManyVisitsIsSetSmallerToStayOnOneSheet() throws {
    #expect(try sheets(visits: 34)[0].html.contains("<section class=\"sheet\">"))
    #expect(try sheets(visits: 35)[0].html.contains("<section class=\"sheet dense\">"))
  }

  @Test func weeksAreNamedByTheCalendarAndNamesAreHarmless() throws {
    let page = try #require(try sheets(visits: 2).first)
    #expect(page.name == "clients-2026-W53.html")
    #expect(page.html.contains("&lt;i&gt;") && !page.html.contains("<i>"))
    #expect(page.html.contains("Thursday 2026-12-31") && page.html.contains("not yet settled"))
    #expect(page.html.contains("Fixed contact: <bdi>S1</bdi>"))
  }
}
