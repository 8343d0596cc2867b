import Board
import HTTPTypes
import HomeCare
import Hummingbird
import Interchange
import Rostering
import Scenarios
import Testing

@testable import Web

/// What the site does with requests of those who mean no good.
@Suite struct SecurityTests {
  /// Every page, and every command.
  private static let pages = [
    "/", "/plans", "/import", "/journal", "/events", "/plans/1/staff", "/plans/1/clients", "/plans/1/repair",
    "/plans/1/fortnight", "/plans/1/meetings?client=0", "/plans/1/call?visit=0", "/plans/1/print", "/plans/1/faces",
    "/plans/1/above", "/plans/1/unassigned", "/plans/1/exceptions", "/plans/1/steady", "/plans/1/instance.json",
    "/plans/1/roster.json", "/plans/1/sheets/staff/x.html",
  ]
  private static let commands = [
    "/import", "/plans/1/run", "/run/stop", "/plans/1/publish", "/plans/1/discard", "/plans/1/give", "/plans/1/leave",
    "/plans/1/undo", "/plans/1/redo", "/plans/1/repair", "/plans/1/repair/forget", "/plans/1/repair/take", "/language",
  ]

  private static let form: HTTPFields = [
    .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
  ]

  @Test func whoHasNotComeInLearnsAndChangesNothing() async throws {
    try await SiteTests.visit { visitor async throws in
      let names = SiteTests.planned.instance.staff.compactMap(\.name)
      for path in Self.pages {
        for cookie in ["", "\(visitor.site.sessions.cookie)=guess"] {
          let headers: HTTPFields = [.cookie: cookie, .origin: "http://localhost"]
          let answer = try await visitor.client.ask(path, .get, headers)
          #expect(answer.status == .unauthorized, "\(path)")
          #expect(!names.contains { answer.text.contains($0) }, "\(path)")
        }
      }
      for path in Self.commands {
        let answer = try await visitor.client.ask(path, .post, Self.form, body: Array("revision=1".utf8))
        #expect(answer.status == .unauthorized, "\(path)")
      }
      #expect(await visitor.board.state.revision == 1)
    }
  }

  @Test(arguments: ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", "", "0"])
  func aBrowserThatWasToldAnotherNameGetsNothing(_ host: String) async throws {
    try await SiteTests.visit { visitor async throws in
      for path in Self.pages + ["/login?token=x", "/healthz", "/assets/board.js"] {
        let answer = try await visitor.client.ask(path, .get, [.cookie: visitor.cookie], host: host)
        #expect(answer.status == .forbidden, "\(path)")
      }
    }
  }

  @Test func noCommandIsTakenFromAnotherSite() async throws {
    try await SiteTests.visit { visitor async throws in
      let wrong: [HTTPFields] = [
        [:], [.origin: "null"], [.origin: "http://localhost.evil.example"], [.origin: "http://localhost:1"],
        [.origin: "http://evil.example"], [.standing("Sec-Fetch-Site"): "cross-site"],
        [.origin: "http://localhost", .standing("Sec-Fetch-Site"): "same-site"],
      ]
      for path in Self.commands {
        for headers in wrong {
          var all: HTTPFields = [.cookie: visitor.cookie, .contentType: "application/x-www-form-urlencoded"]
          for field in headers { all[field.name] = field.value }
          let answer = try await visitor.client.ask(path, .post, all, body: Array("revision=1".utf8))
          #expect(answer.status == .forbidden, "\(path)")
        }
      }
      #expect(await visitor.board.state.revision == 1)
    }
  }

  /// Bodies that no page sends.
  private static func body(_ random: inout SeededGenerator) -> [UInt8] {
    let names = [
      "revision", "visit", "staff", "kind", "repair", "option", "row", "row0", "seconds", "day", "view", "part",
    ]
    let values = [
      "", "0", "-1", "99999999999999999999", "%00", "%ff%fe", "%", "2026-13-45", "absent", "moved", "..%2f..%2f", "NaN",
      "%3Cscript%3E", "1e9", "+", "clients",
    ]
    if random.chance(1, in: 4) { return (0..<40).map { _ in UInt8(random.int(below: 256)) } }
    let pairs = (0..<6).map { _ in "\(random.pick(names))=\(random.pick(values))" }
    return Array(pairs.joined(separator: random.chance(1, in: 8) ? "&&=" : "&").utf8)
  }

  @Test func bodiesThatMakeNoSenseAreRefusedAndNeverAFault() async throws {
    try await SiteTests.visit { visitor async throws in
      var random = SeededGenerator(seed: 11)
      let types = [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=B", "multipart/form-data", "text/plain",
      ]
      for path in Self.commands where path != "/language" && path != "/plans/1/run" {
        for _ in 0..<15 {
          var headers: HTTPFields = Self.form
          (headers[.cookie], headers[.contentType]) = (visitor.cookie, random.pick(types))
          let answer = try await visitor.client.ask(path, .post, headers, body: Self.body(&random))
          #expect(answer.status.code < 500, "\(path)")
        }
      }
    }
  }

  @Test(arguments: [
    "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "//evil.example/", "/plans/1%00/staff",
    "/plans/%31/../2/staff", "/plans/1/sheets/staff/..%2f..%2funit.sqlite", "/plans/99999999999999999999/staff",
    "/plans/1/staff?day=%00", "/plans/1/staff?visit=%ff", "/plans/1/clients?visit=1e3", "/import?read=-1",
    "/plans/1/repair?repair=-1", "/plans/1/staff?day=2026-02-30&day=x", "/login?token=%00",
    "/plans/1/meetings?client=0&staff=%27", "/%", "/plans/%E2%82%AC/staff",
  ]) func noAddressLeadsOutOrToAFault(_ path: String) async throws {
    try await SiteTests.visit { visitor async throws in
      let answer = try await visitor.client.ask(path, .get, [.cookie: visitor.cookie])
      #expect(answer.status.code < 500)
      #expect(!answer.text.contains("root:") && !answer.text.contains("SQLite format"))
      // Nobody is led to another machine.
      #expect(answer.headers[.location]?.hasPrefix("//") != true)
    }
  }

  @Test func noTextOfAPlanIsMarkup() async throws {
    let mark = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
    var options = ScenarioOptions()
    (options.clients, options.days, options.format, options.seed) = (5, 2, .two, 5)
    var draft = try Scenario.draft(options)
    draft.name += mark
    for row in draft.clients.indices { (draft.clients[row].name, draft.clients[row].area) = (mark, mark) }
    for row in draft.staff.indices { (draft.staff[row].name, draft.staff[row].phone) = (mark, mark) }
    for row in draft.visits.indices { draft.visits[row].tasks = mark }
    let instance = try Instance(validating: draft)
    let roster = try await SammaSolver.construct.plan(instance, SolverOptions(iterations: 1)).roster
    try await SiteTests.visit(of: (instance, roster)) { visitor async throws in
      let visit = instance.visits.firstIndex { $0.id == roster.assignments.first?.visit } ?? 0
      _ = try await visitor.post("/plans/1/leave", ["revision": "1", "visit": "\(visit)"])
      _ = try await visitor.post(
        "/plans/1/repair",
        ["revision": "2", "kind": "absent", "staff": "0", "from": "\(instance.horizon.start)", "to": ""])
      let looked = [
        "/plans/1/staff?visit=\(visit)", "/plans/1/clients?visit=\(visit)", "/plans/1/repair?repair=1",
        "/plans/1/call?visit=\(visit)",
      ]
      for path in Self.pages.filter({ $0 != "/events" && !$0.hasSuffix(".json") && !$0.hasPrefix("/plans/1/sheets") })
        + looked
      {
        let text = try await visitor.get(path).text
        #expect(!text.contains("<script>") && !text.contains("<img"), "\(path)")
      }
    }
  }

  @Test func whetherAllIsWellIsToldToAnybodyAndNothingElse() async throws {
    try await SiteTests.visit { visitor async throws in
      let answer = try await visitor.client.ask("/healthz")
      #expect(answer.status == .ok && answer.text == "{\"ok\": true}\n")
    }
  }
}
