/// What a figure came to in each of many resamples, in the order of size: its bootstrap distribution (B. Efron, "Bootstrap
/// methods: another look at the jackknife", Annals of Statistics 7(1), 1979).
public struct Replicates: Hashable, Sendable {
  private let sorted: [Double]

  /// The distribution of the values of some resamples; those that are not numbers, where a resample left the figure
  /// undefined, are left out.
  public init(_ values: [Double]) { sorted = values.filter { !$0.isNaN }.sorted() }

  /// Whether the resamples differ at all: where they do not, they tell nothing of chance.
  private var haveSpread: Bool { sorted.first.map { $0 < sorted[sorted.count - 1] } ?? false }

  /// The percentile interval (B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13); `nil`
  /// where all resamples agree.
  ///
  /// - Parameter level: The part of the distribution that lies in it, between 0 and 1.
  public func percentileInterval(level: Double) -> Interval? {
    haveSpread ? interval((1 - level) / 2, (1 + level) / 2) : nil
  }

  /// The bias-corrected and accelerated interval, BCa (B. Efron, "Better bootstrap confidence intervals", Journal of the
  /// American Statistical Association 82, 1987); `nil` where all resamples agree.
  ///
  /// - Parameters:
  ///   - estimate: The figure of the whole sample.
  ///   - jackknife: The figure of the sample without each of its members.
  ///   - level: The chance, between 0 and 1, that intervals so made hold the true figure.
  public func acceleratedInterval(around estimate: Double, jackknife: [Double], level: Double) -> Interval? {
    guard haveSpread else { return nil }
    // Ties count half, since figures of whole numbers have many.
    let (below, upTo) = (sorted.firstPlace { $0 >= estimate }, sorted.firstPlace { $0 > estimate })
    let bias = Distributions.normalQuantile(Double(below + upTo) / Double(2 * sorted.count))
    guard bias.isFinite else { return percentileInterval(level: level) }
    let acceleration = Self.acceleration(jackknife)
    func part(_ z: Double) -> Double {
      let shifted = bias + z
      return 1 - Distributions.normalTail(bias + shifted / (1 - acceleration * shifted))
    }
    let z = Distributions.normalQuantile(0.5 + level / 2)
    return interval(part(-z), part(z))
  }

  /// How fast the standard error of a figure grows with the figure itself, by the jackknife.
  private static func acceleration(_ jackknife: [Double]) -> Double {
    let mean = jackknife.reduce(0, +) / Double(jackknife.count)
    var (squares, cubes) = (0.0, 0.0)
    for value in jackknife {
      let difference = mean - value
      squares += difference * difference
      cubes += difference * difference * difference
    }
    return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }

  private func interval(_ lower: Double, _ upper: Double) -> Interval? {
    guard let least = sorted.quantile(ofSorted: lower), let most = sorted.quantile(ofSorted: upper) else { return nil }
    return Interval(least, most)
  }
}

extension [Double] {
  /// The first place at which something holds that holds from there on.
  fileprivate func firstPlace(_ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
