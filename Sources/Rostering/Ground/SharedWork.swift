import Dispatch
import Synchronization

/// Numbered pieces of work shared out among threads.
enum SharedWork {
  /// Works through 0..<count, several at a time: a thread takes the next piece as soon as it is done with one.
  static func perform(_ count: Int, threads: Int, _ work: @Sendable (Int) -> Void) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        work(index)
      }
    }
  }

  /// The same, with what comes out of each piece, in order.
  static func map<Outcome: Sendable>(_ count: Int, threads: Int, _ work: @Sendable (Int) -> Outcome) -> [Outcome] {
    let outcomes = Mutex([Outcome?](repeating: nil, count: count))
    perform(count, threads: threads) { index in
      let outcome = work(index)
      outcomes.withLock { $0[index] = outcome }
    }
    return outcomes.withLock { $0.compactMap { $0 } }
  }
}
