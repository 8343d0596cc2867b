import Foundation
import Interchange
import TestSupport
import Testing

@testable import Laboratory

@Suite struct ExperimentTests {
  private let instances = repository.appending(path: "instances").path

  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try Experiment(yaml: yaml, file: "e.yaml")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func whatIsLeftOutHasItsUsualValue() throws {
    let experiment = try Experiment(yaml: "instances: \(instances)/tiny-caps.json", file: "dir/usual.yaml")
    #expect(experiment.name == "usual")
    #expect(
      experiment.solvers == [SolverSetup(name: "samma", program: .samma(solver: "auto", iterations: nil, path: nil))])
    #expect(experiment.seeds == [1])
    #expect(experiment.budgets == [.seconds(60)])
    #expect(experiment.threads == 1)
    #expect(experiment.parallel == 1)
  }

  @Test func everyCombinationIsARun() throws {
    let experiment = try Experiment(
      yaml: """
        name: all
        instances: [\(instances)/tiny-*.json]
        solvers:
          - {name: ours, solver: heuristic, iterations: 100, parameters: {exchange: [400, 500], ruinPair: 2, ruinShifts: [0, 1, 2]}}
          - {name: theirs, external: 'solve {instance} {roster} {seconds} {seed}'}
        seeds: [7, 3]
        budgets: [1, 2.5, {perClient: 0.7}]
        threads: 2
        """, file: "e.yaml")
    let runs = try experiment.runs()
    #expect(experiment.instances.count == 9)
    #expect(runs.count == 9 * (2 * 3 + 1) * 2 * 3)
    #expect(Set(runs.map(\.identity)).count == runs.count)
    #expect(runs.first?.label == "ours exchange=400 ruinShifts=0")
    #expect(runs.first?.parameters == ["exchange": 400, "ruinPair": 2, "ruinShifts": 0])
    let caps = runs.filter { $0.instance == "tiny-caps" }
    #expect(Set(caps.map(\.seconds)) == [1, 2.5, 1.4], "tiny-caps has two clients")
    #expect(Set(caps.map(\.sha256)).count == 1)
    #expect(Set(caps.map(\.sha256)).isDisjoint(with: runs.filter { $0.instance != "tiny-caps" }.map(\.sha256)))
  }

  @Test func anExternalCommandIsFilledInAndQuoted() throws {
    let experiment = try Experiment(
      yaml: """
        instances: \(instances)/tiny-caps.json
        solvers: [{name: theirs, external: "solve -i {instance} -o {roster} -t {seconds} -s {seed} -j {threads} ${A} | awk '{print}'"}]
        """, file: "e.yaml")
    var run = try #require(try experiment.runs().first)
    run.file = "it's {seed}.json"
    run.seconds = 2
    #expect(
      run.command(samma: "samma", roster: "/tmp/r", snapshots: "/tmp/s")
        == ["/bin/sh", "-c", "solve -i 'it'\\''s {seed}.json' -o '/tmp/r' -t '2' -s '1' -j '1' ${A} | awk '{print}'"])
  }

  @Test func whereAnInstanceLiesDoesNotMakeItAnotherRun() throws {
    let runs = try Experiment(yaml: "instances: \(instances)/tiny-caps.json", file: "e.yaml").runs()
    var moved = try #require(runs.first)
    moved.file = "elsewhere/tiny-caps.json"
    #expect(moved.identity == runs.first?.identity)
    moved.seconds = 61
    #expect(moved.identity != runs.first?.identity)
  }

  @Test func iterationsAreABudgetOfTheirOwn() throws {
    func runs(_ rest: String) throws -> [RunSpec] {
      try Experiment(yaml: "instances: \(instances)/tiny-caps.json\n\(rest)", file: "e.yaml").runs()
    }
    let some = try runs("budgets: [{iterations: 500}, 2]\nlongest: 60")
    #expect(some.map(\.budget) == [.iterations(500), .seconds(2, .wall)])
    #expect(some[0].limit(grace: 5).seconds == 60 && some[1].limit(grace: 5).seconds == 7)
    #expect(!some[0].command(samma: "s", roster: "r", snapshots: "d").contains("--time"))
    let own = try runs("solvers: [{name: a, iterations: 70}, {name: b, iterations: 80}]")
    #expect(own.map(\.budget) == [.iterations(70), .iterations(80)], "no clock that nobody named")
    let command = "'solve {instance} {roster} {iterations}'"
    let theirs = try runs("solvers: [{name: t, external: \(command)}]\nbudgets: [{iterations: 9}]")
    #expect(theirs[0].command(samma: "s", roster: "r", snapshots: "d").last?.hasSuffix("'r' '9'") == true)
    #expect(
      problems(
        "instances: \(instances)/tiny-caps.json\nsolvers: [{name: t, external: 'solve {instance} {roster}'}]\n"
          + "budgets: [{iterations: 9}]"
      ).joined().contains("expected {iterations} in the command"))
    let cpu = try runs("clock: cpu\nbudgets: [3]")
    #expect(cpu[0].budget == .seconds(3, .cpu))
    #expect(cpu[0].command(samma: "s", roster: "r", snapshots: "d").suffix(2) == ["--clock", "cpu"])
  }

  @Test func everyProblemIsToldWithItsPlace() {
    let found = problems(
      """
      instance: a.json
      solvers:
        - {solver: magic, name: a}
        - {name: a, parameters: {exchang: 1, exchange: 5000}}
        - {name: b, external: 'run {instance}'}
        - {solver: exact}
      seeds: [1, 1]
      budgets: [0]
      threads: none
      """)
    let text = found.joined(separator: "\n")
    #expect(found.count == 11, "\(text)")
    #expect(text.contains("e.yaml:1:1: found \"instance\" in the experiment; expected one of name, instances"))
    #expect(text.contains("expected the key instances"))
    #expect(text.contains("e.yaml:3:14: found \"magic\"; expected one of auto, exact, heuristic"))
    #expect(text.contains("e.yaml:4:28: found \"exchang\" in the parameters"))
    #expect(text.contains("expected exchange, a number from 0.0 to 1000.0"))
    #expect(text.contains("expected {roster} in it"))
    #expect(text.contains("two solvers called a"))
    #expect(text.contains("a solver without a name"))
    #expect(text.contains("2 seeds; expected one or more seeds, each once"))
    #expect(text.contains("expected threads, a whole number from 1 to 256"))
  }

  @Test(arguments: [
    "", "- a", "a: b: c", "instances: [", "instances: x\ninstances: y", "\u{0}", "instances: nowhere/*.json",
    "instances: []",
  ])
  func whatIsNoExperimentIsRefused(yaml: String) {
    #expect(!problems(yaml).isEmpty)
  }
}
