import HomeCare
import Statistics

/// What changed between two periods, how sure that is, and who makes it up.
public struct PeriodChange: Sendable {
  /// The dates of the earlier period.
  public let previous: Range<LocalDate>
  /// Clients counted in both.
  public let stayed: Int
  /// Clients counted in the later period alone, by what left them out of the earlier one.
  public let came: [(rule: Exclusion, count: Int)]
  /// Clients counted in the earlier period alone, by what leaves them out of the later one.
  public let left: [(rule: Exclusion, count: Int)]

  /// The change of the mean, split by who makes it up.
  public let mean: ChangeSplit
  /// The change of the share above the target, split likewise.
  public let aboveTarget: ChangeSplit
  /// The change of the mean split by area and provider, where the log has several.
  public let groups: [Grouping: GroupShift]

  /// How sure the change of the mean is; `nil` where resamples cannot tell, and so are those below.
  ///
  /// Clients are resampled with both of their values, so those counted twice are held against themselves.
  public let meanInterval: Interval?
  /// The percentile interval of the change of the median.
  public let medianInterval: Interval?
  /// The interval of the change of the share above the target.
  public let aboveTargetInterval: Interval?
  /// The interval of the own change of those who stayed.
  public let stayedInterval: Interval?

  /// Whether there are enough clients for the intervals to be relied on.
  public let isReliable: Bool

  /// Whether the mean rose (above 0) or fell (below 0) by more than chance between clients; 0 where that cannot be told.
  public var direction: Int {
    guard isReliable, let interval = meanInterval else { return 0 }
    return interval.lower > 0 ? 1 : interval.upper < 0 ? -1 : 0
  }
}

extension PeriodChange {
  init(
    from earlier: PeriodMeasure, to later: PeriodMeasure, target: Int, groups: [Grouping: GroupShift],
    _ resampling: Resampling, stream: UInt64
  ) {
    previous = earlier.dates
    self.groups = groups
    let split = CountedSplit(earlier, later)
    let values = split.pairs
    (stayed, came, left, mean) = (split.both, split.secondAlone, split.firstAlone, split.mean)
    aboveTarget = ChangeSplit(
      values.map { (before: $0.before.map { $0 > target ? 1 : 0 }, now: $0.now.map { $0 > target ? 1 : 0 }) })
    let (one, two) = (earlier.summary.headline, later.summary.headline)
    isReliable = min(one.clients, two.clients) >= Resampling.fewClients
    guard let before = one.mean, let now = two.mean, let shareBefore = one.share(above: target),
      let shareNow = two.share(above: target), min(one.clients, two.clients) > 1
    else {
      (meanInterval, medianInterval, aboveTargetInterval, stayedInterval) = (nil, nil, nil, nil)
      return
    }
    var random = SeededGenerator(seed: resampling.seed, stream: stream)
    let all = ClientResampler(values, target: target)
    let (figures, jackknife) = (all.figures(resampling.count, using: &random), all.jackknife())
    meanInterval = Replicates(figures.means).acceleratedInterval(
      around: now.value - before.value, jackknife: jackknife.means, level: resampling.level)
    medianInterval = Replicates(figures.medians).percentileInterval(level: resampling.level)
    aboveTargetInterval = Replicates(figures.shares).acceleratedInterval(
      around: shareNow.value - shareBefore.value, jackknife: jackknife.shares, level: resampling.level)
    stayedInterval = Self.interval(
      ofStaying: values.filter { $0.before != nil && $0.now != nil }, mean.stayed, resampling, &random)
  }

  private static func interval(
    ofStaying pairs: [ClientResampler.Pair], _ change: Ratio?, _ resampling: Resampling,
    _ random: inout SeededGenerator
  ) -> Interval? {
    guard let change, pairs.count > 1 else { return nil }
    let resampler = ClientResampler(pairs, target: 0)
    return Replicates(resampler.figures(resampling.count, using: &random).means).acceleratedInterval(
      around: change.value, jackknife: resampler.jackknife().means, level: resampling.level)
  }
}
