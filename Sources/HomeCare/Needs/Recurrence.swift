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
    /// The first (1) to the fifth of a weekday in each month, or the last (`lastOfMonth`).
    case ofMonth(places: Set<Int>)
    /// The first (1), second, … of all the days of the month that lie on the weekdays, or the last (`lastOfMonth`): the last
    /// working day.
    case daysOfMonth(places: Set<Int>)
    /// These dates alone, whatever their weekdays.
    case dates(Set<LocalDate>)
  }

  /// The place of the last of a weekday in a month.
  public static let lastOfMonth = -1

  /// So many times in each week or month, on days that the planner chooses.
  public struct Times: Hashable, Sendable {
    /// What the times are counted in.
    public enum Period: String, Hashable, Sendable {
      /// Monday to Sunday.
      case week
      /// A month of the calendar.
      case month
    }

    /// How many times, at least 1.
    public var count: Int
    /// In which period.
    public var period: Period
    /// Fewest days from one to the next; as `standardDaysApart` says where absent.
    public var daysApart: Int?

    /// So many times a week or a month.
    public init(_ count: Int, a period: Period, daysApart: Int? = nil) {
      self.count = count
      self.period = period
      self.daysApart = daysApart
    }

    /// The days apart that spread so many times over the period: its days (7, of a month 28) divided by the times, and
    /// where it is once, half of them, so that one week's does not come right after another's.
    public var standardDaysApart: Int {
      let days = period == .week ? 7 : 28
      return count == 1 ? (days + 1) / 2 : max(1, days / count)
    }
  }

  /// Days of the week, 1 = Monday … 7 = Sunday.
  public var weekdays: Set<Int>
  /// Which weeks or days count.
  public var rhythm: Rhythm
  /// The first date, where there is one.
  public var first: LocalDate?
  /// The last date, where there is one.
  public var last: LocalDate?
  /// How many of the days it takes, where the planner chooses them; all where absent.
  public var times: Times?

  /// A recurrence.
  public init(
    weekdays: Set<Int> = Recurrence.everyDay, rhythm: Rhythm = .weekly, first: LocalDate? = nil,
    last: LocalDate? = nil, times: Times? = nil
  ) {
    self.weekdays = weekdays
    self.rhythm = rhythm
    self.first = first
    self.last = last
    self.times = times
  }

  /// All days of the week.
  public static let everyDay = Set(1...7)

  /// Whether it falls on a date, or may fall on it where the planner chooses the days.
  public func falls(on date: LocalDate, _ holidays: Holidays = Holidays()) -> Bool {
    isInForce(on: date) && allows(date, holidays)
  }

  /// Whether a date lies between the first and the last.
  func isInForce(on date: LocalDate) -> Bool {
    first.map { $0 <= date } ?? true && last.map { date <= $0 } ?? true
  }

  /// Whether weekdays and rhythm allow a date, whatever the first and the last are.
  ///
  /// A holiday is what the calendar of holidays makes of it, mostly a Sunday; dates that are listed, and weekdays of the
  /// month, stay where they are.
  func allows(_ date: LocalDate, _ holidays: Holidays) -> Bool {
    switch rhythm {
    case .dates(let dates): return dates.contains(date)
    case .ofMonth(let places):
      return weekdays.contains(date.weekday) && !places.isDisjoint(with: date.placesInMonth)
    default: break
    }
    guard weekdays.contains(holidays.weekday(of: date)) else { return false }
    return switch rhythm {
    case .weeks(let every, let start):
      (date.monday.dayNumber - start.monday.dayNumber) % (7 * max(1, every)) == 0
    case .evenWeeks: date.isoWeek % 2 == 0
    case .oddWeeks: date.isoWeek % 2 == 1
    case .days(let every, let start): (date.dayNumber - start.dayNumber) % max(1, every) == 0
    case .daysOfMonth(let places):
      !places.isDisjoint(with: date.placesInMonth { weekdays.contains(holidays.weekday(of: $0)) })
    case .weekly, .ofMonth, .dates: true
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

  /// The place among the same weekdays of the month, 1 = the first; and `Recurrence.lastOfMonth` where it is the last.
  var placesInMonth: Set<Int> {
    let (_, month, day) = components
    let place = (day - 1) / 7 + 1
    return advanced(by: 7).components.month == month ? [place] : [place, Recurrence.lastOfMonth]
  }

  /// The place among the days of the month of some kind, of which it is one; and `Recurrence.lastOfMonth` where it is the last.
  func placesInMonth(among isOne: (LocalDate) -> Bool) -> Set<Int> {
    let (_, month, day) = components
    let place = (0..<day).count { isOne(advanced(by: -$0)) }
    let later = (1...31).lazy.map { advanced(by: $0) }.prefix { $0.components.month == month }
    return later.contains(where: isOne) ? [place] : [place, Recurrence.lastOfMonth]
  }
}
