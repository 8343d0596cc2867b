/// The critical difference of mean ranks after Friedman's test (P. Nemenyi, "Distribution-free multiple comparisons", 1963;
/// J. Demšar, "Statistical comparisons of classifiers over multiple data sets", JMLR 7, 2006).
public enum Nemenyi {
  /// Quantiles of 0.95 of the studentised range for infinitely many degrees of freedom, divided by √2, from two treatments on.
  private static let quantiles = [
    1.960, 2.344, 2.569, 2.728, 2.850, 2.948, 3.031, 3.102, 3.164, 3.219, 3.268, 3.313, 3.354, 3.391, 3.426, 3.458,
    3.489,
    3.517, 3.544,
  ]

  /// How far mean ranks must be apart to differ at the level of 5 %; `nil` for fewer than two treatments, more than twenty, or
  /// no block.
  public static func criticalDifference(treatments: Int, blocks: Int) -> Double? {
    guard quantiles.indices.contains(treatments - 2), blocks > 0 else { return nil }
    let k = Double(treatments)
    return quantiles[treatments - 2] * (k * (k + 1) / (6 * Double(blocks))).squareRoot()
  }

  /// The largest groups of treatments whose mean ranks do not differ: places in the order of rank, groups of one left out.
  public static func groups(ofSorted ranks: [Double], within difference: Double) -> [ClosedRange<Int>] {
    var groups: [ClosedRange<Int>] = []
    for first in ranks.indices {
      let last = ranks.lastIndex { $0 - ranks[first] <= difference } ?? first
      if last > first, last > groups.last?.upperBound ?? -1 { groups.append(first...last) }
    }
    return groups
  }
}
