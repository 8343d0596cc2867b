import ArgumentParser
import Foundation
import Interchange
import Testing

@testable import samma

@Suite struct GenerateCommandTests {
  @Test func everyOptionReachesTheInstance() throws {
    let command = try GenerateCommand.parse([
      "--clients", "12", "--days", "3", "--start", "2026-05-04", "--setting", "rural", "--tightness", "30",
      "--fixed-times", "100", "--history", "4", "--units", "2", "--rules", "--seed", "9", "--name", "mine",
    ])
    let instance = try command.instance()
    #expect(instance.name == "mine")
    #expect(instance.clients.count == 24)
    #expect(instance.horizon.days == 3)
    #expect(instance.horizon.start.description == "2026-05-04")
    #expect(Set(instance.clients.map(\.area)) == ["unit0", "unit1"])
    #expect(Set(instance.history.map(\.date.description)) == ["2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03"])
    let care = instance.visits.filter { $0.kind == "care" }
    #expect(care.allSatisfy { $0.latest.minutes(since: $0.earliest) <= 30 })
    guard case .matrix = instance.travel else {
      Issue.record("--rules gives a matrix")
      return
    }
  }

  @Test(arguments: [
    ["--clients", "0"], ["--clients", "many"], ["--days", "400"], ["--start", "2026-02-30"], ["--setting", "moon"],
    ["--tightness", "101"], ["--fixed-times", "-1"], ["--units", "0"], ["--units", "9", "--rules"], ["--seed", "-1"],
  ])
  func wrongOptionsAreRefusedAsBadUsage(_ arguments: [String]) throws {
    let error = #expect(throws: (any Error).self) { try GenerateCommand.parse(arguments) }
    #expect(error.map(ExitStatus.init(of:)) == .badInput)
  }

  @Test(arguments: ["instance.json", "instance"], ["1", "2"])
  func whatIsWrittenReadsBackAsTheInstance(_ output: String, format: String) throws {
    let folder = try TemporaryFolder()
    let path = folder[output].path
    let command = try GenerateCommand.parse([
      "--format", format, "--clients", "10", "--rules", "--history", "2", "-o", path,
    ])
    try command.run()
    #expect(try InstanceSource(argument: path).read().tables == command.instance().tables)
  }

  @Test func aLogIsTheSameInAFileAndOnStandardOutput() async throws {
    let folder = try TemporaryFolder()
    let options = ["generate", "--log", "--clients", "300", "--staff", "40", "--days", "30", "--visits", "30000"]
    let printed = try await SammaCommand.run(options)
    #expect(try await SammaCommand.run(options + ["-o", folder["log.csv"].path]).status == 0)
    #expect(printed.status == 0 && printed.output.utf8.count > 2 << 20)
    #expect(try Data(contentsOf: folder["log.csv"]) == Data(printed.output.utf8))
  }

  @Test func theBuiltCommandWritesJSONOnStandardOutputAndRefusesWithCodeTwo() async throws {
    let made = try await SammaCommand.run("generate", "--clients", "3", "--days", "2")
    #expect(made.status == 0)
    #expect(try made.json["name"] as? String == "urban-3-2d-s1-2")
    let refused = try await SammaCommand.run("generate", "--clients", "0")
    #expect(refused.status == 2)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains("clients: found 0; expected 1 to 1000"))
  }
}
