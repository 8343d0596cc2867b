import HomeCare
import Statistics

/// A headline figure over periods that do not overlap, with what it usually differs by.
public struct ChartedFigure: Sendable {
  /// What is charted.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The mean of distinct staff.
    case mean
    /// The share of clients above the target.
    case aboveTarget

    func value(_ headline: Headline, target: Int) -> Double? {
      switch self {
      case .mean: headline.mean?.value
      case .aboveTarget: headline.share(above: target)?.value
      }
    }
  }

  /// What is charted.
  public let kind: Kind
  /// The dates of each value's period.
  public let periods: [Range<LocalDate>]
  /// The values with their centre, limits and signals.
  public let chart: ControlChart

  /// The charts of some periods in the order of time; none where there are fewer than six with clients, or where some
  /// overlap, since a value that shares days with the one before hides what they differ by.
  static func charts(_ periods: [(dates: Range<LocalDate>, headline: Headline)], target: Int) -> [ChartedFigure] {
    let overlap = zip(periods, periods.dropFirst()).contains { $1.dates.lowerBound < $0.dates.upperBound }
    guard !overlap else { return [] }
    return Kind.allCases.compactMap { kind in
      let known = periods.compactMap { period in
        kind.value(period.headline, target: target).map { (dates: period.dates, value: $0) }
      }
      return ControlChart(known.map(\.value)).map { ChartedFigure(kind: kind, periods: known.map(\.dates), chart: $0) }
    }
  }
}
