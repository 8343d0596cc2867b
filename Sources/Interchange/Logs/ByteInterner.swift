import Foundation

/// Gives each different run of bytes a number, in the order in which they come.
struct ByteInterner {
  private var slots: [Int32]
  private var mask: Int
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  init() {
    slots = Array(repeating: -1, count: 1024)
    mask = 1023
  }

  /// Number of different runs.
  var count: Int { ends.count }

  /// Forgets all.
  mutating func removeAll() { self = ByteInterner() }

  /// The bytes of a number.
  func bytes(of number: Int) -> ArraySlice<UInt8> { arena[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  /// The number of a run of bytes.
  @inline(__always)
  mutating func number(of bytes: UnsafeRawBufferPointer) -> Int32 {
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return insert(bytes, hash: hash, slot: slot) }
      if hashes[Int(number)] == hash, equals(Int(number), bytes) { return number }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func equals(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == bytes.count, let other = bytes.baseAddress else { return false }
    return arena.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return false }
      return memcmp(base + start, other, bytes.count) == 0
    }
  }

  private mutating func insert(_ bytes: UnsafeRawBufferPointer, hash: UInt64, slot: Int) -> Int32 {
    let number = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = number
    if ends.count * 2 > mask { grow() }
    return number
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: -1, count: mask + 1)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 20) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Mixes eight bytes at a time by a multiplication whose two halves are folded together.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      state = fold(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return fold(fold(state ^ rest))
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
