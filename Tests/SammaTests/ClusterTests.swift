import Foundation
import Scenarios
import TestSupport
import Testing

/// Job arrays from writing to collecting; one after another, since a machine has room for one cluster.
@Suite(.serialized) struct ClusterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func anExperimentIsSubmittedCollectedAndItsLostTasksSubmittedAgain() async throws {
    try await submitAnExperiment(on: .standIn)
  }

  @Test(.needs(.slurm)) func anExperimentIsSubmittedCollectedAndItsLostTasksSubmittedAgainBySlurm() async throws {
    try await submitAnExperiment(on: .slurm)
  }

  private func submitAnExperiment(on cluster: Cluster) async throws {
    _ = try folder.write(Fixtures.twoClients, to: "two.json")
    let experiment = try folder.write(
      """
      instances: two.json
      solvers: [{name: ours, solver: heuristic, iterations: 50}, {name: bad, external: 'false {instance} {roster}'}]
      seeds: 2
      budgets: [60]
      """, to: "experiment.yaml")
    let array = folder["an array"].path
    let runs = folder["runs.jsonl"].path
    let written = try await SammaCommand.run("bench", experiment, "-o", runs, "--slurm", array)
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.errors.contains("4 tasks"))
    let early = try await SammaCommand.run("bench", "--collect", array, "-o", runs)
    #expect(early.status == 3)
    #expect(early.errors.contains("0 runs added") && early.errors.contains("4 tasks are lost"))
    try await cluster.up { submit in
      try await submit(array + "/submit.sh")
      try FileManager.default.removeItem(atPath: array + "/results/2.json")
      let first = try await SammaCommand.run("bench", "--collect", array, "-o", runs)
      #expect(first.status == 3)
      #expect(first.errors.contains("lost: two  ours  60 s  seed 2"), "\(first.errors)")
      #expect(first.errors.contains("failed: two  bad  60 s  seed 1: ended with exit code 1"))
      #expect(first.errors.contains("3 runs added") && first.errors.contains("1 tasks are lost, 2 have failed"))
      try await submit(array + "/resubmit.sh")
      let second = try await SammaCommand.run("bench", "--collect", array, "-o", runs)
      #expect(second.status == 0, "\(second.errors)")
      #expect(second.errors.contains("1 runs added") && second.errors.contains("0 tasks are lost, 2 have failed"))
    }
    let lines = try String(contentsOfFile: runs, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 4)
    let resumed = try await SammaCommand.run("bench", experiment, "-o", runs)
    #expect(resumed.errors.hasPrefix("All runs stand in"), "what the cluster made is not made again")
  }

  @Test func aCityIsPlannedUnitByUnitAndPutTogether() async throws {
    try await planACity(on: .standIn)
  }

  @Test(.needs(.slurm)) func aCityIsPlannedUnitByUnitAndPutTogetherBySlurm() async throws {
    try await planACity(on: .slurm)
  }

  private func planACity(on cluster: Cluster) async throws {
    var options = ScenarioOptions()
    options.units = 3
    options.days = 1
    let city = try folder.write(String(decoding: try Scenario.draft(options).json(), as: UTF8.self), to: "city.json")
    let array = folder["units"].path
    let roster = folder["roster.json"].path
    let written = try await SammaCommand.run(
      "plan", city, "--split-by", "area", "--slurm", array, "--iterations", "20", "--threads", "1",
      "--param", "ruinPair=4")
    #expect(written.status == 0, "\(written.errors)")
    let early = try await SammaCommand.run("plan", city, "--collect", array, "-o", roster)
    #expect(early.status == 3)
    #expect(early.errors.contains("3 of 3 units have no roster"))
    #expect(!FileManager.default.fileExists(atPath: roster))
    try await cluster.up { submit in try await submit(array + "/submit.sh") }
    let collected = try await SammaCommand.run("plan", city, "--collect", array, "-o", roster)
    #expect(collected.status == 0, "\(collected.errors)")
    let check = try await SammaCommand.run("check", city, roster)
    #expect(check.output.hasSuffix("VALID\n"), "\(check.output)")
  }

  @Test func rostersOfAnotherCityAreRefused() async throws {
    let two = try folder.write(Fixtures.twoClients, to: "two.json")
    let array = folder["units"].path
    #expect(
      try await SammaCommand.run("plan", two, "--split-by", "area", "--slurm", array, "--iterations", "5").status == 0)
    try await Cluster.standIn.up { submit in try await submit(array + "/submit.sh") }
    let other = try folder.write(try Fixtures.ward(), to: "ward.json")
    let collected = try await SammaCommand.run("plan", other, "--collect", array)
    #expect(collected.status == 2)
    #expect(collected.errors.contains("expected rosters of this very instance's units"))
  }

  @Test(arguments: [
    ["plan", "-", "--slurm", "x"], ["plan", "-", "--split-by", "area"], ["bench"],
    ["bench", "e.yaml", "--collect", "x"],
  ])
  func halfAStepIsRefused(arguments: [String]) async throws {
    #expect(try await SammaCommand.run(arguments, input: Fixtures.twoClients).status == 2)
  }
}
