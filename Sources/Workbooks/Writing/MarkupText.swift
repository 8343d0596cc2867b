import Files

/// Writes text that XML can hold.
enum MarkupText {
  /// Characters of a cell at most, as spreadsheets have it.
  private static let mostCharacters = 32_767

  /// The text of a cell; what XML has no place for is written as spreadsheets do, `_x0007_`, and longer texts are cut.
  static func cell(_ text: some StringProtocol) -> [UInt8] {
    var units = 0
    let kept = text.unicodeScalars.prefix { scalar in
      units += UTF16.width(scalar)
      return units <= mostCharacters
    }
    let bytes = Array(String(String.UnicodeScalarView(kept)).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      // A text that looks like such an escape is none.
      case UInt8(ascii: "_") where looksEscaped(bytes, at: offset): result += "_x005F_".utf8
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      case Byte.lineFeed, Byte.tab: result.append(byte)
      case 0..<0x20: result += "_x00\(hexadecimal([byte]).uppercased())_".utf8
      default: result.append(byte)
      }
    }
    return result
  }

  private static func looksEscaped(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 6 < bytes.count, bytes[offset + 1] == UInt8(ascii: "x"), bytes[offset + 6] == UInt8(ascii: "_")
    else {
      return false
    }
    return bytes.withUnsafeBytes { UTF8Text.hexadecimal($0, at: offset + 2) } != nil
  }
}
