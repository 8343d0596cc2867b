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

  /// A text in lower case in which days of named months, `3 maj` and `3:e maj`, are written with numbers, `3/5`; those with
  /// a year stay as they are.
  static func numberingMonths(_ text: String) -> String {
    text.replacing(/(\d{1,2})(?::?e)?\s*([a-zåäö]{3,})(?:\.?\s+(\d{4}))?/) { match in
      guard match.3 == nil, let month = MomentText.month(match.2) else { return String(match.0) }
      return "\(match.1)/\(month)"
    }
  }

  /// The Monday of the week of a number (ISO 8601) that lies nearest to a date; `nil` where no week has the number.
  static func monday(ofWeek number: Int, near date: LocalDate) -> LocalDate? {
    (-30...30).map { date.monday.advanced(by: 7 * $0) }.filter { $0.isoWeek == number }
      .min { abs($0.dayNumber - date.dayNumber) < abs($1.dayNumber - date.dayNumber) }
  }
}
