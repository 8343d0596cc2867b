import Foundation
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
    #expect(sheets.pages(for: .staff).isEmpty)
    return sheets.pages(for: .clients)
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

  private func page(_ audience: SheetAudience, _ language: Language = .english, hidden: Bool = false) throws -> String {
    let (roster, instance) = try particular()
    let shown =
      hidden
      ? ShownPeople(instance, client: { "c\($0)" }, staff: { "s\($0)" }, visit: { $0 }, shift: { $0 })
      : ShownPeople(instance)
    let pages = RosterSheets(roster, of: instance, shown: shown, language: language).pages(for: audience)
    #expect(pages.count == 1)
    return try #require(pages.first).html
  }

  @Test func sheetsOfStaffTellTheWayInAndTheWayThereByTheModeOfTheShift() throws {
    let page = try page(.staff)
    for text in ["Storgatan 1", "tel. 0300-1", "way in: key 12", "&lt;dog&gt;", "breakfast of V1", "Torget 2"] {
      #expect(page.contains("<small>\(text)</small>"), "\(text)")
    }
    // By car from the base, as the exception says from there, and by car home; the rest of the shift is explained.
    let rows = page.components(separatedBy: "<tr").dropFirst(2).map { row in
      row.replacing(/<small>.*?<\/small>/, with: "").replacing(/<[^>]*>/, with: " ").split(separator: " ")
        .dropFirst().joined(separator: " ")
    }
    #expect(
      rows.map { $0.split(separator: "\n")[0].replacing(/^\S*>/, with: "").trimmingCharacters(in: .whitespaces) }
        .prefix(7) == [
          "07:00–07:53 53 no visit", "07:53–08:00 7 way, car", "08:00–08:30 30 C1 care", "08:30–08:57 27 no visit",
          "08:57–09:00 3 way, car", "09:00–09:30 30 C2 care", "09:30–09:39 9 way to the base, car",
        ])
    #expect(page.contains("2 visits: 60 minutes with clients, 19 on the way, 0 of break, 401 without a visit."))
  }

  @Test func nothingOfThatIsOnSheetsWithStandInsOrOnAWallAndClientsSeeTheirTasks() throws {
    let pages = [
      try page(.staff, hidden: true), try page(.clients, hidden: true), try page(.wall),
      try page(.crisis, hidden: true),
    ]
    let clients = try page(.clients)
    for secret in ["Storgatan", "Torget", "0300", "key 12", "dog", "breakfast"] {
      #expect(!pages.contains { $0.contains(secret) }, "\(secret)")
      #expect(clients.contains(secret) == (secret == "breakfast"), "\(secret)")
    }
    #expect(clients.contains("<td>breakfast of V1</td>"))
  }

  @Test func namesakesAreToldApartOnEverySheet() throws {
    let (roster, instance) = try particular()
    var draft = instance.tables
    draft.staff += [StaffMember(id: "S2", name: "KARIN  ek"), StaffMember(id: "19400301-1234", name: "Karin Ek")]
    (draft.staff[0].name, draft.clients[0].name, draft.clients[1].name) = ("Karin Ek", "Bo Al", "Al, Bo")
    draft.clients[0].contact = "S2"
    let sheets = RosterSheets(
      roster, of: try Instance(validating: draft), shown: ShownPeople(try Instance(validating: draft)),
      language: .english)
    for audience in [SheetAudience.staff, .clients, .crisis] {
      let page = try #require(sheets.pages(for: audience).first).html
      #expect(
        page.contains("Bo Al (C1)") && page.contains("Al, Bo (C2)") && page.contains("Karin Ek (S1)"), "\(audience)")
      #expect(!page.contains("19400301"))
    }
    let pack = try #require(sheets.pages(for: .crisis).first).html
    #expect(
      pack.contains("KARIN  ek (S2)</bdi><br><small>no shift in the period</small>") && pack.contains("Karin Ek (#3)"))
    #expect(pack.components(separatedBy: "no shift in the period").count == 3)
  }

  @Test func theTableIsForProgramsOrAsASwedishSpreadsheetReadsIt() throws {
    var (roster, instance) = try particular()
    var draft = instance.tables
    (draft.clients[0].name, draft.clients[1].area, draft.visits[0].skills) = ("=1+1", "Öst", ["insulin", "lyft"])
    instance = try Instance(validating: draft)
    roster.assignments.removeLast()
    roster.unassigned = ["V2"]
    func lines(_ language: Language, _ dialect: CSVDialect) -> [String] {
      let sheets = RosterSheets(roster, of: instance, shown: ShownPeople(instance), language: language)
      return String(decoding: sheets.csv(dialect), as: UTF8.self).split(separator: "\n").map(String.init)
    }
    #expect(
      lines(.english, .plain) == [
        "visit,client,clientName,area,start,end,minutes,staff,staffName,shift,category,skills,status",
        "V1,C1,\"'=1+1\",,2026-12-31T08:00,2026-12-31T08:30,30,S1,,A,care,insulin;lyft,planned",
        "V2,C2,,Öst,2026-12-31T09:00,2026-12-31T09:30,30,,,,care,,unassigned",
      ])
    #expect(
      lines(.swedish, .decimalComma) == [
        "\u{FEFF}besök;kund;kundens namn;område;start;slut;minuter;personal;personalens namn;arbetspass;insats;kompetens;status",
        "V1;C1;\"'=1+1\";;2026-12-31 08:00;2026-12-31 08:30;30;S1;;A;omvårdnad;\"insulin;lyft\";planerad",
        "V2;C2;;Öst;2026-12-31 09:00;2026-12-31 09:30;30;;;;omvårdnad;;otilldelat",
      ])
  }

  @Test func aWallShowsInitialsAndTheCrisisPackAllThatIsKnown() throws {
    var (roster, instance) = try particular()
    var draft = instance.tables
    (draft.staff[0].name, draft.clients[0].name, draft.clients[1].name) = ("Karin Ek", "Bo Al", "Bea Alm")
    (draft.staff[0].phone, draft.clients[1].remark) = ("0300-77", "deaf")
    roster.assignments.removeLast()
    roster.unassigned = ["V2"]
    instance = try Instance(validating: draft)
    for language in Language.allCases {
      let sheets = RosterSheets(roster, of: instance, shown: ShownPeople(instance), language: language)
      let wall = try #require(sheets.pages(for: .wall).first)
      #expect(wall.name == "wall-2026-12-31.html")
      #expect(wall.html.contains(">08:00 BA C1<") && wall.html.contains("09:00–09:00 BA C2, 30 min"))
      for name in ["Karin", "Ek<", "Bea", "0300", "Stor", "deaf"] { #expect(!wall.html.contains(name), "\(name)") }
      let pack = try #require(sheets.pages(for: .crisis).first)
      for text in ["Karin Ek", "0300-77", "Bea Alm", "deaf", "Torget 2", "key 12", "07:00–15:00", "breakfast of V2"] {
        #expect(pack.html.contains(text), "\(text)")
      }
    }
  }

  @Test func marksOfAWallAreNeverPrintedOverOneAnother() throws {
    // Twelve visits of five minutes in an hour of a shift of fifteen hours: far more text than room on one line.
    let day = try #require(LocalDate("2026-12-31"))
    var draft = InstanceDraft(name: "many", horizon: Horizon(start: day, days: 1), travel: .matrix([[0]]))
    draft.locations = [Location(id: "k")]
    draft.staff = [StaffMember(id: "S1"), StaffMember(id: "S2")]
    draft.clients = [Client(id: "C1", location: "k")]
    func time(_ minute: Int) -> LocalDateTime { day.midnight.advanced(by: minute) }
    draft.shifts = ["S1", "S2"].map {
      Shift(id: ShiftID($0), staff: StaffID($0), start: time(420), end: time(1320))
    }
    draft.visits = (0..<12).map {
      Visit(id: VisitID("V\($0)"), client: "C1", earliest: time(600 + 5 * $0), latest: time(600 + 5 * $0), minutes: 5)
    }
    let roster = Roster(
      instance: "many",
      assignments: draft.visits.map { .init(visit: $0.id, start: $0.earliest, staff: ["S1"], shifts: ["S1"]) },
      unassigned: [], score: Score())
    let instance = try Instance(validating: draft)
    let page = RosterSheets(roster, of: instance, shown: ShownPeople(instance), language: .english)
      .pages(for: .wall)[0].html
    let marks = page.matches(of: /<b class="v" style="left: ([\d.]+)%; width: [\d.]+%; top: ([\d.]+)mm">([^<]*)</)
    #expect(marks.count == 12)
    for (left, top, text) in marks.map({ (Double($0.1) ?? 0, $0.2, $0.3.count) }) {
      let right = left + Double(text) * 1.3 / 222 * 100
      #expect(!marks.contains { $0.2 == top && (Double($0.1) ?? 0) > left && (Double($0.1) ?? 0) < right })
    }
    // Whoever serves nobody stands there too.
    #expect(page.contains("<bdi>S2</bdi>"))
  }

  @Test func weeksAreNamedByTheCalendarAndNamesAreHarmless() throws {
    let page = try #require(try sheets(visits: 2).first)
    #expect(page.name == "clients-2026-W53.html")
    #expect(page.html.contains("&lt;i&gt;") && !page.html.contains("<i>"))
    #expect(page.html.contains("Thursday 2026-12-31") && page.html.contains("not yet settled"))
    #expect(page.html.contains("Fixed contact: <bdi>S1</bdi>"))
  }
}
