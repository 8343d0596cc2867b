import HomeCare
import Reports

extension Comparison {
  /// Everything as tables for a terminal.
  public var text: String {
    (cautions.isEmpty ? "" : Self.cautionTitle + "\n" + cautions.map { "- \($0)\n" }.joined() + "\n")
      + tables.map(\.text).joined(separator: "\n")
  }

  /// What a paper opens with first: the summary over all instances, then what stands behind it.
  private var latexTables: [ReportTable] { [overallTable] + testTables + [resultTable, timeTable, configurationTable] }

  /// The summary, the tests and the results as tables for a paper; they need the packages booktabs and longtable.
  public var latex: String {
    cautions.map { "% \($0.replacing("\n", with: " "))\n" }.joined() + latexTables.map(\.latex).joined(separator: "\n")
      + (cautions.isEmpty
        ? ""
        : "\n\\paragraph{\(Self.cautionTitle)}\n\\begin{itemize}\n"
          + cautions.map { "\\item \(ReportTable.escapedForLaTeX($0))\n" }.joined() + "\\end{itemize}\n")
  }

  /// A table for a README of the instances of each format: the median total within each budget, and what the longest
  /// budget reached.
  public var markdown: String {
    // A comment, which no name may end: a table in a README stands for itself, but whoever pastes it is to know.
    let lines = cautions.map { "- \($0.replacing("--", with: "- -"))\n" }.joined()
    return (lines.isEmpty ? "" : "<!-- \(Self.cautionTitle)\n\(lines)-->\n\n")
      + markdownTables
  }

  private var markdownTables: String {
    let instances = Self.firsts(results.map(\.instance))
    let formats = Dictionary(
      results.map { ($0.instance, $0.solvers.map(\.format).max() ?? .one) }, uniquingKeysWith: max)
    return InstanceFormat.allCases.compactMap { format in
      let own = instances.filter { formats[$0] == format }
      return own.isEmpty ? nil : markdown(of: own, in: format)
    }.joined(separator: "\n")
  }

  /// Parts that stand beside distinct staff and travel in a table of a format's instances.
  private static func parts(besideTravelIn format: InstanceFormat) -> [(title: String, part: ScorePart)] {
    switch format {
    case .one: []
    case .two: [("not by contact", .notContact), ("unsteady", .unsteadyMinutes), ("pool minutes", .poolMinutes)]
    }
  }

  private func markdown(of instances: [String], in format: InstanceFormat) -> String {
    let budgets = budgets
    let parts = Self.parts(besideTravelIn: format)
    let names = solvers.count > 1
    var table = ReportTable(
      "",
      [("instance", false)] + (names ? [("solver", false)] : []) + budgets.map { ($0.title, true) }
        + [
          ("unassigned", true), ("distinct", true), ("distinct gap", true), ("travel", true),
        ] + parts.map { ($0.title, true) }
        + [("bound", true), ("total gap", true), ("best known", true), ("above best", true)])
    for instance in instances {
      for solver in solvers {
        let own = budgets.map { budget in
          results.first { $0.instance == instance && $0.budget == budget }?.solvers.first { $0.solver == solver }
        }
        guard let last = own.compactMap(\.self).last,
          let result = results.last(where: { $0.instance == instance })
        else { continue }
        var cells: [ReportTable.Cell] = [.text(instance)]
        if names { cells.append(.text(solver)) }
        cells += own.map { .decimal($0?.total?.median, places: 0) }
        cells += [
          .decimal(last.unassigned?.median, places: 0), .decimal(last.distinct?.median, places: 0),
          .percent(last.gapToDistinctBound, places: 1),
          .decimal(last.travel?.median, places: 0),
        ]
        cells += parts.map { .decimal(last.median(of: $0.part), places: 0) }
        cells += [
          .decimal(result.bound.map(Double.init), places: 0), .percent(last.gapToBound, places: 1),
          .whole(result.reference), .percent(last.gapToBest, places: 1),
        ]
        table.append(cells)
      }
    }
    return table.markdown
  }

  /// The comparison as one HTML page that needs no network and runs no script.
  public var html: String {
    let byBudget = budgets.flatMap { chartsByBudget($0).compactMap { $0.chart?.figure } }
    let ranks = budgets.compactMap { SolverTests(self, within: $0).flatMap { RankDiagram($0)?.figure } }
    let instances = Self.firsts(results.map(\.instance))
    let single = instances.count > 1 ? instances.compactMap { scoreOverTime(instance: $0)?.figure } : []
    let uncounted = runs.count { !$0.counts(options) }
    let count = "\(runs.count) runs, \(uncounted) that do not count; \(instances.count) instances, "
    let warned: HTML =
      cautions.isEmpty
      ? "" : "<p>\(Self.cautionTitle)</p>\n<ul>\n\(cautions.map { "<li>\($0)</li>\n" as HTML }.joined())</ul>\n"
    let sections = [
      HTMLPage.section(
        "Over all instances", "\(warned)\(overallTable.html)\(scoreOverTime()?.figure ?? "")\(byBudget.joined())"),
      HTMLPage.section("By instance", "\(resultTable.html)\(timeTable.html)\(single.joined())"),
      HTMLPage.section(
        "Tests and configurations", ranks.joined() + (testTables + [configurationTable]).map(\.html).joined() + failures
      ),
    ]
    return HTMLPage("Comparison of solvers", .english, style: " body { max-width: 64rem; }").text(
      lead: "\(count)\(solvers.count) solvers", sections.joined())
  }

  private var failures: HTML {
    let failed = runs.filter { !$0.isSuccess }
    if failed.isEmpty { return "" }
    var table = ReportTable(
      "Failed runs", [("instance", false), ("budget", true), ("solver", false), ("seed", true), ("reason", false)])
    for run in failed {
      table.append([
        .text(run.run.instance), .text(run.run.budget.title), .text(run.run.label), .text("\(run.run.seed)"),
        .text(run.failure ?? "no score"),
      ])
    }
    return table.html
  }
}
