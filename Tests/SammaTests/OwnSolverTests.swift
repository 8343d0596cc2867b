import Foundation
import TestSupport
import Testing

// solvers.md begins
import HomeCare
import Interchange
import Rostering

/// Gives each visit for one to the first shift that takes it at its earliest start.
struct FirstFit: RosterSolver {
  let name = "first-fit"
  let summary = "each visit to the first shift that takes it at its earliest start"
  let settings = [
    SolverSetting(name: "longest", value: 1440, range: 1...1440, meaning: "minutes beyond which a visit is left")
  ]

  func solve(
    _ instance: Instance, options: SolverOptions, cancellation: Cancellation,
    progress: @escaping @Sendable (PlanProgress) -> Void
  ) -> SolverOutcome {
    let begin = ContinuousClock.now
    var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }
    let longest = Int(options.settings["longest"] ?? 1440)
    let checker = RosterChecker(instance)
    var roster = Roster(
      instance: instance.name, assignments: [], unassigned: instance.visits.map(\.id), score: Score())
    for visit in instance.visits where visit.staff == 1 && visit.minutes <= longest {
      if cancellation.isCancelled || seconds >= options.seconds ?? .infinity { break }
      for shift in instance.shifts {
        var trial = roster
        trial.unassigned.removeAll { $0 == visit.id }
        trial.assignments.append(
          Roster.Assignment(visit: visit.id, start: visit.earliest, staff: [shift.staff], shifts: [shift.id]))
        let check = checker.check(trial)
        guard check.violations.allSatisfy({ $0.rule == .score }) else { continue }
        roster = trial
        progress(PlanProgress(seconds: seconds, best: check.score))
        break
      }
    }
    return SolverOutcome(roster: roster)
  }
}

/// Totals of a new solver and two of Samma's.
func totals(on path: String) async throws -> [String: Int] {
  let instance = try InstanceSource(argument: path).read()
  var registry = SolverRegistry.standard
  try registry.register(FirstFit())
  var totals: [String: Int] = [:]
  for name in ["first-fit", "construct", "large-neighbourhood"] {
    guard let solver = registry[name] else { continue }
    totals[name] = try await solver.plan(instance, SolverOptions(iterations: 1_000, seed: 1)).roster.score.total
  }
  return totals
}

/// What `first-fit INSTANCE ROSTER SECONDS SEED` does, so that experiments can call it.
func answer(_ arguments: [String]) async throws {
  let instance = try InstanceSource(argument: arguments[1]).read()
  let options = SolverOptions(seconds: Double(arguments[3]), seed: UInt64(arguments[4]) ?? 1)
  let plan = try await FirstFit().plan(instance, options)
  try OutputFile.write(plan.roster.json(), to: arguments[2])
}
// solvers.md ends

@Suite struct OwnSolverTests {
  @Test func theDocumentShowsThisVerySolver() throws {
    let source = String(decoding: try Data(contentsOf: URL(filePath: #filePath)), as: UTF8.self)
    let start = try #require(source.range(of: "// solvers.md begins\n")?.upperBound)
    let end = try #require(source.range(of: "// solvers.md ends\n")?.lowerBound)
    let document = try Data(contentsOf: repository.appending(path: "docs/solvers.md"))
    #expect(String(decoding: document, as: UTF8.self).contains("```swift\n\(source[start..<end])```\n"))
  }

  @Test func everySolverThatIsListedIsTold() throws {
    let document = try Data(contentsOf: repository.appending(path: "docs/solvers.md"))
    for name in SolverRegistry.standard.names {
      #expect(String(decoding: document, as: UTF8.self).contains("| `\(name)` |"), "\(name)")
    }
  }

  @Test func theSolverOfTheDocumentPlansBesideOurs() async throws {
    let folder = try TemporaryFolder()
    let instance = try folder.write(Fixtures.twoClients, to: "instance.json")
    let totals = try await totals(on: instance)
    #expect(totals == ["first-fit": 200, "construct": 200, "large-neighbourhood": 200], "one face for each client")
    try await answer(["first-fit", instance, folder["roster.json"].path, "900", "1"])
    #expect(try Roster(path: folder["roster.json"].path).score.total == totals["first-fit"])
  }
}
