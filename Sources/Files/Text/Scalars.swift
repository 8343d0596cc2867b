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
    var position = bytes.startIndex
    let end = bytes.endIndex
    func current() -> UInt8? { position < end ? bytes[position] : nil }
    let isNegative = current() == UInt8(ascii: "-")
    if isNegative { position += 1 }
    // Digits are gathered while they fit; a number of up to 19 of them is exact.
    var digits: UInt64 = 0
    var isExact = true
    func gather() -> Int {
      let start = position
      while position < end, Byte.isDigit(bytes[position]) {
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(UInt64(bytes[position] - 48))
        if overflow || carry { isExact = false } else { digits = sum }
        position += 1
      }
      return position - start
    }
    let first = position
    let wholeDigits = gather()
    guard wholeDigits > 0, wholeDigits == 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
    var exponent = 0
    let isPlain = position == end
    if current() == UInt8(ascii: ".") {
      position += 1
      let fraction = gather()
      guard fraction > 0 else { return nil }
      exponent -= fraction
    }
    if let mark = current(), mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      position += 1
      let isDown = current() == UInt8(ascii: "-")
      if isDown || current() == UInt8(ascii: "+") { position += 1 }
      let start = position
      var power = 0
      while position < end, Byte.isDigit(bytes[position]) {
        power = min(power * 10 + Int(bytes[position] - 48), 100_000)
        position += 1
      }
      guard position > start else { return nil }
      exponent += isDown ? -power : power
    }
    guard position == end else { return nil }
    if isPlain && isExact, digits <= UInt64(Int.max) { return .whole(isNegative ? -Int(digits) : Int(digits)) }

    // Both factors are exact doubles here, so one rounding gives the nearest double (W. Clinger, "How to read
    // floating point numbers accurately", 1990).
    var value: Double
    if isExact, digits <= 1 << 53, abs(exponent) <= 22 {
      value = exponent < 0 ? Double(digits) / powersOfTen[-exponent] : Double(digits) * powersOfTen[exponent]
      if isNegative { value = -value }
    } else {
      guard let read = Double(String(decoding: bytes, as: UTF8.self)), read.isFinite else { return nil }
      value = read
    }
    // A whole value written another way, such as 30.0 or 1e3, is the same number to JSON. Minus zero is not whole.
    if value == value.rounded(.towardZero), abs(value) <= 9_007_199_254_740_992, value != 0 || !isNegative {
      return .whole(Int(value))
    }
    return .number(value)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

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
    guard bytes.count == 16, bytes[start + 10] == UInt8(ascii: "T"), bytes[start + 13] == UInt8(ascii: ":"),
      let hour = pair(bytes, start + 11), hour < 24, let minute = pair(bytes, start + 14), minute < 60,
      let date = date(bytes[start..<(start + 10)])
    else { return nil }
    return date.midnight.advanced(by: hour * 60 + minute)
  }

  /// The value of two digits.
  private static func pair(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Int? {
    let (tens, units) = (bytes[offset], bytes[offset + 1])
    guard Byte.isDigit(tens), Byte.isDigit(units) else { return nil }
    return Int(tens - 48) * 10 + Int(units - 48)
  }
}
