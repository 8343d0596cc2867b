import Foundation
import Testing

@Suite struct ParameterTests {
  private let plan = ["plan", "-", "--iterations", "50", "--seed", "3"]

  @Test func theCostAloneIsPrintedAndIsTheRostersTotal() async throws {
    let folder = try TemporaryFolder()
    let cost = try await SammaCommand.run(
      plan + ["--cost-only", "-o", folder["roster.json"].path], input: Fixtures.twoClients)
    #expect(cost.status == 0)
    #expect(cost.errors.isEmpty)
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let check = try await SammaCommand.run("check", instance, folder["roster.json"].path, "--json")
    let total = try #require((try check.json["score"] as? [String: Int])?["total"])
    #expect(cost.output == "\(total)\n")
    #expect(try await SammaCommand.run(plan + ["--cost-only"], input: Fixtures.twoClients).output == "\(total)\n")
  }

  @Test func everySettingListedCanBeSet() async throws {
    let params = try await SammaCommand.run("params", "--json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(params.output.utf8)) as? [[String: Any]])
    #expect(rows.count > 10)
    var arguments = plan + ["--cost-only"]
    for row in rows {
      arguments += ["--param", "\(try #require(row["name"] as? String))=\(try #require(row["value"]))"]
    }
    let set = try await SammaCommand.run(arguments, input: Fixtures.twoClients)
    #expect(set.status == 0)
    #expect(set.output == (try await SammaCommand.run(plan + ["--cost-only"], input: Fixtures.twoClients).output))
  }

  @Test func aSettingChangesTheSearch() async throws {
    let ward = try Fixtures.ward()
    let arguments = ["plan", "-", "--iterations", "2000"]
    let usual = try await SammaCommand.run(arguments, input: ward)
    let ruined = try await SammaCommand.run(arguments + ["--param", "ruinPair=500"], input: ward)
    #expect(ruined.status == 0)
    let isOther = ruined.output != usual.output
    #expect(isOther)
  }

  @Test(arguments: [
    ("exchang=450", "no setting is called exchang"), ("exchange=4500", "must lie between 0.0 and 1000.0"),
    ("exchange=nan", "must lie between"), ("exchange", "expected a setting and a number"),
    ("exchange=much", "expected a setting and a number"),
  ])
  func aSettingThatCannotBeIsRefused(setting: String, complaint: String) async throws {
    let outcome = try await SammaCommand.run(plan + ["--param", setting], input: Fixtures.twoClients)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(complaint))
  }
}
