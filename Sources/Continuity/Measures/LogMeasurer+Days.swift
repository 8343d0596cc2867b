import HomeCare

extension LogMeasurer {
  /// Meetings on a day with any from which on a day without any is taken for a gap in the log: with ten on average chance
  /// leaves a day empty once in 22 000.
  static let fewestADay = 10

  /// The days of some periods, within the dates of the log, on which it has no meeting that took place, as stretches;
  /// none of a log with few meetings a day, in which such days are nothing strange.
  public func daysWithoutVisits(in periods: [Range<LocalDate>]) -> [ClosedRange<LocalDate>] {
    guard let known = log.dates(of: basis), let first = periods.map(\.lowerBound).min(),
      let last = periods.map(\.upperBound).max()
    else { return [] }
    let start = known.lowerBound.dayNumber
    var hasMeeting = [Bool](repeating: false, count: known.upperBound.dayNumber - start + 1)
    var meetings = 0
    let origin = Int32(known.lowerBound.midnight.minuteNumber)
    let day = Int32(LocalDateTime.minutesPerDay)
    for row in log.starts.indices where plan.tookPlace[Int(log.traitNumbers[row])] {
      hasMeeting[Int((log.starts[row] - origin) / day)] = true
      meetings += 1
    }
    guard meetings >= Self.fewestADay * hasMeeting.count(where: \.self) else { return [] }
    var stretches: [ClosedRange<LocalDate>] = []
    let dates = first.dayNumber..<last.dayNumber
    for place in hasMeeting.indices where !hasMeeting[place] && dates.contains(start + place) {
      let date = known.lowerBound.advanced(by: place)
      guard periods.contains(where: { $0.contains(date) }) else { continue }
      if let last = stretches.last, last.upperBound.advanced(by: 1) == date {
        stretches[stretches.count - 1] = last.lowerBound...date
      } else {
        stretches.append(date...date)
      }
    }
    return stretches
  }
}
