import Foundation
import Testing

@Suite struct SuggestCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    roster = try folder.write(Fixtures.twoClientsRoster, to: "roster.json")
  }

  @Test func everyStaffMemberIsRanked() async throws {
    let outcome = try await SammaCommand.run("suggest", instance, roster, "V1")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Who could take V1 at C1, 2026-03-02 08:00–09:00, 30 min\nNow S1 at 08:00\n"))
    #expect(outcome.output.contains("S1     serves it now, known: 1 other visit"))
    #expect(outcome.output.contains("if V3 moves at 08:40, new face"))
  }

  @Test func theAnswerIsJSONWhereAsked() async throws {
    let json = try await SammaCommand.run("suggest", instance, roster, "V2", "--json").json
    let options = try #require(json["options"] as? [[String: Any]])
    #expect(options.map { $0["staff"] as? String } == ["S1", "S2"])
    #expect(options.map { $0["kind"] as? String } == ["known", "withException"])
    let exceptions = try #require(options[1]["exceptions"] as? [[String: Any]])
    #expect(exceptions.map { $0["rule"] as? String } == ["H7"])
  }

  @Test func anUnknownVisitIsRefused() async throws {
    let outcome = try await SammaCommand.run("suggest", instance, roster, "V9")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "samma: the instance has no visit V9; name one of its visits\n")
  }

  @Test func aRosterThatBreaksRulesIsAnsweredForWithWhatItBreaks() async throws {
    let broken = Fixtures.twoClientsRoster.replacingOccurrences(of: "T12:00", with: "T13:30")
    let roster = try folder.write(broken, to: "broken.json")
    let outcome = try await SammaCommand.run("suggest", instance, roster, "V1")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        The roster breaks rules in 1 place. What breaks them stays as it stands:
          H2 visit V2: found start 2026-03-02T13:30; expected a start from 2026-03-02T12:00 to 2026-03-02T13:00
        These exceptions would cover it:
          H2 visit V2 may start 30 minutes later

        Who could take V1
        """))
  }
}
