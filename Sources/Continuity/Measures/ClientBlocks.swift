import Dispatch

/// Splits work over clients into blocks and does several at a time.
enum ClientBlocks {
  /// Results of all blocks in order.
  ///
  /// The blocks do not depend on the number of threads, so neither do sums of rounded numbers over them.
  static func map<Result: Sendable>(
    clients: Int, threads: Int, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let size = max(1, (clients + 127) / 128)
    let blocks = stride(from: 0, to: clients, by: size).map { $0..<min(clients, $0 + size) }
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
