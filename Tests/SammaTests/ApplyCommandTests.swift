import Foundation
import HomeCare
import Interchange
import Testing

/// Lists of changes carried out, in part and back; and whom to phone.
@Suite struct ApplyCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String
  private let change: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    roster = try folder.write(Fixtures.twoClientsRoster, to: "roster.json")
    change = try folder.write(
      """
      {"format": "samma-changes/1", "cancelled": [{"visit": "V1"}],
       "absences": [{"staff": "S2", "from": "2026-03-02T00:00", "to": "2026-03-03T00:00"}]}
      """, to: "ill.json")
  }

  private func repair() async throws -> (list: String, undo: String, roster: String, instance: String) {
    let paths = ["list.json", "undo.json", "new.json", "new-instance.json"].map { folder[$0].path }
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", change, "--list", paths[0], "--undo", paths[1], "-o", paths[2],
      "--instance-out", paths[3])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (paths[0], paths[1], paths[2], paths[3])
  }

  private func assignments(_ path: String) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return String(text.split(separator: "\"score\"")[0])
  }

  @Test func theWholeListGivesTheOptionAndItsUndoTheOldRoster() async throws {
    let made = try await repair()
    let (applied, restored) = (folder["applied.json"].path, folder["restored.json"].path)
    var outcome = try await SammaCommand.run("apply", made.instance, roster, "--changes", made.list, "-o", applied)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("2 changes carried out"))
    #expect(try assignments(applied) == assignments(made.roster))
    outcome = try await SammaCommand.run("apply", instance, made.roster, "--changes", made.undo, "-o", restored)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let check = try await SammaCommand.run("diff", instance, roster, restored, "--json")
    #expect((try check.json["changes"] as? [Any])?.isEmpty == true)
    #expect((try check.json["besides"] as? [Any])?.isEmpty == true)
    #expect(try await SammaCommand.run("check", instance, restored).output.hasSuffix("VALID\n"))
  }

  @Test func whatIsNotAcceptedAndHasLostItsPlaceIsTold() async throws {
    let made = try await repair()
    let part = folder["part.json"].path
    let outcome = try await SammaCommand.run(
      "apply", instance, roster, "--change", change, "--changes", made.list, "--reject", "V3", "-o", part, "--json")
    #expect(outcome.status == 0)
    #expect(try outcome.json["carriedOut"] as? [String] == ["V1"])
    #expect(try outcome.json["left"] as? [String] == ["V3"])
    let written = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: part))) as? [String: Any]
    #expect(written?["unassigned"] as? [String] == ["V3"])
  }

  @Test func aListOfAnotherRosterOrInstanceIsRefusedWithItsPlace() async throws {
    let made = try await repair()
    var outcome = try await SammaCommand.run("apply", made.instance, made.roster, "--changes", made.list)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("expected what the roster has, absent"), "\(outcome.errors)")
    outcome = try await SammaCommand.run("apply", instance, roster, "--changes", made.list, "--accept", "V9")
    #expect(outcome.status == 2 && outcome.errors.contains("no row of \"V9\", which is accepted"))
  }

  @Test func whoIsFreeIsNamedWithWhatKeepsTheOthers() async throws {
    let outcome = try await SammaCommand.run("call", instance, roster, "--shift", "B")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("S1: works then (A)"), "\(outcome.output)")
    let unknown = try await SammaCommand.run("call", instance, roster, "--visit", "V9", "--lang", "sv")
    #expect(unknown.status == 2 && unknown.errors.contains("underlaget har inget besök V9"))
  }

  @Test func whatWasUndoneTooLateSaysInWhatOrderToUndo() async throws {
    let made = try await repair()
    let later = try folder.write(#"{"format": "samma-changes/1", "cancelled": [{"visit": "V3"}]}"#, to: "later.json")
    let (undo, roster2, instance2) = (folder["u2.json"].path, folder["r2.json"].path, folder["i2.json"].path)
    let second = try await SammaCommand.run(
      "repair", made.instance, made.roster, "--change", later, "--undo", undo, "-o", roster2, "--instance-out",
      instance2)
    #expect(second.status == 0, "\(second.errors)")
    let early = try await SammaCommand.run("apply", instance2, roster2, "--changes", made.undo, "--lang", "sv")
    #expect(early.status == 2 && early.errors.contains("ta tillbaka dem först, den senaste först"), "\(early.errors)")
    let (first, restored) = (folder["first.json"].path, folder["restored.json"].path)
    #expect(
      try await SammaCommand.run("apply", made.instance, roster2, "--changes", undo, "-o", first).status == 0)
    #expect(try await SammaCommand.run("apply", instance, first, "--changes", made.undo, "-o", restored).status == 0)
    #expect(try Roster(path: restored).places == Roster(path: roster).places)
  }
}
