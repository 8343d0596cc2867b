import Foundation
import Testing

@Suite struct DiffCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let before: String
  private let after: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    before = try folder.write(Fixtures.twoClientsRoster, to: "before.json")
    after = try folder.write(
      Fixtures.twoClientsRoster.replacingOccurrences(
        of: #""start": "2026-03-02T08:00", "staff": ["S1"], "shifts": ["A"]"#,
        with: #""start": "2026-03-02T09:00", "staff": ["S2"], "shifts": ["B"]"#
      ).replacingOccurrences(of: "T08:30", with: "T08:00"), to: "after.json")
  }

  @Test func theTextTellsVisitsClientsStaffAndFigures() async throws {
    let outcome = try await SammaCommand.run("diff", instance, before, after)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Changed visits: 2, of them 1 with other staff"))
    #expect(outcome.output.contains("V1     C1      S1    S2  2026-03-02 09:00 (was 08:00)"))
    #expect(outcome.output.contains("C1      1 → 2  14  S2"))
    #expect(outcome.output.contains("S1      2 → 1           1.0 → 0.5    −0.5               0"))
    #expect(outcome.output.contains("distinct                 2      3      +1"))
  }

  @Test func theJSONHoldsTheSame() async throws {
    let json = try await SammaCommand.run("diff", instance, before, after, "--json").json
    #expect((json["changes"] as? [[String: Any]])?.map { $0["visit"] as? String } == ["V1", "V3"])
    let figures = try #require(json["figures"] as? [String: [String: Int]])
    #expect(figures["distinct"] == ["before": 2, "after": 3])
    let clients = try #require(json["clients"] as? [[String: Any]])
    #expect(clients.count == 1 && clients[0]["gained"] as? [String] == ["S2"])
  }

  @Test func thePageStandsAlone() async throws {
    let page = folder["diff.html"].path
    let outcome = try await SammaCommand.run("diff", instance, before, after, "-o", page)
    #expect(outcome.status == 0)
    let html = try String(contentsOf: folder["diff.html"], encoding: .utf8)
    #expect(html.contains("<html lang=\"sv\">") && html.contains("2 ändrade besök"))
    #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
  }

  @Test func aRosterOfAnotherInstanceIsRefused() async throws {
    let other = try folder.write(
      Fixtures.twoClientsRoster.replacingOccurrences(of: "two-clients", with: "ward"), to: "other.json")
    let outcome = try await SammaCommand.run("diff", instance, before, other)
    #expect(outcome.status == 2)
  }
}
