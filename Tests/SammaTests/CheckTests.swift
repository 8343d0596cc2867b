import Foundation
import Testing

@Suite struct CheckTests {
  private let folder: TemporaryFolder
  private let instance: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
  }

  private let valid = Fixtures.twoClientsRoster

  @Test func aValidRosterShowsItsScoreByParts() async throws {
    let check = try await SammaCommand.run("check", instance, try folder.write(valid, to: "roster.json"))
    #expect(check.status == 0)
    #expect(
      check.output == """
        part           count  weight  cost
        unassigned         0   10000     0
        distinct           2     100   200
        overTarget         0     200     0
        newFace            0       0     0
        notContact         0       0     0
        notPreferred       0       0     0
        travelMinutes      0       1     0
        poolShifts         0     200     0
        imbalance          0       0     0
        total                          200
        VALID

        """)
  }

  @Test func everyBrokenRuleIsTold() async throws {
    let broken = valid.replacingOccurrences(of: "T12:00", with: "T13:30")
      .replacingOccurrences(of: #""total": 200"#, with: #""total": 100"#)
    let path = try folder.write(broken, to: "roster.json")
    let check = try await SammaCommand.run("check", instance, path)
    #expect(check.status == 3)
    #expect(check.output.contains("BROKEN H2 visit V2"))
    #expect(check.output.contains("BROKEN score"))
    #expect(check.output.hasSuffix("INVALID: 2 violations\n"))
    let json = try await SammaCommand.run("check", instance, path, "--json")
    #expect(json.status == 3)
    let object = try json.json
    #expect(object["valid"] as? Bool == false)
    let violations = try #require(object["violations"] as? [[String: String]])
    #expect(violations.map { $0["rule"] } == ["H2", "score"])
    #expect(violations[0]["visit"] == "V2")
    #expect((object["score"] as? [String: Int])?["total"] == 200)
    #expect((object["stated"] as? [String: Int])?["total"] == 100)
  }

  @Test func aRosterIsReadFromStandardInput() async throws {
    let check = try await SammaCommand.run("check", instance, "-", input: valid)
    #expect(check.status == 0)
  }

  @Test func bothInputsCannotBeStandardInput() async throws {
    let check = try await SammaCommand.run("check", "-", "-", input: valid)
    #expect(check.status == 2)
    #expect(check.errors.contains("standard input"))
  }

  @Test func controlCharactersOfAFileDoNotReachTheTerminal() async throws {
    let broken = valid.replacingOccurrences(of: #"["S2"]"#, with: #"["S2\\u001b[31m"]"#)
    let check = try await SammaCommand.run("check", instance, "-", input: broken)
    #expect(check.status == 3)
    #expect(!(check.output + check.errors).unicodeScalars.contains("\u{1b}"))
  }

  @Test func aReportOfAnotherInstanceIsRefused() async throws {
    let other = valid.replacingOccurrences(of: #""two-clients""#, with: #""ward""#)
    let report = try await SammaCommand.run("report", instance, "-", input: other)
    #expect(report.status == 2)
    #expect(report.output.isEmpty)
    #expect(report.errors.hasPrefix("samma: the roster does not answer this instance: instance"))
  }

  @Test func aReportOfABrokenRosterWarns() async throws {
    let broken = valid.replacingOccurrences(of: "T12:00", with: "T13:30")
    let report = try await SammaCommand.run("report", instance, "-", input: broken)
    #expect(report.status == 0)
    #expect(report.errors == "warning: the roster breaks rules (1 violation); samma check tells which\n")
  }

  @Test func theReportTellsOfTheStaffWhereAsked() async throws {
    let path = try folder.write(valid, to: "roster.json")
    let report = try await SammaCommand.run("report", instance, path, "--staff")
    #expect(report.output.contains("client time 10 % of contract time over 2 staff, from 8 % (S2) to 11 % (S1)"))
    #expect(
      report.output.contains("S1          2       1.0         9.0   11 %       0.0       1         0             0"))
    let rows = try #require(
      try await SammaCommand.run("report", instance, path, "--json").json["staff"] as? [[String: Any]])
    #expect(rows.map { $0["serviceMinutes"] as? Int } == [60, 45])
    #expect(rows.allSatisfy { $0["contractMinutes"] as? Int == 540 && $0["evenings"] as? Int == 0 })
  }

  @Test func theReportShowsHowManyEachClientMeets() async throws {
    let path = try folder.write(valid, to: "roster.json")
    let report = try await SammaCommand.run("report", instance, path)
    #expect(report.status == 0)
    #expect(report.output.contains("mean 1.00  median 1.0  smallest 1  largest 1  over 2 clients"))
    #expect(report.output.contains("above 14: 0 of 2 (0.0 %)"))
    let json = try await SammaCommand.run("report", instance, path, "--json").json
    #expect(json["clients"] as? Int == 2)
    #expect(json["mean"] as? Double == 1)
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(Set(rows.compactMap { $0["client"] as? String }) == ["C1", "C2"])
    #expect(rows.allSatisfy { $0["floor"] as? Int == 1 })
  }
}
