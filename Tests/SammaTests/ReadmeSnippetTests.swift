import Foundation
import TestSupport
import Testing

// README begins
import HomeCare
import Interchange
import Rostering

/// Plans a unit, and says how many distinct staff each client meets.
func planUnit(_ path: String, to target: String) throws {
  let instance = try InstanceSource(argument: path).read()
  let plan = try SammaSolver.auto.plan(instance, SolverOptions(iterations: 1_000, seed: 1))
  for meeting in RosterChecker(instance).check(plan.roster).meetings where meeting.distinct > 10 {
    print(meeting.client, meeting.distinct)
  }
  for reason in plan.unassignedReasons { print(reason.visit, reason.summary) }
  try OutputFile.write(plan.roster.json(), to: target)
}
// README ends

@Suite struct ReadmeSnippetTests {
  @Test func theReadmeShowsThisVerySnippet() throws {
    let source = String(decoding: try Data(contentsOf: URL(filePath: #filePath)), as: UTF8.self)
    let start = try #require(source.range(of: "// README begins\n")?.upperBound)
    let end = try #require(source.range(of: "// README ends\n")?.lowerBound)
    let readme = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("```swift\n\(source[start..<end])```\n"))
  }

  @Test func theCitationAndTheChangelogNameThisVersion() async throws {
    let version = try await SammaCommand.run("--version").output
    let citation = try String(contentsOf: repository.appending(path: "CITATION.cff"), encoding: .utf8)
    #expect(citation.contains("\nversion: \(version)"))
    let changelog = try String(contentsOf: repository.appending(path: "CHANGELOG.md"), encoding: .utf8)
    #expect(changelog.contains("\n## [\(version.trimmingCharacters(in: .newlines))]"))
  }

  @Test func theSnippetPlansAUnit() throws {
    let folder = try TemporaryFolder()
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    try planUnit(instance, to: folder["roster.json"].path)
    #expect(try Roster(path: folder["roster.json"].path).unassigned.isEmpty)
  }
}
