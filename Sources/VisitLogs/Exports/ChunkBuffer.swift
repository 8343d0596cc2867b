import Foundation

/// Bytes in memory that is used again and again.
final class ChunkBuffer {
  private var storage: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init(capacity: Int) { storage = .allocate(byteCount: capacity, alignment: 16) }

  deinit { storage.deallocate() }

  /// The bytes so far; valid until the buffer is changed.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[0..<count]) }

  /// How many bytes can be added without growing.
  var room: Int { storage.count - count }

  func removeAll() { count = 0 }

  /// Forgets the bytes after the first so many.
  func truncate(to length: Int) { count = length }

  /// Grows until so many bytes can be added.
  func makeRoom(_ wanted: Int) {
    guard room < wanted else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(storage.count * 2, count + wanted), alignment: 16)
    larger.copyMemory(from: bytes)
    storage.deallocate()
    storage = larger
  }

  func append(_ more: some Collection<UInt8>) {
    makeRoom(more.count)
    UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyBytes(from: more)
    count += more.count
  }

  /// Adds bytes that are written in place.
  ///
  /// - Parameters:
  ///   - most: How many there may be.
  ///   - write: Fills the room from its beginning and says how many bytes there are.
  func append(upTo most: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) {
    makeRoom(most)
    count += write(UnsafeMutableRawBufferPointer(rebasing: storage[count...]))
  }

  /// Reads as many bytes as there is room for; their number, 0 at the end, or below 0 where reading fails.
  func read(from descriptor: Int32) -> Int {
    var got = 0
    repeat {
      got = Foundation.read(descriptor, storage.baseAddress?.advanced(by: count), room)
    } while got < 0 && errno == EINTR
    count += max(0, got)
    return got
  }
}
