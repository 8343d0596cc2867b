import Foundation
import TestSupport
import Testing

@Suite struct SignalTests {
  private let folder: TemporaryFolder
  private let arguments: [String]

  init() throws {
    folder = try TemporaryFolder()
    let instance = try folder.write(try Fixtures.ward(), to: "ward.json")
    // So many iterations that only a signal ends the run; the time is there to end one that nobody signals any more.
    arguments = [
      "plan", instance, "--solver", "heuristic", "--threads", "1", "--iterations", "1000000000000", "--time", "900",
      "--progress", "ndjson", "-o", folder["roster.json"].path,
    ]
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsTheRunWithTheBestRosterSoFar(number: Int32) async throws {
    let plan = try await SammaCommand.run(arguments) { process, errors in
      try await wait(for: "progress") { errors().contains(#""event":"progress""#) }
      kill(process, number)
    }
    #expect(plan.status == 0)
    let roster = String(decoding: try Data(contentsOf: folder["roster.json"]), as: UTF8.self)
    #expect(roster.contains(#""status": "interrupted""#))
    let check = try await SammaCommand.run("check", arguments[1], folder["roster.json"].path)
    #expect(check.output.hasSuffix("VALID\n"))
  }

  @Test func aSecondSignalEndsTheRunAtOnce() async throws {
    let plan = try await SammaCommand.run(arguments) { process, errors in
      try await wait(for: "progress") { errors().contains(#""event":"progress""#) }
      // Both wait for the stopped process, so that the second comes before the first has had its effect.
      kill(process, SIGSTOP)
      kill(process, SIGINT)
      kill(process, SIGTERM)
      kill(process, SIGCONT)
    }
    #expect(plan.status == -SIGINT || plan.status == -SIGTERM)
    #expect(!FileManager.default.fileExists(atPath: folder["roster.json"].path))
  }
}
