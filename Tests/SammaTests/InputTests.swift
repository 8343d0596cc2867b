import Foundation
import Testing

@Suite struct InputTests {
  /// A broken instance, and what its refusal must say.
  struct Broken: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let complaint: String
    var testDescription: String { complaint }
  }

  @Test(arguments: [
    Broken(old: #""client": "C2""#, new: #""client": "C9""#, complaint: "visits row 3 (V3), client: found"),
    Broken(old: #""minutes": 45"#, new: #""minutes": 0"#, complaint: "visits row 3 (V3), minutes: found"),
    Broken(old: #""minutes": 45"#, new: #""minuts": 45"#, complaint: "minuts"),
    Broken(old: #""id": "V3""#, new: #""id": "V1""#, complaint: "visits row 3 (V1), id: found"),
    Broken(old: "T16:00", new: "T25:00", complaint: "shifts row 1 (A), end: found"),
    Broken(old: #""days": 1"#, new: #""days": "one""#, complaint: "horizon, days: found"),
    Broken(old: "samma-instance/1", new: "samma-instance/9", complaint: "samma-instance/9"),
    Broken(old: #""name": "two-clients","#, new: #""name": "two-clients""#, complaint: "standard input:3"),
  ])
  func brokenInputEndsWithTwoAndNamesThePlace(broken: Broken) async throws {
    let text = Fixtures.twoClients.replacingOccurrences(of: broken.old, with: broken.new)
    let plan = try await SammaCommand.run(["plan", "-", "--iterations", "10"], input: text)
    #expect(plan.status == 2)
    #expect(plan.output.isEmpty)
    #expect(plan.errors.hasPrefix("samma: the input is refused, "))
    #expect(plan.errors.contains(broken.complaint))
  }

  @Test func everyProblemIsTold() async throws {
    let text = Fixtures.twoClients.replacingOccurrences(of: #""minutes": 30"#, with: #""minutes": -1"#)
    let plan = try await SammaCommand.run(["plan", "-"], input: text)
    #expect(plan.errors.hasPrefix("samma: the input is refused, 2 problems:\n"))
  }

  @Test(arguments: ["", "null", "[]", "{", "\u{0}", "nonsense"])
  func whatIsNoInstanceEndsWithTwo(text: String) async throws {
    let plan = try await SammaCommand.run(["plan", "-"], input: text)
    #expect(plan.status == 2)
    #expect(plan.errors.contains("standard input"))
  }

  /// Runs a shell with the command as `$samma` and a limit of one megabyte.
  private func limited(_ script: String) async throws -> SammaCommand.Outcome {
    let folder = try TemporaryFolder()
    let errors = folder["errors"]
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "cd '\(folder.url.path)' && (\(script)) 2>errors"]
    process.environment = ["SAMMA_INPUT_MB": "1", "samma": SammaCommand.executable.path, "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return SammaCommand.Outcome(
      status: process.terminationStatus, output: "", errors: try String(contentsOf: errors, encoding: .utf8))
  }

  @Test(arguments: [
    "$samma check /dev/zero roster.json", "$samma bench /dev/zero",
    "(echo 'client;staff;start'; yes 'C1;S1;2026-01-01T08:00') | $samma measure -",
    "head -c 2000000 /dev/zero >big.json; $samma plan big.json",
    "(echo 'client;staff;start'; head -c 5000000 /dev/zero | tr '\\0' x) | gzip >bomb.gz; $samma measure bomb.gz",
  ])
  func whatHasNoEndIsRefusedWithTheLimit(script: String) async throws {
    let outcome = try await limited(script)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("found more than 1 MB") && outcome.errors.contains("SAMMA_INPUT_MB"))
  }

  @Test func aLimitThatIsNoNumberIsRefused() async throws {
    let outcome = try await limited("SAMMA_INPUT_MB=many $samma solvers")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("SAMMA_INPUT_MB: found \"many\""))
  }

  @Test func aMissingFileEndsWithTwo() async throws {
    let plan = try await SammaCommand.run("plan", "/nonexistent/unit.json")
    #expect(plan.status == 2)
    #expect(plan.errors.contains("/nonexistent/unit.json: found no such file"))
  }

  @Test func anInstanceWithoutVisitsHasAnEmptyRoster() async throws {
    let start = try #require(Fixtures.twoClients.range(of: #""visits": ["#)?.upperBound)
    let text = Fixtures.twoClients[..<start] + "]}"
    let plan = try await SammaCommand.run(["plan", "-", "--iterations", "10"], input: String(text))
    #expect(plan.status == 0)
    #expect((try plan.json["assignments"] as? [Any])?.isEmpty == true)
    #expect((try plan.json["score"] as? [String: Int])?["total"] == 0)
  }
}
