/// Local wall-clock time to the minute, taken as it is: no zone and no shift where clocks change.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// Minutes in a day of the wall clock.
  public static let minutesPerDay = 1440

  /// The end of what has no end known yet: the last midnight of the calendar.
  public static let openEnd = LocalDate(dayNumber: LocalDate.calendar.upperBound).midnight

  /// Minutes since 1970-01-01T00:00 on the wall clock.
  public let minuteNumber: Int

  /// The time that lies `minuteNumber` minutes after 1970-01-01T00:00.
  public init(minuteNumber: Int) { self.minuteNumber = minuteNumber }

  /// Whether the time lies in the years 1 to 9999, the only ones that can be written.
  public var isInCalendar: Bool { date.isInCalendar }

  /// The date the time falls on.
  public var date: LocalDate {
    // The quotient rounds towards zero, a date towards the past.
    let (day, rest) = minuteNumber.quotientAndRemainder(dividingBy: Self.minutesPerDay)
    return LocalDate(dayNumber: rest < 0 ? day - 1 : day)
  }

  /// Minutes since midnight, 0…1439.
  public var minuteOfDay: Int {
    let rest = minuteNumber % Self.minutesPerDay
    return rest < 0 ? rest + Self.minutesPerDay : rest
  }

  /// The time some minutes later (earlier where negative).
  public func advanced(by minutes: Int) -> LocalDateTime { LocalDateTime(minuteNumber: minuteNumber + minutes) }

  /// Minutes from another time to this one; negative where this one is earlier.
  public func minutes(since other: LocalDateTime) -> Int { minuteNumber - other.minuteNumber }

  /// Orders times.
  public static func < (left: Self, right: Self) -> Bool { left.minuteNumber < right.minuteNumber }
}

extension LocalDateTime: CustomStringConvertible {
  /// The time as `2026-03-02T07:30`; `minute 9000000000` where it lies outside the years 1 to 9999.
  public var description: String { isInCalendar ? "\(date)T\(clock)" : "minute \(minuteNumber)" }

  /// The time of day as `07:30`.
  public var clock: String { "\(padded(minuteOfDay / 60, to: 2)):\(padded(minuteOfDay % 60, to: 2))" }

  /// Reads `2026-03-02T07:30`; `nil` for any other shape and for times that do not exist.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 16, digits[10] == UInt8(ascii: "T"), digits[13] == UInt8(ascii: ":"),
      let date = LocalDate(text.prefix(10)),
      let hour = number(digits[11..<13]), hour < 24, let minute = number(digits[14..<16]), minute < 60
    else { return nil }
    self = date.midnight.advanced(by: hour * 60 + minute)
  }
}
