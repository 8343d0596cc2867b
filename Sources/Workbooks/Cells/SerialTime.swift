import HomeCare

/// A date and time as spreadsheets keep it: days since an epoch, with the time of day as a fraction.
struct SerialTime {
  /// Seconds since the epoch, to the nearest one: a fraction of a day is seldom exact.
  private let seconds: Int
  private let isFrom1904: Bool

  /// The time of a serial number, or `nil` where it lies outside the calendar of spreadsheets, 1900 to 9999.
  init?(_ serial: Double, isFrom1904: Bool) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    seconds = Int((serial * 86_400).rounded())
    self.isFrom1904 = isFrom1904
  }

  private var day: Int { seconds / 86_400 }
  private var secondOfDay: Int { seconds % 86_400 }
  /// Whether a time of day stands there beside the date.
  private var hasTime: Bool { secondOfDay != 0 }

  /// The serial number of a date in the 1900 system, and of a time of day in minutes after its midnight.
  static func serial(_ date: LocalDate, minute: Int = 0) -> Double {
    Double(date.dayNumber + 25_569) + Double(minute) / 1440
  }

  /// The date, as files write it.
  private var dateText: String {
    if isFrom1904 { return LocalDate(dayNumber: day - 24_107).description }
    // The 1900 system has a 29 February that the year 1900 had not; days before it are one later than counted.
    if day == 60 { return "1900-02-29" }
    return LocalDate(dayNumber: day - (day < 60 ? 25_568 : 25_569)).description
  }

  /// The text of a number that is shown in a format of times.
  func text(_ format: NumberFormat) -> String {
    switch format {
    case .time where day == 0: Self.clock(secondOfDay)
    // 24:00 typed as a time of day, and hours that run on.
    case .time where day == 1: Self.clock(seconds)
    case .duration: Self.clock(seconds)
    // Whatever is shown, nothing that the cell holds is lost.
    case .dateTime, .time: "\(dateText) \(Self.clock(secondOfDay))"
    default: hasTime ? "\(dateText) \(Self.clock(secondOfDay))" : dateText
    }
  }

  private static func clock(_ seconds: Int) -> String {
    func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(pair(seconds / 3600)):\(pair(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : "\(minutes):\(pair(seconds % 60))"
  }
}
