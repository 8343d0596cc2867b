/// Friedman's test of whether some of three or more treatments rank differently over the same blocks (M. Friedman, "The
/// use of ranks to avoid the assumption of normality", 1937), with the correction for ties.
public struct FriedmanTest: Hashable, Sendable {
  /// Mean rank of each treatment over the blocks; the smallest value of a block has rank 1.
  public let meanRanks: [Double]
  /// The statistic, chi-squared with one degree of freedom fewer than treatments.
  public let statistic: Double
  /// The chance of ranks so uneven, were each block's order to fall by chance.
  public let chance: Double
  /// Size of the effect from 0 to 1: Kendall's coefficient of concordance W.
  public let effect: Double

  /// The test; `nil` with fewer than three treatments or two blocks, or where all values of every block are equal.
  ///
  /// - Parameter blocks: Of each block, the value of every treatment.
  public init?(blocks: [[Double]]) {
    guard let treatments = blocks.first?.count, treatments >= 3, blocks.count >= 2 else { return nil }
    precondition(blocks.allSatisfy { $0.count == treatments }, "every block has a value of every treatment")
    let (n, k) = (Double(blocks.count), Double(treatments))
    let ranks = blocks.map { Ranks($0) }
    let correction = 1 - ranks.reduce(0) { $0 + $1.tieTerm } / (n * k * (k * k - 1))
    guard correction > 0 else { return nil }
    let sums = (0..<treatments).map { treatment in ranks.reduce(0) { $0 + $1.ranks[treatment] } }
    let squares = sums.reduce(0) { $0 + $1 * $1 }
    meanRanks = sums.map { $0 / n }
    statistic = (12 / (n * k * (k + 1)) * squares - 3 * n * (k + 1)) / correction
    chance = Distributions.chiSquaredTail(statistic, degreesOfFreedom: treatments - 1)
    effect = statistic / (n * (k - 1))
  }
}
