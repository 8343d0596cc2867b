import Files
import HomeCare

/// Reads dates and times of logs out of their bytes.
struct MomentParser {
  /// A date, a time of day, or both; seconds are left out.
  struct Moment {
    var day: Int?
    var minute: Int?
    /// Minutes east of Greenwich, where the text says so.
    var offset: Int?
  }

  /// The order of dates in each column.
  private let orders: [ExportMapping.DateOrder]
  /// What the dates of each column tell of their order.
  private(set) var evidence: [DateEvidence]
  private var lastYearAndMonth: UInt64 = 0
  private var lastDayOfMonth: UInt16 = 0
  private var lastDay = 0
  /// The numbers of the last date that needed an order, and its day in each.
  private var lastNumbers: (MomentText.Number, MomentText.Number, MomentText.Number) = ((0, 0), (0, 0), (0, 0))
  private var lastDays = DateEvidence.Days((0, 0), (0, 0), (0, 0))

  /// A parser of some columns.
  init(orders: [ExportMapping.DateOrder]) {
    self.orders = orders
    evidence = Array(repeating: DateEvidence(), count: orders.count)
  }

  /// The moment that a text says, or `nil` where it says none.
  static func moment(_ text: String, _ order: ExportMapping.DateOrder) -> Moment? {
    var parser = MomentParser(orders: [order])
    return Array(text.utf8).withUnsafeBytes { parser.parse($0, 0) }
  }

  /// What the dates among some texts tell of their order.
  static func evidence(of texts: some Sequence<String>) -> DateEvidence {
    var parser = MomentParser(orders: [.dayFirst])
    for text in texts { _ = Array(text.utf8).withUnsafeBytes { parser.parse($0, 0) } }
    return parser.evidence[0]
  }

  /// The moment that bytes of a column say, or `nil` where they say none.
  @inline(__always)
  mutating func parse(_ bytes: UnsafeRawBufferPointer, _ column: Int) -> Moment? {
    // 2025-03-03T07:30, which most logs have on most rows.
    if bytes.count == 16, bytes[4] == Self.dash, bytes[7] == Self.dash,
      bytes[10] == Self.letterT || bytes[10] == Byte.space, bytes[13] == Self.colon
    {
      let hour = Self.two(bytes, 11)
      let minute = Self.two(bytes, 14)
      if hour < 24, minute < 60, let day = isoDay(bytes) { return Moment(day: day, minute: hour * 60 + minute) }
    }
    // 07:30 and 7.30 with two digits each, where the date has a column of its own.
    if bytes.count == 5, bytes[2] == Self.colon || bytes[2] == Self.point {
      let hour = Self.two(bytes, 0)
      let minute = Self.two(bytes, 3)
      if hour < 24, minute < 60 { return Moment(minute: hour * 60 + minute) }
    }
    return general(bytes, column)
  }

  /// The day of `2025-03-03` at the beginning, remembered from one row to the next.
  @inline(__always)
  private mutating func isoDay(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let last = bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    if first == lastYearAndMonth, last == lastDayOfMonth { return lastDay }
    guard let day = Self.day(bytes, year: 0, month: 5, dayAt: 8) else { return nil }
    (lastYearAndMonth, lastDayOfMonth, lastDay) = (first, last, day)
    return day
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")
  private static let point = UInt8(ascii: ".")
  private static let letterT = UInt8(ascii: "T")

  /// Two digits as a number; above 99 where they are none.
  @inline(__always)
  private static func two(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    let (tens, ones) = (bytes[offset] &- 48, bytes[offset + 1] &- 48)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 255
  }

  private static func day(_ bytes: UnsafeRawBufferPointer, year: Int, month: Int, dayAt: Int) -> Int? {
    let century = two(bytes, year)
    let yearOfCentury = two(bytes, year + 2)
    guard century < 100, yearOfCentury < 100 else { return nil }
    return LocalDate(year: century * 100 + yearOfCentury, month: two(bytes, month), day: two(bytes, dayAt))?.dayNumber
  }
}

// MARK: - Every other shape

extension MomentParser {
  /// Reads any of the shapes that exports have: `2025-03-03 07:30:00`, `20250303`, `3.3.2025 7.30`, `03/03/2025 7:30 PM`,
  /// `3 mars 2025 kl. 07:30`, `mån 2025-03-03`, `25-03-03`, `07:30`, `0730`, `kl 7`, and each with an offset; days as
  /// spreadsheets count them with a fraction, `45719,3125`, and seconds or milliseconds since 1970.
  private mutating func general(_ bytes: UnsafeRawBufferPointer, _ column: Int) -> Moment? {
    var text = MomentText(bytes)
    text.skipSpaces()
    if let byte = text.current, !Byte.isDigit(byte) { text.skipWeekday() }
    if text.skipClockWord() { return text.number().flatMap { finish(&text, startingWith: $0, Moment()) } }
    guard let first = text.number() else { return nil }
    if Self.isClock(first, text) { return finish(&text, startingWith: first, Moment()) }
    var moment = Moment()
    switch first.digits {
    case 8, 12, 14:
      let date = first.digits == 8 ? first.value : first.value / (first.digits == 12 ? 10_000 : 1_000_000)
      moment.day = LocalDate(year: date / 10_000, month: date / 100 % 100, day: date % 100)?.dayNumber
      if first.digits > 8 {
        let clock = first.digits == 12 ? first.value % 10_000 : first.value % 1_000_000 / 100
        guard moment.day != nil, clock / 100 < 24, clock % 100 < 60 else { return nil }
        moment.minute = clock / 100 * 60 + clock % 100
        text.skipSpaces()
        return text.isAtEnd ? moment : nil
      }
    case 5:
      // Spreadsheets count from the last day but one of 1899.
      guard Self.serialDays.contains(first.value), let minutes = text.fractionOfDay() else { return nil }
      let wall = (first.value - 25_569) * LocalDateTime.minutesPerDay + minutes
      return text.isAtEnd
        ? Moment(day: wall / LocalDateTime.minutesPerDay, minute: wall % LocalDateTime.minutesPerDay) : nil
    case 10, 13:
      let seconds = first.digits == 10 ? first.value : first.value / 1000
      guard Self.seconds.contains(seconds), text.isAtEnd else { return nil }
      let minutes = seconds / 60
      return Moment(
        day: minutes / LocalDateTime.minutesPerDay, minute: minutes % LocalDateTime.minutesPerDay, offset: 0)
    case 6:
      let (front, middle, back) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
      moment.day = day((front, 2), (middle, 2), (back, 2), false, column)
    case 4:
      guard let month = text.numberAfterMark(), let day = text.numberAfterMark() else { return nil }
      moment.day = LocalDate(year: first.value, month: month.value, day: day.value)?.dayNumber
    case 1, 2:
      if let month = text.monthAfterMark() {
        guard let year = text.year() else { return nil }
        moment.day = LocalDate(year: year, month: month, day: first.value)?.dayNumber
        break
      }
      let isDotted = text.current == Self.point
      guard let second = text.numberAfterMark() else { return nil }
      if isDotted, second.digits == 2, text.isAtEnd || text.current == Byte.space {
        return clock(&text, first.value, second.value)
      }
      // Where a year has two digits, which of the two ends is one depends on the column.
      guard let third = text.numberAfterMark() else { return nil }
      moment.day = day(first, second, third, isDotted, column)
    default: return nil
    }
    guard moment.day != nil else { return nil }
    text.skipBetweenDateAndTime()
    if text.isAtEnd { return moment }
    guard let hour = text.number() else { return nil }
    return finish(&text, startingWith: hour, moment)
  }

  /// Days that a spreadsheet counts, of the years from 2000 to 2050.
  private static let serialDays = 36_526..<55_153
  /// Seconds since 1970, of the years from 2010 to 2033, which are no dates of two digits a year.
  private static let seconds = 1_262_304_000..<2_000_000_000

  /// Whether a number begins a time of day: it has a colon or an `h` behind it, says the half of the day, or stands alone with at
  /// most four digits.
  private static func isClock(_ first: MomentText.Number, _ text: MomentText) -> Bool {
    guard first.digits <= 4 else { return false }
    var text = text
    if text.current == colon || text.skipHourMark() { return true }
    text.skipSpaces()
    return text.isAtEnd || first.digits <= 2 && text.halfOfDay() != nil && text.isAtEnd
  }

  /// A time of day with a point in it, which may say its half of the day.
  private func clock(_ text: inout MomentText, _ hour: Int, _ minute: Int) -> Moment? {
    guard let hour = Self.hour(hour, &text), text.isAtEnd, hour < 24, minute < 60 else { return nil }
    return Moment(minute: hour * 60 + minute)
  }

  /// The hour of the day, of which the text may say the half; `nil` where that half has no such hour.
  private static func hour(_ hour: Int, _ text: inout MomentText) -> Int? {
    text.skipSpaces()
    guard let isAfternoon = text.halfOfDay() else { return hour }
    return (1...12).contains(hour) ? hour % 12 + (isAfternoon ? 12 : 0) : nil
  }

  /// The day of three numbers in the column's order; what they tell of the order is kept.
  private mutating func day(
    _ first: MomentText.Number, _ second: MomentText.Number, _ third: MomentText.Number, _ isDotted: Bool, _ column: Int
  ) -> Int? {
    // Most rows have the date of the row before.
    if first != lastNumbers.0 || second != lastNumbers.1 || third != lastNumbers.2 {
      lastNumbers = (first, second, third)
      lastDays = DateEvidence.Days(first, second, third)
    }
    evidence[column].note(lastDays, isDotted: isDotted)
    return lastDays[orders[column]]
  }

  /// Reads a time of day of which the first number is known, and an offset.
  private func finish(
    _ text: inout MomentText, startingWith first: MomentText.Number, _ moment: Moment
  ) -> Moment? {
    var moment = moment
    var (written, minute) = (first.value, 0)
    if first.digits <= 2 {
      if text.current == Self.colon || text.current == Self.point || text.skipHourMark() {
        if text.current.map({ Byte.isDigit($0) || $0 == Self.colon || $0 == Self.point }) ?? false {
          guard let next = text.numberAfterOptionalMark(), next.digits == 2 else { return nil }
          minute = next.value
          text.skipSecondsAndFraction()
        }
      }
    } else {
      guard first.digits <= 4, text.current != Self.colon else { return nil }
      (written, minute) = (first.value / 100, first.value % 100)
    }
    // 24:00 is the midnight that ends the day.
    guard minute < 60, let hour = Self.hour(written, &text), hour < 24 || hour == 24 && minute == 0 else { return nil }
    moment.minute = hour * 60 + minute
    text.skipSpaces()
    if !text.isAtEnd {
      guard let offset = text.offset() else { return nil }
      moment.offset = offset
      text.skipSpaces()
    }
    return text.isAtEnd ? moment : nil
  }
}
