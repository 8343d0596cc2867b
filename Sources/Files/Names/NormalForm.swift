/// The form in which ids, names and addresses are compared, however people have typed them.
///
/// Letters written as one character or as several (Unicode NFC and NFD) are equal to Swift as they stand. Beyond that,
/// white space of every kind counts as a space, characters that nobody sees do not count, all hyphens and dashes are one,
/// and so are upper and lower case.
package enum NormalForm {
  /// A text with single spaces, no space at its ends or around a hyphen, and its case left out.
  package static func text(_ text: String) -> String { form(text, keepsSpaces: true).lowercased() }

  /// A text as `text` has it, without any space.
  package static func dense(_ text: String) -> String { withoutSpaces(text).lowercased() }

  /// A text as `dense` has it, with its case.
  package static func withoutSpaces(_ text: String) -> String { form(text, keepsSpaces: false) }

  /// A text with white space made single, as it is shown: case, hyphens and letters stay.
  package static func shown(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The name of a person as `text` has it; `Ek, Karin` is `karin ek`.
  package static func name(_ name: String) -> String { text(givenNameFirst(name) ?? name) }

  /// A name written with the family name before a comma, the other way round; `nil` where it is not such a name.
  package static func givenNameFirst(_ name: String) -> String? {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ isWords($0) }) else { return nil }
    return "\(parts[1]) \(parts[0])"
  }

  /// Whether a text is words of letters alone, as names are and ids seldom.
  private static func isWords(_ text: Substring) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        letters += 1
      } else if !scalar.properties.isWhitespace, !hyphens.contains(scalar), !"'’´`.".unicodeScalars.contains(scalar),
        scalar.properties.generalCategory != .nonspacingMark
      {
        return false
      }
    }
    return letters > 1
  }

  private static let hyphens: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}",
    "\u{FF0D}",
  ]

  private static func form(_ text: String, keepsSpaces: Bool) -> String {
    if isPlain(text, keepsSpaces: keepsSpaces) { return text }
    var scalars = String.UnicodeScalarView()
    var owesSpace = false
    for scalar in text.unicodeScalars {
      let isHyphen = hyphens.contains(scalar)
      if scalar.properties.isWhitespace {
        owesSpace = keepsSpaces && !scalars.isEmpty && scalars.last != "-"
      } else if isHyphen {
        owesSpace = false
        scalars.append("-")
      } else if scalar.properties.generalCategory != .format, scalar.properties.generalCategory != .control {
        if owesSpace { scalars.append(" ") }
        owesSpace = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether a text is ASCII that its form leaves as it is, as most ids are.
  private static func isPlain(_ text: String, keepsSpaces: Bool) -> Bool {
    var last = Byte.space
    for byte in text.utf8 {
      guard byte > Byte.space || byte == Byte.space && keepsSpaces && last != Byte.space && last != UInt8(ascii: "-"),
        byte < 0x7F, byte != UInt8(ascii: "-") || last != Byte.space
      else { return false }
      last = byte
    }
    return last != Byte.space
  }
}
