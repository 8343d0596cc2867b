import Foundation
import Testing

@Suite struct ExplainCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    roster = try folder.write(Fixtures.twoClientsRoster, to: "roster.json")
  }

  @Test func eachAlternativeHasItsCostByTerm() async throws {
    let outcome = try await SammaCommand.run("explain", instance, roster, "--visit", "V3")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("V3 at C2 is served by S2 at 2026-03-02 08:30.\n"))
    #expect(outcome.output.contains("serves it now"))
    let json = try await SammaCommand.run("explain", instance, roster, "--visit", "V3", "--json").json
    let alternatives = try #require(json["alternatives"] as? [[String: Any]])
    let other = try #require(alternatives.first { $0["staff"] as? String == "S1" })
    #expect((other["cost"] as? [String: Int])?["travelMinutes"] == 20)
    #expect((other["cost"] as? [String: Int])?["total"] == 20)
  }

  @Test func aClientsFloorIsToldWithWhatForcesIt() async throws {
    let outcome = try await SammaCommand.run("explain", instance, roster, "--client", "C1")
    #expect(outcome.output.contains("C1 meets 1 of at most 14 staff"))
    #expect(outcome.output.contains("Were there no other client, 1 would be the fewest.\nThis visit forces it:\n"))
    let unknown = try await SammaCommand.run("explain", instance, roster, "--client", "C9")
    #expect(unknown.status == 2)
  }

  @Test func whatIsLackingIsToldInHours() async throws {
    let all = try await SammaCommand.run("explain", instance, roster)
    #expect(all.output == "Every visit is assigned; nothing is lacking.\n")
    let unservable = try folder.write(Fixtures.unservable, to: "unservable.json")
    let plan = try await SammaCommand.run("plan", unservable, "--iterations", "100")
    let left = try folder.write(plan.output, to: "left.json")
    let outcome = try await SammaCommand.run("explain", unservable, left)
    #expect(outcome.output.contains("0.5 h with insulin, Monday 2026-03-02 lunch, 1 person: V2"))
    #expect(outcome.output.contains("V2 (impossible): no roster can serve it"))
  }

  @Test func aClientIsFoundByNameAndCalledByIt() async throws {
    let named = try folder.write(
      Fixtures.twoClients.replacing(#"{"id": "C1", "#, with: #"{"id": "C1", "name": "Asta Alm", "#), to: "named.json")
    let roster = try folder.write(Fixtures.twoClientsRoster, to: "named-roster.json")
    let outcome = try await SammaCommand.run("explain", named, roster, "--client", "asta  alm", "--lang", "sv")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("C1 Asta Alm möter 1 av högst"), "\(outcome.output)")
    #expect(outcome.errors.contains("\"asta  alm\" läst som C1"), "\(outcome.errors)")
  }
}
