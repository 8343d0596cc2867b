import Reports
import Statistics

extension Comparison {
  /// All tables, in the order of a report.
  var tables: [ReportTable] { [resultTable, timeTable, overallTable] + testTables + [configurationTable] }

  /// A quartile range such as `35423 (35100–36020)`, or the median alone where runs agree.
  private func shown(_ quartiles: Quartiles?) -> String {
    guard let quartiles, quartiles.median.isFinite else { return Decimal.undefined }
    func number(_ value: Double) -> String {
      value.isFinite ? Decimal.text(value, places: value == value.rounded() ? 0 : 1) : "∞"
    }
    let (lower, upper) = (number(quartiles.lower), number(quartiles.upper))
    return lower == upper ? number(quartiles.median) : "\(number(quartiles.median)) (\(lower)–\(upper))"
  }

  /// An interval of parts as people read it.
  private func shown(_ interval: Interval) -> String {
    "\(Decimal.text(interval.lower * 100, places: 2))–\(Decimal.text(interval.upper * 100, places: 2)) %"
  }

  private func isMany(_ result: SolverResult) -> ReportTable.Cell {
    let failed = result.runs.count { !$0.isSuccess }
    let parts = [
      "\(result.runs.count)", failed > 0 ? "\(failed) failed" : nil, result.late > 0 ? "\(result.late) late" : nil,
    ]
    return .text(parts.compactMap(\.self).joined(separator: ", "))
  }

  /// What each solver reached: medians and quartiles.
  var resultTable: ReportTable {
    var table = ReportTable(
      "Results: median (quartiles) over the seeds",
      [
        ("instance", false), ("budget", true), ("solver", false), ("runs", false), ("total", true), ("distinct", true),
        ("unassigned", true), ("travel", true), ("to best", true), ("to bound", true), ("distinct to bound", true),
      ],
      note:
        "To best: above the smallest total known or seen. To bound: the part of the total above the highest proven bound; of distinct staff, under the run's own."
    )
    for (result, solver) in solverResults {
      table.append(
        [
          .text(result.instance), .text(result.budget.title), .text(solver.solver), isMany(solver),
          .text(shown(solver.total)), .text(shown(solver.distinct)), .text(shown(solver.unassigned)),
          .text(shown(solver.travel)), .percent(solver.gapToBest, places: 2), .percent(solver.gapToBound, places: 1),
          .percent(solver.gapToDistinctBound, places: 1),
        ], best: result.best.contains(solver.solver) ? [4] : [])
    }
    return table
  }

  /// How soon they reached it.
  var timeTable: ReportTable {
    let target = Decimal.text(options.target * 100, places: 1)
    var table = ReportTable(
      "Time: medians over the seeds",
      [
        ("instance", false), ("budget", true), ("solver", false), ("primal integral", true), ("to target, s", true),
        ("reached", true), ("million moves/s", true), ("peak MB", true), ("CPU s", true), ("of a processor", true),
        ("others", true),
      ],
      note: "Primal integral: mean distance to the best over the whole run. Target: within \(target) % of the best. "
        + "Of a processor: what each thread had of one. Others: at most, what other programs took of the run's processors."
    )
    for (result, solver) in solverResults {
      let memory = solver.runs.map { Double($0.peakMemory) / 1_000_000 }.max()
      table.append([
        .text(result.instance), .text(result.budget.title), .text(solver.solver),
        .percent(solver.primalIntegral, places: 2), .decimal(solver.secondsToTarget, places: 1),
        .text("\(solver.reachedTarget)/\(solver.runs.count)"),
        .decimal(solver.movesPerSecond.map { $0 / 1_000_000 }, places: 2), .decimal(memory, places: 0),
        .decimal(solver.runs.map(\.cpuSeconds).median, places: 1),
        .percent(solver.runs.compactMap(\.processorShare).median, places: 0),
        .percent(solver.runs.compactMap(\.takenByOthers).max(), places: 0),
      ])
    }
    return table
  }

  /// Wins, ties and mean gaps over the instances.
  var overallTable: ReportTable {
    var table = ReportTable(
      "Over all instances of a budget",
      [
        ("budget", true), ("solver", false), ("instances", true), ("wins", true), ("ties", true),
        ("mean to best", true), ("95 % interval", false), ("mean to bound", true), ("mean primal integral", true),
      ],
      note: "A win: the smallest median total alone; a tie: together with others. Interval: of the mean to best, from "
        + "instances drawn anew (bootstrap).")
    for budget in budgets {
      let results = results(within: budget)
      let gaps = Dictionary(
        uniqueKeysWithValues: solvers.map { solver in
          let own = results.compactMap { result in result.solvers.first { $0.solver == solver } }
          return (solver, mean(own.map { $0.gapToBest ?? .infinity }))
        })
      let least = gaps.values.compactMap(\.self).min()
      for solver in solvers {
        let own = results.compactMap { result in result.solvers.first { $0.solver == solver } }
        if own.isEmpty { continue }
        let best = results.filter { $0.best.contains(solver) }
        let bounds = own.compactMap(\.gapToBound)
        let integrals = own.compactMap(\.primalIntegral)
        table.append(
          [
            .text(budget.title), .text(solver), .whole(own.count), .whole(best.count { $0.best.count == 1 }),
            .whole(best.count { $0.best.count > 1 }), .percent(gaps[solver] ?? nil, places: 2),
            .text(MeanInterval.of(own.map { $0.gapToBest ?? .infinity }).map(shown) ?? Decimal.undefined),
            .percent(bounds.count == own.count ? mean(bounds) : nil, places: 1),
            .percent(integrals.count == own.count ? mean(integrals) : nil, places: 2),
          ], best: solvers.count > 1 && least == gaps[solver] ?? nil ? [5] : [])
      }
    }
    return table
  }

  private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Whether solvers differ by more than chance.
  var testTables: [ReportTable] {
    let tests = budgets.compactMap { SolverTests(self, within: $0) }
    if tests.isEmpty { return [] }
    let unit = options.pairing == .instance ? "instances (medians over the seeds)" : "runs (same instance and seed)"
    var ranks = ReportTable(
      "Friedman's test",
      [
        ("budget", true), ("solver", false), ("mean rank", true), ("χ²", true), ("p", true), ("W", true),
        ("critical difference", true),
      ],
      note: "Blocks: \(unit). W: Kendall's coefficient of concordance, from 0 to 1. "
        + "Critical difference: how far mean ranks must be apart to differ at 5 % (Nemenyi).")
    var pairs = ReportTable(
      "Wilcoxon's signed-rank test",
      [
        ("budget", true), ("solver", false), ("against", false), ("pairs", true), ("p", true), ("p, Holm", true),
        ("effect", true), ("better", false),
      ],
      note: "Pairs: \(unit), those without a difference left out. Effect: rank-biserial correlation from −1 to 1. "
        + "Better: where p after Holm's correction is below 0.05.")
    for test in tests {
      if let friedman = test.friedman {
        for (solver, rank) in zip(test.solvers, friedman.meanRanks) {
          ranks.append([
            .text(test.budget.title), .text(solver), .decimal(rank, places: 2),
            .decimal(friedman.statistic, places: 2), .text(Self.chance(friedman.chance)),
            .decimal(friedman.effect, places: 2),
            .decimal(
              Nemenyi.criticalDifference(treatments: test.solvers.count, blocks: test.blocks), places: 2),
          ])
        }
      }
      for pair in test.pairs {
        let better = pair.adjustedChance >= 0.05 ? "" : (pair.test?.effect ?? 0) < 0 ? pair.first : pair.second
        pairs.append([
          .text(test.budget.title), .text(pair.first), .text(pair.second), .whole(pair.test?.pairs ?? 0),
          .text(pair.test.map { Self.chance($0.chance) } ?? Decimal.undefined),
          .text(pair.test == nil ? Decimal.undefined : Self.chance(pair.adjustedChance)),
          .decimal(pair.test?.effect, places: 2), .text(better),
        ])
      }
    }
    return (ranks.rows.isEmpty ? [] : [ranks]) + [pairs]
  }

  private static func chance(_ value: Double) -> String {
    value < 0.0001 ? "< 0.0001" : Decimal.text(value, places: 4)
  }

  /// What made each solver's runs.
  var configurationTable: ReportTable {
    var table = ReportTable(
      "Configurations",
      [
        ("solver", false), ("made by", false), ("threads", true), ("seeds", false), ("version", false),
        ("machine", false), ("dates", false),
      ])
    for solver in solvers {
      let own = runs.filter { $0.run.label == solver }
      let dates = own.map { String($0.date.prefix(10)) }.sorted()
      let machines = Self.firsts(own.map { "\($0.machine.processor), \($0.machine.cores) cores, \($0.machine.system)" })
      table.append([
        .text(solver), .text(Self.firsts(own.map { Self.configuration($0.run) }).joined(separator: "; ")),
        .text(Self.firsts(own.map { "\($0.run.threads)" }).joined(separator: ", ")),
        .text(Self.range(Set(own.map(\.run.seed)).sorted())),
        .text(Self.firsts(own.map { $0.solverVersion ?? $0.version }).joined(separator: ", ")),
        .text(machines.joined(separator: "; ")),
        .text(dates.first == dates.last ? dates.first ?? "" : "\(dates.first ?? "") to \(dates.last ?? "")"),
      ])
    }
    return table
  }

  /// How a run was made, in a line.
  static func configuration(_ run: RunSpec) -> String {
    if let external = run.external { return external }
    var words = [run.program ?? "samma plan", "--solver \(run.solver ?? SolverSetup.usual)"]
    if let iterations = run.iterations { words.append("--iterations \(iterations)") }
    words += run.parameters.sorted { $0.key < $1.key }.map { "--param \($0.key)=\($0.value.shortest)" }
    return words.joined(separator: " ")
  }

  private static func range(_ seeds: [UInt64]) -> String {
    guard let first = seeds.first, let last = seeds.last else { return "" }
    if seeds.count > 2, last - first == UInt64(seeds.count - 1) { return "\(first)–\(last)" }
    return seeds.map(String.init).joined(separator: ", ")
  }
}
