import Dispatch

/// Splits work over clients into blocks and does several at a time.
enum ClientBlocks {
  /// The blocks: they do not depend on the number of threads, so neither do sums of rounded numbers over them.
  static func all(clients: Int) -> [Range<Int>] {
    let size = max(1, (clients + 127) / 128)
    return stride(from: 0, to: clients, by: size).map { $0..<min(clients, $0 + size) }
  }

  /// Blocks in waves, for work whose results are large and soon summed up.
  static func waves(clients: Int) -> [[Range<Int>]] {
    let blocks = all(clients: clients)
    return stride(from: 0, to: blocks.count, by: 16).map { Array(blocks[$0..<min(blocks.count, $0 + 16)]) }
  }

  /// Results of blocks in order.
  static func map<Result: Sendable>(
    _ blocks: [Range<Int>], threads: Int, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: blocks.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every thread writes slots of its own, and the call returns when all are done.
      nonisolated(unsafe) let slots = buffer
      let lanes = max(1, min(threads, blocks.count))
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        for block in stride(from: lane, to: blocks.count, by: lanes) { slots[block] = work(blocks[block]) }
      }
    }
    return results.compactMap(\.self)
  }
}
