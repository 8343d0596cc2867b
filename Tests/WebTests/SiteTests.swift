import Board
import Foundation
import HTTPTypes
import HomeCare
import Hummingbird
import Interchange
import Reports
import Rostering
import Scenarios
import TestSupport
import Testing

@testable import Web

/// The pages, asked for in process.
@Suite struct SiteTests {
  /// A site with one plan, and a browser that has come in.
  struct Visitor {
    let client: InProcess
    let site: BoardSite
    let board: UnitBoard
    var cookie: String

    /// A page.
    func get(_ path: String) async throws -> InProcess.Answer { try await client.ask(path, .get, [.cookie: cookie]) }

    /// Sends a form.
    func post(
      _ path: String, _ fields: [String: String] = [:], headers: HTTPFields = [:]
    ) async throws -> InProcess.Answer {
      var all: HTTPFields = [
        .cookie: cookie, .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
      ]
      for field in headers { all[field.name] = field.value }
      let body = fields.sorted { $0.key < $1.key }.map {
        "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
      }
      return try await client.ask(path, .post, all, body: Array(body.joined(separator: "&").utf8))
    }
  }

  static let planned: (instance: Instance, roster: Roster) = {
    var options = ScenarioOptions()
    (options.clients, options.days, options.format, options.seed) = (6, 2, .two, 5)
    do {
      var draft = try Scenario.draft(options)
      draft.clients[0].name = "<script>alert(1)</script>"
      let instance = try Instance(validating: draft)
      return (instance, try SammaSolver.construct.plan(instance, SolverOptions(iterations: 1)).roster)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static func visit(
    language: Language = .english,
    clock: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_772_000_000) },
    of instance: (instance: Instance, roster: Roster)? = planned, _ body: @Sendable (Visitor) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    var short = RepairOptions()
    (short.rounds, short.coverRounds, short.dayIterations) = (20, 20, 200)
    let board = try UnitBoard(folder: folder.url.path, repairOptions: short, clock: clock)
    if let instance { try await board.take(instance.instance, instance.roster, name: "Norr", as: "Eva") }
    let site = BoardSite(board, actor: "Eva", language: language, clock: clock)
    let login = await site.loginPath()
    let client = InProcess(site)
    let cookie = try await client.ask(login).headers[.setCookie].map { String($0.prefix { $0 != ";" }) } ?? ""
    let visitor = Visitor(client: client, site: site, board: board, cookie: cookie)
    try await body(visitor)
    withExtendedLifetime(folder) {}
  }

  static func row(_ visit: VisitID) -> Int { planned.instance.visits.firstIndex { $0.id == visit } ?? -1 }

  // MARK: Coming in

  @Test func theAddressOpensTheBoardOnceWithACookieThatScriptsCannotRead() async throws {
    let folder = try TemporaryFolder()
    let site = BoardSite(try UnitBoard(folder: folder.url.path), actor: "Eva", language: .swedish)
    let login = await site.loginPath()
    let client = InProcess(site)
    let none = try await client.ask("/plans")
    #expect(none.status == .unauthorized)
    let wrong = try await client.ask("/login?token=x")
    #expect(wrong.status == .unauthorized && wrong.headers[.setCookie] == nil)
    let first = try await client.ask(login)
    #expect(first.status == .seeOther)
    let cookie = try #require(first.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"))
    let again = try await client.ask(login)
    #expect(again.status == .unauthorized && again.headers[.setCookie] == nil)
  }

  @Test func aSessionEndsByLoggingOutAndWhenNobodyUsesIt() async throws {
    let time = Clock()
    try await Self.visit(clock: { time.now }) { visitor async throws in
      #expect(try await visitor.get("/plans").status == .ok)
      time.advance(by: Sessions.idleSeconds - 1)
      #expect(try await visitor.get("/plans").status == .ok)
      time.advance(by: Sessions.idleSeconds + 1)
      #expect(try await visitor.get("/plans").status == .unauthorized)
    }
    try await Self.visit { visitor async throws in
      _ = try await visitor.post("/logout")
      #expect(try await visitor.get("/plans").status == .unauthorized)
    }
  }

  /// A clock that stands until it is moved.
  private final class Clock: @unchecked Sendable {
    private let lock = NSLock()
    private var time = Date(timeIntervalSince1970: 1_772_000_000)
    var now: Date { lock.withLock { time } }
    func advance(by seconds: Double) { lock.withLock { time += seconds } }
  }

  @Test func aRequestOfAnotherSiteChangesNothing() async throws {
    try await Self.visit { visitor async throws in
      let fields = ["revision": "1"]
      for headers in [[.origin: "http://evil.example"], [.origin: "null"]] as [HTTPFields] {
        #expect(try await visitor.post("/plans/1/publish", fields, headers: headers).status == .forbidden)
      }
      #expect(await visitor.board.state.publication == nil)
      let events = try await visitor.get("/events")
      #expect(events.status == .forbidden)
    }
  }

  @Test func everyAnswerForbidsForeignAndInlineScript() async throws {
    try await Self.visit { visitor async throws in
      for path in ["/", "/plans", "/login", "/nowhere", "/assets/board.js"] {
        let policy = try await visitor.get(path).headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "\(path)")
      }
    }
  }

  // MARK: Pages

  @Test(arguments: Language.allCases) func everyPageIsThereInEveryLanguageAndHarmless(language: Language) async throws {
    try await Self.visit(language: language) { visitor async throws in
      let visit = Self.row(Self.planned.roster.assignments[0].visit)
      let pages = [
        "/plans", "/import", "/journal", "/plans/1/staff", "/plans/1/staff?visit=\(visit)", "/plans/1/fortnight",
        "/plans/1/print", "/plans/1/faces", "/plans/1/above", "/plans/1/unassigned", "/plans/1/exceptions",
        "/plans/1/steady", "/plans/1/clients", "/plans/1/people", "/plans/1/clients?visit=\(visit)", "/plans/1/repair",
        "/plans/1/meetings?client=0", "/plans/1/meetings?client=0&staff=0", "/plans/1/call?visit=\(visit)",
      ]
      for path in pages {
        let answer = try await visitor.get(path)
        let text = answer.text
        #expect(answer.status == .ok, "\(path)")
        #expect(text.contains("<html lang=\"\(language.code)\">"), "\(path)")
        #expect(!text.contains("<script>"), "\(path)")
        #expect(!text.contains(" style="), "\(path)")
        #expect(!text.contains(" onclick="), "\(path)")
        #expect(text.components(separatedBy: "<h1>").count == 2, "\(path)")
      }
      #expect(try await visitor.get("/plans/1/faces").text.contains("&lt;script&gt;alert(1)"))
    }
  }

  @Test(arguments: [
    "/plans/2/staff", "/plans/0/staff", "/plans/x/staff", "/plans/1/staff?visit=99999", "/plans/1/staff?visit=-1",
    "/plans/1/nothing", "/plans/1/sheets/staff/../../x", "/plans/1/sheets/none/x.html", "/assets/../board.css",
    "/plans/1/staff?visit=0&replacing=9999", "/plans/1/clients?visit=99999", "/plans/1/meetings?client=99999",
    "/plans/1/meetings?client=0&staff=99999", "/plans/1/call", "/plans/2/unassigned",
  ]) func whatIsNotThereIsToldSo(_ path: String) async throws {
    try await Self.visit { visitor async throws in #expect(try await visitor.get(path).status == .notFound) }
  }

  @Test func theFirstPageOfAnEmptyUnitIsTheImport() async throws {
    try await Self.visit(of: nil) { visitor async throws in
      #expect(try await visitor.get("/").headers[.location] == "/import")
      #expect(try await visitor.get("/plans").status == .ok)
    }
  }

  @Test func theLanguageIsTurnedForTheSession() async throws {
    try await Self.visit { visitor async throws in
      #expect(try await visitor.get("/plans").text.contains("<html lang=\"en\">"))
      let turned = try await visitor.post(
        "/language", headers: [.referer: "http://localhost/plans/1/staff?day=2026-03-02"])
      #expect(turned.headers[.location] == "/plans/1/staff?day=2026-03-02")
      #expect(try await visitor.get("/plans").text.contains("<html lang=\"sv\">"))
      let foreign = try await visitor.post("/language", headers: [.referer: "http://evil.example//x"])
      #expect(foreign.headers[.location] == "/")
    }
  }

  // MARK: Moving visits

  @Test func aVisitIsPickedUpAndPutDownByLinksAndFormsAlone() async throws {
    try await Self.visit { visitor async throws in
      let visit = Self.planned.roster.assignments[0].visit
      let row = Self.row(visit)
      let page = try await visitor.get("/plans/1/staff?visit=\(row)").text
      #expect(page.contains("id=\"picked\""))
      let options = try await visitor.board.suggestions(for: visit, of: 1).options
      let option = try #require(options.first { !$0.changes.isEmpty && $0.exceptions.isEmpty })
      let staff = Self.planned.instance.staff.firstIndex { $0.id == option.staff } ?? -1
      #expect(page.contains("data-give=\"\(staff)\""))
      let given = try await visitor.post(
        "/plans/1/give", ["visit": "\(row)", "staff": "\(staff)", "revision": "1", "day": "2026-03-02"])
      #expect(given.status == .seeOther)
      #expect(given.headers[.location]?.contains("told=give") == true)
      let plan = try await visitor.board.plan(1)
      #expect(plan.roster.places[visit]?.assignment?.staff.contains(option.staff) == true)
      #expect(try await visitor.get("/journal").text.contains("Eva"))
      let back = try await visitor.post("/plans/1/undo", ["revision": "2"])
      #expect(back.status == .seeOther)
      let restored = try await visitor.board.plan(1).roster.places[visit]
      #expect(restored?.isSame(as: Self.planned.roster.places[visit] ?? .absent) == true)
    }
  }

  @Test func anExceptionIsOfferedWithAReasonToFillIn() async throws {
    try await Self.visit { visitor async throws in
      for visit in Self.planned.instance.visits {
        let options = try await visitor.board.suggestions(for: visit.id, of: 1).options
        guard let option = options.first(where: { $0.kind == .withException }) else { continue }
        let row = Self.row(visit.id)
        let staff = Self.planned.instance.staff.firstIndex { $0.id == option.staff } ?? -1
        let page = try await visitor.get("/plans/1/staff?visit=\(row)").text
        #expect(page.contains("name=\"reason\" required"))
        let fields = ["visit": "\(row)", "staff": "\(staff)", "revision": "1"]
        #expect(try await visitor.post("/plans/1/give", fields).status == .conflict)
        let reason = ["reason": "<img src=x onerror=alert(1)>"]
        #expect(try await visitor.post("/plans/1/give", fields.merging(reason) { $1 }).status == .seeOther)
        let list = try await visitor.get("/plans/1/exceptions").text
        #expect(list.contains("&lt;img src=x") && !list.contains("<img"))
        return
      }
      Issue.record("no visit needs an exception")
    }
  }

  @Test func whoHasNotSeenWhatOthersDidIsToldAndMayDoItAllTheSame() async throws {
    try await Self.visit { visitor async throws in
      let (first, second) = (Self.planned.roster.assignments[0].visit, Self.planned.roster.assignments[1].visit)
      try await visitor.board.leave(second, in: 1, as: Standpoint("Åsa", at: 1))
      let fields = ["visit": "\(Self.row(first))", "revision": "1"]
      let refused = try await visitor.post("/plans/1/leave", fields)
      #expect(refused.status == .conflict)
      #expect(refused.text.contains("Åsa") && refused.text.contains("It still fits."))
      #expect(refused.text.contains("name=\"revision\" value=\"2\""))
      #expect(refused.text.contains("name=\"visit\" value=\"\(Self.row(first))\""))
      let again = try await visitor.post("/plans/1/leave", fields.merging(["revision": "2"]) { $1 })
      #expect(again.status == .seeOther)
    }
  }

  @Test(arguments: [
    ["revision": "x"], [:], ["revision": "1", "visit": "99999"], ["revision": "1", "visit": "-1", "staff": "0"],
    ["revision": "1", "visit": "0", "staff": "99999"], ["revision": "99999999999999999999999", "visit": "0"],
  ]) func formsThatMakeNoSenseChangeNothing(_ fields: [String: String]) async throws {
    try await Self.visit { visitor async throws in
      for command in ["give", "leave"] where !(command == "leave" && fields["staff"] != nil) {
        let status = try await visitor.post("/plans/1/\(command)", fields).status
        #expect(status == .badRequest || status == .conflict)
      }
      #expect(await visitor.board.state.revision == 1)
    }
  }

  @Test func formsThatAreTooLargeAreRefused() async throws {
    try await Self.visit { visitor async throws in
      let large = ["revision": "1", "reason": String(repeating: "x", count: BoardSite.mostInForm)]
      #expect(try await visitor.post("/plans/1/give", large).status == .contentTooLarge)
    }
  }

  @Test func theDayOfClientsDoesWhatTheDayOfStaffDoesAndLeadsBackToItself() async throws {
    try await Self.visit { visitor async throws in
      let service = try #require(Self.planned.roster.assignments.first)
      let (row, date) = (Self.row(service.visit), service.start.date)
      let page = try await visitor.get("/plans/1/clients?day=\(date)&visit=\(row)").text
      #expect(page.contains("data-picked=\"\(row)\"") && page.contains("name=\"view\" value=\"clients\""))
      let left = try await visitor.post(
        "/plans/1/leave", ["revision": "1", "visit": "\(row)", "day": "\(date)", "view": "clients"])
      #expect(left.headers[.location] == "/plans/1/clients?day=\(date)&told=leave")
      let why = try await visitor.get("/plans/1/unassigned").text
      #expect(why.contains("/plans/1/staff?day=") && why.contains("/plans/1/call?visit=\(row)"))
    }
  }

  @Test func twoPlansAreComparedAndTheJournalIsATable() async throws {
    try await Self.visit { visitor async throws in
      try await visitor.board.take(Self.planned.instance, Self.planned.roster, name: "=B", as: "=Eva")
      let service = try #require(Self.planned.roster.assignments.first)
      _ = try await visitor.post("/plans/2/leave", ["revision": "2", "visit": "\(Self.row(service.visit))"])
      #expect(try await visitor.get("/plans").text.contains("action=\"/compare\""))
      let differs = try await visitor.get("/compare?first=1&second=2")
      #expect(differs.status == .ok && differs.text.contains(service.visit.rawValue))
      #expect(differs.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(try await visitor.get("/compare?first=1&second=3").status == .notFound)
      let lines = try await visitor.get("/journal.csv").text.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines[2].contains("'=Eva"), "a spreadsheet takes no name for a formula")
    }
  }

  // MARK: Files

  private static func upload(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let parts = files.map { file in
      Array("--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
        + file.bytes + Array("\r\n".utf8)
    }
    return parts.flatMap(\.self)
      + Array("--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nSöder\r\n--B--\r\n".utf8)
  }

  private static func imported(
    _ files: [(name: String, bytes: [UInt8])], _ visitor: Visitor
  ) async throws -> InProcess.Answer {
    try await visitor.client.ask(
      "/import", .post,
      [.cookie: visitor.cookie, .contentType: "multipart/form-data; boundary=B", .origin: "http://localhost"],
      body: upload(files))
  }

  @Test func anInstanceWithItsRosterComesInAndGoesOutAgain() async throws {
    try await Self.visit(of: nil) { visitor async throws in
      let files = [("unit.json", Self.planned.instance.json()), ("r.json", Self.planned.roster.json())]
      let answer = try await Self.imported(files, visitor)
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.location] == "/import?read=1")
      #expect(try await visitor.get("/import?read=1").text.contains("\(Self.planned.instance.visits.count) visits"))
      #expect(try await visitor.get("/plans/1/roster.json").bytes == Self.planned.roster.json())
      #expect(try await visitor.get("/plans/1/instance.json").bytes == Self.planned.instance.json())
      #expect(await visitor.board.state.plan(1)?.name == "Söder")
      let sheets = try await visitor.get("/plans/1/print").text
      let link = try #require(sheets.firstMatch(of: /\/plans\/1\/sheets\/[^"]+/))
      #expect(try await visitor.get(String(link.output)).status == .ok)
    }
  }

  @Test func tablesOfNeedsComeInAndWhatTheyWereTakenForIsTold() async throws {
    let clients = "Brukare;Namn;Lat;Lon\n1001;Asta Berg;57.70;11.97\n"
    let needs = "Brukare;Dagar;Tidigast;Senast;Minuter\n1001;mån-sön;07:00;09:00;30\n"
    let staff = "Personal;Namn\nP1;Eva Ek\n"
    let shifts = "Personal;Dagar;Från;Till\nP1;mån-sön;06:45;15:30\n"
    try await Self.visit(of: nil) { visitor async throws in
      let files = [("brukare.csv", clients), ("insatser.csv", needs), ("personal.csv", staff), ("pass.csv", shifts)]
      let answer = try await Self.imported(files.map { ($0.0, Array($0.1.utf8)) }, visitor)
      #expect(answer.status == .seeOther, "\(answer.text)")
      let page = try await visitor.get("/import?read=1").text
      #expect(page.contains("insatser.csv") && !page.contains("samma-import"))
      let plan = try await visitor.board.plan(1)
      #expect(plan.instance.visits.count == 14 && plan.roster.unassigned.count == 14)
    }
  }

  @Test func problemsOfFilesAreListedWithTheirPlacesAndNothingIsReadIn() async throws {
    try await Self.visit(of: nil) { visitor async throws in
      let broken = try await Self.imported([("unit.json", Array("{\"format\": \"samma-instance/2\"}".utf8))], visitor)
      #expect(broken.status == .unprocessableContent)
      #expect(broken.text.contains("unit.json"))
      #expect(
        try await Self.imported([("r.json", Self.planned.roster.json())], visitor).status == .unprocessableContent)
      #expect(try await Self.imported([], visitor).status == .unprocessableContent)
      #expect(try await Self.imported([("../../x.csv", [0, 1, 2])], visitor).status == .unprocessableContent)
      let twice = [("a.json", Self.planned.instance.json()), ("b.json", Self.planned.instance.json())]
      #expect(try await Self.imported(twice, visitor).status == .unprocessableContent)
      #expect(await visitor.board.state.plans.isEmpty)
    }
  }

  // MARK: Plans

  @Test func aPlanIsPublishedAndAnotherPutAway() async throws {
    try await Self.visit { visitor async throws in
      #expect(try await visitor.post("/plans/1/publish", ["revision": "1"]).status == .seeOther)
      #expect(try await visitor.get("/plans?told=published").text.contains("published"))
      #expect(await visitor.board.state.publication?.plan == 1)
      #expect(try await visitor.post("/plans/1/discard", ["revision": "2"]).status == .seeOther)
      #expect(try await visitor.get("/plans/1/staff").status == .notFound)
    }
  }

  @Test func aRunIsStartedStoppedAndSetBesideThePlan() async throws {
    try await Self.visit { visitor async throws in
      let notices = await visitor.board.notices()
      #expect(try await visitor.post("/plans/1/run", ["seconds": "0", "revision": "1"]).status == .badRequest)
      #expect(try await visitor.post("/plans/1/run", ["seconds": "600", "revision": "1"]).status == .seeOther)
      #expect(try await visitor.post("/run/stop").status == .seeOther)
      for await notice in notices {
        if case .run(let status) = notice, !status.goesOn { break }
      }
      #expect(try await visitor.get("/plans").text.contains("Ready: plan 2."))
      #expect(try await visitor.board.plan(2).check.isValid)
    }
  }

  // MARK: Repairs

  /// What a form says of somebody who serves visits on the first day and is ill.
  private static var ill: [String: String] {
    let start = planned.instance.horizon.start
    let staff = planned.roster.assignments.first { $0.start.date == start }?.staff.first
    let row = planned.instance.staff.firstIndex { $0.id == staff } ?? -1
    return ["revision": "1", "kind": "absent", "staff": "\(row)", "from": "\(start)", "to": "\(start)", "begin": ""]
  }

  @Test func somebodyIsIllAndTheOptionsAreShownTakenAndTakenBack() async throws {
    try await Self.visit { visitor async throws in
      let told = try await visitor.post("/plans/1/repair", Self.ill)
      #expect(told.status == .seeOther, "\(told.text)")
      let address = try #require(told.headers[.location])
      let page = try await visitor.get(address)
      #expect(page.status == .ok && page.text.contains("What can be done") && page.text.contains("is absent from"))
      #expect(!page.text.contains("<script>alert"))
      #expect(await visitor.board.state.revision == 1)
      let phone = try #require(page.text.firstMatch(of: /\/plans\/1\/call\?shift=\d+&amp;repair=1/)).output
      #expect(try await visitor.get(String(phone).replacing("&amp;", with: "&")).status == .ok)
      let taken = try await visitor.post(
        "/plans/1/repair/take", ["revision": "1", "repair": "1", "option": "0", "day": "x"])
      #expect(taken.status == .seeOther)
      #expect(await visitor.board.state.revision == 2)
      let journal = try await visitor.get("/journal").text
      #expect(journal.contains("is absent from"))
      let day = try await visitor.get(try #require(taken.headers[.location])).text
      #expect(day.contains("Done.") && day.contains("/plans/1/undo"))
      _ = try await visitor.post("/plans/1/undo", ["revision": "2"])
      #expect(try await visitor.board.plan(1).instance.tables == Self.planned.instance.tables)
      #expect(try await visitor.get("/plans/1/staff").text.contains("/plans/1/redo"))
      _ = try await visitor.post("/plans/1/redo", ["revision": "3"])
      #expect(await visitor.board.state.plan(1)?.changes.count == 1)
    }
  }

  @Test func whatWasToldIsTakenBackAndEveryKindIsUnderstood() async throws {
    try await Self.visit { visitor async throws in
      let start = Self.planned.instance.horizon.start
      let client = Self.planned.instance.clients.count - 1
      let visit = Self.row(try #require(Self.planned.roster.assignments.first).visit)
      let forms: [[String: String]] = [
        ["kind": "away", "client": "\(client)", "from": "\(start)", "to": ""],
        ["kind": "moved", "visit": "\(visit)", "begin": "10:00", "end": "11:30:00"],
        ["kind": "extra", "client": "0", "begin": "13:00", "end": "14:00", "minutes": "20"],
      ]
      var fields = ["revision": "1", "day": "\(start)"]
      for form in forms {
        let told = try await visitor.post("/plans/1/repair", fields.merging(form) { $1 })
        #expect(told.status == .seeOther, "\(told.text)")
        fields["repair"] = told.headers[.location]?.split(separator: "=").last.map(String.init)
      }
      let page = try await visitor.get("/plans/1/repair?repair=\(fields["repair"] ?? "")&day=\(start)").text
      #expect(page.contains("until further notice") && page.contains("moves to") && page.contains("one more visit"))
      let less = try await visitor.post("/plans/1/repair/forget", fields.merging(["row": "1"]) { $1 })
      let left = try await visitor.get(try #require(less.headers[.location])).text
      #expect(!left.contains("moves to") && left.contains("one more visit"))
      for wrong in [["kind": "absent"], ["kind": "x"], ["kind": "lengthened", "visit": "0", "minutes": "0"]] {
        #expect(
          try await visitor.post("/plans/1/repair", ["revision": "1"].merging(wrong) { $1 }).status == .badRequest)
      }
      #expect(try await visitor.get("/plans/1/repair?repair=99").status == .conflict)
      #expect(try await visitor.get("/plans/1/call?visit=99999").status == .notFound)
    }
  }

  @Test func aFormWhoseRowsAreOthersByNowIsNotCarriedOut() async throws {
    try await Self.visit { visitor async throws in
      let service = try #require(Self.planned.roster.assignments.first)
      let told = try await visitor.post(
        "/plans/1/repair", ["revision": "1", "kind": "cancelled", "visit": "\(Self.row(service.visit))"])
      #expect(told.status == .seeOther)
      _ = try await visitor.post("/plans/1/repair/take", ["revision": "1", "repair": "1", "option": "0"])
      let later = Self.planned.instance.visits.count - 1
      let refused = try await visitor.post("/plans/1/leave", ["revision": "1", "visit": "\(later)"])
      #expect(refused.status == .conflict && refused.text.contains("choose again"))
      #expect(!refused.text.contains("Do it"))
      #expect(await visitor.board.state.revision == 2)
    }
  }
}
