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

  @Test func tunersGetTheirSearchSpaces() async throws {
    let irace = try await SammaCommand.run("params", "--irace").output
    #expect(irace.contains("\nhotTemperature \"--param hotTemperature=\" r,log (6.0, 150.0)\n"))
    #expect(irace.contains("guideExponent \"--param guideExponent=\" r (0.1, 1.0) | guideFactor > 0\n"))
    #expect(
      irace.contains("\n[forbidden]\nhotTemperature < coldTemperature\n") && irace.contains("restart * restartFactor"))
    let local = try await SammaCommand.run("params", "--solver", "local-search", "--irace").output
    #expect(!local.contains("restart *"), "a setting that is fixed is not to be tuned")
    let optuna = try await SammaCommand.run("params", "--optuna").output
    #expect(optuna.contains("    p[\"smallSlots\"] = trial.suggest_int(\"smallSlots\", 200, 5000, log=True)\n"))
    #expect(optuna.contains("raise optuna.TrialPruned()"))
    let smac = try await SammaCommand.run("params", "--smac").output
    #expect(smac.contains("ForbiddenLessThanRelation(p[\"hotTemperature\"], p[\"coldTemperature\"])"))
    #expect(try await SammaCommand.run("params", "--smac", "--json").status == 2)
  }

  @Test func aRosterToStartFromIsNeverMadeWorse() async throws {
    let folder = try TemporaryFolder()
    let ward = try folder.write(try Fixtures.ward(), to: "ward.json")
    let (good, again) = (folder["good.json"].path, folder["again.json"].path)
    #expect(try await SammaCommand.run("plan", ward, "--iterations", "20000", "-o", good).status == 0)
    #expect(try await SammaCommand.run("plan", ward, "--iterations", "1", "--start", good, "-o", again).status == 0)
    func total(_ path: String) async throws -> Int {
      try #require(
        (try await SammaCommand.run("check", ward, path, "--json").json["score"] as? [String: Int])?["total"])
    }
    #expect(try await total(again) <= total(good))
    let other = try folder.write(Fixtures.twoClients, to: "two.json")
    let strange = try await SammaCommand.run("plan", other, "--iterations", "1", "--start", good)
    #expect(strange.status == 0 && strange.errors.contains("are of visits that the instance lacks"))
    #expect(
      try await SammaCommand.run("plan", ward, "--start", good, "--external", "a {instance} {roster}").status == 2)
  }

  @Test func rulesAreCheckedAloneWhereAScoreIsNotToBeAsked() async throws {
    let folder = try TemporaryFolder()
    let instance = try folder.write(Fixtures.twoClients, to: "two.json")
    let path = folder["roster.json"].path
    #expect(try await SammaCommand.run("plan", instance, "--iterations", "1", "-o", path).status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing(/"total": *[0-9]+/, with: "\"total\": 77777").utf8).write(to: URL(filePath: path))
    #expect(try await SammaCommand.run("check", instance, path).status == 3)
    let rules = try await SammaCommand.run("check", instance, path, "--rules")
    #expect(rules.status == 0 && !rules.output.contains("77777"))
  }

  @Test func aSettingChangesTheSearch() async throws {
    let ward = try Fixtures.ward()
    let arguments = ["plan", "-", "--iterations", "2000"]
    let usual = try await SammaCommand.run(arguments, input: ward)
    let ruined = try await SammaCommand.run(
      arguments + ["--param", "ruinPair=500", "--param", "exchange=0"], input: ward)
    #expect(ruined.status == 0)
    let isOther = ruined.output != usual.output
    #expect(isOther)
  }

  @Test(arguments: [
    ("exchang=450", "no setting is called exchang"), ("exchange=4500", "must lie between 0.0 and 1000.0"),
    ("exchange=nan", "must lie between"), ("exchange=700", "the shares of moves come to 1063"),
    ("hotTemperature=1", "must not be below"), ("exchange", "expected a setting and a number"),
    ("exchange=much", "expected a setting and a number"),
  ])
  func aSettingThatCannotBeIsRefused(setting: String, complaint: String) async throws {
    let outcome = try await SammaCommand.run(plan + ["--param", setting], input: Fixtures.twoClients)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(complaint))
  }
}
