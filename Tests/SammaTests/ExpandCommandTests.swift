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
    #expect(outcome.errors.contains("shifts.csv:2: S9, \"Personal\": found \"S9\""))
    #expect(outcome.errors.contains("shifts.csv:3: S1, \"Dagar\": found \"snart\""))
  }

  /// A workbook's worth of tables in which much is to be told, and, where asked, refused.
  private func tellingNeeds(refused: Bool) throws -> String {
    let files = [
      "needs.csv": """
      Kundnr;Återkommande;När på dagen;Starttid;Längd;Lat;Lon;Fast omsorgskontakt;Gäller till;Anteckning
      K1;varje dag;morgon;;0,5 tim;57,49;12,08;Karin  Ek;;x
      K1;2 ggr/vecka;lunch;;30;;;;;
      K2;\(refused ? "varje måndagg" : "varje dag");;7.30;\(refused ? "3x" : "20");57,50;12,09;P3;;
      K2;varje dag;\(refused ? "brunch" : "kväll");;20;;;;2026-02-01;
      """,
      "staff.csv": """
      Anst.nr;Namn;Sysselsättningsgrad
      P1;Karin Ek;0,75
      P2;Anders Al;\(refused ? "mycket" : "1")
      P3;Eva Åberg;1
      """,
      "shifts.csv": """
      Personal;Dagar;Start;Slut;Rast
      P1;varje dag;07:00;\(refused ? "99:00" : "16:00");30
      P1;varje dag;16:00;22:00;
      """,
      "absences.csv": "Namn;Från;Till\n\(refused ? "Nils" : "P1");2026-03-05;\nP1;2026-01-05;2026-01-06\n",
      "away.csv": "Kundnr;Från;Till\nK2;2026-03-05;\(refused ? "2026-03-01" : "2026-03-06")\n",
      "history.csv": "Kund;Personal;Datum\nK1;P1;2026-02-27\nK1;Nils Ek;2026-02-27\nK9;P1;2026-02-27\n",
      "notes.csv": "a;b\n1;2\n",
    ]
    try FileManager.default.createDirectory(at: folder["telling"], withIntermediateDirectories: true)
    for (name, text) in files { _ = try folder.write(text, to: "telling/\(name)") }
    return folder["telling"].path
  }

  /// Words that no Swedish line has.
  private static let english: Set = [
    "the", "is", "are", "found", "expected", "row", "rows", "note", "of", "which", "and", "without", "read", "not",
    "used",
    "visits", "days", "or", "with", "nothing", "where", "who",
  ]

  @Test(arguments: [false, true])
  func whatIsToldAndRefusedIsSwedishWhereAsked(refused: Bool) async throws {
    let needs = try tellingNeeds(refused: refused)
    let outcome = try await SammaCommand.run(
      "expand", needs, "--from", "2026-03-02", "-o", folder["telling.json"].path, "--lang", "sv", "--holidays", "se")
    #expect(outcome.status == (refused ? 2 : 0), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count >= (refused ? 7 : 12), "\(outcome.errors)")
    let told = outcome.errors.replacing(/"[^"]*"/, with: "").replacing(needs, with: "")
    let words = told.lowercased().split { !$0.isLetter }.map(String.init)
    #expect(words.filter(Self.english.contains) == [], "\(outcome.errors)")
  }
}
