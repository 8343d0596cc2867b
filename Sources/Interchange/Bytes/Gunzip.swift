/// Unpacks gzip (RFC 1952) a piece at a time, so that a large log never stands in memory as a whole.
struct Gunzip {
  /// What is wrong with packed bytes.
  struct Corrupt: Error {
    let reason: String
  }

  private enum State {
    case memberHeader, blockHeader, stored(Int), coded(HuffmanCode, HuffmanCode), memberTrailer, done
  }

  private var input: BitInput
  private var state = State.memberHeader
  private var isLastBlock = false
  private var checksum = CRC32()
  private var memberLength: UInt32 = 0
  /// Unpacked bytes: up to 32 KiB that were handed out and may still be copied from, then those not handed out.
  private var output: [UInt8] = []
  private var handedOut = 0
  private static let window = 32_768

  /// Whether bytes begin as gzip does.
  static func isPacked(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  init(_ bytes: [UInt8]) { input = BitInput(bytes) }

  /// The next unpacked bytes, about as many as asked for; empty at the end.
  mutating func next(_ wanted: Int) throws(Corrupt) -> ArraySlice<UInt8> {
    let kept = min(handedOut, Self.window)
    output.removeFirst(handedOut - kept)
    handedOut = kept
    while output.count - handedOut < wanted, try step(upTo: handedOut + wanted) {}
    let fresh = output[handedOut...]
    handedOut = output.count
    return fresh
  }

  /// Does one part of the work; `false` at the end.
  private mutating func step(upTo limit: Int) throws(Corrupt) -> Bool {
    switch state {
    case .memberHeader: try readMemberHeader()
    case .blockHeader: try readBlockHeader()
    case .stored(let left): try copyStored(left, upTo: limit)
    case .coded(let literals, let distances): try decode(literals, distances, upTo: limit)
    case .memberTrailer: try readMemberTrailer()
    case .done: return false
    }
    return true
  }

  private mutating func readMemberHeader() throws(Corrupt) {
    let magic = try input.bits(16)
    let method = try input.bits(8)
    guard magic == 0x8B1F, method == 8 else { throw Corrupt(reason: "bytes that are no gzip member") }
    let flags = try input.bits(8)
    for _ in 0..<6 { _ = try input.bits(8) }
    if flags & 4 != 0 {
      for _ in 0..<(try input.bits(16)) { _ = try input.bits(8) }
    }
    for flag in [8, 16] where Int(flags) & flag != 0 {
      while try input.bits(8) != 0 {}
    }
    if flags & 2 != 0 { _ = try input.bits(16) }
    (checksum, memberLength, state) = (CRC32(), 0, .blockHeader)
  }

  private mutating func readBlockHeader() throws(Corrupt) {
    isLastBlock = try input.bits(1) == 1
    switch try input.bits(2) {
    case 0:
      input.alignToByte()
      let length = try input.bits(16)
      guard try input.bits(16) == length ^ 0xFFFF else { throw Corrupt(reason: "a stored block of two lengths") }
      state = .stored(Int(length))
    case 1: state = .coded(.fixedLiterals, .fixedDistances)
    case 2:
      let (literals, distances) = try HuffmanCode.read(from: &input)
      state = .coded(literals, distances)
    default: throw Corrupt(reason: "a block of no known kind")
    }
  }

  private mutating func copyStored(_ left: Int, upTo limit: Int) throws(Corrupt) {
    let count = min(left, max(1, limit - output.count))
    let start = output.count
    for _ in 0..<min(count, left) { output.append(UInt8(try input.bits(8))) }
    account(from: start)
    state = left > count ? .stored(left - count) : afterBlock
  }

  private var afterBlock: State { isLastBlock ? .memberTrailer : .blockHeader }

  private mutating func decode(
    _ literals: HuffmanCode, _ distances: HuffmanCode, upTo limit: Int
  ) throws(Corrupt) {
    let start = output.count
    while output.count < limit {
      let symbol = try literals.symbol(from: &input)
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        state = afterBlock
        break
      } else {
        guard symbol < 286 else { throw Corrupt(reason: "a length of no meaning") }
        let length = HuffmanCode.lengthBase[symbol - 257] + Int(try input.bits(HuffmanCode.lengthBits[symbol - 257]))
        let code = try distances.symbol(from: &input)
        guard code < 30 else { throw Corrupt(reason: "a distance of no meaning") }
        let distance = HuffmanCode.distanceBase[code] + Int(try input.bits(HuffmanCode.distanceBits[code]))
        guard distance <= output.count else { throw Corrupt(reason: "a copy from before the beginning") }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
    account(from: start)
  }

  private mutating func account(from start: Int) {
    checksum.update(output[start...])
    memberLength &+= UInt32(truncatingIfNeeded: output.count - start)
  }

  private mutating func readMemberTrailer() throws(Corrupt) {
    input.alignToByte()
    let low = try input.bits(16)
    guard low | (try input.bits(16)) << 16 == checksum.value else { throw Corrupt(reason: "a checksum that fails") }
    let lowLength = try input.bits(16)
    guard lowLength | (try input.bits(16)) << 16 == memberLength else { throw Corrupt(reason: "a length that fails") }
    // Members may follow one another; zeros after the last are padding.
    while input.nextByteIsZero { _ = try input.bits(8) }
    state = input.isAtEnd ? .done : .memberHeader
  }
}

/// The checksum of gzip.
private struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  var value: UInt32 { ~state }

  mutating func update(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { state = Self.table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ (state >> 8) }
  }
}
