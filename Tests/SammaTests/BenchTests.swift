import Foundation
import TestSupport
import Testing

/// `samma bench` and `samma compare` from end to end.
@Suite struct BenchTests {
  private let folder: TemporaryFolder
  private let runs: String

  init() throws {
    folder = try TemporaryFolder()
    runs = folder["runs.jsonl"].path
    _ = try folder.write(Fixtures.twoClients, to: "two.json")
    _ = try folder.write(Fixtures.unservable, to: "unservable.json")
  }

  /// An experiment on both instances; iterations end our runs, so that the clock decides nothing.
  private func experiment(_ solvers: String, seeds: Int = 2, budget: Int = 60) throws -> String {
    try folder.write(
      """
      instances: [two.json, unservable.json]
      solvers: \(solvers)
      seeds: \(seeds)
      budgets: [\(budget)]
      parallel: 2
      """, to: "experiment.yaml")
  }

  private let ours = "{name: ours, solver: heuristic, iterations: 50}"

  private func records() throws -> [[String: Any]] {
    try String(contentsOfFile: runs, encoding: .utf8).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func everyRunIsALineThatSaysWhatItWasAndWhatItReached() async throws {
    let path = try experiment("[\(ours)]")
    let bench = try await SammaCommand.run("bench", path, "-o", runs)
    #expect(bench.status == 0, "\(bench.errors)")
    #expect(bench.errors.contains("[4/4] "))
    let records = try records()
    #expect(records.count == 4)
    for record in records {
      let run = try #require(record["run"] as? [String: Any])
      let score = try #require(record["score"] as? [String: Int])
      #expect(score["unassigned"] == (run["instance"] as? String == "two" ? 0 : 1))
      #expect((run["sha256"] as? String)?.count == 64)
      #expect(record["version"] as? String == "0.1.0")
      #expect((record["trace"] as? [[String: Any]])?.last?["total"] as? Int == score["total"])
      #expect((record["peakMemory"] as? Int ?? 0) > 1_000_000)
      #expect((record["cpuSeconds"] as? Double ?? 0) > 0)
      #expect((record["wallSeconds"] as? Double ?? 0) > 0)
      #expect((record["evaluatedMoves"] as? Int ?? 0) > 0)
      #expect((record["machine"] as? [String: Any])?["cores"] as? Int ?? 0 > 0)
      #expect((record["date"] as? String)?.hasSuffix("Z") == true)
    }
  }

  @Test func failuresAreRecordedAndStopNothing() async throws {
    let other = try folder.write(try Fixtures.ward(), to: "ward.json")
    let path = try experiment(
      """
      [\(ours),
        {name: crash, external: 'echo it hurts {instance} {roster} >&2; kill -SEGV $$'},
        {name: silent, external: 'true {instance} {roster}'},
        {name: wrong, external: 'true {instance}; \(SammaCommand.executable.path) plan \(other) --iterations 1 -o {roster}'}]
      """, seeds: 1)
    let bench = try await SammaCommand.run("bench", path, "-o", runs)
    #expect(bench.status == 0, "\(bench.errors)")
    let failures = try records().map { record in
      ((record["run"] as? [String: Any])?["solver"] as? String ?? "", record["failure"] as? String)
    }
    #expect(failures.count == 8)
    for (solver, words) in [
      ("ours", nil), ("crash", "signal 11: it hurts"), ("silent", "no such file"), ("wrong", "the roster breaks"),
    ] {
      let told = failures.filter { $0.0 == solver }.map(\.1)
      #expect(told.count == 2, "\(solver)")
      for failure in told { #expect(words.map { failure?.contains($0) == true } ?? (failure == nil), "\(solver)") }
    }
  }

  @Test func anExternalSolverIsAddedAndLeavesATraceWhereItTellsOne() async throws {
    let path = try experiment("[\(ours)]", seeds: 1)
    let program = try folder.write(
      """
      echo 'starting'
      echo '{"event":"progress","seconds":0.001,"score":{"total":9999999}}' >&2
      exec \(SammaCommand.executable.path) plan "$1" -o "$2" --iterations 50 --seed "$4" --progress none
      """, to: "theirs.sh")
    let bench = try await SammaCommand.run(
      "bench", path, "-o", runs, "--external", "sh \(program) {instance} {roster} {seconds} {seed}", "--threads", "2")
    #expect(bench.status == 0, "\(bench.errors)")
    let theirs = try records().filter { ($0["run"] as? [String: Any])?["solver"] as? String == "external" }
    #expect(theirs.count == 2)
    for record in theirs {
      let trace = try #require(record["trace"] as? [[String: Any]])
      #expect(trace.first?["total"] as? Int == 9_999_999)
      #expect(trace.count == 2, "the roster itself comes last")
      #expect((record["run"] as? [String: Any])?["threads"] as? Int == 2)
    }
  }

  @Test func aLateALyingACrashingAndAnHonestSolverAreEachToldForWhatTheyAre() async throws {
    let samma = SammaCommand.executable.path
    let plan = "\(samma) plan {instance} -o {roster} --iterations 50 --seed {seed} --progress none"
    let path = try folder.write(
      """
      instances: two.json
      solvers:
        - {name: honest, external: '\(samma) plan {instance} -o {roster} --time 0.3 --seed {seed} --progress ndjson'}
        - {name: lying, external: 'echo "{\\"event\\":\\"progress\\",\\"seconds\\":0.01,\\"score\\":{\\"total\\":1}}" >&2; \(plan)'}
        - {name: late, external: 'sleep 1.7; \(plan)'}
        - {name: saving, external: '\(plan) && cp {roster} {snapshots}/.a && mv {snapshots}/.a {snapshots}/a.json; exit 9'}
        - {name: broken, external: 'echo "{}" > {snapshots}/b.json; \(plan)'}
        - {name: crashing, external: ': {instance} {roster}; kill -SEGV $$'}
      budgets: [0.3]
      grace: 900
      """, to: "referee.yaml")
    let bench = try await SammaCommand.run("bench", path, "-o", runs)
    #expect(bench.status == 0, "\(bench.errors)")
    let records = Dictionary(
      uniqueKeysWithValues: try records().map { (($0["run"] as? [String: Any])?["solver"] as? String ?? "", $0) })
    func remarks(_ name: String) -> String { (records[name]?["remarks"] as? [String] ?? []).joined(separator: "; ") }
    func total(_ name: String) -> Int? { (records[name]?["score"] as? [String: Int])?["total"] }
    #expect(total("honest") != nil && !remarks("honest").contains("refused"))
    #expect(remarks("lying").contains("refused for a total below every checked one (1 at "))
    #expect((records["lying"]?["trace"] as? [[String: Any]])?.contains { $0["total"] as? Int == 1 } == false)
    #expect(bench.errors.contains("late: the roster came after"))
    #expect(
      total("saving") != nil && remarks("saving").contains("exit code 9; the best roster handed in before counts"))
    #expect((records["saving"]?["trace"] as? [[String: Any]])?.last?["isChecked"] as? Bool == true)
    #expect(total("broken") != nil && remarks("broken").contains("1 of 1 rosters handed in are refused"))
    #expect((records["crashing"]?["failure"] as? String)?.contains("signal 11") == true)
    #expect(records["crashing"]?["end"] as? String == "failed")
    let compared = try await SammaCommand.run("compare", runs)
    #expect(compared.output.hasPrefix("To be read with care:\n"))
    #expect(compared.output.contains("late: 1 of 1 runs were late"))
    #expect(compared.errors.contains("lying: 1 of 1 runs have"))
  }

  @Test func limitedByIterationsARunHasTheSameTraceAgain() async throws {
    let instance = repository.appending(path: "instances/ward-25.json").path
    let path = try folder.write(
      """
      instances: \(instance)
      solvers: [large-neighbourhood]
      budgets: [{iterations: 40000}]
      """, to: "iterations.yaml")
    var traces: [[String]] = []
    for file in ["one.jsonl", "two.jsonl"] {
      let file = folder[file].path
      #expect(try await SammaCommand.run("bench", path, "-o", file).status == 0)
      let line = try String(contentsOfFile: file, encoding: .utf8)
      let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(record["end"] as? String == "iterations")
      let trace = try #require(record["trace"] as? [[String: Any]])
      traces.append(trace.map { "\($0["iterations"] ?? "none") \($0["total"] ?? "none")" })
    }
    #expect(traces[0].count > 20, "every better roster, not one of a fifth of a second")
    #expect(traces[0] == traces[1])
    #expect(!traces[0].contains { $0.contains("none") })
  }

  @Test(.needs(.taskset))
  func aRunIsHeldToAsManyProcessorsAsItHasThreads() async throws {
    let seen = folder["seen"].path
    let path = try folder.write(
      """
      instances: two.json
      solvers: [{name: curious, external: ': {instance} {roster}; grep Cpus_allowed_list /proc/self/status >> \(seen)'}]
      budgets: [60]
      """, to: "curious.yaml")
    #expect(try await SammaCommand.run("bench", path, "-o", runs).status == 0)
    let processors = try #require(try records().first?["processors"] as? [Int])
    #expect(processors.count == 1)
    #expect(try String(contentsOfFile: seen, encoding: .utf8) == "Cpus_allowed_list:\t\(processors[0])\n")
    // More runs than any machine has processors cannot have one each.
    #expect(
      try await SammaCommand.run("bench", path, "-o", folder["more"].path, "--threads", "256", "--parallel", "64")
        .status == 0)
    #expect(!(try String(contentsOfFile: folder["more"].path, encoding: .utf8)).contains("\"processors\""))
  }

  @Test func aSolverThatGoesOnBeyondItsTimeIsEnded() async throws {
    let path = try folder.write(
      """
      instances: two.json
      solvers: [{name: slow, external: ': {instance} {roster}; sleep 900'}]
      budgets: [0.1]
      grace: 0.2
      """, to: "slow.yaml")
    let bench = try await SammaCommand.run("bench", path, "-o", runs)
    #expect(bench.status == 0)
    #expect(try records().first?["failure"] as? String == "ended after 0.3 s without an answer")
  }

  @Test func aKilledBenchIsGoneOnWithWithoutRepeatingOrLosingARun() async throws {
    // The second solver writes down that it was asked, and waits until a file tells it to go on; its time must not be over
    // before, however busy the machine.
    let log = folder["asked"].path
    let gate = folder["gate"].path
    let path = try experiment(
      """
      [\(ours), {name: gated, external: 'echo {seed} >> \(log); while [ ! -e \(gate) ]; do sleep 0.05; done; \
      \(SammaCommand.executable.path) plan {instance} --iterations 5 --seed {seed} -o {roster}'}]
      """, budget: 900)
    let runs = runs
    let killed = try await SammaCommand.run(["bench", path, "-o", runs, "--parallel", "1"]) { process, errors in
      try await wait(forFile: log)
      kill(process, SIGKILL)
    }
    #expect(killed.status == -SIGKILL)
    let before = try String(contentsOfFile: runs, encoding: .utf8)
    #expect(!before.isEmpty)
    try Data().write(to: URL(filePath: gate))
    let resumed = try await SammaCommand.run("bench", path, "-o", runs)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try String(contentsOfFile: runs, encoding: .utf8).hasPrefix(before))
    let made = try records().map { record in
      let run = try #require(record["run"] as? [String: Any])
      return "\(try #require(run["instance"])) \(try #require(run["solver"])) \(try #require(run["seed"]))"
    }
    #expect(made.count == 8)
    #expect(Set(made).count == 8)
    let again = try await SammaCommand.run("bench", path, "-o", runs)
    #expect(again.errors.hasPrefix("All runs stand in"))
  }

  /// An experiment whose solver says which process it is and where its roster was to go, and then sleeps.
  private func endlessExperiment(seen: String) throws -> String {
    // Other tests may keep one from signalling for long: the budget must not be over before.
    try experiment(
      """
      [{name: endless, external: ': {instance}; echo $$ {roster} > \(seen).$$; mv \(seen).$$ \(seen); sleep 900'}]
      """, budget: 900)
  }

  /// Expects that neither the solver goes on nor its files are left.
  private func expectNothingLeft(_ seen: String) async throws {
    let words = try String(contentsOfFile: seen, encoding: .utf8).split(whereSeparator: \.isWhitespace)
    let process = String(try #require(words.first))
    let files = URL(filePath: String(try #require(words.last))).deletingLastPathComponent().path
    try await wait(for: "the end of \(process) and of \(files)") {
      !isRunning(process) && !FileManager.default.fileExists(atPath: files)
    }
  }

  @Test(arguments: [SIGTERM, SIGKILL])
  func aBenchThatIsEndedLeavesNeitherSolverNorFiles(number: Int32) async throws {
    let seen = folder["seen"].path
    let path = try endlessExperiment(seen: seen)
    let bench = try await SammaCommand.run(["bench", path, "-o", runs, "--parallel", "1"]) { process, _ in
      try await wait(forFile: seen)
      kill(process, number)
    }
    #expect(bench.status == (number == SIGTERM ? 3 : -SIGKILL))
    try await expectNothingLeft(seen)
  }

  @Test func aTaskThatIsEndedByItselfLeavesNeitherSolverNorFiles() async throws {
    let seen = folder["seen"].path
    let list = try await SammaCommand.run("bench", try endlessExperiment(seen: seen), "-o", runs, "--list")
    let spec = String(try #require(list.output.split(separator: "\n").first))
    let task = try await SammaCommand.run(["run-task", "--spec", spec, "--experiment", "e", "--grace", "5"]) {
      process, _ in
      try await wait(forFile: seen)
      kill(process, SIGTERM)
    }
    #expect(task.status == 1)
    #expect(task.output.isEmpty)
    try await expectNothingLeft(seen)
  }

  @Test func anInterruptedBenchSaysWhatIsLeft() async throws {
    let seen = folder["seen"].path
    let path = try endlessExperiment(seen: seen)
    let bench = try await SammaCommand.run(["bench", path, "-o", runs]) { process, _ in
      try await wait(forFile: seen)
      kill(process, SIGINT)
    }
    #expect(bench.status == 3)
    #expect(bench.errors.contains("4 runs are left"))
    #expect(try records().isEmpty)
  }

  @Test func runsAreComparedInEveryFormat() async throws {
    let path = try experiment(
      "[\(ours), {name: tuned, solver: heuristic, iterations: 60, parameters: {exchange: [1, 2]}}]")
    #expect(try await SammaCommand.run("bench", path, "-o", runs).status == 0)
    let text = try await SammaCommand.run("compare", runs)
    #expect(text.status == 0)
    for part in ["tuned exchange=1", "tuned exchange=2", "Wilcoxon", "--param exchange=2"] {
      #expect(text.output.contains(part), "\(part)")
    }
    let rows = try await SammaCommand.run("compare", runs, "--format", "runs").output.split(separator: "\n")
    #expect(rows.count == 1 + 12)
    #expect(rows[0].hasPrefix("instance,sha256,solver,"))
    #expect(try await SammaCommand.run("compare", runs, "--format", "csv").output.split(separator: "\n").count == 1 + 6)
    #expect(try await SammaCommand.run("compare", runs, "--format", "markdown").output.contains("\n| --- |"))
    #expect(try await SammaCommand.run("compare", runs, "--format", "latex").output.contains("\\toprule"))
    let svg = try await SammaCommand.run("compare", runs, "--format", "svg", "--instance", "two").output
    #expect(svg.contains("xmlns=\"http://www.w3.org/2000/svg\""))
    let page = folder["page.html"].path
    let html = try await SammaCommand.run(
      "compare", "before=\(runs)", "after=\(runs)", "--format", "html", "-o", page, "--pairing", "run")
    #expect(html.status == 0)
    let written = try String(contentsOfFile: page, encoding: .utf8)
    for part in ["before ours", "after tuned exchange=1", "<polyline", "Performance profile, 60 s"] {
      #expect(written.contains(part), "\(part)")
    }
    #expect(!written.contains("<script") && !written.contains("src="))
  }

  @Test func whatCannotBeRunOrComparedIsRefused() async throws {
    let path = try experiment("[\(ours)]")
    #expect(try await SammaCommand.run("bench", folder["missing.yaml"].path).status == 2)
    let command = try await SammaCommand.run("bench", path, "-o", runs, "--external", "solve {instance}")
    #expect(command.status == 2)
    #expect(command.errors.contains("expected {roster}"))
    #expect(try await SammaCommand.run("bench", path, "-o", path).status == 2, "the experiment is no file of runs")
    #expect(try await SammaCommand.run("compare", path).status == 2)
    let empty = try folder.write("", to: "empty.jsonl")
    #expect(try await SammaCommand.run("compare", empty).status == 2)
    let list = try await SammaCommand.run("bench", path, "-o", runs, "--list")
    #expect(list.output.split(separator: "\n").count == 4)
    #expect(!FileManager.default.fileExists(atPath: runs))
  }
}
