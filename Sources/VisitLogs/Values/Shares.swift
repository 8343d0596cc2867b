import Files

/// How the shares in a column are written: as percent, or as parts of one.
///
/// A percent sign settles a cell. Of the numbers without one, a column is read as a whole: where none is above 1.5 they are parts of
/// one (`0,75` is 75 percent), where all but zeros are above it they are percent, and where both stand in a column nobody knows.
enum Shares: Hashable {
  /// `75`.
  case percent
  /// `0,75`.
  case parts
  /// Both; one of each as they stand.
  case mixed(part: String, percent: String)

  /// The largest number that may be a part of one: half as much again as full time.
  private static let largestPart = 1.5

  /// How a column's texts are written; what is no number does not count.
  init(_ texts: some Sequence<String>) {
    var (part, percent): (String?, String?)
    for text in texts {
      guard let number = Self.number(text), !number.hasSign, number.value != 0 else { continue }
      if number.value <= Self.largestPart { part = part ?? text } else { percent = percent ?? text }
    }
    self =
      switch (part, percent) {
      case (let part?, let percent?): .mixed(part: part, percent: percent)
      case (_?, nil): .parts
      case (nil, _): .percent
      }
  }

  /// The percent that a text says; `nil` where it is no number.
  func percent(_ text: String) -> Double? {
    guard let number = Self.number(text) else { return nil }
    return self == .parts && !number.hasSign ? number.value * 100 : number.value
  }

  /// Whether a text is of the kind of which there may be no doubt: a sign or a zero.
  static func isSettled(_ text: String) -> Bool { number(text).map { $0.hasSign || $0.value == 0 } ?? true }

  /// A number with a decimal point or comma, and whether it has a percent sign.
  private static func number(_ text: String) -> (value: Double, hasSign: Bool)? {
    var plain = NormalForm.dense(text)
    let signs = ["%", "procent", "percent"]
    let sign = signs.first { plain.hasSuffix($0) }
    if let sign { plain.removeLast(sign.count) }
    return Numbers.decimal(plain).map { ($0, sign != nil) }
  }
}

/// Numbers as people write them.
enum Numbers {
  /// A number with a decimal point or comma; `nil` where the text is none.
  static func decimal(_ text: String) -> Double? {
    let plain = NormalForm.dense(text).replacing(",", with: ".")
    guard plain.utf8.allSatisfy({ Byte.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      plain.utf8.contains(where: Byte.isDigit)
    else { return nil }
    return Double(plain)
  }

  /// A whole number, also with a decimal zero: `30,0`.
  static func whole(_ text: String) -> Int? {
    decimal(text).flatMap { Int(exactly: $0) }
  }
}
