import Files
import Foundation

/// One row of a log: where the fields in use lie in memory.
struct LogRow {
  private let fields: UnsafeMutableBufferPointer<UnsafeRawBufferPointer>
  /// Fields known, at most as many as there is room for.
  fileprivate(set) var count = 0
  /// The line at which the row begins, counted in its piece.
  fileprivate(set) var line = 0
  /// All of the row's bytes, as they stand.
  fileprivate(set) var whole = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Whether the fields lie where the file has them, one beside the other.
  private var isAsItStands = true

  /// A row without fields.
  ///
  /// - Parameter room: Memory for the fields in use, which outlives the row.
  init(_ room: UnsafeMutableBufferPointer<UnsafeRawBufferPointer>) {
    room.initialize(repeating: UnsafeRawBufferPointer(start: nil, count: 0))
    fields = room
  }

  /// The bytes of a field without spaces at its ends; none where the row has no such field.
  @inline(__always)
  subscript(place: Int) -> UnsafeRawBufferPointer {
    guard place >= 0, place < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let field = fields[place]
    guard field.first == Byte.space || field.last == Byte.space else { return field }
    var (start, end) = (0, field.count)
    while start < end, field[start] == Byte.space { start += 1 }
    while start < end, field[end - 1] == Byte.space { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: field[start..<end])
  }

  /// The bytes from one field to another with all between them; `nil` where they do not lie so.
  @inline(__always)
  func run(_ places: ClosedRange<Int>) -> UnsafeRawBufferPointer? {
    guard isAsItStands, places.upperBound < count, let start = fields[places.lowerBound].baseAddress,
      let last = fields[places.upperBound].baseAddress
    else { return nil }
    return UnsafeRawBufferPointer(start: start, count: last - start + fields[places.upperBound].count)
  }

  /// Takes over a record.
  ///
  /// - Parameter unquoted: Memory for values in which quotes stand doubled; what it held is lost.
  mutating func take(_ scanner: CSVScanner, _ unquoted: ChunkBuffer) {
    line = scanner.recordLine
    count = min(fields.count, scanner.fields.count)
    let ends = (scanner.fields.first?.start ?? 0)..<(scanner.fields.last?.end ?? 0)
    whole = UnsafeRawBufferPointer(rebasing: scanner.bytes[ends])
    isAsItStands = true
    unquoted.removeAll()
    // Room for all, so that no value moves when the next is added.
    unquoted.makeRoom(whole.count)
    for place in 0..<count {
      let field = scanner.fields[place]
      fields[place] = scanner.rawBytes(of: field)
      guard field.hasDoubledQuotes, let text = scanner.text(of: field) else { continue }
      let start = unquoted.count
      unquoted.append(text.utf8)
      fields[place] = UnsafeRawBufferPointer(rebasing: unquoted.bytes[start...])
      isAsItStands = false
    }
  }

  /// Adds a field; whether there is room for another.
  @inline(__always)
  fileprivate mutating func append(_ field: UnsafeRawBufferPointer) -> Bool {
    fields[count] = field
    count += 1
    return count < fields.count
  }
}

/// Splits bytes without quotes and carriage returns into rows and fields, eight bytes at a time.
struct PlainSplitter {
  private let bytes: UnsafeRawBufferPointer
  private let delimiter: UInt8
  private let delimiters: UInt64
  private var position: Int
  private var line = 0
  /// Line ends passed so far.
  private(set) var lineEnds = 0

  /// - Parameter isFirst: Whether the bytes begin a file, which may open with a byte-order mark.
  init(_ bytes: UnsafeRawBufferPointer, _ delimiter: UInt8, isFirst: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    position = isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Moves to the next row; `false` where there is none.
  @inline(__always)
  mutating func next(_ row: inout LogRow) -> Bool {
    guard position < bytes.count else { return false }
    line += 1
    row.line = line
    row.count = 0
    let start = position
    var fieldStart = position
    while position < bytes.count {
      let word = word()
      var marks = Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.lineFeeds)
      while marks != 0 {
        let end = position + marks.trailingZeroBitCount / 8
        let hasRoom = row.append(UnsafeRawBufferPointer(rebasing: bytes[fieldStart..<end]))
        fieldStart = end + 1
        if bytes[end] == Byte.lineFeed {
          finish(&row, start, end)
          return true
        }
        if !hasRoom {
          position = end + 1
          finishAtLineFeed(&row, start)
          return true
        }
        marks &= marks - 1
      }
      position += 8
    }
    _ = row.append(UnsafeRawBufferPointer(rebasing: bytes[fieldStart...]))
    row.whole = UnsafeRawBufferPointer(rebasing: bytes[start...])
    return true
  }

  /// The next eight bytes; zeros, which mark nothing, follow the last.
  @inline(__always)
  private func word() -> UInt64 {
    if position + 8 <= bytes.count {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
    return bytes[position...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Ends the row at a line feed.
  private mutating func finish(_ row: inout LogRow, _ start: Int, _ end: Int) {
    row.whole = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    position = end + 1
    lineEnds += 1
  }

  /// Ends the row at the next line feed, or at the end of the bytes.
  private mutating func finishAtLineFeed(_ row: inout LogRow, _ start: Int) {
    if let base = bytes.baseAddress, position < bytes.count,
      let found = memchr(base + position, Int32(Byte.lineFeed), bytes.count - position)
    {
      finish(&row, start, UnsafeRawPointer(found) - base)
    } else {
      row.whole = UnsafeRawBufferPointer(rebasing: bytes[start...])
      position = bytes.count
    }
  }

  /// The high bit of every byte that is 0, and no other bit.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
}
