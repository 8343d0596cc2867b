import CZlib
import Foundation

/// Writes a ZIP archive into memory: deflated parts in the order given, all with one date, so that the same parts give the
/// same bytes.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without parts.
  package init() {}

  /// Adds a part.
  package mutating func append(_ name: String, _ content: [UInt8]) {
    let (start, packed) = (bytes.count, Self.deflated(content))
    var entry: [UInt8] = []
    // Version 2.0, names in UTF-8, deflated, midnight of 1 January 1980.
    entry.append(shorts: [20, 0x0800, 8, 0, 0x21])
    let sum = content.withUnsafeBufferPointer { crc32(crc32(0, nil, 0), $0.baseAddress, UInt32($0.count)) }
    entry.append(words: [Int(sum), packed.count, content.count])
    entry.append(shorts: [name.utf8.count, 0])
    bytes += Array("PK\u{3}\u{4}".utf8) + entry + name.utf8 + packed
    directory += Array("PK\u{1}\u{2}".utf8)
    directory.append(shorts: [20])
    directory += entry
    directory.append(shorts: [0, 0, 0])
    directory.append(words: [0, start])
    directory += name.utf8
    count += 1
  }

  /// The archive with its directory.
  package func finished() -> [UInt8] {
    var end = Array("PK\u{5}\u{6}".utf8)
    end.append(shorts: [0, 0, count, count])
    end.append(words: [directory.count, bytes.count])
    end.append(shorts: [0])
    return bytes + directory + end
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    let result = deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(result == Z_OK, "zlib has no memory, or is of another version than its header")
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(content.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      content.withUnsafeBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let result = deflate(&stream, Z_FINISH)
        precondition(result == Z_STREAM_END, "zlib packs into more than it says is the most")
      }
      count = bound - Int(stream.avail_out)
    }
  }
}

extension [UInt8] {
  /// Adds numbers of two bytes, the lowest first.
  fileprivate mutating func append(shorts numbers: [Int]) {
    for number in numbers { self += [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
  }

  /// Adds numbers of four bytes, the lowest first.
  fileprivate mutating func append(words numbers: [Int]) {
    for number in numbers { append(shorts: [number & 0xFFFF, number >> 16 & 0xFFFF]) }
  }
}
