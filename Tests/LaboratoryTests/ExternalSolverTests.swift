import Foundation
import HomeCare
import Interchange
import Rostering
import TestSupport
import Testing

@testable import Laboratory

/// Other programs as solvers: good ones and all the bad ones.
@Suite struct ExternalSolverTests {
  private let instance: Instance
  private let folder: TemporaryFolder
  private let best: String

  init() throws {
    instance = try InstanceSource(argument: repository.appending(path: "instances/tiny-caps.json").path).read()
    folder = try TemporaryFolder()
    best = folder["best.json"].path
    try OutputFile.write(SammaSolver.auto.plan(instance, SolverOptions(iterations: 100)).roster.json(), to: best)
  }

  /// Runs a program, by default with far more time than it takes, however busy the machine is.
  private func plan(_ command: String, seconds: Double = 900, seed: UInt64 = 1) async throws -> Plan {
    let solver = ExternalSolver(command: try CommandTemplate(command), grace: 0)
    return try await solver.plan(instance, SolverOptions(seconds: seconds, seed: seed, threads: 2))
  }

  private func failure(_ command: String, seconds: Double = 900) async throws -> String {
    do {
      _ = try await plan(command, seconds: seconds)
      return "no failure"
    } catch let failure as SolverFailure {
      return failure.description
    }
  }

  @Test func theRosterOfAGoodProgramIsTakenAndScoredByUs() async throws {
    // It states another score and claims a proof.
    let edit = "sed -e 's/\"total\": *[0-9]*/\"total\": 1/' -e 's/\"status\": *\"[a-z]*\"/\"status\": \"optimal\"/'"
    let known = try Roster(path: best)
    let made = try await plan(": {instance}; \(edit) \(best) > {roster}", seed: 9).roster
    #expect(made.assignments == known.assignments)
    #expect(made.score == known.score)
    #expect(made.solve?.solver == "external")
    #expect(made.solve?.status == .feasible)
    #expect(made.solve?.lowerBound == nil)
    #expect(made.solve?.seed == 9)
  }

  @Test func everyPlaceOfTheCommandIsFilledInAndOtherBracesStay() throws {
    #expect(
      CommandTemplate(trusted: "{instance} {roster} {seconds} {seed} {threads} {other}")
        .filled([.instance: "i", .roster: "r", .seconds: "2.5", .seed: "3", .threads: "4"])
        == ["/bin/sh", "-c", "'i' 'r' '2.5' '3' '4' {other}"])
  }

  @Test func aProgramThatFailsIsToldWithItsLastWords() async throws {
    let failure = try await failure(": {instance} {roster}; echo 'licence expired' >&2; exit 7")
    #expect(failure == "the external solver ended with exit code 7: licence expired")
  }

  @Test func aProgramThatGoesOnBeyondItsTimeIsEndedWithItsChildren() async throws {
    let child = folder["child"].path
    // On a busy machine the time may be over before there is a child.
    for seconds in [0.5, 5, 50] where !FileManager.default.fileExists(atPath: child) {
      let failure = try await failure(
        ": {instance} {roster}; (sleep 900 & echo $! > \(child).new; mv \(child).new \(child); wait)", seconds: seconds)
      #expect(failure.hasSuffix("s without an answer") && failure.hasPrefix("the external solver ended after"))
    }
    let process = try String(contentsOfFile: child, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(Int32(process) != nil)
    try await wait(for: "the end of \(process)") { !isRunning(process) }
  }

  @Test(arguments: [
    "true", "echo rubbish > {roster}", "echo '{\"format\": \"samma-roster/1\"' > {roster}",
    "head -c 999 /dev/urandom > {roster}",
  ])
  func aProgramThatWritesNoRosterOrRubbishFails(work: String) async throws {
    let failure = try await failure(": {instance} {roster}; \(work)")
    #expect(failure.hasPrefix("the external solver left no roster that can be read"))
  }

  @Test(arguments: ["ln -s /dev/zero {roster}", "ln -s \"$PWD\" {roster}", "mkfifo {roster}", "mkdir {roster}"])
  func anAnswerThatIsNoFileOfItsOwnIsRefused(work: String) async throws {
    let failure = try await failure(": {instance}; \(work)")
    #expect(failure.hasPrefix("the external solver left no roster that can be read"))
    #expect(failure.contains("found a link") || failure.contains("found a folder, a pipe or a device"))
  }

  @Test func aProgramThatNeverStopsTalkingIsEndedInTimeAndItsLastWordsKept() async throws {
    // Far less is kept than it says in its time, in which it never stops.
    let failure = try await failure(": {instance} {roster}; exec yes 'so much to say' >&2", seconds: 1)
    #expect(failure.contains("without an answer: ") && failure.contains("so much to say | so much to say"))
    #expect(failure.count < 200)
  }

  @Test func aChildThatLivesOnWithTheErrorsOpenIsNotWaitedFor() async throws {
    let failure = try await failure(": {instance} {roster}; setsid sleep 5 & echo gone >&2; exit 3")
    #expect(failure == "the external solver ended with exit code 3: gone")
  }

  @Test func howeverMuchProgressIsToldLittleIsKept() {
    var trace = RunTrace()
    for total in 0..<30_000 {
      trace.add(RunTrace.Moment(seconds: Double(total), total: 100_000 - total))
    }
    #expect((5_000...10_000).contains(trace.moments.count))
    #expect(trace.moments.first?.total == 100_000 && trace.moments.last?.total == 70_001)
    trace.read(repeatElement(UInt8(ascii: "x"), count: 100_000), at: 0)
    trace.end(at: 0)
    #expect(trace.lastWords.count == 600)
  }

  @Test func aRosterThatBreaksRulesIsRefusedWithTheReasons() async throws {
    var roster = try Roster(path: best)
    roster.assignments[0].start = roster.assignments[0].start.advanced(by: 700)
    let broken = folder["broken.json"].path
    try OutputFile.write(roster.json(), to: broken)
    let failure = try await failure(": {instance}; cp \(broken) {roster}")
    #expect(failure.hasPrefix("the roster breaks "))
    #expect(failure.contains("H2"))
  }

  @Test func aCancelledProgramIsEnded() async throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let solver = ExternalSolver(command: try CommandTemplate(": {instance} {roster}; sleep 900"), grace: 0)
    let instance = instance
    await #expect(throws: SolverFailure.self) {
      try await solver.plan(instance, SolverOptions(seconds: 900), cancellation: cancellation)
    }
  }

  @Test(arguments: ["solve {instance}", "solve {roster}", ""])
  func aCommandWithoutItsPlacesIsRefused(command: String) {
    #expect(throws: ExperimentProblem.self) { try CommandTemplate(command) }
  }
}
