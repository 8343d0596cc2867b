import Files

/// Steps through the bytes of a date or time.
struct MomentText {
  /// A number and how many digits it is written with.
  typealias Number = (value: Int, digits: Int)

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpaces() {
    while current == Byte.space || current == Byte.tab { position += 1 }
  }

  /// Passes over what stands between a date and a time: spaces, a `T`, a comma.
  mutating func skipBetweenDateAndTime() {
    skipSpaces()
    if current == UInt8(ascii: "T") || current == UInt8(ascii: "t") || current == Byte.comma { position += 1 }
    skipSpaces()
    _ = skipClockWord()
  }

  /// Passes over the name of a day of the week before a date, in full or with three letters, in Swedish or English.
  mutating func skipWeekday() {
    let end =
      bytes[position...].firstIndex { $0 == Byte.space || $0 == Byte.comma || $0 == UInt8(ascii: ".") } ?? position
    guard end - position >= 3 else { return }
    let word = word(position..<end)
    guard Weekdays.all.contains(where: { $0.hasPrefix(word) }) else { return }
    position = end
    while let byte = current, Self.parts(byte) || byte == Byte.comma { position += 1 }
  }

  /// The part of a day that a fraction after a point or a comma says, in minutes, rounded; `nil` where none stands here.
  mutating func fractionOfDay() -> Int? {
    guard current == UInt8(ascii: ".") || current == Byte.comma else { return nil }
    var text = self
    text.position += 1
    var (value, scale) = (0.0, 1.0)
    while let byte = text.current, Byte.isDigit(byte) {
      (value, scale) = (value * 10 + Double(byte - 48), scale * 10)
      text.position += 1
    }
    guard scale > 1, scale < 1e18 else { return nil }
    self = text
    return Int((value / scale * 1440).rounded())
  }

  /// A run of up to 14 digits.
  mutating func number() -> Number? {
    var (value, digits) = (0, 0)
    while let byte = current, Byte.isDigit(byte) {
      digits += 1
      guard digits <= 14 else { return nil }
      value = value * 10 + Int(byte - 48)
      position += 1
    }
    return digits > 0 ? (value, digits) : nil
  }

  /// A number after one of `-`, `/`, `.` or `:`.
  mutating func numberAfterMark() -> Number? {
    switch current {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"): position += 1
    default: return nil
    }
    return number()
  }

  /// A number, with or without a mark before it.
  mutating func numberAfterOptionalMark() -> Number? {
    current.map(Byte.isDigit) ?? false ? number() : numberAfterMark()
  }

  /// Passes over `kl`, `kl.` or `klockan`; whether one of them stands here.
  mutating func skipClockWord() -> Bool {
    guard letter() == UInt8(ascii: "k") else { return false }
    let end = endOfWord(from: position)
    guard ["kl", "klockan"].contains(word(position..<end)) else { return false }
    position = end
    if current == UInt8(ascii: ".") { position += 1 }
    skipSpaces()
    return true
  }

  /// Passes over the `h` of `07h30`; whether it stands here.
  mutating func skipHourMark() -> Bool {
    guard letter() == UInt8(ascii: "h"), position + 1 == bytes.count || Byte.isDigit(bytes[position + 1]) else {
      return false
    }
    position += 1
    return true
  }

  /// The month whose name stands here, after a space or a hyphen, in Swedish or English, in full or with three letters.
  mutating func monthAfterMark() -> Int? {
    var start = position
    while start < bytes.count, Self.parts(bytes[start]) { start += 1 }
    let end = endOfWord(from: start)
    guard end - start >= 3 else { return nil }
    let word = word(start..<end)
    guard let month = Self.month(word) else { return nil }
    position = end
    return month
  }

  /// The month that a word of three letters or more, in lower case, names in full or in short.
  static func month(_ word: some StringProtocol) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { names in names.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }

  private static let months: [[String]] = [
    ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"], ["juni", "june"],
    ["juli", "july"], ["augusti", "august"], ["september"], ["oktober", "october"], ["november"],
    ["december"],
  ]

  /// A year of two or four digits after a mark or a space.
  mutating func year() -> Int? {
    while let byte = current, Self.parts(byte) || byte == Byte.comma { position += 1 }
    guard let year = number(), year.digits == 2 || year.digits == 4 else { return nil }
    return year.digits == 2 ? 2000 + year.value : year.value
  }

  /// The letter that stands here, in lower case.
  private func letter() -> UInt8? { current.map { $0 | 0x20 } }

  /// Where the letters of the alphabet end that begin at an offset.
  private func endOfWord(from start: Int) -> Int {
    bytes[start...].firstIndex { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? bytes.count
  }

  private func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).lowercased() }

  /// Whether a byte may stand between the day, the name of the month and the year.
  private static func parts(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  /// Passes over `:30` and `.123`; seconds do not matter to any figure.
  mutating func skipSecondsAndFraction() {
    for marks in [[UInt8(ascii: ":"), UInt8(ascii: ".")], [UInt8(ascii: "."), Byte.comma]] {
      guard let mark = current, marks.contains(mark), position + 1 < bytes.count, Byte.isDigit(bytes[position + 1])
      else { return }
      position += 1
      while let byte = current, Byte.isDigit(byte) { position += 1 }
    }
  }

  /// Whether `AM` or `PM` stands here, and which.
  mutating func halfOfDay() -> Bool? {
    guard position + 2 <= bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    let letter = bytes[position] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    position += 2
    return letter == UInt8(ascii: "p")
  }

  /// `Z`, `+01:00`, `+0100` or `+01`, in minutes.
  mutating func offset() -> Int? {
    if current == UInt8(ascii: "Z") || current == UInt8(ascii: "z") {
      position += 1
      return 0
    }
    guard current == UInt8(ascii: "+") || current == UInt8(ascii: "-") else { return nil }
    let sign = current == UInt8(ascii: "-") ? -1 : 1
    position += 1
    guard let hours = number() else { return nil }
    var minutes = 0
    switch hours.digits {
    case 2:
      if current == UInt8(ascii: ":") { minutes = numberAfterMark()?.value ?? 60 }
      guard hours.value <= 14, minutes < 60 else { return nil }
      return sign * (hours.value * 60 + minutes)
    case 4:
      minutes = hours.value % 100
      guard hours.value / 100 <= 14, minutes < 60 else { return nil }
      return sign * (hours.value / 100 * 60 + minutes)
    default: return nil
    }
  }
}
