import HomeCare

/// Reads numbers and times from bytes, alike for every kind of file.
package enum Scalars {
  /// A number as JSON writes it; whole where its value is.
  package enum Number {
    case whole(Int)
    case number(Double)

    /// The number, whole or not.
    package var value: Double {
      switch self {
      case .whole(let number): Double(number)
      case .number(let number): number
      }
    }
  }

  /// The number that bytes write as JSON does, or `nil` where they do not or it is too large for any column.
  package static func number(_ bytes: ArraySlice<UInt8>) -> Number? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? bytes.dropFirst() : bytes
    let whole = digits.prefix(while: Byte.isDigit)
    guard let first = whole.first, whole.count == 1 || first != UInt8(ascii: "0") else { return nil }
    if whole.count == digits.count, whole.count < 19 {
      let value = whole.reduce(0) { $0 * 10 + Int($1 - 48) }
      return .whole(isNegative ? -value : value)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if whole.count == digits.count, let value = Int(text), value != .min { return .whole(value) }
    var rest = digits.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard let digit = rest.first, Byte.isDigit(digit) else { return nil }
      rest = rest.drop(while: Byte.isDigit)
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard let digit = rest.first, Byte.isDigit(digit) else { return nil }
      rest = rest.drop(while: Byte.isDigit)
    }
    guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
    // A whole value written another way, such as 30.0 or 1e3, is the same number to JSON. Minus zero is not whole.
    if value == value.rounded(.towardZero), abs(value) <= 9_007_199_254_740_992, value != 0 || !isNegative {
      return .whole(Int(value))
    }
    return .number(value)
  }

  /// The date that bytes write as `2026-03-02`.
  package static func date(_ bytes: ArraySlice<UInt8>) -> LocalDate? {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let century = pair(bytes, start), let year = pair(bytes, start + 2), let month = pair(bytes, start + 5),
      let day = pair(bytes, start + 8)
    else { return nil }
    return LocalDate(year: century * 100 + year, month: month, day: day)
  }

  /// The time that bytes write as `2026-03-02T07:30`.
  package static func time(_ bytes: ArraySlice<UInt8>) -> LocalDateTime? {
    let start = bytes.startIndex
    guard bytes.count == 16, bytes[start + 10] == UInt8(ascii: "T"), let minute = clock(bytes[(start + 11)...]),
      let date = date(bytes[start..<(start + 10)])
    else { return nil }
    return date.midnight.advanced(by: minute)
  }

  /// The minutes from midnight that bytes write as `07:30`.
  package static func clock(_ bytes: ArraySlice<UInt8>) -> Int? {
    let start = bytes.startIndex
    guard bytes.count == 5, bytes[start + 2] == UInt8(ascii: ":"), let hour = pair(bytes, start), hour < 24,
      let minute = pair(bytes, start + 3), minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// The value of two digits.
  private static func pair(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Int? {
    let (tens, units) = (bytes[offset], bytes[offset + 1])
    guard Byte.isDigit(tens), Byte.isDigit(units) else { return nil }
    return Int(tens - 48) * 10 + Int(units - 48)
  }
}
