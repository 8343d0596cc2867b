/// How intervals are made: by measuring resamples of the clients, drawn with replacement.
///
/// The clients of a period are resampled as wholes, each with what was measured of them, so that an interval tells how far
/// the figure would be another with other clients like these. Whatever touches all clients together, such as a week of
/// illness among the staff, is not in it: of that tells the control chart.
public struct Resampling: Hashable, Sendable {
  /// Resamples drawn for each figure; at least 1.
  public var count = 2_000
  /// The chance, between 0 and 1, that intervals so made hold the true figure.
  public var level = 0.95
  /// What every draw follows from.
  public var seed: UInt64 = 1

  /// Two thousand resamples at 95 %.
  public init() {}

  /// Clients below which resampling says little: so few cannot tell how others would be spread.
  public static let fewClients = 10
}
