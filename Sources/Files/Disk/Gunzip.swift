import CZlib

/// Unpacks gzip (RFC 1952) a piece at a time by zlib, so that a large log never stands in memory as a whole.
package final class Gunzip {
  /// What is wrong with packed bytes.
  package struct Corrupt: Error {
    package let reason: String
  }

  private let bytes: [UInt8]
  private var position = 0
  /// On the heap: zlib keeps the address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isAtEnd = false

  /// Whether bytes begin as gzip does.
  package static func isPacked(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Parameter bytes: All packed bytes: one member or several, and zeros as padding.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // The largest window, and gzip's own header and no other.
    let result = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(result == Z_OK, "zlib has no memory, or is of another version than its header")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next unpacked bytes, as many as asked for or what is left; empty at the end.
  package func next(_ wanted: Int) throws(Corrupt) -> [UInt8] {
    var failure: Corrupt?
    let piece = [UInt8](unsafeUninitializedCapacity: wanted) { output, count in
      while count < wanted, !isAtEnd, failure == nil {
        do throws(Corrupt) {
          count += try inflate(into: UnsafeMutableBufferPointer(rebasing: output[count..<wanted]))
        } catch { failure = error }
      }
    }
    if let failure { throw failure }
    return piece
  }

  /// Unpacks until the room is full or a member ends; the number of bytes.
  private func inflate(into room: UnsafeMutableBufferPointer<UInt8>) throws(Corrupt) -> Int {
    // zlib counts in 32 bits.
    let space = UInt32(min(room.count, 1 << 30))
    let (result, written) = bytes.withUnsafeBufferPointer { input in
      let given = UInt32(min(input.count - position, 1 << 30))
      stream.pointee.next_in = input.baseAddress.map { $0 + position }
      stream.pointee.avail_in = given
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = space
      let result = CZlib.inflate(stream, Z_NO_FLUSH)
      position += Int(given - stream.pointee.avail_in)
      return (result, Int(space - stream.pointee.avail_out))
    }
    switch result {
    case Z_OK: break
    case Z_STREAM_END: endMember()
    case Z_BUF_ERROR: throw Corrupt(reason: "an end in the middle")
    default: throw Corrupt(reason: Self.reason(stream.pointee.msg.map { String(cString: $0) } ?? ""))
    }
    return written
  }

  /// Members may follow one another; zeros after the last are padding.
  private func endMember() {
    position = bytes[position...].firstIndex { $0 != 0 } ?? bytes.count
    isAtEnd = position == bytes.count
    inflateReset(stream)
  }

  /// What zlib's words for damage say to the reader of a message.
  private static func reason(_ message: String) -> String {
    switch message {
    case "incorrect header check", "unknown compression method", "unknown header flags set":
      "bytes that are no gzip member"
    case "invalid block type": "a block of no known kind"
    case "invalid stored block lengths": "a stored block of two lengths"
    case "invalid literal/length code", "invalid distance code": "bits that are no code"
    case "invalid distance too far back": "a copy from before the beginning"
    case "incorrect data check": "a checksum that fails"
    case "incorrect length check": "a length that fails"
    default: "a code that is not sound"
    }
  }
}
