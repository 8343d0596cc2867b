import CZlib

/// Unpacks raw deflate (RFC 1951) by zlib, a piece at a time, so that nobody holds a large part as a whole.
final class Inflater {
  /// Bytes of a piece at most.
  static let pieceSize = 1 << 16

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Inflater.pieceSize, alignment: 16)
  /// On the heap: zlib keeps the address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isAtEnd = false

  init(_ bytes: [UInt8], _ packed: Range<Int>) {
    self.bytes = bytes
    (position, end) = (packed.lowerBound, packed.upperBound)
    stream.initialize(to: z_stream())
    // The largest window, and no header of zlib's.
    let result = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(result == Z_OK, "zlib has no memory, or is of another version than its header")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }

  /// The next bytes, valid until the next call; `nil` at the end.
  func next() throws(ZipFault) -> UnsafeRawBufferPointer? {
    guard !isAtEnd else { return nil }
    // zlib counts in 32 bits.
    let given = UInt32(min(end - position, 1 << 30))
    let result = bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = input.baseAddress.map { $0 + position }
      stream.pointee.avail_in = given
      stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(room.count)
      return inflate(stream, Z_NO_FLUSH)
    }
    position += Int(given - stream.pointee.avail_in)
    let written = room.count - Int(stream.pointee.avail_out)
    switch result {
    case Z_OK where written > 0: break
    case Z_STREAM_END: isAtEnd = true
    case Z_OK, Z_BUF_ERROR: throw .damaged("packed bytes with an end in the middle")
    default: throw .damaged("packed bytes that cannot be unpacked")
    }
    return UnsafeRawBufferPointer(rebasing: room[0..<written])
  }
}
