/// The shifts of a unit; all times in minutes from midnight.
enum ShiftKind: String, CaseIterable {
  /// 07–16 with a break.
  case day = "d"
  /// 07–13 without one.
  case short = "s"
  /// 15–22 with a break.
  case evening = "e"

  var start: Int { self == .evening ? 15 * 60 : 7 * 60 }

  var end: Int {
    switch self {
    case .day: 16 * 60
    case .short: 13 * 60
    case .evening: 22 * 60
    }
  }

  /// Length and the earliest and latest beginning of the break.
  var rest: (minutes: Int, from: Int, to: Int)? {
    switch self {
    case .day: (30, 11 * 60, 13 * 60 + 30)
    case .short: nil
    case .evening: (30, 16 * 60, 19 * 60 + 30)
    }
  }

  /// Minutes to work, the break excluded.
  var workingMinutes: Int { end - start - (rest?.minutes ?? 0) }

  var part: DayPart { self == .evening ? .evening : .day }
}

/// The two halves of a unit's day, each with its own shifts.
enum DayPart: Int, CaseIterable {
  case day
  case evening

  /// A visit that starts before the evening shifts do is care of the day.
  init(startingAt minuteOfDay: Int) { self = minuteOfDay < ShiftKind.evening.start ? .day : .evening }

  var other: DayPart { self == .day ? .evening : .day }
}
