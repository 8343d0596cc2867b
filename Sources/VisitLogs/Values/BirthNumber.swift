import Files

/// When the bearer of a personal number was born, as far as an export has left the number whole.
///
/// Beside whole numbers it reads those whose last four are hidden (`19700507-XXXX`) or hold letters, as those of people
/// without a number of their own do (`19700507TF12`), dates of birth with a century and nothing more, and what a spreadsheet
/// has made a number: `197005071234,0`, and `503121234` without its leading zero, which the check digit proves.
struct BirthNumber {
  private let ofCentury: Int
  private let century: Int?
  private let isCentenarian: Bool

  /// The birth that a text tells, or `nil` where it tells none.
  init?(_ text: String) {
    var text = NormalForm.dense(text)
    for decimals in [",0", ".0", ",00", ".00"] where text.hasSuffix(decimals) {
      text.removeLast(decimals.count)
      break
    }
    let bytes = Array(text.utf8)
    let isPlain = bytes.allSatisfy(Byte.isDigit)
    if let number = PersonalNumber(text) ?? (isPlain && bytes.count == 9 ? PersonalNumber("0" + text) : nil) {
      (ofCentury, century) = (Int(number.digits.prefix(2)) ?? 0, number.century)
      isCentenarian = number.isCentenarian
      return
    }
    let figures = bytes.prefix(while: Byte.isDigit)
    var last = bytes.dropFirst(figures.count >= 8 ? 8 : 6)[...]
    isCentenarian = last.first == UInt8(ascii: "+")
    if isCentenarian || last.first == UInt8(ascii: "-") { last = last.dropFirst() }
    let isWhole = last.count == 4 && last.allSatisfy { Byte.isDigit($0) || Self.fillers.contains($0) }
    let (head, hasCentury) = (Array(figures.prefix(figures.count >= 8 ? 8 : 6)), figures.count >= 8)
    guard head.count == (hasCentury ? 8 : 6), isWhole && !isPlain || last.isEmpty && hasCentury && isPlain else {
      return nil
    }
    let written = hasCentury ? Int(head[0] - 48) * 10 + Int(head[1] - 48) : nil
    let date = Array(head.suffix(6))
    guard PersonalNumber.isDate(date), written.map((18...20).contains) ?? true else { return nil }
    (ofCentury, century) = (Int(date[0] - 48) * 10 + Int(date[1] - 48), written)
  }

  /// What stands in the place of the last digits: letters, and marks that hide them.
  private static let fillers = Set("abcdefghijklmnopqrstuvwxyz*#?_.".utf8)
  /// Years below which a guessed century makes a client a child: home care has more people of a hundred and more.
  private static let ageOfChildren = 10

  /// The year of birth, as on a day of a given year.
  ///
  /// A century that is not written is the last in which the person was born by then, or the one before: where a plus says
  /// so, and, as a guess, where the person would be a child, since few systems write the plus.
  func year(asOf year: Int) -> (year: Int, isGuessed: Bool) {
    if let century { return (century * 100 + ofCentury, false) }
    let latest = year / 100 * 100 + ofCentury
    let born = latest > year ? latest - 100 : latest
    if isCentenarian { return (born > year - 99 ? born - 100 : born, false) }
    return year - born < Self.ageOfChildren ? (born - 100, true) : (born, false)
  }
}
