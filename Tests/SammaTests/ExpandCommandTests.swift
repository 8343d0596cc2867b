import Foundation
import Testing

@Suite struct ExpandCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let needs = folder["needs"].path
    try FileManager.default.createDirectory(atPath: needs, withIntermediateDirectories: true)
    _ = try folder.write(
      "Kundnr;Återkommande;När på dagen;Längd;Lat;Lon\nk1;varje dag;morgon;30;57,49;12,08\nk2;vardagar;kväll;20;57,5;12,1\n",
      to: "needs/needs.csv")
    _ = try folder.write("Personal;Lat;Lon\nS1;57,48;12,07\n", to: "needs/staff.csv")
    _ = try folder.write("Personal;Dagar;Start;Slut\nS1;varje dag;07:00;22:00\n", to: "needs/shifts.csv")
  }

  @Test func whatIsExpandedIsPlannedAndChecked() async throws {
    let (needs, unit, week) = (folder["needs"].path, folder["unit.json"].path, folder["week"].path)
    let roster = folder["roster.json"].path
    #expect(try await SammaCommand.run("expand", needs, "--from", "2026-03-02", "--days", "7", "-o", unit).status == 0)
    #expect(try await SammaCommand.run("plan", unit, "--iterations", "200", "-o", roster).status == 0)
    #expect(try await SammaCommand.run("check", unit, roster).status == 0)
    // The folder holds the same instance.
    #expect(try await SammaCommand.run("expand", needs, "--from", "2026-03-02", "--days", "7", "-o", week).status == 0)
    #expect(try await SammaCommand.run("check", week, roster).status == 0)
    let roundTrip = try await SammaCommand.run("expand", needs, "--from", "2026-03-02", "--days", "7")
    #expect(roundTrip.output == String(decoding: try Data(contentsOf: URL(filePath: unit)), as: UTF8.self))
  }

  @Test func aClientWhoComesHomeHasTheirVisitsAgain() async throws {
    let (needs, unit, roster) = (folder["needs"].path, folder["unit.json"].path, folder["roster.json"].path)
    let (emptier, mended, home) = (folder["emptier.json"].path, folder["mended.json"].path, folder["home.json"].path)
    _ = try await SammaCommand.run("expand", needs, "--from", "2026-03-02", "--days", "7", "-o", unit)
    _ = try await SammaCommand.run("plan", unit, "--iterations", "200", "-o", roster)
    let away = try folder.write(
      #"{"format": "samma-changes/1", "away": [{"client": "k2", "from": "2026-03-04T00:00"}]}"#, to: "away.json")
    var outcome = try await SammaCommand.run(
      "repair", unit, roster, "--change", away, "-o", mended, "--instance-out", emptier, "--json")
    #expect(try (outcome.json["options"] as? [[String: Any]])?.first?["changedVisits"] as? Int == 3)
    outcome = try await SammaCommand.run(
      "expand", needs, "--from", "2026-03-04", "--days", "5", "--clients", "k2", "--as-changes", "-o", home)
    #expect(outcome.status == 0 && outcome.errors.contains("3 visits are written as changes"))
    let full = folder["full.json"].path
    outcome = try await SammaCommand.run(
      "repair", emptier, mended, "--change", home, "-o", full, "--instance-out", folder["whole.json"].path, "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try (outcome.json["options"] as? [[String: Any]])?.first?["unassigned"] as? Int == 0)
    #expect(try await SammaCommand.run("check", folder["whole.json"].path, full).output.hasSuffix("VALID\n"))
  }

  @Test func brokenNeedsEndWithEveryProblemAndCodeTwo() async throws {
    _ = try folder.write(
      "Personal;Dagar;Start;Slut\nS9;varje dag;07:00;22:00\nS1;snart;07:00;22:00\n", to: "needs/shifts.csv")
    let outcome = try await SammaCommand.run("expand", folder["needs"].path, "--from", "2026-03-02")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("2 problems"))
    #expect(outcome.errors.contains("shifts.csv:2: shifts row 1 (S9-20260302-0700), staff: found \"S9\""))
    #expect(outcome.errors.contains("shifts.csv:3: shifts row 2 (S1), recurrence: found \"snart\""))
  }
}
