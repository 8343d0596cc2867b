import Foundation
import Testing

@Suite struct PlanTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aRosterIsWrittenAndIsValid() async throws {
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let roster = folder["roster.json"].path
    let plan = try await SammaCommand.run("plan", instance, "-o", roster, "--iterations", "50")
    #expect(plan.status == 0)
    #expect(plan.output.isEmpty)
    #expect(plan.errors.isEmpty, "nothing is told where standard error is no terminal")
    let check = try await SammaCommand.run("check", instance, roster)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("VALID\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["instance.json", "roster.json"])
  }

  @Test func theRosterAloneGoesToStandardOutput() async throws {
    let plan = try await SammaCommand.run(
      ["plan", "-", "--iterations", "50", "--progress"], input: Fixtures.twoClients)
    #expect(plan.status == 0)
    #expect(try plan.json["format"] as? String == "samma-roster/1")
    #expect(plan.errors.contains("clients 2, visits 3, days 1"))
    #expect(plan.errors.contains("moves evaluated"))
  }

  @Test(arguments: ["1", "2"])
  func equalSeedsAndIterationsGiveEqualBytes(threads: String) async throws {
    let instance = try folder.write(try Fixtures.ward(), to: "ward.json")
    let arguments = ["plan", instance, "--iterations", "300", "--seed", "7", "--threads", threads]
    let first = try await SammaCommand.run(arguments)
    let second = try await SammaCommand.run(arguments)
    #expect(first.status == 0)
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
    #expect(!first.output.contains("\"seconds\""))
  }

  @Test func aBareProgressOptionDoesNotSwallowTheInstance() async throws {
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let plan = try await SammaCommand.run("plan", "--progress", instance, "--iterations", "50")
    #expect(plan.status == 0)
    #expect(plan.errors.hasPrefix("Samma "))
  }

  @Test func progressForProgramsIsOneObjectALine() async throws {
    let plan = try await SammaCommand.run(
      ["plan", "-", "--iterations", "50", "--progress", "ndjson"], input: Fixtures.unservable)
    let events = try plan.events
    #expect(plan.status == 0)
    #expect(events.first?["event"] as? String == "start")
    #expect(events.first?["visits"] as? Int == 3)
    #expect(events.contains { $0["event"] as? String == "progress" })
    #expect(events.last?["event"] as? String == "end")
    let outcome = try #require(events.last?["outcome"] as? [String: Any])
    #expect(outcome["assigned"] as? Int == 2)
    #expect((outcome["score"] as? [String: Int])?["unassigned"] == 1)
  }

  @Test func progressOnFormatTwoTellsTheShareOfVisitsByTheContact() async throws {
    let instance = Fixtures.twoClients.replacing("samma-instance/1", with: "samma-instance/2")
      .replacing(#"{"id": "C1", "#, with: #"{"id": "C1", "contact": "S1", "#)
    let lines = try await SammaCommand.run(
      ["plan", "-", "--iterations", "50", "--progress", "ndjson"], input: instance)
    let progress = try #require(try lines.events.last { $0["event"] as? String == "progress" })
    #expect(progress["contactShare"] as? Double == 1)
    let table = try await SammaCommand.run(["plan", "-", "--iterations", "50", "--progress", "plain"], input: instance)
    #expect(table.errors.contains("unsteadyMinutes  byContact |"))
    #expect(table.errors.contains("    100.0 % |"))
  }

  @Test func visitsLeftOutAreToldWithTheirReason() async throws {
    let instance = try folder.write(Fixtures.unservable, to: "instance.json")
    let roster = folder["roster.json"].path
    let plan = try await SammaCommand.run("plan", instance, "-o", roster, "--iterations", "50", "--json")
    #expect(plan.status == 0)
    #expect(plan.errors.contains("1 visit is unassigned:\n  V2 (impossible): "))
    let left = try #require(try plan.json["unassigned"] as? [[String: Any]])
    #expect(left.map { $0["visit"] as? String } == ["V2"])
    #expect(left.first?["impossible"] as? Bool == true)
    let candidates = try #require(left.first?["candidates"] as? [[String: String]])
    #expect(candidates.map { $0["shift"] } == ["A", "B"])
    #expect(candidates.allSatisfy { $0["rule"] == "H7" })
  }

  @Test func completenessCanBeRequired() async throws {
    let arguments = ["plan", "-", "--iterations", "50", "--require-complete"]
    let incomplete = try await SammaCommand.run(arguments, input: Fixtures.unservable)
    #expect(incomplete.status == 3)
    #expect(try incomplete.json["unassigned"] as? [String] == ["V2"], "the roster is written all the same")
    #expect(try await SammaCommand.run(arguments, input: Fixtures.twoClients).status == 0)
  }

  @Test func labourRulesAreWarnedOf() async throws {
    let longDay = Fixtures.twoClients.replacingOccurrences(of: "T16:00", with: "T23:30")
    let arguments = ["plan", "-", "--iterations", "50", "--labour"]
    let silent = try await SammaCommand.run(arguments + ["none"], input: longDay)
    #expect(silent.errors.isEmpty)
    let warned = try await SammaCommand.run(arguments + ["eu"], input: longDay)
    #expect(warned.status == 0)
    #expect(warned.errors.contains("warning: shifts row 1 (A)"))
  }

  @Test func anUnwritableDestinationIsRefusedBeforeTheRun() async throws {
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    for destination in [instance + "/roster.json", folder.url.path, instance, ""] {
      let plan = try await SammaCommand.run("plan", instance, "-o", destination, "--progress")
      #expect(plan.status == 2)
      #expect(plan.errors.hasPrefix("samma: -o "))
      #expect(!plan.errors.contains("Planning"))
    }
    #expect(String(decoding: try Data(contentsOf: URL(filePath: instance)), as: UTF8.self) == Fixtures.twoClients)
  }

  @Test(arguments: [
    ["--time", "0"], ["--time", "-1"], ["--time", "nan"], ["--time", "inf"], ["--iterations", "-1"],
    ["--threads", "0"],
    ["--seed", "-1"], ["--solver", "magic"], ["--labour", "us"], ["--progress=loud"],
  ])
  func optionsOutOfRangeAreRefused(options: [String]) async throws {
    let plan = try await SammaCommand.run(["plan", "-"] + options, input: Fixtures.twoClients)
    #expect(plan.status == 2)
    #expect(plan.output.isEmpty)
    #expect(plan.errors.contains("Error: "))
  }

  @Test func whatIsToldIsSwedishAndByNameWhereAsked() async throws {
    let named = Fixtures.unservable.replacing(#"{"id": "S1"}"#, with: #"{"id": "S1", "name": "Karin Ek"}"#)
      .replacing(#"{"id": "C1", "#, with: #"{"id": "C1", "name": "Asta Alm", "#).replacing("T16:00", with: "T23:30")
    let plan = try await SammaCommand.run(
      ["plan", "-", "--iterations", "50", "--progress", "plain", "--labour", "eu", "--lang", "sv"], input: named)
    #expect(plan.status == 0)
    for told in [
      "Planerar two-clients med:\n  kunder 2, besök 3, dagar 1", "frö 1, högst 50 steg",
      "1 besök är otilldelat:\n  V2 Asta Alm (omöjligt): ingen planering klarar det",
      "arbetspass A, S1 Karin Ek: H7, S1 saknar insulin", "poäng |  otilldelade",
      "varning: besök rad 2 (V2 Asta Alm), personal: hittade 1 behövs, ingen har kompetensen utan att vara spärrad (0)",
      "varning: schema rad 1 (A Karin Ek), breakMinutes: hittade ingen rast i ett pass på 16 h 30 min; väntade en rast",
    ] { #expect(plan.errors.contains(told), "\(told) is not in\n\(plan.errors)") }
    let words = Set(plan.errors.split { !$0.isLetter }.map { $0.lowercased() })
    #expect(
      words.isDisjoint(with: ["unassigned", "shift", "warning", "visit", "score", "found", "after", "without", "time"]))
  }
}
