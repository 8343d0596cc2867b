import HomeCare
import Statistics

/// What one solver reached on one instance within one budget, over all seeds.
public struct SolverResult: Sendable {
  /// The solver's label.
  public let solver: String
  /// Its runs, in the order of their seeds.
  public let runs: [RunRecord]
  /// The runs that ended with a valid roster that counts: one that was there in time, where late ones do not.
  public let successes: [RunRecord]

  /// Runs whose roster was late and does not count.
  public let late: Int
  /// Quartiles of the total over the runs, failures counted as worse than any total; `nil` where all failed.
  public let total: Quartiles?
  /// Quartiles of distinct staff over the successes.
  public let distinct: Quartiles?
  /// Quartiles of unassigned visits over the successes.
  public let unassigned: Quartiles?
  /// Quartiles of travel minutes over the successes.
  public let travel: Quartiles?
  /// (median total − best) / best, where the best is the smallest total known or seen.
  public let gapToBest: Double?
  /// (median total − bound) / median total, under the highest bound known or proven.
  public let gapToBound: Double?
  /// Median over the runs of (distinct − bound) / distinct, under the bound that each run proved itself.
  public let gapToDistinctBound: Double?
  /// Median of the mean primal gap over the runs, failures counted as 1; `nil` where a run by iterations did not tell of them.
  public let primalIntegral: Double?
  /// Median seconds until a roster within the target's distance of the best, over the runs that got there.
  public let secondsToTarget: Double?
  /// Runs that got within the target's distance of the best.
  public let reachedTarget: Int
  /// Median of the moves evaluated by second.
  public let movesPerSecond: Double?

  init(_ solver: String, _ runs: [RunRecord], reference: Int, bound: Int?, _ options: Comparison.Options) {
    self.solver = solver
    self.runs = runs.sorted { ($0.run.seed, $0.date) < ($1.run.seed, $1.date) }
    successes = self.runs.filter { $0.counts(options) }
    late = options.countsLate ? 0 : runs.count(where: \.isLate)
    let scores = successes.compactMap(\.scored)
    let totals = runs.map { run in run.counts(options) ? run.scored.map { Double($0.total) } ?? .infinity : .infinity }
    let total = successes.isEmpty ? nil : Quartiles(totals)
    self.total = total
    distinct = Quartiles(scores.map { Double($0[.distinct]) })
    unassigned = Quartiles(scores.map { Double($0[.unassigned]) })
    travel = Quartiles(scores.map { Double($0[.travel]) })
    gapToBest = total.map { $0.median == Double(reference) ? 0 : ($0.median - Double(reference)) / Double(reference) }
    gapToBound = bound.flatMap { bound in
      total.map { $0.median == 0 ? 0 : $0.median.isFinite ? ($0.median - Double(bound)) / $0.median : .infinity }
    }
    gapToDistinctBound =
      successes.compactMap { run in
        guard let bound = run.bound?.distinct, let distinct = run.scored?[.distinct] else { return nil }
        return distinct == 0 ? 0 : Double(distinct - bound) / Double(distinct)
      }.median
    let integrals = runs.map { run in
      run.counts(options) ? PrimalIntegral.mean(run.trace, reference: reference, run.run.budget) : 1
    }
    let known = integrals.compactMap(\.self)
    primalIntegral = known.count == integrals.count ? known.median : nil
    let limit = Double(reference) * (1 + options.target)
    let times = successes.compactMap { run in run.trace.first { Double($0.total) <= limit }?.seconds }
    secondsToTarget = times.median
    reachedTarget = times.count
    movesPerSecond = successes.compactMap(\.movesPerSecond).median
  }

  /// The median of a part of the score over the successes.
  func median(of part: ScorePart) -> Double? { successes.compactMap(\.scored).map { Double($0[part]) }.median }

  /// The format of the instance, as the scores have it.
  var format: InstanceFormat { successes.lazy.compactMap { $0.scored?.format }.first ?? .one }

  /// The median total, infinite where most runs failed.
  var rankedTotal: Double { total?.median ?? .infinity }
}
