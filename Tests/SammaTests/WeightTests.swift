import Foundation
import HomeCare
import Interchange
import TestSupport
import Testing

@testable import samma

@Suite struct WeightTests {
  private let folder: TemporaryFolder
  private let instance: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
  }

  private func plan(_ more: String...) async throws -> SammaCommand.Outcome {
    try await SammaCommand.run(
      ["plan", instance, "--iterations", "100", "-o", folder["roster.json"].path, "--json"] + more)
  }

  @Test func aRosterPlannedByOtherWeightsIsStatedByTheInstancesOwnAndSaysSo() async throws {
    let outcome = try await plan("--weight", "distinct=7", "--weight", "travel=3")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("note: planned by distinct 7 instead of 100, travel 3 instead of 1;"))
    let weights = try #require(try outcome.json["weights"] as? [String: Int])
    #expect(weights == ["distinct": 7, "travel": 3])
    let found = try #require(try outcome.json["score"] as? [String: Int])
    #expect(found["total"] == 7 * (found["distinct"] ?? 0) + 3 * (found["travelMinutes"] ?? 0))
    let roster = try Roster(path: folder["roster.json"].path)
    #expect(roster.score.total == 100 * roster.score[.distinct] + roster.score[.travel])
    #expect(roster.solve?.lowerBound == nil && roster.solve?.status == .feasible)
    #expect(roster.solve?.weights.map { [$0[.distinct], $0[.travel]] } == [7, 3])
    let check = try await SammaCommand.run("check", instance, folder["roster.json"].path)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("planned by distinct 7 instead of 100, travel 3 instead of 1\nVALID\n"))
  }

  @Test func theInstanceWrittenHasTheWeightsAndItsRosterKeepsItsBound() async throws {
    let written = folder["weighed.json"].path
    let outcome = try await plan("--profile", "economy", "--instance-out", written)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let weights = try InstanceSource(argument: written).read().weights
    #expect(weights[.travel] == 2 && weights[.distinct] == 50 && weights[.unsteadyMinutes] == 0)
    let roster = try Roster(path: folder["roster.json"].path)
    #expect(roster.solve?.weights == nil && roster.solve?.status == .optimal)
    #expect(try await SammaCommand.run("check", written, folder["roster.json"].path).status == 0)
  }

  @Test func aSingleWeightGoesBeforeTheFileAndTheFileBeforeTheProfile() throws {
    let file = try folder.write(
      #"{"format": "samma-weights/1", "weights": {"travel": 5, "distinct": 60}}"#, to: "weights.json")
    let arguments = try WeightArguments.parse(["--profile", "economy", "--weights", file, "--weight", "distinct=70"])
    let weights = try arguments.applied(to: try InstanceSource(argument: instance).read()).weights
    #expect(weights[.poolShifts] == 400 && weights[.travel] == 5 && weights[.distinct] == 70)
  }

  @Test func theDocumentShowsWhatEachProfileWeighs() throws {
    let document = try String(contentsOf: repository.appending(path: "docs/commands.md"), encoding: .utf8)
    let profiles = WeightProfile.allCases
    #expect(document.contains("| weight | " + profiles.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " |\n"))
    for part in ScorePart.allCases {
      let row = "| `\(part.weightName)` | " + profiles.map { "\($0.weights[part])" }.joined(separator: " | ") + " |\n"
      #expect(document.contains(row), "\(row)")
    }
  }

  @Test(arguments: [
    (["--weight", "notContct=20"], #"expected "notContact", the nearest known weight"#),
    (["--weight", "notContact=-1"], "expected a weight and a whole number from 0"),
    (["--weight", "notContact"], "expected a weight and a whole number from 0"),
    (["--weight", "travel=1", "--weight", "travel=2"], "--weight travel is given twice"),
    (["--weight", "unsteady=2"], "expected one of format 2"),
    (["--profile", "face"], "faces"),
    (["--weights", "none.json"], "none.json"),
  ])
  func whatCannotBeWeighedIsRefusedWithTheWayToMendIt(arguments: [String], complaint: String) async throws {
    let outcome = try await SammaCommand.run(["plan", instance, "--iterations", "1"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(complaint), "\(outcome.errors)")
  }

  @Test func aMendedRosterIsWrittenOnlyBesideTheInstanceThatItAnswers() async throws {
    let roster = try folder.write(Fixtures.twoClientsRoster, to: "before.json")
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", "--weight", "travel=2", "-o", folder["mended.json"].path,
      input: #"{"format": "samma-changes/1"}"#)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--instance-out"))
  }
}
