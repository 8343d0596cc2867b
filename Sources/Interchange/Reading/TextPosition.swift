/// A place in a text file, as editors count it.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// The line, 1 = first.
  public var line: Int
  /// The character in the line, 1 = first; absent where only the line is known.
  public var character: Int?

  /// A place in a text file.
  public init(line: Int, character: Int? = nil) {
    self.line = line
    self.character = character
  }

  /// Orders places from the top of the file.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character ?? 0) < (right.line, right.character ?? 0)
  }
}

/// The lines of a text, to turn byte offsets into places.
struct LineTable {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == Byte.lineFeed { starts.append(offset + 1) }
    self.starts = starts
  }

  /// The place of an offset.
  func position(of offset: Int) -> TextPosition {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var start = starts[low]
    if low == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    // Every byte but a continuation byte begins a character.
    let characters = bytes[start..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 }
    return TextPosition(line: low + 1, character: characters + 1)
  }
}
