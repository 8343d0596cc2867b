import Reports

extension Comparison {
  /// Percent above the best up to which score over time is drawn.
  private static let mostShown = 60.0

  /// The runs of the longest budget of each instance: their traces tell the most.
  private var longestRuns: [RunRecord] {
    var longest: [String: RunBudget] = [:]
    for run in runs { longest[run.run.instance] = max(longest[run.run.instance] ?? run.run.budget, run.run.budget) }
    return runs.filter { $0.run.budget == longest[$0.run.instance] && $0.counts(options) }
  }

  private func reference(_ instance: String) -> Int { results.first { $0.instance == instance }?.reference ?? 0 }

  /// How far above the best rosters were over time: a line for each solver, or for each instance of a single one.
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
      // The first moments are far off and would press the rest together.
      let points = ScoreOverTime(own, reference: reference).points.drop { $0.median > Self.mostShown }
        .map { (x: $0.place, y: Optional($0.median)) }
      return Chart.Line(name, Array(points), look: .style(style), isStepped: true)
    }
    let ends = lines.compactMap { line in
      line.points.last.map { "\(line.name): \(Decimal.text($0.y ?? 0, places: 1)) % at \($0.x.shortest) \(unit)" }
    }
    let title = (instance.map { "\($0): score" } ?? "Score") + " over time, median over seeds"
    return Chart(
      title: title, description: ends.joined(separator: "; "),
      axis: (isByIterations ? "iterations" : "seconds since the solver was started", "% above the best known total"),
      .logarithmic, lines: lines)
  }

  /// The performance profile of a budget.
  func profile(within budget: RunBudget) -> Chart? {
    let profile = PerformanceProfile(self, within: budget)
    let most = profile.solvers.flatMap { $0.steps.map(\.factor) }.max() ?? 1
    let end = max(1.001, 1 + (most - 1) * 1.05)
    let lines = profile.solvers.map { solver -> Chart.Line in
      let points = solver.steps.map { ($0.factor, $0.share * 100) } + [(end, (solver.steps.last?.share ?? 0) * 100)]
      return Chart.Line(
        solver.solver, points.map { ($0.0, $0.1) }, look: .style(solvers.firstIndex(of: solver.solver) ?? 0),
        isStepped: true)
    }
    let shares = profile.solvers.map { solver in
      let best = solver.steps.filter { $0.factor == 1 }.map(\.share).max() ?? 0
      return "\(solver.solver): best on \(Decimal.text(best * 100, places: 0)) %"
    }
    return Chart(
      title: "Performance profile, \(budget.title)",
      description: shares.joined(separator: "; "), axis: ("total by that of the best solver", "% of instances"),
      lines: lines, yRange: 0...105)
  }

  /// The picture of score over time as an SVG file; `nil` where no run has a trace.
  public func svg() -> String? {
    let instances = Self.firsts(results.map(\.instance))
    return scoreOverTime(instance: instances.count == 1 ? instances[0] : nil)?.file
  }
}
