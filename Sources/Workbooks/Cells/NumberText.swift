import Files
import Foundation

/// Writes the numbers of cells as people would type them.
struct NumberText {
  /// Whether dates are counted from 1904, as some workbooks of a Mac are.
  let isFrom1904: Bool

  /// The text of a cell that holds a number.
  func text(_ raw: [UInt8], _ format: NumberFormat) -> [UInt8] {
    // Most cells hold a whole number in a plain format.
    if format == .plain, raw.count < 16, raw.allSatisfy(Byte.isDigit) { return raw }
    guard let number = Double(String(decoding: raw, as: UTF8.self)), number.isFinite else { return raw }
    switch format {
    case .plain: return Array(Self.plain(number).utf8)
    case .percent: return Array("\(Self.plain((number * 1e12).rounded() / 1e10)) %".utf8)
    case .digits(let pattern): return Self.filled(pattern, number)
    case .date, .time, .dateTime, .duration:
      return Array((SerialTime(number, isFrom1904: isFrom1904)?.text(format) ?? Self.plain(number)).utf8)
    }
  }

  /// A number in at most 15 digits, which is what spreadsheets keep; whole numbers in all their digits.
  private static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 9e18 { return String(Int(number)) }
    let exact = number.description
    guard exact.utf8.count > 16, let short = Double(String(format: "%.15g", number)) else { return exact }
    return short == short.rounded() && abs(short) < 9e18 ? String(Int(short)) : short.description
  }

  /// A whole number in the places of a pattern's zeros, from the right.
  private static func filled(_ pattern: [UInt8], _ number: Double) -> [UInt8] {
    guard number >= 0, number == number.rounded(), number < 1e15 else { return Array(plain(number).utf8) }
    var digits = Array(String(Int(number)).utf8)
    var result: [UInt8] = []
    for byte in pattern.reversed() {
      result.append(byte == UInt8(ascii: "0") ? digits.popLast() ?? byte : byte)
    }
    return digits + result.reversed()
  }

  /// Whether a number has more digits than a spreadsheet keeps, so that its last ones are lost.
  static func isCutOff(_ raw: [UInt8]) -> Bool {
    // Short ones cannot be, unless they have an exponent.
    guard raw.count > 15 || raw.contains(where: { $0 | 0x20 == 0x65 }) else { return false }
    return Double(String(decoding: raw, as: UTF8.self)).map { abs($0) >= 1e15 } ?? false
  }
}
