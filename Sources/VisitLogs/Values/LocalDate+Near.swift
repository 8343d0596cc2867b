import HomeCare

/// Dates that people write without their year.
extension LocalDate {
  /// A day and a month, `2/3`, of the year that brings it nearest to a date; `nil` where a text is none.
  static func ofDayAndMonth(_ text: some StringProtocol, near date: LocalDate) -> LocalDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let day = parts[0], let month = parts[1] else { return nil }
    return (-1...1).compactMap { LocalDate(year: date.components.year + $0, month: month, day: day) }
      .min { abs($0.dayNumber - date.dayNumber) < abs($1.dayNumber - date.dayNumber) }
  }

  /// The Monday of the week of a number (ISO 8601) that lies nearest to a date; `nil` where no week has the number.
  static func monday(ofWeek number: Int, near date: LocalDate) -> LocalDate? {
    (-30...30).map { date.monday.advanced(by: 7 * $0) }.filter { $0.isoWeek == number }
      .min { abs($0.dayNumber - date.dayNumber) < abs($1.dayNumber - date.dayNumber) }
  }
}
