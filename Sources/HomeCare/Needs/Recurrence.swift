/// On which dates something comes again: weekdays, in every week or in some, from one date to another.
public struct Recurrence: Hashable, Sendable {
  /// Which weeks, or which days, count.
  public enum Rhythm: Hashable, Sendable {
    /// Every week.
    case weekly
    /// Every second, third, … week, counted from the week of a date.
    case weeks(every: Int, from: LocalDate)
    /// Weeks whose number in ISO 8601 is even.
    case evenWeeks
    /// Weeks whose number in ISO 8601 is odd.
    case oddWeeks
    /// Every second, third, … day, counted from a date.
    case days(every: Int, from: LocalDate)
  }

  /// Days of the week, 1 = Monday … 7 = Sunday.
  public var weekdays: Set<Int>
  /// Which weeks or days count.
  public var rhythm: Rhythm
  /// The first date, where there is one.
  public var first: LocalDate?
  /// The last date, where there is one.
  public var last: LocalDate?

  /// A recurrence.
  public init(
    weekdays: Set<Int> = Recurrence.everyDay, rhythm: Rhythm = .weekly, first: LocalDate? = nil, last: LocalDate? = nil
  ) {
    self.weekdays = weekdays
    self.rhythm = rhythm
    self.first = first
    self.last = last
  }

  /// All days of the week.
  public static let everyDay = Set(1...7)

  /// Whether it falls on a date.
  public func falls(on date: LocalDate) -> Bool {
    guard weekdays.contains(date.weekday), first.map({ $0 <= date }) ?? true, last.map({ date <= $0 }) ?? true
    else { return false }
    switch rhythm {
    case .weekly: return true
    case .weeks(let every, let start):
      return (date.monday.dayNumber - start.monday.dayNumber) % (7 * max(1, every)) == 0
    case .evenWeeks: return date.isoWeek % 2 == 0
    case .oddWeeks: return date.isoWeek % 2 == 1
    case .days(let every, let start): return (date.dayNumber - start.dayNumber) % max(1, every) == 0
    }
  }
}

extension LocalDate {
  /// The Monday of the date's week.
  public var monday: LocalDate { advanced(by: 1 - weekday) }

  /// The number of the date's week in ISO 8601: week 1 holds the year's first Thursday.
  public var isoWeek: Int {
    let thursday = monday.advanced(by: 3)
    let newYear = LocalDate(year: thursday.components.year, month: 1, day: 1) ?? thursday
    return (thursday.dayNumber - newYear.dayNumber) / 7 + 1
  }
}
