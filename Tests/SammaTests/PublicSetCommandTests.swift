import Foundation
import Subprocess
import Testing

/// `samma convert` and `samma evaluate`.
@Suite struct PublicSetCommandTests {
  private static let problem = """
    {"metadata": {"time_window_met": "at_service_end", "name": "pair"},
     "distances": [[0, 10, 4], [10, 0, 8], [4, 8, 0]],
     "terminal_points": [{"id": "d1", "distance_matrix_index": 0}],
     "caregivers": [
       {"id": "c1", "abilities": ["s1"], "departing_point": "d1", "working_shift": {"start": 0, "end": 200}},
       {"id": "c2", "abilities": ["s2"], "departing_point": "d1", "working_shift": {"start": 0, "end": 200}}],
     "patients": [
       {"id": "p1", "required_services": [{"service": "s1", "duration": 15}, {"service": "s2", "duration": 20}],
        "distance_matrix_index": 1, "time_windows": [{"start": 30, "end": 90}],
        "synchronization": {"type": "simultaneous"}},
       {"id": "p2", "required_services": [{"service": "s2", "duration": 10}], "distance_matrix_index": 2,
        "time_windows": [{"start": 0, "end": 190}]}]}
    """

  private let folder: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    file = try folder.write(Self.problem, to: "pair.json")
  }

  /// Converts the problem and plans it; returns the roster's path.
  private func planned(days: Int) async throws -> String {
    let (instance, roster) = (folder["instance.json"].path, folder["roster.json"].path)
    #expect(try await SammaCommand.run("convert", file, "--days", "\(days)", "-o", instance).status == 0)
    let plan = try await SammaCommand.run(
      "plan", instance, "-o", roster, "--iterations", "2000", "--threads", "1", "--require-complete")
    #expect(plan.status == 0)
    return roster
  }

  @Test func aConvertedProblemIsPlannedAndEvaluatedByTheSetsOwnRules() async throws {
    let roster = try await planned(days: 1)
    let solution = folder["solution.json"].path
    let outcome = try await SammaCommand.run(
      "evaluate", file, roster, "--reference", "40", "--solution", solution)
    // c1: 10 + 10, c2: by way of p2 4 + 8 + 10.
    #expect(outcome.output == "travel 42\nreference 40  gap 5 %\nVALID\n")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let again = try await SammaCommand.run("evaluate", file, solution, "--json")
    let figures = try again.json
    #expect(figures["travel"] as? Double == 42 && figures["valid"] as? Bool == true)
    #expect(figures["problem"] as? String == "pair" && figures["format"] as? String == "uhhc")
  }

  @Test func aFileIsReadOnceSoThatItMayBeAPipe() async throws {
    let result = try await Subprocess.run(
      .path("/bin/bash"),
      arguments: ["-c", "\"$0\" convert <(cat \"$1\")", SammaCommand.executable.path, file],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    // A second reading would find nothing.
    #expect(result.standardOutput.contains("samma-instance/") && result.standardError == "")
  }

  /// Two staff who meet at a visit for two 5 from the depot, beside visits 5 beyond it and 10 the other way: whoever
  /// takes which, 50 is the least travel.
  @Test func anAMPLProblemIsPlannedToItsKnownOptimum() async throws {
    let line = """
      set N1 = 1 2 ;
      set Shared_Visited := (3,4) ;
      param kn := 2 ;
      param T := 300 ;
      param s_id: 1 := 1 20 2 20 3 30 4 30 ;
      param t_ij: 0 1 2 3 4 :=
      0 0 10 10 5 5
      1 10 0 20 5 5
      2 10 20 0 15 15
      3 5 5 15 0 10000
      4 5 5 15 10000 0 ;
      param e_id: 1 := 1 40 2 0 3 50 4 50 ;
      param l_id: 1 := 1 240 2 200 3 100 4 100 ;
      """
    let file = try folder.write(line, to: "line.dat")
    let (instance, roster) = (folder["line.json"].path, folder["roster.json"].path)
    #expect(try await SammaCommand.run("convert", file, "-o", instance).status == 0)
    let plan = try await SammaCommand.run(
      "plan", instance, "-o", roster, "--iterations", "2000", "--threads", "1", "--json")
    #expect(try (plan.json["score"] as? [String: Any])?["travelMinutes"] as? Int == 50)
    let outcome = try await SammaCommand.run("evaluate", file, roster)
    #expect(outcome.output == "travel 50\nhours 1.5\nVALID\n")
  }

  @Test func repeatedDaysAreEvaluatedDayByDay() async throws {
    let roster = try await planned(days: 3)
    let outcome = try await SammaCommand.run("evaluate", file, roster, "--days", "3", "--reference", "42")
    #expect(outcome.output == "travel 126\nreference 126  gap 0 %\nVALID\n")
  }

  @Test func aBrokenAnswerEndsWithItsRulesAndCode3() async throws {
    let roster = try await planned(days: 1)
    let late = try String(contentsOfFile: roster, encoding: .utf8)
      .replacing(try Regex(#""p1:1", "start": "2026-01-05T[0-9:]{5}"#), with: #""p1:1", "start": "2026-01-05T01:16"#)
    let outcome = try await SammaCommand.run("evaluate", file, try folder.write(late, to: "late.json"))
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("BROKEN p1:1 at 76 lies outside its window, 30 to 90\n"))
    #expect(outcome.output.contains("BROKEN p1:1 and p1:2 start at 76 and"))
    #expect(outcome.output.hasSuffix("INVALID: 2 broken rules\n"))
  }

  @Test func anInstanceIsWrittenInASetsFormatAndRefusedWhereItDoesNotFit() async throws {
    let instance = folder["instance.json"].path
    #expect(try await SammaCommand.run("convert", file, "-o", instance).status == 0)
    let back = try await SammaCommand.run("convert", instance, "--to", "uhhc")
    #expect(back.status == 0 && back.output.contains("\"simultaneous\""))
    let refused = try await SammaCommand.run("convert", instance, "--to", "bredstrom-ronnqvist")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("not all staff may serve p1:1; this format has no skills"))
  }

  @Test func whatDoesNotFitIsToldWithCode2() async throws {
    let roster = try await planned(days: 1)
    let broken = try folder.write(Self.problem.replacing("\"end\": 90", with: "\"end\": 20"), to: "broken.json")
    let refusals: [([String], String)] = [
      (["convert", broken], "broken.json:9:50: found an end before the start"),
      (["convert", folder["nothing.dat"].path], "no such file"),
      (["convert", file, "--days", "0"], "--days must be 1 to 365"),
      (["convert", file, "--days", "2", "--to", "uhhc"], "a set's problem is one day"),
      (["convert", file, "-o", file], "would overwrite what <file>"),
      (["evaluate", file, roster, "--days", "2"], "does not answer pair: the problem has no visit p1:1"),
      (["evaluate", file, file], "found no format"),
      (["evaluate", file, roster, "--reference", "-1"], "--reference"),
    ]
    for (arguments, message) in refusals {
      let outcome = try await SammaCommand.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }
}
