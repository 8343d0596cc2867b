import Files
import Foundation

/// Deals the records of several logs out to threads, in pieces that the processor's cache has room for.
final class LogFeed: @unchecked Sendable {
  /// A piece of a log that begins and ends with a record.
  struct Chunk: Hashable {
    /// The number of the log.
    let file: Int
    /// The number of the piece in it.
    let sequence: Int
  }

  // Everything below is only touched while the lock is held.
  private let lock = NSLock()
  private var logs: [ExportBytes]
  private let delimiters: [UInt8]
  private var file = 0
  private var sequence = 0
  /// What was read past the last record's end.
  private var rest: [UInt8] = []
  private var failure: InputError?
  /// One hash runs through all files.
  private var hash: SHA256?

  private static let chunkSize = 1 << 18
  /// A piece without any record's end is cut anyway when it is this long.
  private static let mostBytes = 1 << 26

  init(_ logs: [ExportBytes], _ delimiters: [UInt8], hashes: Bool) {
    self.logs = logs
    self.delimiters = delimiters
    hash = hashes ? SHA256() : nil
    if !logs.isEmpty { self.logs[0].begin(&hash) }
  }

  /// Puts the next piece into a buffer; `nil` where there are no more or reading failed.
  func next(into buffer: ChunkBuffer) -> Chunk? {
    lock.withLock {
      do throws(InputError) { return try advance(buffer) } catch {
        failure = error
        return nil
      }
    }
  }

  /// What ended the reading early, if anything.
  var error: InputError? { lock.withLock { failure } }

  /// The hash of all bytes, where one was asked for; after the last piece.
  func digest() -> [UInt8]? { lock.withLock { hash.take()?.digest() } }

  private func advance(_ buffer: ChunkBuffer) throws(InputError) -> Chunk? {
    guard failure == nil else { return nil }
    while file < logs.count {
      buffer.removeAll()
      buffer.append(rest)
      rest = []
      var isAtEnd = false
      while true {
        buffer.makeRoom(max(Self.chunkSize - buffer.count, Self.chunkSize / 2))
        isAtEnd = try !logs[file].fill(buffer, &hash)
        if isAtEnd { break }
        guard buffer.count >= Self.chunkSize else { continue }
        if let end = RecordBoundary.end(in: buffer.bytes, delimiters[file]) {
          rest = Array(buffer.bytes[end...])
          buffer.truncate(to: end)
          break
        }
        if buffer.count >= Self.mostBytes { break }
      }
      defer {
        sequence += 1
        if isAtEnd { endFile() }
      }
      if buffer.count > 0 { return Chunk(file: file, sequence: sequence) }
    }
    return nil
  }

  private func endFile() {
    logs[file].close()
    file += 1
    sequence = 0
    if file < logs.count { logs[file].begin(&hash) }
  }
}
