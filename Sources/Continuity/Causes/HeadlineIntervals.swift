import HomeCare
import Statistics

/// How sure a headline is: the interval of each of its figures.
public struct HeadlineIntervals: Hashable, Sendable {
  /// The headline.
  public let headline: Headline
  /// The interval of the mean, bias-corrected and accelerated; `nil` below two clients, or where all met equally many.
  public let mean: Interval?
  /// The percentile interval of the median, whose jackknife does not tell how it is spread; `nil` as the mean's.
  public let median: Interval?
  /// The level of the intervals.
  public let level: Double

  /// The intervals of a headline; the stream tells its draws from those of others with the same seed.
  init(_ headline: Headline, _ resampling: Resampling, stream: UInt64) {
    self.headline = headline
    level = resampling.level
    guard headline.clients > 1 else {
      (mean, median) = (nil, nil)
      return
    }
    let values = headline.distribution.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    let resampler = ClientResampler(values.map { (before: nil, now: $0) }, target: 0)
    var random = SeededGenerator(seed: resampling.seed, stream: stream)
    let figures = resampler.figures(resampling.count, using: &random)
    mean = headline.mean.flatMap {
      Replicates(figures.means).acceleratedInterval(
        around: $0.value, jackknife: resampler.jackknife().means, level: resampling.level)
    }
    median = Replicates(figures.medians).percentileInterval(level: resampling.level)
  }

  /// Wilson's interval of the share of clients with strictly more distinct staff than a threshold.
  public func share(above threshold: Int) -> Interval? {
    headline.share(above: threshold).flatMap { .wilson($0.numerator, of: $0.denominator, level: level) }
  }

  /// Whether there are enough clients for intervals to be relied on.
  public var isReliable: Bool { headline.clients >= Resampling.fewClients }
}
