import Foundation
import Testing

@Suite struct HistoryCommandTests {
  private let folder: TemporaryFolder
  private let first: String
  private let second: String
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    first = try folder.write(Fixtures.twoClients, to: "first.json")
    second = try folder.write(
      Fixtures.twoClients.replacingOccurrences(of: "2026-03-02", with: "2026-03-09"), to: "second.json")
    roster = try folder.write(Fixtures.twoClientsRoster, to: "roster.json")
  }

  @Test func aRosterOfTheWeekBeforeBecomesHistory() async throws {
    let (answer, instance) = (folder["answer.json"].path, folder["instance.json"].path)
    let plan = try await SammaCommand.run(
      "plan", second, "--iterations", "200", "-o", answer, "--history", roster, "--history-instance", first,
      "--instance-out", instance)
    #expect(plan.status == 0)
    #expect(plan.errors.isEmpty)
    let written = try String(contentsOf: folder["instance.json"], encoding: .utf8)
    #expect(written.contains(#"{"client": "C2", "staff": "S2", "date": "2026-03-02"}"#))
    let check = try await SammaCommand.run("check", instance, answer)
    #expect(check.status == 0)
    #expect(check.output.contains("distinct           2     100   200"))
  }

  /// What is told where a log in which S2 met C1 becomes the history of an instance, as the new instance must say.
  private func errors(ofPlanning instance: String, withHistory log: String) async throws -> String {
    let plan = try await SammaCommand.run(
      "plan", instance, "--iterations", "200", "--history", log, "--instance-out", folder["instance.json"].path)
    #expect(plan.status == 0)
    let written = try String(contentsOf: folder["instance.json"], encoding: .utf8)
    #expect(written.contains(#"{"client": "C1", "staff": "S2", "date": "2026-03-04"}"#))
    return plan.errors
  }

  @Test func aLogOfVisitsBecomesHistory() async throws {
    let log = try folder.write(
      "client,staff,start,end\nC1,S2,2026-03-04T08:00,2026-03-04T08:30\nC9,S2,2026-03-04T08:00,2026-03-04T08:30\n",
      to: "log.csv")
    #expect(
      try await errors(ofPlanning: second, withHistory: log) == """
        note: 1 of 2 meetings are of others than the instance's clients and staff:
          "C9" in 1; the nearest is C1

        """)
  }

  @Test func aLogWithNamesFindsItsPeople() async throws {
    let named = try folder.write(
      String(contentsOf: folder["second.json"], encoding: .utf8)
        .replacingOccurrences(of: #"{"id": "S2""#, with: #"{"id": "S2", "name": "Karin Ek""#)
        .replacingOccurrences(of: #"{"id": "C1""#, with: #"{"id": "C1", "name": "Olle  Å""#), to: "named.json")
    let log = try folder.write(
      "Kund;Personal;Start\nOLLE A\u{30A};Ek, Karin;2026-03-04 08:00\nOlle Å;Karin Eek;2026-03-04 08:00\n",
      to: "log.csv")
    let errors = try await errors(ofPlanning: named, withHistory: log)
    #expect(errors.contains("--history names 2 clients and staff otherwise than by their ids"))
    #expect(errors.contains("\"Karin Eek\" in 1; the nearest is S2 (Karin Ek)"))
  }

  @Test func aRosterWithoutItsInstanceIsRefused() async throws {
    let plan = try await SammaCommand.run("plan", second, "--history", roster)
    #expect(plan.status == 2)
    #expect(plan.errors.contains("name the instance it answers with --history-instance"))
  }
}
