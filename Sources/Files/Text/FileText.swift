import HomeCare

extension Double {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  package var fileText: String {
    // Below 10¹⁵ every whole double has its digits; minus zero keeps its sign in the longer form.
    if self == rounded(.towardZero), abs(self) < 1e15, self != 0 || sign == .plus { return String(Int(self)) }
    return description
  }
}

/// Bytes as hexadecimal digits.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

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
