import HomeCare

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

  /// The cell as spreadsheets write it, `AB12`, where this is a place in a sheet; `nil` where only its row is known.
  package var sheetCell: String? { character.map { "\(SheetColumn.letters($0 - 1))\(line)" } }

  /// Orders places from the top of the file.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character ?? 0) < (right.line, right.character ?? 0)
  }
}

/// The lines of a text, to turn byte offsets into places.
package struct LineTable {
  /// Bytes between two counts of characters: without them, each problem in a file of one long line would count anew.
  private static let stride = 1024

  private let bytes: [UInt8]
  private let starts: [Int]
  /// Characters before each block of `stride` bytes.
  private let counts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The byte-order mark is no part of the first line.
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var counts: [Int] = []
    var characters = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(characters) }
      if Self.beginsCharacter(byte) { characters += 1 }
      if byte == Byte.lineFeed { starts.append(offset + 1) }
    }
    self.starts = starts
    self.counts = counts
  }

  /// The place of an offset.
  package func position(of offset: Int) -> TextPosition {
    let line = max(1, starts.firstPosition { $0 > offset })
    return TextPosition(
      line: line, character: max(0, characters(before: offset) - characters(before: starts[line - 1])) + 1)
  }

  private func characters(before offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let block = min(offset / Self.stride, counts.count - 1)
    return counts[block] + bytes[(block * Self.stride)..<min(offset, bytes.count)].count(where: Self.beginsCharacter)
  }

  /// Every byte but a continuation byte begins a character.
  private static func beginsCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
