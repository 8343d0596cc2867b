import Foundation

/// Gives each different run of bytes a number, in the order in which they come.
///
/// Ids are short: a run of up to 16 bytes is kept in the table itself, so that finding it again touches one place in
/// memory, however many ids there are.
struct ByteInterner {
  private struct Entry {
    /// The run's bytes where they are at most 16, else two hashes of them.
    var first: UInt64 = 0
    var last: UInt64 = 0
    /// Number of bytes; -1 in an empty slot.
    var length: Int32 = -1
    var number: Int32 = 0
  }

  private var entries: [Entry]
  private var mask: Int
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  private static let mostInline = 16

  init() {
    entries = Array(repeating: Entry(), count: 1024)
    mask = 1023
  }

  /// Number of different runs.
  var count: Int { ends.count }

  /// Forgets all.
  mutating func removeAll() { self = ByteInterner() }

  /// The bytes of a number.
  func bytes(of number: Int) -> ArraySlice<UInt8> { arena[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  /// The text of a number, without white space at its ends.
  func text(of number: Int) -> String { LogWords.trimmed(TextEncoding.text(bytes(of: number), .utf8)) }

  /// The text of each number.
  var texts: [String] { (0..<count).map { text(of: $0) } }

  /// The number of a run of bytes.
  @inline(__always)
  mutating func number(of bytes: UnsafeRawBufferPointer) -> Int32 {
    let (first, last) = Self.words(bytes)
    let length = Int32(truncatingIfNeeded: bytes.count)
    var slot = Self.slot(first, last, length) & mask
    while true {
      let entry = entries[slot]
      if entry.length < 0 { return insert(bytes, first, last, slot: slot) }
      if entry.first == first, entry.last == last, entry.length == length,
        bytes.count <= Self.mostInline || equals(Int(entry.number), bytes)
      {
        return entry.number
      }
      slot = (slot + 1) & mask
    }
  }

  /// Two words that hold all bytes of a short run, and hashes of a long one.
  @inline(__always)
  private static func words(_ bytes: UnsafeRawBufferPointer) -> (first: UInt64, last: UInt64) {
    let count = bytes.count
    if count >= 8, count <= mostInline {
      return (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4, count < 8 {
      return (
        UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    }
    if count < 4 { return (bytes.reduce(0) { $0 << 8 | UInt64($1) }, 0) }
    var (state, other) = (UInt64(0), UInt64(0))
    var offset = 0
    while offset + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = fold(state ^ word)
      other = other &* 31 &+ word
      offset += 8
    }
    return (fold(state ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)), other)
  }

  @inline(__always)
  private static func slot(_ first: UInt64, _ last: UInt64, _ length: Int32) -> Int {
    let mixed = fold(first ^ (last &* 0x9FB2_1C65_1E98_DF25) ^ UInt64(truncatingIfNeeded: length))
    return Int(truncatingIfNeeded: mixed >> 16)
  }

  /// Mixes by a multiplication whose two halves are folded together.
  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }

  private func equals(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == bytes.count, let other = bytes.baseAddress else { return false }
    return arena.withUnsafeBytes { raw in
      raw.baseAddress.map { memcmp($0 + start, other, bytes.count) == 0 } ?? false
    }
  }

  private mutating func insert(_ bytes: UnsafeRawBufferPointer, _ first: UInt64, _ last: UInt64, slot: Int) -> Int32 {
    let number = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    entries[slot] = Entry(
      first: first, last: last, length: Int32(truncatingIfNeeded: bytes.count), number: number)
    // Three slots of four stay empty: a second look costs more than the memory.
    if ends.count * 4 > mask { grow() }
    return number
  }

  private mutating func grow() {
    let old = entries
    mask = mask * 2 + 1
    entries = Array(repeating: Entry(), count: mask + 1)
    for entry in old where entry.length >= 0 {
      var slot = Self.slot(entry.first, entry.last, entry.length) & mask
      while entries[slot].length >= 0 { slot = (slot + 1) & mask }
      entries[slot] = entry
    }
  }
}
