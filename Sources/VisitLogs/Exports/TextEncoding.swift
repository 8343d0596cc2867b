/// Turns the bytes of a log into text and tells its encoding.
enum TextEncoding {
  /// The encoding that a text begins as.
  static func recognised(_ sample: UnsafeRawBufferPointer) -> ExportMapping.Encoding {
    if isBigEndian(sample) != nil { return .utf16 }
    // The sample may end inside a character.
    var length = sample.count
    while length > 0, sample.count - length < 4, sample[length - 1] & 0xC0 == 0x80 { length -= 1 }
    if length > 0, sample[length - 1] >= 0xC0 { length -= 1 }
    let whole = UnsafeRawBufferPointer(rebasing: sample[0..<length])
    return String(validating: whole, as: UTF8.self) != nil ? .utf8 : .windows1252
  }

  /// A text in UTF-8 or Windows-1252; what is not UTF-8 is read as the other.
  static func text(_ bytes: some Collection<UInt8>, _ encoding: ExportMapping.Encoding) -> String {
    if encoding != .windows1252, let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(
      String.UnicodeScalarView(
        bytes.map { byte in
          let code = (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
          return Unicode.Scalar(code) ?? "\u{FFFD}"
        }))
  }

  /// Adds Windows-1252 to a buffer as UTF-8, eight bytes at a time where they are ASCII, as most are.
  static func append(windows1252 bytes: UnsafeRawBufferPointer, to buffer: ChunkBuffer) {
    buffer.append(upTo: bytes.count * 3) { target in
      var (place, written) = (0, 0)
      while place < bytes.count {
        if place + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            target.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
            (place, written) = (place + 8, written + 8)
            continue
          }
        }
        let byte = bytes[place]
        place += 1
        let code = (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
        if code < 0x80 {
          target[written] = byte
          written += 1
        } else if code < 0x800 {
          target[written] = 0xC0 | UInt8(truncatingIfNeeded: code >> 6)
          target[written + 1] = 0x80 | UInt8(truncatingIfNeeded: code & 0x3F)
          written += 2
        } else {
          target[written] = 0xE0 | UInt8(truncatingIfNeeded: code >> 12)
          target[written + 1] = 0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F)
          target[written + 2] = 0x80 | UInt8(truncatingIfNeeded: code & 0x3F)
          written += 3
        }
      }
      return written
    }
  }

  /// The code points of the bytes 0x80 to 0x9F; five of them mean nothing.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// Whether the first byte of each two is the higher, of what begins as UTF-16; `nil` where it does not.
  ///
  /// Where no mark says it, zeros do: a text of Latin letters has one beside nearly every character.
  private static func isBigEndian(_ bytes: some Collection<UInt8>) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    var zeros = [0, 0]
    var count = 0
    for byte in bytes.prefix(512) {
      if byte == 0 { zeros[count % 2] += 1 }
      count += 1
    }
    guard count > 7, zeros[0] == 0 || zeros[1] == 0, 4 * (zeros[0] + zeros[1]) > count else { return nil }
    return zeros[0] > 0
  }

  /// UTF-16 as UTF-8; a byte-order mark is left out.
  static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8] {
    let isBigEndian = Self.isBigEndian(bytes) ?? false
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
