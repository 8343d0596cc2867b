import HomeCare

/// What a mark of a schedule means.
public enum ShiftMeaning: Hashable, Sendable {
  /// A shift: its minutes of the day, the end possibly on the next, and those of its break.
  case shift(Range<Int>, breakMinutes: Int?)
  /// Not at work.
  case free
  /// Not at work although it would be: a holiday, illness, parental leave.
  case absent
}

extension ShiftMeaning: CustomStringConvertible {
  /// The times, as `07:00-16:00 rast 30`, or a word.
  public var description: String {
    switch self {
    case .shift(let time, let minutes):
      "\(Self.clock(time.lowerBound))-\(Self.clock(time.upperBound))" + (minutes.map { " rast \($0)" } ?? "")
    case .free: "ledig"
    case .absent: "frånvarande"
    }
  }

  private static func clock(_ minute: Int) -> String {
    LocalDateTime(minuteNumber: minute % LocalDateTime.minutesPerDay).clock
  }
}
