/// Days that are planned as another day of the week than the calendar's: public holidays as Sundays.
public struct Holidays: Hashable, Sendable {
  /// A day that is planned as another.
  public struct Day: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The day of the week that it is planned as, 1 = Monday … 7 = Sunday.
    public var weekday: Int

    /// A holiday, planned as a Sunday where nothing else is said.
    public init(name: String, weekday: Int = 7) {
      self.name = name
      self.weekday = weekday
    }
  }

  /// The days by date.
  public private(set) var days: [LocalDate: Day] = [:]

  /// No holidays at all.
  public init() {}

  /// Adds a day, in place of what is known of its date.
  public mutating func add(_ day: Day, on date: LocalDate) { days[date] = day }

  /// Adds the days of others, in place of what is known of their dates.
  public mutating func add(_ others: Holidays) { days.merge(others.days) { $1 } }

  /// The day of the week that a date is planned as.
  public func weekday(of date: LocalDate) -> Int { days[date]?.weekday ?? date.weekday }

  /// The dates of a stretch that are planned as another day of the week, in order.
  public func moved(in dates: ClosedRange<LocalDate>) -> [(date: LocalDate, day: Day)] {
    days.filter { dates.contains($0.key) && $0.key.weekday != $0.value.weekday }
      .map { (date: $0.key, day: $0.value) }.sorted { $0.date < $1.date }
  }
}
