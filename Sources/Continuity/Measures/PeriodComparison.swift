import HomeCare

/// A period's headline beside the target and beside the headline of a period before it.
public struct PeriodComparison: Sendable {
  /// Distinct staff that a client should at most meet.
  public let target: Int
  /// The share of clients above the target.
  public let aboveTarget: Ratio?
  /// How far the mean lies above the target; below 0 where it lies below.
  public let meanToTarget: Double?
  /// The dates of the period before; `nil` where there is none to compare with, and so is what follows.
  public let previous: Range<LocalDate>?
  /// How much the mean rose since.
  public let mean: Double?
  /// How much the median rose since.
  public let median: Double?
  /// How much the share of clients above the target rose since.
  public let shareAboveTarget: Double?

  /// Compares a summary with a target and with the summary of a period before.
  public init(_ summary: Summary, target: Int, previous: (dates: Range<LocalDate>, summary: Summary)?) {
    func rise(_ figure: (Headline) -> Ratio?) -> Double? {
      guard let before = (previous?.summary.headline).flatMap(figure), let now = figure(summary.headline) else {
        return nil
      }
      return now.value - before.value
    }
    self.target = target
    self.previous = previous?.dates
    aboveTarget = summary.headline.share(above: target)
    meanToTarget = summary.headline.mean.map { $0.value - Double(target) }
    mean = rise(\.mean)
    median = rise(\.median)
    shareAboveTarget = rise { $0.share(above: target) }
  }
}
