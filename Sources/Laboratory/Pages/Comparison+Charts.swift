import Foundation
import Interchange
import Reports

extension Comparison {
  /// A chart of a comparison with the name of its files and the figures that it shows.
  public struct Picture: Sendable {
    /// What its files are called, without their endings.
    public let name: String
    /// The chart as an SVG file.
    public let svg: String
    /// A row for each point: the series, x, y, and how far values spread about it.
    public let csv: [UInt8]
  }

  /// Percent above the best up to which score over time is drawn.
  private static let mostShown = 60.0
  /// Points of a line by its width; what is nearer together cannot be told apart.
  private static let mostPoints = 700

  /// The runs of the longest budget of each instance: their traces tell the most.
  private var longestRuns: [RunRecord] {
    var longest: [String: RunBudget] = [:]
    for run in runs { longest[run.run.instance] = max(longest[run.run.instance] ?? run.run.budget, run.run.budget) }
    return runs.filter { $0.run.budget == longest[$0.run.instance] && $0.counts(options) }
  }

  /// The smallest total known or seen of an instance.
  func reference(_ instance: String) -> Int { results.first { $0.instance == instance }?.reference ?? 0 }

  /// How far above the best rosters were over time: a line for each solver, or for each instance of a single one, with the
  /// quartiles where it is the only one of its kind.
  ///
  /// - Parameter instance: The only instance shown; all where absent.
  func scoreOverTime(instance: String? = nil) -> Chart? {
    let shown = longestRuns.filter { instance == nil || $0.run.instance == instance }
    let isByIterations = shown.contains { if case .iterations = $0.run.budget { true } else { false } }
    let unit = isByIterations ? "iterations" : "s"
    let byInstance = solvers.count == 1 && instance == nil
    let names = byInstance ? Self.firsts(shown.map(\.run.instance)) : solvers
    let lines = names.enumerated().map { style, name in
      let own = shown.filter { (byInstance ? $0.run.instance : $0.run.label) == name }
      // The first moments are far off and would press the rest together; before the first iteration no scale of factors goes.
      let points = Self.thinned(
        ScoreOverTime(own, reference: reference).points.filter { $0.median <= Self.mostShown && $0.place > 0 })
      return Chart.Line(
        name, points.map { ($0.place, $0.median) },
        band: points.map { ($0.lower, min($0.upper, Self.mostShown)) }, look: .style(style), isStepped: true)
    }
    let ends = lines.compactMap { line in
      line.points.last.map { "\(line.name): \(Decimal.text($0.y ?? 0, places: 1)) % at \($0.x.shortest) \(unit)" }
    }
    let title = (instance.map { "\($0): score" } ?? "Score") + " over time, median and quartiles over seeds"
    return marked(
      Chart(
        title: title, description: ends.joined(separator: "; "),
        axis: (
          isByIterations ? "iterations" : "seconds since the solver was started", "% above the best known total"
        ), .logarithmic, lines: lines))
  }

  /// Of points that are in order, those that can be told apart on a scale of factors, each with what holds from it on.
  private static func thinned(_ points: [ScoreOverTime.Point]) -> [ScoreOverTime.Point] {
    guard points.count > mostPoints, let first = points.first, let last = points.last else { return points }
    let step = pow(max(1, last.place / first.place), 1 / Double(mostPoints))
    var kept: [ScoreOverTime.Point] = []
    for point in points {
      if let before = kept.last, point.place < before.place * step, point != last { continue }
      kept.append(point)
    }
    return kept
  }

  /// The performance profile of a budget.
  func profile(within budget: RunBudget) -> Chart? {
    let profile = PerformanceProfile(self, within: budget)
    let most = profile.solvers.flatMap { $0.steps.map(\.factor) }.max() ?? 1
    let end = max(1.001, 1 + (most - 1) * 1.05)
    let shares = profile.solvers.map { solver in
      let best = solver.steps.filter { $0.factor == 1 }.map(\.share).max() ?? 0
      return "\(solver.solver): best on \(Decimal.text(best * 100, places: 0)) %"
    }
    return shareChart(
      "Performance profile, \(budget.title)", shares, axis: "total by that of the best solver", "% of instances",
      to: end,
      profile.solvers.map { ($0.solver, $0.steps.map { ($0.factor, $0.share) }) })
  }

  /// How many runs had reached the target by when; `nil` where none did.
  func timeToTarget(within budget: RunBudget) -> Chart? {
    let target = Decimal.text(options.target * 100, places: 1)
    let own = ownRuns(within: budget).map { ($0.solver, ReachedShares.target($0.runs, self)) }
    if own.allSatisfy(\.1.isEmpty) { return nil }
    return shareChart(
      "Runs within \(target) % of the best, \(budget.title)", ends(own),
      axis: budget.amountUnit, "% of runs", from: 0, to: budget.amount, own)
  }

  /// How many runs came how near to the best; `nil` where none has a roster.
  func gapDistribution(within budget: RunBudget) -> Chart? {
    let own = ownRuns(within: budget).map { ($0.solver, ReachedShares.gap($0.runs, self)) }
    guard let most = own.flatMap({ $0.1.map(\.place) }).max() else { return nil }
    return shareChart(
      "Runs by distance to the best, \(budget.title)", ends(own), axis: "% above the best known total", "% of runs",
      from: 0, to: max(0.1, most * 1.05), own)
  }

  private func ownRuns(within budget: RunBudget) -> [(solver: String, runs: [RunRecord])] {
    let within = runs.filter { $0.run.budget == budget }
    return solvers.map { solver in (solver, within.filter { $0.run.label == solver }) }.filter { !$0.1.isEmpty }
  }

  private func ends(_ own: [(String, ReachedShares.Steps)]) -> [String] {
    own.map { "\($0.0): \(Decimal.text(($0.1.last?.share ?? 0) * 100, places: 0)) %" }
  }

  /// Shares that grow in steps, a line for each solver.
  private func shareChart(
    _ title: String, _ description: [String], axis x: String, _ y: String, from start: Double? = nil, to end: Double,
    _ solverSteps: [(solver: String, steps: ReachedShares.Steps)]
  ) -> Chart? {
    let lines = solverSteps.map { solver, steps -> Chart.Line in
      var points = steps.map { (x: $0.place, y: Optional($0.share * 100)) }
      if let start, points.first.map({ $0.x > start }) ?? true { points.insert((start, 0), at: 0) }
      points.append((max(end, points.last?.x ?? end), points.last?.y ?? 0))
      return Chart.Line(solver, points, look: .style(solvers.firstIndex(of: solver) ?? 0), isStepped: true)
    }
    return marked(
      Chart(
        title: title, description: description.joined(separator: "; "), axis: (x, y), lines: lines, yRange: 0...105))
  }

  /// A chart that says so where the comparison is to be read with care.
  private func marked(_ chart: Chart?) -> Chart? {
    var chart = chart
    let count = cautions.count
    if count > 0 {
      chart?.note = count == 1 ? "To be read with care: 1 caution" : "To be read with care: \(count) cautions"
    }
    return chart
  }

  /// The charts of each budget, for a page.
  func chartsByBudget(_ budget: RunBudget) -> [(name: String, chart: Chart?)] {
    let name = budget.title.replacing(" ", with: "-")
    return [
      ("profile-\(name)", solvers.count > 1 ? profile(within: budget) : nil),
      ("time-to-target-\(name)", timeToTarget(within: budget)),
      ("distance-\(name)", gapDistribution(within: budget)),
    ]
  }

  /// Every chart as a file and its figures as another.
  public var pictures: [Picture] {
    let instances = Self.firsts(results.map(\.instance))
    var charts: [(name: String, chart: Chart?)] = [("score-over-time", scoreOverTime())]
    let names = FileName.distinct(instances, .readable)
    charts += zip(names, instances).map { ("score-over-time-\($0)", scoreOverTime(instance: $1)) }
    charts += budgets.flatMap(chartsByBudget)
    let drawn = charts.compactMap { name, chart in
      chart.map { Picture(name: name, svg: $0.file, csv: Self.figures(of: $0)) }
    }
    let ranks = budgets.compactMap { budget -> Picture? in
      guard let diagram = SolverTests(self, within: budget).flatMap({ RankDiagram($0) }) else { return nil }
      let name = "mean-ranks-\(budget.title.replacing(" ", with: "-"))"
      return Picture(name: name, svg: diagram.file, csv: diagram.csv)
    }
    return drawn + ranks
  }

  private static func figures(of chart: Chart) -> [UInt8] {
    var writer = CSVWriter()
    for title in ["series", "x", "y", "low", "high"] { writer.append(title) }
    writer.endRecord()
    for line in chart.lines {
      for (place, point) in line.points.enumerated() {
        writer.append(line.name)
        writer.append(point.x.fileText)
        writer.append(point.y?.fileText ?? "")
        let band = line.band.isEmpty ? nil : line.band[place]
        writer.append(band?.low.fileText ?? "")
        writer.append(band?.high.fileText ?? "")
        writer.endRecord()
      }
    }
    return writer.bytes
  }

  /// The picture of score over time as an SVG file; `nil` where no run has a trace.
  public func svg() -> String? {
    let instances = Self.firsts(results.map(\.instance))
    return scoreOverTime(instance: instances.count == 1 ? instances[0] : nil)?.file
  }
}
