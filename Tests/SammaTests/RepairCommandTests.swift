import Foundation
import Testing

@Suite struct RepairCommandTests {
  private let folder: TemporaryFolder
  private let instance: String
  private let roster: String

  init() throws {
    folder = try TemporaryFolder()
    instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    roster = try folder.write(Fixtures.twoClientsRoster, to: "roster.json")
  }

  private let ill = """
    {"format": "samma-changes/1",
     "absences": [{"staff": "S2", "from": "2026-03-02T00:00", "to": "2026-03-03T00:00"}]}
    """

  @Test func anIllnessIsCoveredAndTheNewFilesAnswerEachOther() async throws {
    let (newRoster, newInstance) = (folder["new.json"].path, folder["new-instance.json"].path)
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", "-o", newRoster, "--instance-out", newInstance, input: ill)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("V3     C2      S2    S1  2026-03-02"))
    #expect(outcome.output.contains("S2 absent"))
    #expect(outcome.output.contains("C2: 1 → 1 of 14"))
    let check = try await SammaCommand.run("check", newInstance, newRoster)
    #expect(check.output.hasSuffix("VALID\n"))
  }

  @Test func daysAndPeopleAskedForAreAllThatChanges() async throws {
    func repair(_ arguments: String...) async throws -> SammaCommand.Outcome {
      try await SammaCommand.run(["repair", instance, roster, "--change", "-", "--json"] + arguments, input: ill)
    }
    for scope in [["--only", "client:C1"], ["--only", "staff:S2"]] {
      let outcome = try await repair(scope[0], scope[1])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let options = try #require(try outcome.json["options"] as? [[String: Any]])
      #expect(options.allSatisfy { $0["unassigned"] as? Int == 1 && $0["newlyUnassigned"] as? Int == 1 }, "\(scope)")
      #expect(try outcome.json["outOfScope"] as? [String] == (scope[1] == "client:C1" ? ["V3"] : []))
    }
    for scope in [
      ["--until", "2026-03-02"], ["--only", "client:C2"], ["--only", "staff:S1"], ["--days", "2026-03-02"],
    ] {
      let options = try #require(try await repair(scope[0], scope[1]).json["options"] as? [[String: Any]])
      #expect(options.allSatisfy { $0["unassigned"] as? Int == 0 }, "\(scope)")
    }
    for (option, value, told) in [
      ("--only", "client:C9", "--only client:C9: underlaget har ingen sådan kund"),
      ("--until", "2026-03-01", "--until 2026-03-01 ligger före 2026-03-02"),
      ("--days", "2026-03-05", "ingen av dagarna ligger i planeringstiden"),
    ] {
      let outcome = try await repair(option, value, "--lang", "sv")
      #expect(outcome.status == 2 && outcome.errors.contains(told), "\(outcome.errors)")
    }
  }

  @Test func everyProblemOfAFileOfChangesIsToldAtOnceAndInSwedishWhereAsked() async throws {
    let twins = try folder.write(
      Fixtures.twoClients.replacingOccurrences(of: #"{"id": "S2"}"#, with: #"{"id": "S2", "name": "Karin Ek"}"#)
        .replacingOccurrences(of: #"{"id": "S1","#, with: #"{"id": "S1", "name": "karin ek","#), to: "twins.json")
    let changes = """
      {"format": "samma-changes/1", "absences": [{"staff": "Karin Ek", "from": "2026-03-02T00:00"}],
       "away": [{"client": "C9", "from": "2026-03-02T00:00"}]}
      """
    let outcome = try await SammaCommand.run(
      "repair", twins, roster, "--change", "-", "--lang", "sv", input: changes)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("väntade ett id, eftersom namnet bärs av S1 och av S2"), "\(outcome.errors)")
    #expect(outcome.errors.contains("hittade \"C9\"; väntade id i en rad i underlagets brukare"), "\(outcome.errors)")
  }

  @Test func anAbsenceThatMeetsNoShiftIsTold() async throws {
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", input: ill.replacingOccurrences(of: "2026-03-0", with: "2026-06-0"))
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("S2 has no shift from 2026-06-02T00:00 to 2026-06-03T00:00"), "\(outcome.errors)")
  }

  @Test func repairAndDiffCountTheSameChanges() async throws {
    let (newRoster, newInstance) = (folder["new.json"].path, folder["new-instance.json"].path)
    let changes = ill.replacingOccurrences(of: "}]}", with: #"}], "cancelled": [{"visit": "V1"}]}"#)
    let repair = try await SammaCommand.run(
      ["repair", instance, roster, "--change", "-", "-o", newRoster, "--instance-out", newInstance, "--json"],
      input: changes)
    let options = try #require(try repair.json["options"] as? [[String: Any]])
    let diff = try await SammaCommand.run(
      "diff", instance, roster, newRoster, "--new-instance", newInstance, "--json")
    #expect(options[0]["changedVisits"] as? Int == 2)
    #expect((try diff.json["changes"] as? [Any])?.count == 2)
  }

  @Test func staffAreFoundByNameInChangesAndLocks() async throws {
    let named = try folder.write(
      Fixtures.twoClients.replacingOccurrences(of: #"{"id": "S2"}"#, with: #"{"id": "S2", "name": "Karin Ek"}"#),
      to: "named.json")
    let change = ill.replacingOccurrences(of: "S2", with: "EK,  Karin")
    let outcome = try await SammaCommand.run("repair", named, roster, "--change", "-", input: change)
    #expect(outcome.status == 0 && outcome.output.contains("S2 Karin Ek absent"))
    #expect(outcome.errors.contains("note: \"EK,  Karin\" read as S2"))
    let plan = try await SammaCommand.run(
      "plan", named, "--iterations", "50", "--keep", roster, "--lock", "staff:karin ek", "--json")
    #expect(plan.status == 0 && plan.errors.contains("note: \"karin ek\" read as S2"))
    let twins = try folder.write(
      Fixtures.twoClients.replacingOccurrences(of: #"{"id": "S2"}"#, with: #"{"id": "S2", "name": "Karin Ek"}"#)
        .replacingOccurrences(of: #"{"id": "S1","#, with: #"{"id": "S1", "name": "karin ek","#), to: "twins.json")
    let refused = try await SammaCommand.run("repair", twins, roster, "--change", "-", input: change)
    #expect(refused.status == 2 && refused.errors.contains("expected an id, since the name is that of S1 and of S2"))
  }

  @Test func whatHasStartedStays() async throws {
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", "--now", "2026-03-02T08:40", "--json", input: ill)
    let options = try #require(try outcome.json["options"] as? [[String: Any]])
    #expect((options[0]["changes"] as? [Any])?.isEmpty == true)
  }

  @Test func changesThatDoNotFitAreRefusedWithTheirPlaceInTheFile() async throws {
    let changes = try folder.write(ill.replacingOccurrences(of: "S2", with: "S7"), to: "ill.json")
    let outcome = try await SammaCommand.run("repair", instance, roster, "--change", changes)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        samma: the input is refused, 1 problem:
        \(changes):2:25: absences row 1, staff: found "S7"; expected the id of a row of the instance's staff

        """)
  }

  @Test func anUncoveredVisitIsToldAndCanFailTheCommand() async throws {
    let both = ill.replacingOccurrences(of: "S2", with: "S1")
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", "--require-complete", input: both)
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("Unassigned V2: no roster can serve it"))
  }

  @Test func planKeepsWhatIsLockedAndListsWhatCannotBe() async throws {
    let kept = try await SammaCommand.run("plan", instance, "--iterations", "100", "--keep", roster)
    #expect(kept.status == 0)
    #expect(kept.output.contains(#"{"visit": "V3", "start": "2026-03-02T08:30", "staff": ["S2"], "shifts": ["B"]}"#))
    let locks = try folder.write(
      """
      {"format": "samma-locks/1", "locks": [
        {"visit": "V2", "staff": ["S2"]},
        {"visit": "V1", "staff": ["S2"], "start": "2026-03-02T08:10"},
        {"visit": "V3", "staff": ["S2"], "start": "2026-03-02T08:20"}]}
      """, to: "locks.json")
    let outcome = try await SammaCommand.run("plan", instance, "--iterations", "100", "--locks", locks)
    #expect(outcome.status == 3)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("warning: the lock ") } == 2)
    #expect(outcome.errors.contains("the lock V2: S2 cannot be kept"))
    #expect(outcome.errors.contains("S2 is locked to V1 (08:10) around then"))
    let swedish = try await SammaCommand.run("plan", instance, "--iterations", "100", "--locks", locks, "--lang", "sv")
    for told in [
      "varning: låsningen V2: S2 kan inte hållas: hittade \"S2\", som saknar \"insulin\"; väntade personal",
      "S2 är låst till V1 (08:10) vid den tiden",
    ] { #expect(swedish.errors.contains(told), "\(swedish.errors)") }
    #expect(outcome.output.contains(#""visit": "V1", "start": "2026-03-02T08:10", "staff": ["S2"]"#))
  }

  @Test func aLockWithoutARosterToKeepIsRefused() async throws {
    let outcome = try await SammaCommand.run("plan", instance, "--lock", "client:C1")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("name it with --keep"))
  }

  @Test func aDateAloneIsTheWholeDay() async throws {
    let dates = ill.replacing("2026-03-02T00:00", with: "2026-03-02").replacing("2026-03-03T00:00", with: "2026-03-02")
    #expect(dates != ill)
    let arguments = ["repair", instance, roster, "--change", "-", "--json"]
    let whole = try await SammaCommand.run(arguments, input: dates)
    let minutes = try await SammaCommand.run(arguments, input: ill)
    #expect(whole.status == 0 && whole.output == minutes.output)
  }

  @Test func whatWasLeftBeforeIsCountedAndVisitsThatFallAwayAreALine() async throws {
    let left = try folder.write(Fixtures.unservable, to: "left.json")
    let old = try folder.write(
      Fixtures.twoClientsRoster.replacing(#""unassigned": []"#, with: #""unassigned": ["V2"]"#)
        .replacing(
          #"{"visit": "V2", "start": "2026-03-02T12:00", "staff": ["S1"], "shifts": ["A"]},"#, with: ""), to: "old.json"
    )
    let cancelled = #"{"format": "samma-changes/1", "cancelled": [{"visit": "V1"}]}"#
    let mended = try await SammaCommand.run("repair", left, old, "--change", "-", "--lang", "sv", input: cancelled)
    #expect(mended.status == 0, "\(mended.errors)")
    #expect(mended.output.contains("1 besök otilldelade som förut") && !mended.output.contains("Otilldelat V2"))
    let third =
      #"{"id": "V4", "client": "C1", "earliest": "2026-03-02T14:00", "latest": "2026-03-02T14:30", "minutes": 10},"#
    let more = try folder.write(
      Fixtures.twoClients.replacing(#""visits": ["#, with: #""visits": ["# + third), to: "more.json")
    let served = try folder.write(
      Fixtures.twoClientsRoster.replacing(
        #""assignments": ["#,
        with: #""assignments": [{"visit": "V4", "start": "2026-03-02T14:00", "staff": ["S1"], "shifts": ["A"]},"#),
      to: "served.json")
    let away = #"{"format": "samma-changes/1", "away": [{"client": "C1", "from": "2026-03-02"}]}"#
    let gone = try await SammaCommand.run("repair", more, served, "--change", "-", "--lang", "sv", input: away)
    let line = "C1: 3 besök utgår, 2026-03-02 08:00 till 2026-03-02 14:00: kunden borta"
    #expect(gone.output.contains(line) && !gone.output.contains("V4"), "\(gone.output)")
  }

  @Test func whatHasStartedAndBreaksARuleNowStandsAtTheTop() async throws {
    let lost = #"{"format": "samma-changes/1", "skills": [{"staff": "S1", "lost": ["Insulin"]}]}"#
    let outcome = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", "--now", "2026-03-02T12:30", "--lang", "sv", input: lost)
    #expect(outcome.status == 3)
    #expect(
      outcome.output.hasPrefix("Det som har börjat går inte att ändra och kräver undantag:\n  H7 "), "\(outcome.output)"
    )
    #expect(outcome.errors.contains("notering: \"Insulin\" läst som insulin"), "\(outcome.errors)")
    let second = try folder.write(
      Fixtures.twoClients.replacing("samma-instance/1", with: "samma-instance/2"), to: "second.json")
    let (newer, mended) = (folder["second-new.json"].path, folder["second-roster.json"].path)
    let excepted = try await SammaCommand.run(
      "repair", second, roster, "--change", "-", "--now", "2026-03-02T12:30", "--lang", "sv", "-o", mended,
      "--instance-out", newer, input: lost)
    #expect(excepted.status == 0 && !excepted.output.contains("H7"), "\(excepted.output)")
    #expect(
      excepted.errors.contains("1 besök som S1 har hade börjat innan insulin gick förlorad, och är undantagna"),
      "\(excepted.errors)")
    #expect(try await SammaCommand.run("check", newer, mended).output.hasSuffix("VALID\n"))
    let before = try await SammaCommand.run(
      "repair", instance, roster, "--change", "-", "--now", "2026-03-02T11:30", input: lost)
    #expect(before.status == 0 && before.output.contains("Unassigned V2"), "\(before.output)")
  }

  @Test func anInstanceMadeAnewThatLacksWhatTheMorningsChangedIsTold() async throws {
    let other = try folder.write(
      Fixtures.twoClientsRoster.replacing(
        #""staff": ["S2"], "shifts": ["B"]"#, with: #""staff": ["K"], "shifts": ["K-1"]"#),
      to: "later.json")
    let outcome = try await SammaCommand.run("repair", instance, other, "--change", "-", "--lang", "sv", input: ill)
    #expect(
      outcome.errors.contains(
        "1 arbetspass i planeringen finns inte i underlaget: K-1; ett underlag som är gjort på nytt"),
      "\(outcome.errors)")
  }
}
