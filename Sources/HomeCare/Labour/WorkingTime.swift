/// One staff member's work, as stretches in the order of time that do not overlap.
struct WorkingTime {
  let stretches: [Range<LocalDateTime>]

  /// The longest stretch of a period without work, in minutes.
  func longestRest(in period: Range<LocalDateTime>) -> Int {
    var longest = 0
    var free = period.lowerBound
    for stretch in stretches[stretches.firstPosition { $0.upperBound > period.lowerBound }...] {
      if stretch.lowerBound >= period.upperBound { break }
      longest = max(longest, stretch.lowerBound.minutes(since: free))
      free = stretch.upperBound
    }
    return max(longest, period.upperBound.minutes(since: free))
  }

  /// The starts of the days with work, where a day breaks at a minute of the clock.
  func days(breakingAt minuteOfDay: Int) -> [LocalDateTime] {
    var starts: [LocalDateTime] = []
    for stretch in stretches {
      var start = stretch.lowerBound.date.midnight.advanced(by: minuteOfDay)
      if start > stretch.lowerBound { start = start.advanced(by: -LocalDateTime.minutesPerDay) }
      while start < stretch.upperBound {
        if starts.last.map({ $0 < start }) ?? true { starts.append(start) }
        start = start.advanced(by: LocalDateTime.minutesPerDay)
      }
    }
    return starts
  }

  /// The starts of the days with work, where days break at the minute that leaves fewest of them without the rest.
  ///
  /// A day that breaks at p holds the rest of a gap from a to b where a + rest − 24 h ≤ p ≤ b − rest; so a best break
  /// of day is among the ends of these spans, one for each end and each start of work.
  func daysAtBestBreak(rest: Int) -> [LocalDateTime] {
    let breaks = stretches.flatMap {
      [$0.upperBound.advanced(by: rest).minuteOfDay, $0.lowerBound.advanced(by: -rest).minuteOfDay]
    }
    var best: (failures: Int, days: [LocalDateTime])?
    for minute in Set(breaks).sorted() {
      let days = days(breakingAt: minute)
      let failures = days.count { longestRest(in: $0..<$0.advanced(by: LocalDateTime.minutesPerDay)) < rest }
      if failures < best?.failures ?? .max { best = (failures, days) }
      if failures == 0 { break }
    }
    return best?.days ?? []
  }
}
