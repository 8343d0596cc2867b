/// A Swedish personal number, or a coordination number, however it is written: `19400301-1234`, `194003011234`,
/// `400301-1234` or `400301+1234`.
///
/// The form is that of the Swedish Tax Agency (SKV 704): the date of birth, of a coordination number with 60 added to the
/// day, and four digits of which the last checks the others (Luhn). What holds a hyphen or a century is known by its date; ten
/// digits and nothing else, which any number might be, are taken for one only where the check digit is right too.
package struct PersonalNumber: Hashable, Sendable {
  /// The last ten digits, which all ways of writing have in common.
  package let digits: String
  /// 18, 19 or 20, where it is written.
  package let century: Int?
  /// Whether a plus says that the person is a hundred years old or more.
  package let isCentenarian: Bool

  /// The number that a text writes, or `nil` where it writes none. White space and the kind of hyphen do not matter.
  package init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    let bytes = Array(NormalForm.dense(text).utf8)
    var figures = bytes.filter(Byte.isDigit)
    guard figures.count == 10 || figures.count == 12, bytes.count - figures.count <= 1 else { return nil }
    let mark = bytes.count > figures.count ? bytes[bytes.count - 5] : nil
    guard mark == nil || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") else { return nil }
    var written: Int?
    if figures.count == 12 {
      let value = Int(figures[0] - 48) * 10 + Int(figures[1] - 48)
      guard (18...20).contains(value) else { return nil }
      written = value
      figures.removeFirst(2)
    }
    guard Self.isDate(figures), written != nil || mark != nil || Self.isChecked(figures) else { return nil }
    digits = String(decoding: figures, as: UTF8.self)
    century = written
    isCentenarian = mark == UInt8(ascii: "+")
  }

  /// Whether six digits or more begin with the date of birth of such a number.
  package static func isDate(_ digits: [UInt8]) -> Bool {
    func pair(_ place: Int) -> Int { Int(digits[place] - 48) * 10 + Int(digits[place + 1] - 48) }
    let day = pair(4) > 60 ? pair(4) - 60 : pair(4)
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(pair(2)) && day >= 1 && day <= lengths[pair(2) - 1]
  }

  private static func isChecked(_ digits: [UInt8]) -> Bool {
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - 48) * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + value / 10 + value % 10
    }
    return sum % 10 == 0
  }
}

/// Numbers that a spreadsheet has shortened, such as `1,94503E+11`: several ids become one, and nobody can tell which.
package enum ShortenedNumber {
  /// What should stand in the place of such a number.
  package static let expected =
    "the id with all its digits: a spreadsheet has shortened it, and others may have become the same; "
    + "export again with the column as text"

  /// Whether bytes write such a number.
  package static func matches(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, Byte.isDigit(first), let last = bytes.last, Byte.isDigit(last), bytes.count <= 30
    else { return false }
    var rest = bytes.dropFirst()[...]
    if rest.first == Byte.comma || rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let decimals = rest.prefix(while: Byte.isDigit)
      guard !decimals.isEmpty else { return false }
      rest = rest.dropFirst(decimals.count)
    }
    guard let letter = rest.popFirst(), letter | 0x20 == UInt8(ascii: "e"), rest.popFirst() == UInt8(ascii: "+") else {
      return false
    }
    return rest.allSatisfy(Byte.isDigit)
  }
}
