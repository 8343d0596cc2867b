import Files

/// Takes the escapes out of a cell's text: `_x000D_` is a character that XML cannot write.
enum EscapedCharacters {
  /// The text of a cell.
  static func resolved(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      if let unit = text.withUnsafeBytes({ unit($0, at: position) }) {
        result += String(decoding: [unit], as: UTF16.self).utf8
        position += 7
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// The UTF-16 unit that an escape at an offset stands for.
  private static func unit(_ text: UnsafeRawBufferPointer, at offset: Int) -> UInt16? {
    guard offset + 7 <= text.count, text[offset] == UInt8(ascii: "_"), text[offset + 1] == UInt8(ascii: "x"),
      text[offset + 6] == UInt8(ascii: "_")
    else { return nil }
    return UTF8Text.hexadecimal(text, at: offset + 2)
  }
}
