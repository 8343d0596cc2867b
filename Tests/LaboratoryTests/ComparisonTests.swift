import Foundation
import Testing

@testable import Laboratory

@Suite struct ComparisonTests {
  /// Two solvers on three instances with three seeds; b fails once on z.
  private var runs: [RunRecord] {
    let totals: [(String, String, [Int?])] = [
      ("x", "a", [100, 110, 120]), ("x", "b", [130, 130, 140]), ("y", "a", [200, 200, 200]),
      ("y", "b", [200, 200, 200]),
      ("z", "a", [100, 101, 102]), ("z", "b", [90, nil, 92]),
    ]
    return totals.flatMap { instance, solver, totals in
      totals.enumerated().map { SampleRuns.run(instance, solver, seed: UInt64($0) + 1, total: $1) }
    }
  }

  private func result(_ comparison: Comparison, _ instance: String, _ solver: String) throws -> SolverResult {
    let result = try #require(comparison.results.first { $0.instance == instance })
    return try #require(result.solvers.first { $0.solver == solver })
  }

  @Test func mediansAndGapsAreThoseOfTheRuns() throws {
    let comparison = Comparison(runs)
    let a = try result(comparison, "x", "a")
    #expect(a.total?.median == 110)
    #expect(a.total?.lower == 105)
    #expect(a.gapToBest == 0.1)
    #expect(a.gapToBound == 60.0 / 110)
    #expect(a.reachedTarget == 1, "only 100 lies within a percent of 100")
    #expect(a.secondsToTarget == 0.5)
  }

  @Test func aFailedRunCountsAsWorseThanAnyOther() throws {
    let b = try result(Comparison(runs), "z", "b")
    #expect(b.successes.count == 2)
    #expect(b.total?.median == 92)
    #expect(b.total?.upper == .infinity)
    #expect(b.distinct?.median == 3)
  }

  @Test func whatIsKnownBestIsTheReference() throws {
    var options = Comparison.Options()
    options.bestKnown = try JSONDecoder().decode(
      BestKnown.self,
      from: Data(#"{"format": "samma-best-known/1", "entries": [{"instance": "x", "total": 80, "bound": 70}]}"#.utf8))
    options.target = 0.5
    let comparison = Comparison(runs, options)
    #expect(comparison.results[0].reference == 80)
    #expect(comparison.results[0].bound == 70)
    #expect(try result(comparison, "x", "a").gapToBest == 0.375)
    #expect(try result(comparison, "x", "a").reachedTarget == 3)
  }

  @Test func winsTiesAndTestsCoverTheInstances() throws {
    let comparison = Comparison(runs)
    #expect(comparison.results.map(\.best) == [["a"], ["a", "b"], ["b"]])
    let tests = try #require(SolverTests(comparison, within: .seconds(2, .wall)))
    #expect(tests.friedman == nil)
    let pair = try #require(tests.pairs.first)
    #expect(pair.test?.pairs == 2, "y does not tell them apart")
    #expect(pair.adjustedChance == 1)
    var options = Comparison.Options()
    options.pairing = .run
    let byRun = try #require(SolverTests(Comparison(runs, options), within: .seconds(2, .wall))?.pairs.first?.test)
    #expect(byRun.pairs == 6)
    #expect(byRun.positive == 1 + 2, "b is better in two runs on z, by 10 %; the failure ranks last")
  }

  @Test func equalDifferencesAreTiedWhateverTheyAreDividedBy() throws {
    var options = Comparison.Options()
    options.pairing = .run
    let runs = (1...12 as ClosedRange<UInt64>).flatMap { seed in
      let total = 35_423 + 17 * Int(seed)
      return [
        SampleRuns.run("x", "a", seed: seed, total: total),
        SampleRuns.run("x", "b", seed: seed, total: total + (seed <= 9 ? -11 : 11)),
      ]
    }
    let test = try #require(SolverTests(Comparison(runs, options), within: .seconds(2, .wall))?.pairs.first?.test)
    #expect(test.positive == 58.5 && test.negative == 19.5)
    #expect(abs(test.chance - 0.14599609375) < 1e-12)
  }

  @Test func aLateRunCountsAsAFailureUnlessItIsToCount() throws {
    var late = SampleRuns.run("x", "late", seed: 1, total: 60)
    late.wallSeconds = 3.2
    let all = runs + [late]
    let usual = try result(Comparison(all), "x", "late")
    #expect(usual.total == nil && usual.late == 1 && usual.reachedTarget == 0)
    #expect(Comparison(all).results[0].reference == 100, "nor is it what others are held against")
    #expect(Comparison(all).results[0].best == ["a"])
    let told = "late: 1 of 1 runs were late, at worst 3.2 s of 2 s, and count as failures"
    let comparison = Comparison(all)
    #expect(comparison.cautions.contains(told))
    for text in [comparison.text, comparison.markdown, comparison.latex, comparison.html] {
      #expect(text.contains(told))
    }
    var options = Comparison.Options()
    options.countsLate = true
    #expect(try result(Comparison(all, options), "x", "late").total?.median == 60)
    // Reading and writing may take five percent and a second.
    late.wallSeconds = 3.1
    #expect(try result(Comparison(runs + [late]), "x", "late").total?.median == 60)
  }

  @Test func whatOthersTookIsToldOfInEveryFormat() {
    var disturbed = SampleRuns.run("x", "a", seed: 1, total: 60)
    disturbed.takenByOthers = 0.78
    let comparison = Comparison([disturbed])
    for text in [comparison.text, comparison.markdown, comparison.latex, comparison.html] {
      #expect(text.contains("others took up to 78.0"))
    }
    #expect(String(decoding: comparison.runsCSV, as: UTF8.self).contains(",0.78,"))
  }

  @Test func threeSolversAreTestedTogether() throws {
    let more =
      runs + ["x", "y", "z"].flatMap { name in (1...3).map { SampleRuns.run(name, "c", seed: $0, total: 500) } }
    let tests = try #require(SolverTests(Comparison(more), within: .seconds(2, .wall)))
    #expect(tests.friedman?.meanRanks == [1.5, 1.5, 3])
    #expect(tests.pairs.count == 3)
    #expect(Comparison(more).text.contains("Friedman's test"))
  }

  @Test func everyChartHasItsFigures() throws {
    let more =
      runs + ["x", "y", "z"].flatMap { name in (1...3).map { SampleRuns.run(name, "c", seed: $0, total: 500) } }
    let pictures = Dictionary(uniqueKeysWithValues: Comparison(more).pictures.map { ($0.name, $0) })
    #expect(
      Set(pictures.keys) == [
        "score-over-time", "score-over-time-x", "score-over-time-y", "score-over-time-z", "profile-2-s",
        "time-to-target-2-s", "distance-2-s", "mean-ranks-2-s",
      ])
    let reached = String(decoding: try #require(pictures["time-to-target-2-s"]).csv, as: UTF8.self)
    // Of nine runs of a, those on x with 100, all on y, and none on z, where b has 90.
    #expect(reached.contains("\na,0.5,\(4.0 / 9 * 100),,\n") && reached.contains("\nc,2,0,,\n"))
    #expect(try #require(pictures["score-over-time-x"]).svg.contains("<polygon"), "quartiles are a band")
    let ranks = try #require(pictures["mean-ranks-2-s"])
    #expect(ranks.svg.contains("critical difference 1.91") && ranks.svg.contains("c  3.00"))
    #expect(String(decoding: ranks.csv, as: UTF8.self).hasPrefix("solver,meanRank,criticalDifference\na,1.5,1.9"))
    for picture in pictures.values { #expect(picture.svg.contains("</svg>") && !picture.csv.isEmpty) }
  }

  @Test func aPaperGetsLabelsTheBestInBoldAndTablesThatGoOnOverPages() {
    let few = Comparison(runs).latex
    #expect(few.contains("\\label{tab:samma-results-median-quartiles}") && !few.contains("longtable}"))
    #expect(few.contains("\\textbf{110 (105--115)}") && !few.contains("\\textbf{130"))
    #expect(few.contains("92 (91--$\\infty$)"), "a quartile of failures is no number")
    let many = (1...45).map { SampleRuns.run("i\($0)", "a", seed: 1, total: 100) }
    let latex = Comparison(many).latex
    #expect(latex.contains("\\begin{longtable}") && latex.contains("\\endhead"))
    #expect(latex.hasPrefix("% ") || latex.hasPrefix("\\begin{table}"), "the summary comes first")
  }

  @Test func ofEqualRunsTheLastCounts() {
    let again = SampleRuns.run("x", "a", seed: 1, total: 60)
    let comparison = Comparison(runs + [again])
    #expect(comparison.runs.count == runs.count)
    #expect(comparison.results[0].reference == 60)
  }

  @Test func namesAreHarmlessInEveryFormat() throws {
    let name = "<script>a&b_c|\u{202E}d</script>"
    let comparison = Comparison((1...2).map { SampleRuns.run("100%_x", name, seed: $0, total: 100) })
    let (html, svg) = (comparison.html, try #require(comparison.svg()))
    for text in [html, svg] {
      #expect(!text.contains("<script") && !text.contains("\u{202E}"))
      #expect(text.contains("&lt;script&gt;a&amp;b"))
    }
    #expect(
      comparison.latex.contains("100\\%\\_x") && comparison.latex.contains("\\textless{}script\\textgreater{}a\\&b\\_c")
    )
    #expect(comparison.markdown.contains("| 100%_x |"))
    #expect(!comparison.text.contains("\u{202E}"))
  }

  @Test func instancesOfFormatTwoHaveATableOfTheirOwnForAReadme() {
    var steady = SampleRuns.run("steady", "a", seed: 1, total: 90)
    steady.score?.merge(["notContact": 12, "poolMinutes": 345, "unsteadyMinutes": 6]) { $1 }
    let tables = Comparison([SampleRuns.run("plain", "a", seed: 1, total: 80), steady]).markdown
    let lines = tables.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0.hasPrefix("| instance | 2 s |") } == 2)
    #expect(lines.contains { $0.hasPrefix("| plain | 80 | 0 | 3 | ") && !$0.contains("345") })
    #expect(lines.contains { $0.hasPrefix("| steady | 90 | 0 | 3 | ") && $0.contains(" | 40 | 12 | 6 | 345 | ") })
  }

  @Test func instancesOfOneNameThatDifferAreToldOf() {
    var other = SampleRuns.run("x", "c", seed: 1, total: 60)
    #expect(Comparison(runs + [other]).mixedInstances.isEmpty)
    other.run.sha256 = "another"
    #expect(Comparison(runs + [other]).mixedInstances == ["x"])
  }
}

@Suite struct MeasureOverTimeTests {
  @Test func thePrimalIntegralIsTheAreaUnderTheGap() {
    let trace: [RunTrace.Moment] = [
      .init(seconds: 1, total: 200), .init(seconds: 2, total: 100), .init(seconds: 9, total: 50),
    ]
    // A second without a roster, one at a gap of a half, and two at none.
    #expect(PrimalIntegral.mean(trace, reference: 100, .seconds(4, .wall)) == 1.5 / 4)
    #expect(PrimalIntegral.mean([], reference: 100, .seconds(4, .wall)) == 1)
    #expect(PrimalIntegral.gap(0, reference: 0) == 0)
  }

  @Test func profilesGrowToTheShareOfInstancesSolved() throws {
    let runs = [
      SampleRuns.run("x", "a", seed: 1, total: 100), SampleRuns.run("x", "b", seed: 1, total: 150),
      SampleRuns.run("y", "a", seed: 1, total: 100), SampleRuns.run("y", "b", seed: 1, total: nil),
    ]
    let profile = PerformanceProfile(Comparison(runs), within: .seconds(2, .wall))
    #expect(profile.solvers.map(\.solver) == ["a", "b"])
    #expect(profile.solvers[0].steps.last?.share == 1)
    #expect(profile.solvers[1].steps.last?.factor == 1.5)
    #expect(profile.solvers[1].steps.last?.share == 0.5)
  }

  @Test func byIterationsTheIntegralRunsOverIterations() {
    let budget = RunBudget.iterations(100)
    var trace: [RunTrace.Moment] = [
      .init(seconds: 3, iterations: 0, total: 200), .init(seconds: 9, iterations: 50, total: 100),
    ]
    #expect(PrimalIntegral.mean(trace, reference: 100, budget) == 0.25)
    trace[1].iterations = nil
    #expect(PrimalIntegral.mean(trace, reference: 100, budget) == nil)
  }

  @Test func scoreOverTimeStepsAtEachBetterRosterWithItsQuartiles() {
    let runs = (1...3 as ClosedRange<UInt64>).map { seed in
      var run = SampleRuns.run("x", "a", seed: seed, total: 110)
      run.trace[1].seconds = 0.5 * Double(seed)
      run.trace[1].total = 100 + 10 * Int(seed)
      return run
    }
    let points = ScoreOverTime(runs, reference: { _ in 100 }).points
    #expect(points.map(\.place) == [0.25, 0.5, 1, 1.5, 2])
    #expect(points.map(\.median).map { $0.rounded() } == [120, 120, 20, 20, 20])
    #expect(points.map(\.upper).map { $0.rounded() } == [120, 120, 70, 25, 25])
    #expect(points.map(\.lower).map { $0.rounded() } == [120, 65, 15, 15, 15])
  }
}
