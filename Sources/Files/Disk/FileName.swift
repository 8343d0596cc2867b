/// Names of files for things that people have named: names that every file system takes, and that none takes for one.
package enum FileName {
  /// Bytes of a name without its ending; file systems take 255, of a path some take little more.
  private static let longest = 120
  private static let hashDigits = 12
  /// Names that Windows keeps for devices, whatever follows a dot.
  private static let devices: Set = Set(
    ["con", "prn", "aux", "nul"] + ["com", "lpt"].flatMap { kind in (0...9).map { "\(kind)\($0)" } })

  /// How what is no plain letter is written.
  package enum Style {
    /// Letters of English, digits, `-` and `_` stand, all else is percent-encoded.
    case encoded
    /// Letters and digits of every language, spaces, `-`, `_` and dots stand, where they are not at an end; `-` stands for all
    /// else.
    case readable
  }

  /// A name without an ending for each text; texts that differ have names that differ in more than upper and lower case.
  ///
  /// What is too long, a device's name, or the same as another's gets a part of the text's SHA-256 after `~`, which no
  /// other name has.
  package static func distinct(_ texts: [String], _ style: Style) -> [String] {
    let stems = texts.map { stem($0, style) }
    var owners: [String: Set<String>] = [:]
    for (stem, text) in zip(stems, texts) { owners[stem.lowercased(), default: []].insert(text) }
    return zip(stems, texts).map { stem, text in
      let folded = stem.lowercased()
      let isSound =
        !stem.isEmpty && stem.utf8.count <= longest && !devices.contains(folded.prefix { $0 != "." }.lowercased())
      if isSound && owners[folded]?.count == 1 { return stem }
      var kept = stem.replacing(".", with: "-")
      while kept.utf8.count > longest - hashDigits - 1 { kept.removeLast() }
      return "\(kept)~\(hexadecimal(SHA256.digest(of: Array(text.utf8))).prefix(hashDigits))"
    }
  }

  private static func stem(_ text: String, _ style: Style) -> String {
    switch style {
    case .encoded: text.utf8.map(encoded).joined()
    case .readable: readable(text)
    }
  }

  private static func encoded(_ byte: UInt8) -> String {
    let letter = byte | 0x20
    let stands =
      Byte.isDigit(byte) || (letter >= 0x61 && letter <= 0x7A) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    if stands { return String(UnicodeScalar(byte)) }
    let hex = String(byte, radix: 16, uppercase: true)
    return "%" + (hex.count == 1 ? "0" : "") + hex
  }

  private static func readable(_ text: String) -> String {
    let characters = text.map { character in
      character.isLetter || character.isNumber || "-_. ".contains(character) ? character : "-"
    }
    let ends = { (character: Character) in character == "." || character == " " }
    return String(characters.drop(while: ends).reversed().drop(while: ends).reversed())
  }
}
