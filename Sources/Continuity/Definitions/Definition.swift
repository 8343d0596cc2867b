import HomeCare

/// Who counts and what counts in a measure of continuity: data with a name and a version, printed beside every figure.
public struct Definition: Hashable, Sendable {
  /// The name, such as `kkik`.
  public var name: String
  /// Raised whenever a setting changes.
  public var version: Int
  /// What the definition is for, in a sentence.
  public var purpose: String
  /// Length of a period in days, at least 1.
  public var periodDays: Int
  /// Days of the week that count, 1 = Monday … 7 = Sunday, in order.
  public var weekdays = Array(1...7)
  /// The earliest and the latest time of day at which a counted visit starts, both included; all day where absent.
  public var clock: ClosedRange<TimeOfDay>?
  /// Categories of visits that do not count.
  public var excludedCategories: [String] = []
  /// Categories of staff whose meetings do not count.
  public var excludedStaffCategories: [String] = []
  /// Counted visits that a client must have on every counted day of the period.
  public var minimumVisitsPerDay = 0
  /// Counted visits that a client must have in the period.
  public var minimumVisits = 1
  /// Age that a client must have reached in the year of the period's first day; any where absent.
  public var minimumAge: Int?
  /// Whether clients of unknown age count where an age is asked for.
  public var countsUnknownAge = true
  /// Whether clients who are away on any day of the period are left out.
  public var excludesAway = false
  /// Minutes within which rows of one client are taken for one visit; see `VisitRule`. With 0 only those that start together
  /// are.
  public var visitTolerance = 10
  /// Whether all staff of a visit count, or only the first by id.
  public var countsAllStaffOfVisit = true
  /// Hours of service a day between which clients are told apart, increasing; none where empty.
  public var hourStrata: [Int] = []
  /// Numbers of distinct staff above which the share of clients is stated.
  public var thresholds = [14, 15, 20]
  /// Distinct staff that a client should at most meet.
  public var target = 14

  /// A definition that counts everyone and everything.
  public init(name: String, version: Int, purpose: String, periodDays: Int = 14) {
    self.name = name
    self.version = version
    self.purpose = purpose
    self.periodDays = periodDays
  }
}

/// A time of day to the minute.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0…1439.
  public let minute: Int

  /// The given hour and minute, or `nil` where no clock shows them.
  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    self.minute = hour * 60 + minute
  }

  /// Reads `07:30`; `nil` for any other shape.
  public init?(_ text: some StringProtocol) {
    guard let time = LocalDateTime("2000-01-01T\(text)") else { return nil }
    minute = time.minuteOfDay
  }

  /// Orders times by the clock.
  public static func < (left: Self, right: Self) -> Bool { left.minute < right.minute }

  /// The time as `07:30`.
  public var description: String { LocalDateTime(minuteNumber: minute).clock }
}
