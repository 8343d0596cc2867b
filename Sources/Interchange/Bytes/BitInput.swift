/// Bytes read bit by bit, the lowest first.
struct BitInput {
  private let bytes: [UInt8]
  private var position = 0
  private var buffer: UInt64 = 0
  private var available = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count && available < 8 }

  /// Whether a byte follows and is 0; only asked at the border of bytes.
  var nextByteIsZero: Bool {
    if available >= 8 { return buffer & 0xFF == 0 }
    return position < bytes.count && bytes[position] == 0
  }

  /// The next bits, up to 16.
  @inline(__always)
  mutating func bits(_ count: Int) throws(Gunzip.Corrupt) -> UInt32 {
    let value = peek(count)
    guard count <= available else { throw Gunzip.Corrupt(reason: "an end in the middle") }
    drop(count)
    return value
  }

  /// The next bits, with zeros after the end.
  @inline(__always)
  mutating func peek(_ count: Int) -> UInt32 {
    while available <= 48, position < bytes.count {
      buffer |= UInt64(bytes[position]) << UInt64(available)
      position += 1
      available += 8
    }
    return UInt32(truncatingIfNeeded: buffer & ((1 << UInt64(count)) - 1))
  }

  /// Passes over bits of which enough are known to be there.
  @inline(__always)
  mutating func drop(_ count: Int) {
    buffer >>= UInt64(count)
    available -= count
  }

  /// Whether so many bits are there after a peek.
  func has(_ count: Int) -> Bool { count <= available }

  mutating func alignToByte() { drop(available % 8) }
}
