import Files
import Foundation

/// Finds where a piece of a log can be cut so that no record is.
enum RecordBoundary {
  /// Lines that a record may run over; a quote that opens more of them is a stray one.
  static let mostLines = 20

  /// The offset after the last record that ends within bytes that begin with a record; `nil` where none does.
  static func end(in bytes: UnsafeRawBufferPointer, _ delimiter: UInt8) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    guard memchr(base, Int32(Byte.quote), bytes.count) == nil else { return endMindingQuotes(bytes, delimiter) }
    // A carriage return ends a record where more bytes follow, so that it is known not to belong to a line feed.
    let end = bytes.lastIndex(of: Byte.lineFeed) ?? bytes.dropLast().lastIndex(of: Byte.carriageReturn)
    return end.map { $0 + 1 }
  }

  private static func endMindingQuotes(_ bytes: UnsafeRawBufferPointer, _ delimiter: UInt8) -> Int? {
    var end: Int?
    var recordStart = 0
    var isAtFieldStart = true
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if isAtFieldStart, byte == Byte.quote {
        guard let after = closing(bytes, from: position + 1) else {
          // Either the piece ends inside the field, or the quote is a stray one: then its line is a record.
          var lines = bytes[recordStart...].indices.lazy.filter { bytes[$0] == Byte.lineFeed }.makeIterator()
          guard let line = lines.next(), (1...mostLines).allSatisfy({ _ in lines.next() != nil }) else { return end }
          (position, recordStart, end, isAtFieldStart) = (line + 1, line + 1, line + 1, true)
          continue
        }
        (position, isAtFieldStart) = (after, false)
        continue
      }
      isAtFieldStart = byte == delimiter || byte == Byte.lineFeed
      position += 1
      if byte == Byte.lineFeed { (recordStart, end) = (position, position) }
    }
    return end
  }

  /// The offset after the quote that closes a field, unless the field runs over too many lines or the bytes' end.
  private static func closing(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var position = start
    var lines = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Byte.lineFeed { lines += 1 }
      if lines > mostLines { return nil }
      position += 1
      guard byte == Byte.quote else { continue }
      if position < bytes.count, bytes[position] == Byte.quote { position += 1 } else { return position }
    }
    return nil
  }
}
