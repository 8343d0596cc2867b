import Reports

extension Comparison {
  /// Everything as tables for a terminal.
  public var text: String { tables.map(\.text).joined(separator: "\n") }

  /// The results, the summary and the tests as tables for a paper; they need the package booktabs.
  public var latex: String { tables.map(\.latex).joined(separator: "\n") }

  /// One table for a README: the median total within each budget, and what the longest budget reached.
  public var markdown: String {
    let budgets = budgets
    let names = solvers.count > 1
    var table = ReportTable(
      "",
      [("instance", false)] + (names ? [("solver", false)] : []) + budgets.map { ("\($0.shortest) s", true) }
        + [
          ("unassigned", true), ("distinct", true), ("distinct gap", true), ("travel", true), ("bound", true),
          ("total gap", true), ("best known", true), ("above best", true),
        ])
    for instance in Self.firsts(results.map(\.instance)) {
      for solver in solvers {
        let own = budgets.map { seconds in
          results.first { $0.instance == instance && $0.seconds == seconds }?.solvers.first { $0.solver == solver }
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
          .decimal(last.travel?.median, places: 0), .decimal(result.bound.map(Double.init), places: 0),
          .percent(last.gapToBound, places: 1), .whole(result.reference), .percent(last.gapToBest, places: 1),
        ]
        table.append(cells)
      }
    }
    return table.markdown
  }
}
