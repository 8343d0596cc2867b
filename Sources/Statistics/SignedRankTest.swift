/// Wilcoxon's signed-rank test of whether paired differences lie around 0 (F. Wilcoxon, "Individual comparisons by
/// ranking methods", 1945), two-sided.
public struct SignedRankTest: Hashable, Sendable {
  /// How the chance was found.
  public enum Method: String, Hashable, Sendable {
    /// From all equally likely signs of these very ranks, ties included.
    case exact
    /// From the normal distribution, with the correction for ties.
    case normal
  }

  /// Most pairs for which the chance is exact.
  private static let mostExact = 50

  /// Pairs whose difference is not 0; the others are left out, as Wilcoxon did.
  public let pairs: Int
  /// Sum of the ranks of the differences above 0.
  public let positive: Double
  /// Sum of the ranks of the differences below 0.
  public let negative: Double
  /// The chance of ranks so uneven, were signs to fall by chance.
  public let chance: Double
  /// How the chance was found.
  public let method: Method

  /// The smaller of the two sums.
  public var statistic: Double { min(positive, negative) }

  /// Size of the effect from −1 to 1: the matched-pairs rank-biserial correlation (D. S. Kerby, "The simple difference
  /// formula", 2014); 1 where every difference is above 0.
  public var effect: Double { (positive - negative) / (positive + negative) }

  /// The test; `nil` where every difference is 0.
  ///
  /// Numbers that a division has rounded may differ where they should be equal: of those, give fractions.
  public init?(differences: [Double]) {
    let kept = differences.filter { $0 != 0 }
    self.init(areAbove: kept.map { $0 > 0 }, Ranks(kept.map(abs)))
  }

  /// The test of fractions, whose ties are exact; `nil` where every difference is 0.
  public init?(exact differences: [Fraction]) {
    let kept = differences.filter { $0.numerator != 0 }
    self.init(areAbove: kept.map { $0.numerator > 0 }, Ranks(kept.map(\.magnitude)))
  }

  private init?(areAbove: [Bool], _ ranks: Ranks) {
    guard !areAbove.isEmpty else { return nil }
    pairs = areAbove.count
    positive = zip(areAbove, ranks.ranks).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
    negative = zip(areAbove, ranks.ranks).reduce(0) { $1.0 ? $0 : $0 + $1.1 }
    let smaller = min(positive, negative)
    if pairs <= Self.mostExact {
      method = .exact
      chance = min(1, 2 * Self.share(atMost: smaller, ranks.ranks))
    } else {
      method = .normal
      let n = Double(pairs)
      let mean = n * (n + 1) / 4
      let variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieTerm / 48
      chance = min(1, 2 * Distributions.normalTail((mean - smaller) / variance.squareRoot()))
    }
  }

  /// The share of all choices of signs whose sum of positive ranks is at most a number.
  private static func share(atMost sum: Double, _ ranks: [Double]) -> Double {
    // Shared ranks are halves: twice a rank is whole.
    let doubled = ranks.map { Int($0 * 2) }
    var counts = [Double](repeating: 0, count: doubled.reduce(1, +))
    counts[0] = 1
    for rank in doubled {
      for total in stride(from: counts.count - 1, through: rank, by: -1) { counts[total] += counts[total - rank] }
    }
    return counts[0...Int(sum * 2)].reduce(0, +) / counts.reduce(0, +)
  }
}
