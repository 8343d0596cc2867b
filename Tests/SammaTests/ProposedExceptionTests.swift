import Foundation
import Testing

@Suite struct ProposedExceptionTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String

  /// V2 is served half an hour late, by someone without the skill; V3 has nobody.
  init() throws {
    folder = try TemporaryFolder()
    let text = Fixtures.twoClients.replacingOccurrences(of: "samma-instance/1", with: "samma-instance/2")
    instance = try folder.write(text, to: "instance.json")
    let broken = Fixtures.twoClientsRoster.replacingOccurrences(
      of: #""2026-03-02T12:00", "staff": ["S1"], "shifts": ["A"]"#,
      with: #""2026-03-02T13:30", "staff": ["S2"], "shifts": ["B"]"#
    ).replacingOccurrences(of: #""staff": ["S2"], "shifts": ["B"]}],"#, with: #""staff": [], "shifts": []}],"#)
    roster = try folder.write(broken, to: "roster.json")
  }

  @Test func whatExceptionsCoverIsWrittenAndWhatNoneCoversIsToldApart() async throws {
    let (rows, table) = (folder["exceptions.json"].path, folder["exceptions.csv"].path)
    let check = try await SammaCommand.run("check", instance, roster, "--propose-exceptions", rows)
    #expect(check.status == 3)
    #expect(check.output.contains("PROPOSED H2: visit V2 may start 30 minutes later\n"))
    #expect(check.output.contains("PROPOSED H7: S2 serves visit V2 without its skills\n"))
    #expect(check.output.contains("no exception covers H1 visit V3: found nobody; expected exactly 1 staff member\n"))
    #expect(check.output.contains("2 exceptions would cover what is broken, but for 1 violation that none covers\n"))
    #expect(
      String(decoding: try Data(contentsOf: URL(filePath: rows)), as: UTF8.self) == """
        {
          "exceptions": [
            {"rule": "H2", "reason": "", "visit": "V2", "after": 30},
            {"rule": "H7", "reason": "", "visit": "V2", "staff": "S2"}
          ]
        }

        """)
    _ = try await SammaCommand.run("check", instance, roster, "--propose-exceptions", table)
    #expect(
      String(decoding: try Data(contentsOf: URL(filePath: table)), as: UTF8.self) == """
        rule,reason,visit,second,staff,shift,before,after,minutes,by,at
        H2,,V2,,,,0,30,,,
        H7,,V2,,S2,,0,0,,,

        """)
    let swedish = try await SammaCommand.run("check", instance, roster, "--propose-exceptions", rows, "--lang", "sv")
    #expect(swedish.output.contains("FÖRSLAG H7: S2 tar besöket V2 utan dess kompetens\n"))
  }

  @Test func withReasonsTheRosterIsValidButForWhatNoneCovers() async throws {
    let (second, scored) = (folder["second.json"].path, folder["scored.json"].path)
    let check = try await SammaCommand.run(
      "check", instance, roster, "--excepted-instance", second, "--scored-roster", scored, "--reason", "agreed",
      "--by", "Eva")
    #expect(check.status == 3)
    let after = try await SammaCommand.run("check", second, scored)
    #expect(
      after.output.contains("EXCEPTED H2: visit V2 may start 30 minutes later; agreed (allowed by Eva)\n"))
    #expect(after.output.contains("BROKEN H1 visit V3"))
    #expect(after.output.hasSuffix("INVALID: 1 violation\n"))
    let json = try await SammaCommand.run("check", second, scored, "--json").json
    let exceptions = try #require(json["exceptions"] as? [[String: Any]])
    #expect(exceptions.map { $0["inUse"] as? Bool } == [true, true])
  }

  @Test func exceptionsAreOfFormat2() async throws {
    let first = try folder.write(Fixtures.twoClients, to: "first.json")
    let outcome = try await SammaCommand.run(
      "check", first, roster, "--excepted-instance", folder["second.json"].path)
    #expect(outcome.status == 2 && outcome.errors.contains("samma upgrade"))
  }
}
