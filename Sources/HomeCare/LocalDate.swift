/// A calendar date without time or zone, counted in days from 1970-01-01 in the Gregorian calendar.
public struct LocalDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  /// The day numbers of 0001-01-01 and 9999-12-31, between which dates are written with four digits of year.
  static let calendar = -719_162...2_932_896

  /// Whether the date lies in the years 1 to 9999, the only ones that can be written.
  public var isInCalendar: Bool { Self.calendar.contains(dayNumber) }

  /// The date that lies `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// The given date, or `nil` where the calendar has no such day (30 February) or the year is outside 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days since the epoch from a year that begins in March, so that the leap day is the last of its year
    // (H. Hinnant, "chrono-compatible low-level date algorithms", 2013).
    let shifted = month > 2 ? year : year - 1
    let era = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1…12) and day of month (1…31).
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Day of the week, 1 = Monday … 7 = Sunday.
  public var weekday: Int {
    let sinceMonday = (dayNumber + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// Midnight at the beginning of the date.
  public var midnight: LocalDateTime { LocalDateTime(minuteNumber: dayNumber * LocalDateTime.minutesPerDay) }

  /// The date some days later (earlier where negative).
  public func advanced(by days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

  /// Orders dates by time.
  public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension LocalDate: CustomStringConvertible {
  /// The date as `2026-03-02`; `day 5000000` where it lies outside the years 1 to 9999.
  public var description: String {
    guard isInCalendar else { return "day \(dayNumber)" }
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Reads `2026-03-02`; `nil` for any other shape and for days the calendar does not have.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = number(digits[0..<4]), let month = number(digits[5..<7]), let day = number(digits[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// The value of a run of ASCII digits, or `nil` where another byte stands among them.
func number(_ digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in digits {
    guard byte >= 48, byte <= 57 else { return nil }
    value = value * 10 + Int(byte - 48)
  }
  return value
}

/// A non-negative number with leading zeros.
package func padded(_ value: Int, to width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
