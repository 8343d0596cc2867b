/// What a spreadsheet shows a number as (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat: Hashable {
  /// A number as such, however many decimals are shown.
  case plain
  /// Hundredths with a percent sign.
  case percent
  /// A date.
  case date
  /// A time of day.
  case time
  /// A date with a time of day.
  case dateTime
  /// Time that runs on past 24 hours.
  case duration
  /// A whole number with digits and marks of its own, such as `000000-0000`: the marks stand where they do in the format.
  case digits([UInt8])

  /// The format of an id that every workbook knows.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dateTime
    case 46: self = .duration
    default: self = .plain
    }
  }

  /// The format that a code writes, such as `yyyy-mm-dd;@`; the first section is that of most numbers.
  init(code: String) {
    var letters: [UInt8] = []
    var (isElapsed, hasComma) = (false, false)
    var pattern: [UInt8] = []
    let code = Array(code.utf8)
    var position = 0
    scan: while position < code.count {
      let byte = code[position]
      position += 1
      switch byte {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        let end = code[position...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
        pattern += code[position..<end]
        position = min(code.count, end + 1)
      case UInt8(ascii: "\\"):
        if position < code.count { pattern.append(code[position]) }
        position += 1
      // A space as wide as the next character, or the next character as often as there is room.
      case UInt8(ascii: "_"), UInt8(ascii: "*"): position += 1
      case UInt8(ascii: "["):
        let end = code[position...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
        // Time that has passed, `[h]`, unlike a colour, a condition or a language.
        let word = code[position..<end].map { $0 | 0x20 }
        if let first = word.first, "hms".utf8.contains(first), word.allSatisfy({ $0 == first }) { isElapsed = true }
        position = min(code.count, end + 1)
      case UInt8(ascii: ","): hasComma = true
      default:
        let letter = byte | 0x20
        if letter >= 0x61, letter <= 0x7A { letters.append(letter) } else { pattern.append(byte) }
      }
    }
    self = Self.meaning(letters, isElapsed: isElapsed, pattern: hasComma ? [] : pattern)
  }

  private static func meaning(_ letters: [UInt8], isElapsed: Bool, pattern: [UInt8]) -> NumberFormat {
    if isElapsed { return .duration }
    let text = String(decoding: letters, as: UTF8.self)
    guard text != "general", text != "standard" else { return .plain }
    let hasTime = letters.contains { "hs".utf8.contains($0) }
    // An m beside hours or seconds is minutes; alone, or with days and years, it is months.
    let hasDate = letters.contains { "dy".utf8.contains($0) } || (!hasTime && letters.contains(UInt8(ascii: "m")))
    if hasDate { return hasTime ? .dateTime : .date }
    if hasTime { return .time }
    if pattern.contains(UInt8(ascii: "%")) { return .percent }
    // What pads with zeros or puts marks amid the digits is an id, such as 000000-0000.
    let zeros = pattern.count { $0 == UInt8(ascii: "0") }
    let isWhole = pattern.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    return letters.isEmpty && zeros > 1 && isWhole ? .digits(pattern) : .plain
  }
}
