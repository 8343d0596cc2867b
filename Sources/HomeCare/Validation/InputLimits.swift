/// The ranges that an instance's numbers must lie in.
///
/// They are wide enough for any real unit and narrow enough that no sum or product of a plan overflows: a minute of
/// the horizon fits 32 bits, and `worstTotal` is exact in JSON readers that hold every number as a double.
public enum InputLimits {
  /// Days of the horizon.
  public static let days = 1...3_660
  /// The last year of a horizon: measures count minutes from 1970 in 32 bits, which end in the year 6053.
  public static let lastYear = 6_000
  /// Days of a continuity period.
  public static let window = 1...3_660
  /// Each weight of the score.
  public static let weight = 0...1_000_000_000
  /// Largest total that any roster of the instance may score.
  public static let worstTotal = 9_007_199_254_740_991

  /// Minutes of a visit.
  public static let visitMinutes = 1...10_080
  /// Staff that a visit needs.
  public static let visitStaff = 1...100
  /// Priority of a visit.
  public static let priority = 1...1_000_000
  /// Minutes from a shift's start to its end.
  public static let shiftMinutes = 1...10_080
  /// Minutes of a break.
  public static let breakMinutes = 1...10_080
  /// Days by which a shift may lie before or after the horizon.
  public static let daysBesideHorizon = 400
  /// Distinct staff that a client should at most meet.
  public static let targetStaff = 0...1_000_000
  /// A staff member's cap on minutes over the horizon.
  public static let maxMinutes = 0...100_000_000
  /// Bounds of a link, in minutes.
  public static let linkGap = -10_000_000...10_000_000

  /// Minutes beside its usual time at which a visit of a series costs nothing.
  public static let tolerance = 0...1_440
  /// Minutes by which an exception widens windows and shifts.
  public static let widening = 0...10_080
  /// Minutes that an exception states: of a way, or above a cap.
  public static let exceptionMinutes = 0...1_000_000

  /// Minutes of one leg in a travel matrix.
  public static let travelMinutes = 0...1_000_000
  /// Kilometres an hour.
  public static let speedKmh = 0.1...1_000.0
  /// Length of the road for each kilometre of the crow's flight.
  public static let detour = 0.0...10.0
  /// Minutes that every leg takes beside the distance.
  public static let fixedMinutes = 0.0...1_440.0
  /// Degrees north.
  public static let latitude = -90.0...90.0
  /// Degrees east.
  public static let longitude = -180.0...180.0
}
