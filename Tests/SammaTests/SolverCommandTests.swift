import Foundation
import TestSupport
import Testing

@Suite struct SolverCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    roster = folder["roster.json"].path
  }

  @Test func everySolverListedPlans() async throws {
    let list = try await SammaCommand.run("solvers", "--json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    let names = rows.compactMap { $0["name"] as? String }
    for name in ["auto", "exact", "heuristic", "construct", "local-search", "large-neighbourhood"] {
      #expect(names.contains(name), "\(name)")
    }
    let table = try await SammaCommand.run("solvers").output
    for name in names {
      #expect(table.contains(name))
      let plan = try await SammaCommand.run(
        "plan", instance, "-o", roster, "--solver", name, "--iterations", "50", "--threads", "1")
      #expect(plan.status == 0, "\(name): \(plan.errors)")
      #expect(try await SammaCommand.run("check", instance, roster).status == 0, "\(name)")
    }
  }

  @Test func settingsAreThoseOfTheSolver() async throws {
    let params = try await SammaCommand.run("params", "--solver", "local-search").output
    #expect(params.contains("exchange"))
    #expect(!params.contains("ruinPair"))
    let plan = try await SammaCommand.run(
      "plan", instance, "--solver", "local-search", "--param", "ruinPair=3", "--iterations", "5")
    #expect(plan.status == 2)
    #expect(plan.errors.contains("no setting is called ruinPair"))
    #expect(try await SammaCommand.run("plan", instance, "--solver", "magic").status == 2)
  }

  @Test func aLimitThatIsReachedIsTold() async throws {
    let plan = try await SammaCommand.run(
      "plan", instance, "-o", roster, "--solver", "exact", "--time", "0.001", "--iterations", "5")
    #expect(plan.status == 0)
    #expect(plan.errors.contains("limit reached: the proof was not finished"))
  }

  // MARK: External

  /// A plan by a program with far more time than it takes, however busy the machine is.
  private func theirs(_ work: String) -> [String] {
    [
      "plan", instance, "-o", roster, "--time", "900", "--threads", "1", "--external",
      ": {instance} {seed}; \(work)",
    ]
  }

  @Test func anExternalProgramsRosterIsCheckedAndWritten() async throws {
    let answer = try folder.write(
      Fixtures.twoClientsRoster.replacingOccurrences(of: "\"total\": 200", with: "\"total\": 7"), to: "answer.json")
    let plan = try await SammaCommand.run(theirs("cp \(answer) {roster}") + ["--cost-only"])
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output == "200\n", "the score is ours")
    #expect(try await SammaCommand.run("check", instance, roster).status == 0)
  }

  @Test func anExternalProgramThatFailsOrWritesRubbishIsBadInput() async throws {
    let failed = try await SammaCommand.run(theirs("echo no luck >&2; exit 4 # {roster}"))
    #expect(failed.status == 2)
    #expect(failed.errors.contains("ended with exit code 4: no luck"))
    let rubbish = try await SammaCommand.run(theirs("echo rubbish > {roster}"))
    #expect(rubbish.status == 2)
    #expect(rubbish.errors.contains("left no roster that can be read"))
    #expect(!FileManager.default.fileExists(atPath: roster))
  }

  @Test func anExternalRosterThatBreaksRulesIsNotWritten() async throws {
    let broken = try folder.write(
      Fixtures.twoClientsRoster.replacingOccurrences(of: "T12:00", with: "T14:00"), to: "broken.json")
    let plan = try await SammaCommand.run(theirs("cp \(broken) {roster}"))
    #expect(plan.status == 3)
    #expect(plan.errors.contains("the roster breaks 1 rule: H2"))
    #expect(!FileManager.default.fileExists(atPath: roster))
  }

  @Test func anExternalProgramThatGoesOnBeyondItsTimeIsEnded() async throws {
    let plan = try await SammaCommand.run(
      "plan", instance, "-o", roster, "--time", "0.3", "--grace", "0.2", "--external",
      ": {instance} {roster}; sleep 900")
    #expect(plan.status == 2)
    #expect(plan.errors.contains("ended after 0.5 s without an answer"))
  }

  @Test func aSignalAsksAnExternalProgramToEndWithWhatItHas() async throws {
    let answer = try folder.write(Fixtures.twoClientsRoster, to: "answer.json")
    let seen = folder["seen"].path
    let work = "trap 'cp \(answer) {roster}; exit 0' TERM; touch \(seen); while :; do sleep 0.05; done"
    let plan = try await SammaCommand.run(theirs(work)) { process, _ in
      try await wait(forFile: seen)
      kill(process, SIGINT)
    }
    #expect(plan.status == 0, "\(plan.errors)")
    let written = try String(contentsOfFile: roster, encoding: .utf8)
    #expect(written.contains("interrupted"))
    #expect(try await SammaCommand.run("check", instance, roster).status == 0)
  }

  @Test(arguments: [
    ["--external", "solve {instance}"], ["--external", "a {instance} {roster}", "--solver", "exact"],
    ["--external", "a {instance} {roster}", "--iterations", "5"],
    ["--external", "a {instance} {roster}", "--param", "exchange=4"],
    ["--external", "a {instance} {roster}", "--grace", "-1"],
  ])
  func whatAnExternalProgramCannotHaveIsRefused(arguments: [String]) async throws {
    #expect(try await SammaCommand.run(["plan", instance] + arguments).status == 2)
  }

  @Test func anExperimentNamesRegisteredSolvers() async throws {
    let experiment = try folder.write(
      """
      instances: instance.json
      solvers:
        - {name: construct, solver: construct, iterations: 50}
        - {name: local-search, solver: local-search, iterations: 50}
        - {name: lns, solver: large-neighbourhood, iterations: 50, parameters: {ruinPair: 9}}
      budgets: [900]
      """, to: "experiment.yaml")
    let runs = folder["runs.jsonl"].path
    let bench = try await SammaCommand.run("bench", experiment, "-o", runs)
    #expect(bench.status == 0, "\(bench.errors)")
    #expect(!bench.errors.contains("FAILED"))
    let comparison = try await SammaCommand.run("compare", runs).output
    for part in ["construct", "local-search", "lns", "--solver large-neighbourhood", "--param ruinPair=9"] {
      #expect(comparison.contains(part), "\(part)")
    }
  }
}
