/// The days a roster is made for, and the period over which continuity is counted.
public struct Horizon: Hashable, Sendable {
  /// The horizon's first day.
  public var start: LocalDate
  /// Length of the horizon in days, at least 1.
  public var days: Int
  /// Length of a continuity period in days, at least 1.
  public var window: Int
  /// IANA name of the time zone; only used to warn where clocks change and in calendars.
  public var timeZone: String

  /// A horizon of whole days.
  public init(start: LocalDate, days: Int, window: Int = 14, timeZone: String = "Europe/Stockholm") {
    self.start = start
    self.days = days
    self.window = window
    self.timeZone = timeZone
  }

  /// Midnight at the beginning of the first day: minute 0.
  public var firstMinute: LocalDateTime { start.midnight }

  /// Midnight after the last day.
  public var end: LocalDateTime { start.advanced(by: days).midnight }

  /// The last day.
  public var lastDate: LocalDate { start.advanced(by: days - 1) }

  /// All days.
  package var dates: Range<LocalDate> { start..<start.advanced(by: days) }

  /// Whether a date is one of its days.
  package func contains(_ date: LocalDate) -> Bool { start <= date && date <= lastDate }

  /// Whether one continuity period, ending with the horizon, covers it all, so that history counts in it.
  public var isSinglePeriod: Bool { days <= window }

  /// Number of continuity periods.
  public var periodCount: Int { isSinglePeriod ? 1 : (days + window - 1) / window }

  /// The period that a day of the horizon (0 = first) falls in.
  public func period(ofDay day: Int) -> Int { isSinglePeriod ? 0 : day / window }

  /// The dates of a period; in a single-period horizon it may begin before the horizon.
  public func dates(ofPeriod period: Int) -> Range<LocalDate> {
    if isSinglePeriod {
      let end = start.advanced(by: days)
      return end.advanced(by: -window)..<end
    }
    return start.advanced(by: period * window)..<start.advanced(by: min(days, (period + 1) * window))
  }
}
