import HomeCare

extension [UInt8] {
  /// Appends a date as files write it.
  package mutating func append(_ date: LocalDate) {
    guard date.isInCalendar else { return append(contentsOf: date.description.utf8) }
    let (year, month, day) = date.components
    appendPair(year / 100)
    appendPair(year % 100)
    append(UInt8(ascii: "-"))
    appendPair(month)
    append(UInt8(ascii: "-"))
    appendPair(day)
  }

  /// Appends a date-time as files write it.
  package mutating func append(_ time: LocalDateTime) {
    guard time.isInCalendar else { return append(contentsOf: time.description.utf8) }
    append(time.date)
    append(UInt8(ascii: "T"))
    appendPair(time.minuteOfDay / 60)
    append(UInt8(ascii: ":"))
    appendPair(time.minuteOfDay % 60)
  }

  /// Appends a number from 0 to 99 as two digits.
  private mutating func appendPair(_ number: Int) {
    append(UInt8(48 + number / 10))
    append(UInt8(48 + number % 10))
  }
}
