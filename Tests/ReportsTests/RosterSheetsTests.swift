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

  /// Two visits by car, between which an exception says how long the way takes.
  private func particular() throws -> (roster: Roster, instance: Instance) {
    let day = try #require(LocalDate("2026-12-31"))
    func time(_ minute: Int) -> LocalDateTime { day.midnight.advanced(by: minute) }
    var draft = InstanceDraft(
      format: .two, name: "two", horizon: Horizon(start: day, days: 1),
      travel: .matrix([[0, 20, 20], [20, 0, 20], [20, 20, 0]]))
    draft.travelModes = [TravelMode(id: "car", travel: .matrix([[0, 7, 9], [7, 0, 8], [9, 8, 0]]))]
    draft.locations = [
      Location(id: "base"), Location(id: "k1", address: "Storgatan 1"), Location(id: "k2", address: "Torget 2"),
    ]
    draft.staff = [StaffMember(id: "S1", location: "base", mode: "car")]
    draft.clients = [
      Client(id: "C1", location: "k1", phone: "0300-1", access: "key 12", remark: "<dog>"),
      Client(id: "C2", location: "k2"),
    ]
    draft.shifts = [Shift(id: "A", staff: "S1", start: time(420), end: time(900))]
    draft.visits = [("V1", "C1", 480), ("V2", "C2", 540)].map { id, client, start in
      Visit(
        id: VisitID(id), client: ClientID(client), earliest: time(start), latest: time(start), minutes: 30,
        tasks: "breakfast of \(id)")
    }
    draft.exceptions = [RuleException(rule: .route, reason: "short cut", visit: "V1", second: "V2", minutes: 3)]
    let roster = Roster(
      instance: "two",
      assignments: [("V1", 480), ("V2", 540)].map { id, start in
        .init(visit: VisitID(id), start: time(start), staff: ["S1"], shifts: ["A"])
      }, unassigned: [], score: Score())
    return (roster, try Instance(validating: draft))
  }

  @Test func sheetsOfStaffTellTheWayInAndTheWayThereByTheModeOfTheShift() throws {
    let (roster, instance) = try particular()
    let page = try #require(
      RosterSheets(roster, of: instance, shown: ShownPeople(instance), language: .english).staffPages().first
    ).html
    for text in ["Storgatan 1", "tel. 0300-1", "way in: key 12", "&lt;dog&gt;", "breakfast of V1", "Torget 2"] {
      #expect(page.contains("<small>\(text)</small>"), "\(text)")
    }
    // By car from the base, and as the exception says from there.
    #expect(page.contains("<td class=\"n\">7</td>") && page.contains("<td class=\"n\">3</td>"))
    #expect(page.contains("2 visits, 60 minutes with clients, 10 minutes on the way to them."))
  }

  @Test func nothingOfThatIsOnSheetsWithStandInsOrOnThoseOfClients() throws {
    let (roster, instance) = try particular()
    let hidden = ShownPeople(instance, client: { "c\($0)" }, staff: { "s\($0)" }, visit: { $0 }, shift: { $0 })
    let pages =
      RosterSheets(roster, of: instance, shown: hidden, language: .english).staffPages()
      + RosterSheets(roster, of: instance, shown: ShownPeople(instance), language: .english).clientPages()
    #expect(pages.count == 2)
    for secret in ["Storgatan", "0300", "key 12", "dog", "breakfast"] {
      #expect(!pages.contains { $0.html.contains(secret) }, "\(secret)")
    }
  }

  @Test func weeksAreNamedByTheCalendarAndNamesAreHarmless() throws {
    let page = try #require(try sheets(visits: 2).first)
    #expect(page.name == "clients-2026-W53.html")
    #expect(page.html.contains("&lt;i&gt;") && !page.html.contains("<i>"))
    #expect(page.html.contains("Thursday 2026-12-31") && page.html.contains("not yet settled"))
    #expect(page.html.contains("Fixed contact: <bdi>S1</bdi>"))
  }
}
