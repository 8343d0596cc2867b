import HomeCare

/// Meetings whose dates lie far from those of all others, as mistyped ones do.
public struct StrayMeetings: Hashable, Sendable {
  /// The dates of all other meetings.
  public let others: ClosedRange<LocalDate>
  /// How many they are.
  public let count: Int
  /// The first and the last of their dates.
  public let dates: ClosedRange<LocalDate>
}

extension LogMeasurer {
  /// Days without any meeting behind which a few meetings are strays.
  private static let gap = 28
  /// Of so many meetings, one may be a stray.
  private static let oneIn = 100

  /// The few meetings that lie four weeks or more from all others; `nil` where there are none, or too many for an oversight.
  public var strays: StrayMeetings? {
    guard let known = log.dates(of: basis) else { return nil }
    let start = known.lowerBound.dayNumber
    var meetings = [Int](repeating: 0, count: known.upperBound.dayNumber - start + 1)
    if meetings.count <= Self.gap { return nil }
    let origin = Int32(known.lowerBound.midnight.minuteNumber)
    for row in log.starts.indices where plan.tookPlace[Int(log.traitNumbers[row])] {
      meetings[Int((log.starts[row] - origin) / Int32(LocalDateTime.minutesPerDay))] += 1
    }
    // Stretches of days, the gaps between them left out.
    var stretches: [(days: ClosedRange<Int>, meetings: Int)] = []
    for (day, count) in meetings.enumerated() where count > 0 {
      if let last = stretches.last, day - last.days.upperBound <= Self.gap {
        stretches[stretches.count - 1] = (last.days.lowerBound...day, last.meetings + count)
      } else {
        stretches.append((day...day, count))
      }
    }
    guard stretches.count > 1, let main = stretches.max(by: { $0.meetings < $1.meetings }) else { return nil }
    let others = stretches.filter { $0.days != main.days }
    let count = others.reduce(0) { $0 + $1.meetings }
    guard count * Self.oneIn <= main.meetings, let first = others.first, let last = others.last else { return nil }
    func date(_ day: Int) -> LocalDate { known.lowerBound.advanced(by: day) }
    return StrayMeetings(
      others: date(main.days.lowerBound)...date(main.days.upperBound), count: count,
      dates: date(first.days.lowerBound)...date(last.days.upperBound))
  }
}
