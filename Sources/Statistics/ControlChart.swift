/// A chart of single values over time with the limits of what they usually differ by: an XmR chart, of individuals and
/// their moving ranges (W. A. Shewhart, "Economic Control of Quality of Manufactured Product", 1931; D. J. Wheeler,
/// "Understanding Variation", 1993).
///
/// The limits come from how far values lie from the ones before, not from their own standard errors, which would be wrong both
/// ways: too wide, since what sets the same people apart comes again every time, and too narrow, since what strikes them
/// all together is not in it.
public struct ControlChart: Hashable, Sendable {
  /// The values, in the order of time.
  public let values: [Double]
  /// Their mean.
  public let centre: Double
  /// The usual deviation: the mean moving range divided by 2/√π, which is what it is of normal values with deviation 1.
  public let deviation: Double
  /// The signals, in the order of the values at which they are complete, and of the rules.
  public let signals: [Signal]

  /// Values below which there is no chart.
  public static let fewest = 6
  /// Values below which the limits are provisional: they still move much with every further value.
  public static let settled = 12

  /// What is unlikely where nothing but the usual variation is at work.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// A value beyond three deviations from the centre.
    case beyondLimits = "beyond-limits"
    /// Two of three values in a row beyond two deviations, on one side.
    case twoOfThree = "two-of-three"
    /// Four of five values in a row beyond one deviation, on one side.
    case fourOfFive = "four-of-five"
    /// Eight values in a row on one side of the centre.
    case eightOnOneSide = "eight-on-one-side"
    /// Six values in a row, each above the one before, or each below it.
    case sixInOneDirection = "six-in-one-direction"
  }

  /// A rule that values in a row fulfil.
  public struct Signal: Hashable, Sendable {
    /// The rule.
    public let rule: Rule
    /// The place of the last of the values.
    public let place: Int
    /// Whether the values lie above the centre, or rise.
    public let isUpward: Bool
  }

  /// The chart of some values; `nil` below six of them.
  ///
  /// The rules are the four of Western Electric ("Statistical Quality Control Handbook", 1956) and the trend of six of
  /// L. S. Nelson ("The Shewhart control chart: tests for special causes", Journal of Quality Technology 16(4), 1984).
  public init?(_ values: [Double]) {
    guard values.count >= Self.fewest else { return nil }
    self.values = values
    centre = values.reduce(0, +) / Double(values.count)
    let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
    deviation = ranges.reduce(0, +) / Double(ranges.count) * Double.pi.squareRoot() / 2
    signals = Self.signals(values, centre, deviation)
  }

  /// What values usually stay above: three deviations below the centre.
  public var lowerLimit: Double { centre - 3 * deviation }
  /// What values usually stay below: three deviations above the centre.
  public var upperLimit: Double { centre + 3 * deviation }
  /// Whether the limits still move much with every further value.
  public var isProvisional: Bool { values.count < Self.settled }

  private static func signals(_ values: [Double], _ centre: Double, _ deviation: Double) -> [Signal] {
    // Equal values have no usual variation to hold them against, but roundings of their mean.
    guard deviation > 0 else { return [] }
    var signals: [Signal] = []
    for place in values.indices {
      for rule in Rule.allCases {
        for isUpward in [true, false] {
          let sign = isUpward ? 1.0 : -1.0
          /// Values in a row up to this one that lie so many deviations out on the side.
          func beyond(_ deviations: Double, ofLast count: Int) -> Int {
            values[Swift.max(0, place + 1 - count)...place].count { sign * ($0 - centre) > deviations * deviation }
          }
          // A signal of several values is told at the last that belongs to it.
          let belongs = sign * (values[place] - centre)
          let holds =
            switch rule {
            case .beyondLimits: belongs > 3 * deviation
            case .twoOfThree: belongs > 2 * deviation && beyond(2, ofLast: 3) >= 2
            case .fourOfFive: belongs > deviation && beyond(1, ofLast: 5) >= 4
            case .eightOnOneSide: place >= 7 && beyond(0, ofLast: 8) == 8
            case .sixInOneDirection:
              place >= 5 && (place - 4...place).allSatisfy { sign * (values[$0] - values[$0 - 1]) > 0 }
            }
          if holds { signals.append(Signal(rule: rule, place: place, isUpward: isUpward)) }
        }
      }
    }
    return signals
  }
}
