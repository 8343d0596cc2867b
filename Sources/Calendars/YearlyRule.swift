import HomeCare

/// A weekday of a month at a time of day, such as the last Sunday of March at 02:00, once in every year.
struct YearlyRule: Equatable {
  private let month: Int
  private let weekday: Int
  /// Which of the month's weekdays of the kind: 1 for the first, -1 for the last.
  private let place: Int
  private let minute: Int

  /// The rule by which some times fall in the years given, one in each; `nil` where no rule does.
  init?(_ times: [LocalDateTime], in years: ClosedRange<Int>) {
    guard let first = times.first, times.map(\.date.components.year) == Array(years) else { return nil }
    month = first.date.components.month
    weekday = first.date.weekday
    minute = first.minuteOfDay
    let fitting = [-1, 1, 2, 3, 4].first { [month, weekday, minute] place in
      times.allSatisfy { time in
        Self.date(place, weekday, of: month, in: time.date.components.year).map {
          $0.midnight.advanced(by: minute) == time
        } ?? false
      }
    }
    guard let fitting else { return nil }
    place = fitting
  }

  /// When it falls in a year.
  func onset(in year: Int) -> LocalDateTime {
    // Every month has four of each weekday.
    (Self.date(place, weekday, of: month, in: year) ?? LocalDate(dayNumber: 0)).midnight.advanced(by: minute)
  }

  /// The rule as a recurrence of iCalendar (RFC 5545, section 3.3.10).
  var text: String {
    let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday - 1]
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(place)\(day)"
  }

  private static func date(_ place: Int, _ weekday: Int, of month: Int, in year: Int) -> LocalDate? {
    guard place < 0 else {
      return LocalDate(year: year, month: month, day: 1).map {
        $0.advanced(by: (weekday - $0.weekday + 7) % 7 + 7 * (place - 1))
      }
    }
    let next = LocalDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    return next.map { $0.advanced(by: -1 - ($0.weekday - 1 - weekday + 7) % 7) }
  }
}
