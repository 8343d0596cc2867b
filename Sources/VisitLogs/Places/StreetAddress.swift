import Files

/// An address taken apart, so that addresses can be compared however they are written.
///
/// `Storgatan 5 A, lgh 1102, 443 30 Lerum` and `STORG. 5A LERUM` are one: what follows the street's number but is no letter of
/// it is left out, unless it is a town.
struct StreetAddress: Hashable {
  /// The street in its normal form.
  let street: String
  /// The number and its letter; empty where there is none.
  let number: String
  /// The town in its normal form; empty where it is not said.
  let town: String

  /// Takes an address apart.
  ///
  /// - Parameters:
  ///   - text: The street with its number, and whatever follows.
  ///   - town: The town, where it stands apart.
  init(_ text: String, town: String? = nil) {
    let parts = text.split(whereSeparator: { ",;\n".contains($0) }).map { NormalForm.text(String($0)) }
    // Care of somebody, or a flat, may stand before the street.
    let start =
      parts.firstIndex { part in part.contains { $0.isNumber } && !Self.isFlat(part) && !Self.isPostal(part) } ?? 0
    let words = (parts.indices.contains(start) ? parts[start] : "").split(separator: " ").map(String.init)
    let numberAt = words.indices.dropFirst().first { words[$0].first?.isNumber ?? false }
    street = Self.street(words[..<(numberAt ?? words.endIndex)].joined(separator: " "))
    var rest = numberAt.map { words[$0...].dropFirst() } ?? []
    var number = numberAt.map { words[$0] } ?? ""
    // The letter may stand by itself: 5 A.
    if let letter = rest.first, letter.count == 1, letter.first?.isLetter ?? false {
      number += letter
      rest = rest.dropFirst()
    }
    self.number = number
    let later = [Self.withoutFlat(rest.joined(separator: " "))] + parts.dropFirst(start + 1)
    let said = later.filter { !Self.isFlat($0) }.map(Self.townOfPostal).last { !$0.isEmpty } ?? ""
    self.town = town.map { Self.townOfPostal(NormalForm.text($0)) } ?? said
  }

  /// The address without its town, as it is shown.
  var key: String { number.isEmpty ? street : "\(street) \(number)" }

  private static func street(_ text: String) -> String {
    var text = text
    // "storg." and "storg", "björkv." and so on.
    for (short, long) in [("g.", "gatan"), ("v.", "vägen"), ("gr.", "gränd"), ("st.", "stigen")]
    where text.hasSuffix(short) {
      text = String(text.dropLast(short.count)) + long
    }
    if text.hasSuffix(".") { text = String(text.dropLast()) }
    for (short, long) in [
      ("s:t ", "sankt "), ("s:ta ", "sankta "), ("st ", "sankt "), ("n. ", "norra "), ("s. ", "södra "),
    ]
    where text.hasPrefix(short) {
      text = long + text.dropFirst(short.count)
    }
    return text
  }

  private static let flats = [
    "lgh", "lägenhet", "lgh.", "vån", "våning", "vån.", "uppg", "uppgång", "port", "c/o", "tr", "bv",
  ]

  private static func isFlat(_ part: String) -> Bool {
    let first = part.split(separator: " ").first.map(String.init) ?? ""
    return flats.contains { first == $0 || first.hasPrefix($0) && first.dropFirst($0.count).allSatisfy(\.isNumber) }
      || first.count == 4 && first.allSatisfy(\.isNumber) && part.count == 4
  }

  private static func withoutFlat(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    guard let flat = words.firstIndex(where: { isFlat($0) }) else { return text }
    return words[(flat + 1)...].drop { $0.first?.isNumber ?? false }.joined(separator: " ")
  }

  /// Whether a text is a postcode of five digits, with or without its town.
  private static func isPostal(_ text: String) -> Bool { postcodeLength(text) != nil }

  private static func townOfPostal(_ text: String) -> String {
    guard let length = postcodeLength(text) else { return text }
    return String(text.dropFirst(length)).split(separator: " ").joined(separator: " ")
  }

  /// The characters of `443 30` or `44330` at the beginning, also after a country's sign.
  private static func postcodeLength(_ text: String) -> Int? {
    let sign = ["se-", "s-"].first { text.hasPrefix($0) }?.count ?? 0
    var (digits, length) = (0, sign)
    for character in text.dropFirst(sign) {
      if character.isASCII, character.isNumber {
        digits += 1
      } else if character != " " || digits != 3 {
        break
      }
      length += 1
      if digits == 5 { break }
    }
    let next = text.dropFirst(length).first
    return digits == 5 && (next == nil || next == " ") ? length : nil
  }
}
