/// One of the visits that a need asks for so many times a week or a month, and the days it may take place on.
struct FlexibleVisit: Hashable {
  /// The first day of its week or month.
  let period: LocalDate
  /// Its number in the week or month, 1 = the first.
  let number: Int
  /// The days it may take place on, in order; at least one.
  let days: [LocalDate]
  /// Fewest days from it to the next.
  let daysApart: Int
}

extension Recurrence {
  /// The visits of a horizon where the planner chooses the days.
  ///
  /// A week or a month of which only a part can be planned, since the horizon, the first or the last date cuts it, gets its
  /// part of the visits, so that two horizons side by side have them all and none twice. Days apart that the
  /// days left have no room for become fewer.
  func flexibleVisits(over horizon: Horizon, _ holidays: Holidays) -> [FlexibleVisit] {
    guard let times else { return [] }
    var visits: [FlexibleVisit] = []
    var period = Self.period(of: horizon.start, times.period)
    while period.lowerBound <= horizon.lastDate {
      let days = (period.lowerBound.dayNumber..<period.upperBound.dayNumber).map { LocalDate(dayNumber: $0) }
        .filter { allows($0, holidays) }
      if let from = days.firstIndex(where: { isPlanned($0, horizon) }),
        let to = days.lastIndex(where: { isPlanned($0, horizon) })
      {
        visits += part(from...to, of: days, times, in: period.lowerBound)
      }
      period = Self.period(of: period.upperBound, times.period)
    }
    return visits
  }

  private func isPlanned(_ date: LocalDate, _ horizon: Horizon) -> Bool {
    horizon.start <= date && date <= horizon.lastDate && isInForce(on: date)
  }

  /// The visits that fall to some of the days of a period.
  private func part(
    _ part: ClosedRange<Int>, of days: [LocalDate], _ times: Times, in period: LocalDate
  ) -> [FlexibleVisit] {
    let count = min(times.count, days.count)
    // Rounded to the nearest, halves up, of all days before: what two parts get adds up to the whole.
    func visits(before day: Int) -> Int { (2 * count * day + days.count) / (2 * days.count) }
    let numbers = visits(before: part.lowerBound)..<visits(before: part.upperBound + 1)
    var apart = max(1, times.daysApart ?? times.standardDaysApart)
    while apart > 1, Self.spread(numbers.count, over: days[part], apart) == nil { apart -= 1 }
    let spread = Self.spread(numbers.count, over: days[part], apart) ?? []
    return zip(numbers, spread).map { FlexibleVisit(period: period, number: $0 + 1, days: $1, daysApart: apart) }
  }

  /// The days on which each of some visits may lie so that all others have room before and after it; `nil` where there is
  /// no room for them.
  private static func spread(_ count: Int, over days: ArraySlice<LocalDate>, _ apart: Int) -> [[LocalDate]]? {
    func soonest(_ days: some Sequence<LocalDate>) -> [LocalDate]? {
      var chosen: [LocalDate] = []
      for day in days where chosen.count < count {
        if chosen.last.map({ abs(day.dayNumber - $0.dayNumber) >= apart }) ?? true { chosen.append(day) }
      }
      return chosen.count == count ? chosen : nil
    }
    guard let first = soonest(days), let last = soonest(days.reversed()) else { return nil }
    return zip(first, last.reversed()).map { first, last in days.filter { first <= $0 && $0 <= last } }
  }

  /// The week or the month of a date.
  private static func period(of date: LocalDate, _ period: Times.Period) -> Range<LocalDate> {
    switch period {
    case .week: return date.monday..<date.monday.advanced(by: 7)
    case .month:
      let (_, _, day) = date.components
      let first = date.advanced(by: 1 - day)
      let next = first.advanced(by: 31)
      return first..<next.advanced(by: 1 - next.components.day)
    }
  }
}
